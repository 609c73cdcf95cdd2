"""What the process needs of its surroundings: how it is stopped, and which letters come through."""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
from contextlib import suppress
from types import FrameType

from convenant.cli.steps.speech import say, teach_click
from convenant.locale import N_


def today() -> str:
    """The ISO date of today, or of `SOURCE_DATE_EPOCH` where that is set."""
    from datetime import UTC, date, datetime

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit():
        with suppress(ValueError, OverflowError, OSError):
            return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    return date.today().isoformat()


def prepare_process() -> None:
    """Prepare this process to be the command line; a program that imports us is left alone."""
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A Windows pipe knows no arrow; a sentence with a ? in it is still a sentence.
            stream.reconfigure(errors="replace")
    teach_click()
    # A tree of a text has a hundred thousand parts and no cycles: looking for these less often
    # saves a sixteenth of the processor time of a check.
    gc.set_threshold(50_000)
    # The sentence now: nothing may be imported once a signal comes.
    farewell = say(N_("Stopped. The files that were finished are whole."))

    def stop(number: int, _: FrameType | None) -> None:
        child = sys.modules.get("convenant.edges.engine.child")
        if ending := sys.modules.get("convenant.edges.ending"):
            ending.undo_all(child.end_all if child else lambda: None)
        with suppress(OSError):
            os.write(2, f"\n{farewell}\n".encode())
        os._exit(128 + number)

    # Not by KeyboardInterrupt: when that comes in the middle of an import, Python can leave its
    # import lock taken, and the threads that import then wait for ever.
    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) in {signal.default_int_handler, signal.SIG_DFL}:
            signal.signal(number, stop)


def close_what_is_full() -> None:
    """Let go of what cannot be written to standard output any more: Python tries again at its end.

    A full disk behind `>` would else give a second message and another exit code.
    """
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _open_what_is_closed() -> None:
    """Give a program that was started without one of the three standard streams an empty one.

    The first file that is opened would else become what is printed to.
    """
    while (opened := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(opened, True)
    os.close(opened)
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
