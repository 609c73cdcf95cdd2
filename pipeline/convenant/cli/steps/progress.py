"""How far a command is, on standard error and only where a person looks on."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

T = TypeVar("T")


def with_progress(items: Iterable[T], total: int, *, quiet: bool) -> Iterator[T]:
    """The items as they come; with a bar when there are several and standard error is a screen."""
    if quiet or total < 2 or not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, length=total, file=sys.stderr) as bar:
        yield from bar
