"""What was computed before, by a digest of everything that it depends on.

One SQLite file in the user's cache folder. It may be deleted at any time; a file that is broken,
locked or read-only is treated as empty. What is kept are bytes and no Python objects: who could
change the file still runs no code by it.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from contextlib import suppress
from pathlib import Path
from threading import Lock
from types import TracebackType

_KEEP_SECONDS = 30 * 24 * 3600
_LIMIT_SECONDS = 2.0
_TOGETHER = 100
"""Values that are written in one go; another program may write in between."""


def cache_key(*parts: bytes | str) -> bytes:
    """A digest over parts, each with its length, so that no two lists of parts collide."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.digest()


def cache_folder() -> Path | None:
    """`CONVENANT_CACHE`, else the platform's folder for caches; None for a user without a home."""
    if chosen := os.environ.get("CONVENANT_CACHE"):
        return Path(chosen)
    with suppress(RuntimeError):
        if os.name == "nt":
            return Path(os.environ.get("LOCALAPPDATA") or Path.home(), "convenant", "cache")
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "convenant")
    return None


class Cache:
    """Values by key, for several threads; use as a context manager.

    Values are written as they come, some at a time, so that many of them need no memory.
    """

    def __init__(self, folder: Path | None) -> None:
        self._used: set[bytes] = set()
        self._waiting = 0
        self._lock = Lock()
        self._base: sqlite3.Connection | None = None
        if folder is not None:
            with suppress(sqlite3.Error, OSError):
                self._base = _open(folder)

    def __enter__(self) -> Cache:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def keeps(self) -> bool:
        """Whether anything is kept: if not, there is no use in making a key."""
        return self._base is not None

    def get(self, key: bytes) -> bytes | None:
        """The value kept under a key."""
        with self._lock, suppress(sqlite3.Error):
            if self._base is None:
                return None
            row = self._base.execute("SELECT value FROM kept WHERE key = ?", (key,)).fetchone()
            if row:
                self._used.add(key)
                return bytes(row[0])
        return None

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value; it is on disk once the cache is closed."""
        with self._lock:
            if self._base is None:
                return
            row = (key, value, int(time.time()))
            try:
                self._base.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", row)
                self._waiting += 1
                if self._waiting >= _TOGETHER:
                    self._base.commit()
                    self._waiting = 0
            except sqlite3.Error:
                self._base = None  # locked or full: no more waiting for it in this run

    def close(self) -> None:
        """Finish writing, and forget what nobody used for a month."""
        with self._lock, suppress(sqlite3.Error):
            if self._base is None:
                return
            if self._waiting:
                # SQLite knows the time by itself only from 3.38 on.
                now = int(time.time())
                used = [(now, key) for key in self._used]
                self._base.executemany("UPDATE kept SET used = ? WHERE key = ?", used)
                self._base.execute("DELETE FROM kept WHERE used < ?", (now - _KEEP_SECONDS,))
                self._base.commit()
            self._base.close()
        self._base = None


def _open(folder: Path) -> sqlite3.Connection:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = folder / "cache-1.sqlite"
    try:
        return _connect(file)
    except sqlite3.OperationalError:
        # Locked, full or read-only: another program may be at work in it, so it stays.
        raise
    except sqlite3.DatabaseError:
        for part in ("", "-wal", "-shm"):  # of a broken file nothing may be read into the new one
            file.with_name(file.name + part).unlink(missing_ok=True)
        return _connect(file)


def _connect(file: Path) -> sqlite3.Connection:
    base = sqlite3.connect(file, timeout=_LIMIT_SECONDS, check_same_thread=False)
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA synchronous = OFF")
    base.execute("CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB, used INT)")
    return base
