"""One long-lived pandoc that reads Markdown, text after text."""

from __future__ import annotations

import json
import subprocess
import tempfile
import time
from contextlib import ExitStack

from convenant.edges.disk.resource import resource_folder
from convenant.edges.ending import fresh_folder
from convenant.edges.engine.child import end, kill, start_limited
from convenant.edges.engine.failure import LimitExceeded, ToolFailed, failure
from convenant.edges.engine.pandoc_program import pandoc_command
from convenant.edges.engine.scratch import scratch

READER = (
    "commonmark_x+sourcepos-raw_attribute-yaml_metadata_block"
    # Ids and links are only those that the author wrote; $ and : are just characters.
    "-gfm_auto_identifiers-implicit_header_references"
    "-emoji-tex_math_dollars-alerts-task_lists"
)
"""The dialect of the sources, as pandoc calls it."""

_TREE_BYTES = 64_000_000


class Worker:
    """One process, started when the first text comes, and again after it was killed."""

    def __init__(self, seconds: float, heap_mb: int) -> None:
        self._seconds = seconds
        self._heap_mb = heap_mb
        self._process: subprocess.Popen[bytes] | None = None
        with scratch():
            self._errors = tempfile.TemporaryFile()  # noqa: SIM115  (lives as long as the worker)
        self._folders = ExitStack()
        self._deadline = float("inf")
        self._late = self._stopped = False

    def read(self, text: str) -> bytes:
        """The tree of a text.

        Raises:
            LimitExceeded: when the process had to be killed, or died, over this text.
            ToolFailed: when it does not start.
            NoScratch: when there is no room for its temporary files.
        """
        used = self._process is not None
        try:
            return self._read(text)
        except LimitExceeded as error:
            # What other texts left in memory must not decide about this one.
            if not used or error.limit not in ("memory", "crash"):
                raise
        return self._read(text)

    def stop(self) -> None:
        """Kill the process, and start none any more; from any thread."""
        self._stopped = True
        if self._process:
            kill(self._process)

    def close(self) -> None:
        """Let go of everything, once no thread reads any more."""
        if self._process:
            end(self._process)
        self._errors.close()
        self._folders.close()

    def stop_if_late(self) -> None:
        """Kill the process when its text has had its time; from any thread."""
        if time.monotonic() > self._deadline and self._process:
            self._late = True
            kill(self._process)

    def _read(self, text: str) -> bytes:
        if self._stopped:
            raise LimitExceeded("pandoc", "time")
        self._late = False
        self._deadline = time.monotonic() + self._seconds
        try:
            process = self._process or self._start()
            if self._stopped:
                raise LimitExceeded("pandoc", "time")
            line = self._ask(process, json.dumps(text).encode())
        finally:
            self._deadline = float("inf")
        if line.endswith(b"\n"):
            return line
        end(process)
        self._process = None
        over = "time" if self._late else "output" if len(line) >= _TREE_BYTES else ""
        problem = failure("pandoc", process.returncode, self._said(), over)
        # A text on which pandoc itself stumbles must not end the reading of the others.
        raise problem if isinstance(problem, LimitExceeded) else LimitExceeded("pandoc", "crash")

    def _start(self) -> subprocess.Popen[bytes]:
        script = resource_folder("templates") / "pandoc" / "worker.lua"
        # A pandoc that is killed leaves its history behind, so that goes where we clear up.
        with scratch():
            folder = str(self._folders.enter_context(fresh_folder()))
        process = start_limited(
            [*pandoc_command(self._heap_mb), "lua", script, READER],
            environment=dict.fromkeys(("TMPDIR", "TMP", "TEMP"), folder),
            stdin=subprocess.PIPE,
            stderr=self._errors,
            seconds=None,
            memory_mb=self._heap_mb,
        )
        self._process = process
        assert process.stdout  # noqa: S101  (for the type checker)
        # On Windows a line of Lua's ends in two characters.
        if process.stdout.readline().rstrip(b"\r\n") != b"ready":
            end(process)
            self._process = None
            raise ToolFailed("pandoc", self._said())
        return process

    @staticmethod
    def _ask(process: subprocess.Popen[bytes], line: bytes) -> bytes:
        assert process.stdin and process.stdout  # noqa: S101, PT018  (for the type checker)
        try:
            process.stdin.write(line + b"\n")
            process.stdin.flush()
            return process.stdout.readline(_TREE_BYTES)
        except (OSError, ValueError):
            return b""

    def _said(self) -> str:
        self._errors.seek(0)
        said = self._errors.read().decode("utf-8", "replace")
        self._errors.seek(0)
        self._errors.truncate()
        return said
