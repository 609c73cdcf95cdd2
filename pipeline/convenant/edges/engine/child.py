"""Children under limits: started with nothing of the user's, killed with all that they started.

A child gets limits on processor time, memory and files as far as the system knows them, and on
Linux no network where the machine lets us take it away. On Windows the limit on wall time is what
remains, beside the tool's own limits.
"""

from __future__ import annotations

import atexit
import math
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import IO, Any

from convenant.edges.ending import wait_if_stopped
from convenant.edges.engine.failure import ToolFailed

_NOWHERE = "/nonexistent"
_FILE_BYTES = 512_000_000
_OPEN_FILES = 256
_running: set[subprocess.Popen[bytes]] = set()


def start_limited(
    argv: Sequence[str | Path],
    *,
    stdin: int | IO[bytes],
    stderr: int | IO[bytes],
    seconds: float | None,
    memory_mb: int | None = None,
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """A running child under limits; the caller ends it with `end`.

    Args:
        seconds: bounds its processor time over all cores; None for a child that stays.
        memory_mb: bounds the memory that it can write to.
    """
    wait_if_stopped()
    options: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        options = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    try:
        process = subprocess.Popen(  # noqa: S603  (a tool of ours, with arguments of ours)
            [*_offline(), *_limits(seconds, memory_mb), *(str(part) for part in argv)],
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=stderr,
            cwd=cwd,
            env={**_clean_environment(), **(environment or {})},
            **options,
        )
    except OSError as error:
        raise ToolFailed(Path(argv[0]).stem, str(error)) from error
    _running.add(process)
    return process


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill a child with all that it started, wait until it is gone and close its pipes."""
    kill(process)
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            with suppress(OSError):
                pipe.close()
    _running.discard(process)


def end_all() -> None:
    """Kill every child that is still running: for a command that is interrupted.

    A thread that waits for one of them then gets its `LimitExceeded`.
    """
    for process in list(_running):
        kill(process)


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a child with all that it started, without waiting."""
    with suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


# An interruption can come between any two steps; nothing outlives the program itself.
atexit.register(end_all)


@cache
def _offline() -> tuple[str, ...]:
    """The words before a command that take its network away, where the machine allows it."""
    unshare = shutil.which("unshare") if sys.platform == "linux" else None
    if not unshare:
        return ()
    prefix = (unshare, "--map-root-user", "--net", "--")
    try:
        probe = subprocess.run([*prefix, "true"], capture_output=True, timeout=5, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return () if probe.returncode else prefix


def _limits(seconds: float | None, memory_mb: int | None) -> tuple[str, ...]:
    """The words before a command that bound it, where the system can do that.

    A shell sets the limits and then becomes the command. A limit that the system does not know,
    or that is lower already, is passed over.
    """
    if sys.platform == "win32":
        return ()
    limits = {"c": 0, "f": _FILE_BYTES // 512, "n": _OPEN_FILES}
    if seconds is not None:
        limits["t"] = math.ceil(seconds) * (os.cpu_count() or 1)
    if memory_mb is not None:
        # Of the address space a Haskell program reserves a terabyte; this counts what it can use.
        limits["d"] = memory_mb * 1000
    setting = "".join(f"ulimit -{kind} {most} 2>/dev/null; " for kind, most in limits.items())
    return ("/bin/sh", "-c", setting + 'exec "$@"', "sh")


def _clean_environment() -> dict[str, str]:
    """No user's settings, no variable that steers a tool."""
    kept = ("SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP") if sys.platform == "win32" else ("TMPDIR",)
    return {
        **{name: os.environ[name] for name in kept if name in os.environ},
        **dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "XDG_DATA_HOME"), _NOWHERE),
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }
