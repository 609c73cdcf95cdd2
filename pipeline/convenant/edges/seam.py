"""The one seam where a test can stop the program: before and after everything that lasts.

Whatever changes a repository or a disk for good announces itself here. In use it does nothing.
"""

from __future__ import annotations

from collections.abc import Callable

_watcher: Callable[[str], None] | None = None


def reach(step: str) -> None:
    """Say that a lasting step begins or has just been done."""
    if _watcher is not None:
        _watcher(step)


def watch(watcher: Callable[[str], None] | None) -> None:
    """Let a test be told of every step; None ends it."""
    global _watcher  # noqa: PLW0603  (there is one seam)
    _watcher = watcher
