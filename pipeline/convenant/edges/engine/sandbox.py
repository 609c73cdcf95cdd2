"""Running a tool on input that nobody vouches for: bounded, without a network, gone when done."""

from __future__ import annotations

import subprocess
import tempfile
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from convenant.edges.ending import fresh_folder
from convenant.edges.engine.child import end, end_all, kill, start_limited
from convenant.edges.engine.failure import LimitExceeded, ToolFailed, failure
from convenant.edges.engine.scratch import scratch

__all__ = ["LimitExceeded", "ToolFailed", "end_all", "run_limited"]


def run_limited(
    argv: Sequence[str | Path],
    *,
    data: bytes = b"",
    seconds: float,
    memory_mb: int | None = None,
    output_mb: int = 256,
    cwd: Path | None = None,
    files: Mapping[str, bytes] | None = None,
    environment: Mapping[str, str] | None = None,
) -> bytes:
    """What a tool writes to standard output.

    Args:
        data: its standard input.
        seconds: wall time.
        memory_mb: memory that the tool can write to.
        files: what stands in the fresh folder that the tool then runs in, by POSIX path.
        environment: added to a nearly empty environment.

    Raises:
        LimitExceeded: when it took too long, or wanted too much memory or output.
        ToolFailed: when it ended with an error.
        NoScratch: when there is no room for what it is to read.
    """
    tool = Path(argv[0]).stem
    with scratch(), tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as errors:
        source.write(data)
        source.seek(0)
        with fresh_folder() as fresh:
            for name, content in (files or {}).items():
                _place(fresh, name, content)
            process = start_limited(
                argv,
                stdin=source,
                stderr=errors,
                seconds=seconds,
                memory_mb=memory_mb,
                cwd=cwd or fresh,
                environment=environment,
            )
            output, over = _collect(process, seconds, output_mb * 1_000_000)
        errors.seek(0)
        said = errors.read(8_000).decode("utf-8", "replace")
    if over or process.returncode:
        raise failure(tool, process.returncode, said, over)
    return output


def _collect(process: subprocess.Popen[bytes], seconds: float, limit: int) -> tuple[bytes, str]:
    """All output up to a limit, and which limit was passed."""
    assert process.stdout  # noqa: S101  (for the type checker)
    over: list[str] = []

    def stop() -> None:
        if process.returncode is None:
            over.append("time")
            kill(process)

    clock = threading.Timer(seconds, stop)
    clock.daemon = True
    try:
        clock.start()
        output = process.stdout.read(limit + 1)
        if len(output) > limit:
            over.append("output")
        else:
            process.wait()
    finally:
        clock.cancel()
        end(process)
    return output, over[0] if over else ""


def _place(folder: Path, name: str, content: bytes) -> None:
    """Write a file of a fresh folder; a name that leads out of it is a mistake of the program."""
    file = folder / name
    if not file.resolve().is_relative_to(folder.resolve()):
        raise ValueError(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
