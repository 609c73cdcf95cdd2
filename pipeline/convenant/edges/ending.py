"""What must not stay behind when the program is stopped in the middle of its work."""

from __future__ import annotations

import secrets
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

_GRACE_SECONDS = 0.1
"""Longer than another thread needs to tell of a process that it was just starting."""

_undoing: dict[object, Callable[[], object]] = {}
_stopping = False


@contextmanager
def undone_if_stopped(undo: Callable[[], object]) -> Iterator[None]:
    """Let `undo` be called if the program is stopped before the block ends.

    Once it is being stopped, no such block begins any more.
    """
    wait_if_stopped()
    key = object()
    _undoing[key] = undo
    try:
        yield
    finally:
        _undoing.pop(key, None)


@contextmanager
def fresh_folder() -> Iterator[Path]:
    """An empty folder that only we may enter; gone afterwards, also when the program is stopped."""
    # The name first: a folder that is there before it is known could stay behind.
    folder = Path(tempfile.gettempdir(), f"convenant-{secrets.token_hex(8)}")
    remove = partial(shutil.rmtree, folder, ignore_errors=True)
    with undone_if_stopped(remove):
        folder.mkdir(mode=0o700)
        try:
            yield folder
        finally:
            remove()


def wait_if_stopped() -> None:
    """Keep a thread from beginning anything while the program is being stopped."""
    while _stopping:
        time.sleep(1)


def undo_all(end_children: Callable[[], None]) -> None:
    """Leave nothing behind; the process has to end right after."""
    global _stopping  # noqa: PLW0603  (there is one process to stop)
    _stopping = True
    end_children()
    time.sleep(_GRACE_SECONDS)
    end_children()
    for undo in list(_undoing.values()):
        with suppress(OSError):
            undo()
