"""A pandoc that reads Markdown, kept for all tests of this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from convenant.edges.engine.pandoc import MarkdownReader
from convenant.load.prose import load_prose
from convenant.model.prose import Prose
from convenant.problem import Problem

Read = Callable[[str], tuple[Prose, tuple[Problem, ...]]]


@pytest.fixture(scope="session")
def reader() -> Iterator[MarkdownReader]:
    with MarkdownReader(workers=1) as reader:
        yield reader


@pytest.fixture(scope="session")
def read(reader: MarkdownReader) -> Read:
    """A text through pandoc and the allow-list."""
    return lambda text: load_prose("a.md", reader.read(text))
