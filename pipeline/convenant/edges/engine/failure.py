"""Why a tool ended without a result."""

from __future__ import annotations

import signal
import sys

from convenant.errors import ConvenantError
from convenant.locale import N_

_MESSAGE_CHARACTERS = 2_000
_HEAP_EXHAUSTED = 251
"""What a Haskell program returns when its heap is full."""

_OUT_OF_MEMORY = (
    *("heap exhausted", "heap overflow", "unable to commit", "out of memory", "malloc: failed"),
    *("memoryerror", "memory allocation of"),
)


class LimitExceeded(ConvenantError):  # noqa: N818  (says what happened)
    """A tool needed more time or memory than it may have.

    Attributes:
        limit: `time`, `memory`, `output` or `crash`.
    """

    def __init__(self, tool: str, limit: str) -> None:
        super().__init__(
            _EXCEEDED[limit],
            N_("A part of the text or a picture is too large or too deeply nested. Simplify it."),
            tool=tool,
        )
        self.limit = limit


class ToolFailed(ConvenantError):  # noqa: N818  (says what happened)
    """A tool refused its input or could not start; the message is its own."""

    def __init__(self, tool: str, said: str) -> None:
        super().__init__(
            N_("{tool} stopped with an error: {said}"),
            N_("Install convenant again, or report this with the text that causes it."),
            tool=tool,
            said=said or "—",
        )


_EXCEEDED = {
    "time": N_("{tool} took too long and was stopped."),
    "memory": N_("{tool} needed too much memory and was stopped."),
    "crash": N_("{tool} could not work with this text."),
    "output": N_("{tool} wrote too much and was stopped."),
}


def failure(tool: str, code: int, said: str, over: str) -> LimitExceeded | ToolFailed:
    """Why a child ended, by its exit code and its own words.

    Args:
        over: the limit that made us end it, or nothing.
    """
    if over:
        return LimitExceeded(tool, over)
    if code == _HEAP_EXHAUSTED or any(sign in said.lower() for sign in _OUT_OF_MEMORY):
        return LimitExceeded(tool, "memory")
    if sys.platform != "win32" and code == -signal.SIGXCPU:
        return LimitExceeded(tool, "time")
    if code < 0 and code != -signal.SIGTERM:
        # Killed from outside or aborted by its own allocator: nearly always for lack of memory.
        return LimitExceeded(tool, "memory")
    printable = "".join(c for c in said if c.isprintable() or c == "\n")
    return ToolFailed(tool, printable[:_MESSAGE_CHARACTERS].strip())
