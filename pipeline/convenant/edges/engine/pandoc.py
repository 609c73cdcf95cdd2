"""Pandoc: long-lived workers that read Markdown, and one process for each writer."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from queue import SimpleQueue
from types import TracebackType
from typing import TYPE_CHECKING

from convenant.edges.engine.pandoc_program import find_pandoc, pandoc_command
from convenant.edges.engine.pandoc_worker import READER, Worker
from convenant.edges.engine.sandbox import LimitExceeded, run_limited

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

__all__ = ["READER", "MarkdownReader", "convert", "find_pandoc", "pandoc_version"]

READ_SECONDS = 10.0
"""Wall time for one text; 2,500 words take about a twentieth of a second."""

WRITE_SECONDS = 60.0
HEAP_MB = 512
_WAITING = 4
"""Texts per worker that are on their way, so that no worker waits for the next one."""


def pandoc_version() -> str:
    """Such as `3.9`."""
    first, _, _ = run_limited([find_pandoc(), "--version"], seconds=20).partition(b"\n")
    return first.decode().split()[-1]


def convert(
    tree: bytes,
    arguments: Sequence[str],
    *,
    time: int,
    files: Mapping[str, bytes] | None = None,
    seconds: float = WRITE_SECONDS,
    heap_mb: int = 2 * HEAP_MB,
) -> bytes:
    """A tree in another format.

    Args:
        tree: pandoc's JSON, made by us.
        arguments: such as `--to=docx`.
        time: seconds since 1970, as `SOURCE_DATE_EPOCH`. Pandoc's own sandbox has no clock: what
            pandoc 3.9 writes itself says 1970, whatever this is.
        files: what arguments name, such as a template, by path.

    Raises:
        LimitExceeded: when it takes too long or too much memory.
        ToolFailed: when pandoc refuses.
    """
    command = [*pandoc_command(heap_mb), "--sandbox", "--from=json", *arguments, "--output=-"]
    return run_limited(
        command,
        data=tree,
        seconds=seconds,
        memory_mb=heap_mb,
        files=files,
        environment={"SOURCE_DATE_EPOCH": str(time)},
    )


class MarkdownReader:
    """A few pandoc processes that read Markdown; use as a context manager.

    A text that takes too long or too much memory costs its process, not the other texts.
    """

    def __init__(
        self, *, workers: int | None = None, seconds: float = READ_SECONDS, heap_mb: int = HEAP_MB
    ) -> None:
        count = workers or min(os.cpu_count() or 2, 4)
        self._workers = [Worker(seconds, heap_mb) for _ in range(count)]
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads: ThreadPoolExecutor | None = None
        self._closed = threading.Event()
        self._watch: threading.Thread | None = None

    def __enter__(self) -> MarkdownReader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, text: str) -> bytes:
        """The tree of one text, as JSON with places.

        Raises:
            LimitExceeded: when it takes too long or too much memory.
            ToolFailed: when pandoc cannot start.
        """
        if self._watch is None:
            self._watch = threading.Thread(target=self._keep_watch, daemon=True)
            self._watch.start()
        worker = self._idle.get()
        try:
            return worker.read(text)
        finally:
            self._idle.put(worker)

    def read_all(
        self, texts: Iterable[tuple[str, str]]
    ) -> Iterator[tuple[str, bytes | LimitExceeded]]:
        """The tree of each named text, in order; `texts` is asked for little ahead of that.

        Raises:
            ToolFailed: when pandoc cannot start.
        """
        waiting: deque[tuple[str, Future[bytes]]] = deque()
        for name, text in texts:
            waiting.append((name, self._pool().submit(self.read, text)))
            if len(waiting) >= _WAITING * len(self._workers):
                yield _result(*waiting.popleft())
        while waiting:
            yield _result(*waiting.popleft())

    def close(self) -> None:
        """End every process, also one that is still reading."""
        self._closed.set()
        if self._threads:
            self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.stop()
        if self._threads:
            self._threads.shutdown()
        for worker in self._workers:
            worker.close()

    def _pool(self) -> ThreadPoolExecutor:
        """A thread for each worker, once there is something to read."""
        if self._threads is None:
            from concurrent.futures import ThreadPoolExecutor

            self._threads = ThreadPoolExecutor(len(self._workers), thread_name_prefix="pandoc")
        return self._threads

    def _keep_watch(self) -> None:
        while not self._closed.wait(0.1):
            for worker in self._workers:
                worker.stop_if_late()


def _result(name: str, future: Future[bytes]) -> tuple[str, bytes | LimitExceeded]:
    try:
        return name, future.result()
    except LimitExceeded as error:
        return name, error
