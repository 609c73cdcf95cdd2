"""What was computed before, by a digest of everything that it depends on.

One SQLite file in the user's cache folder. It may be deleted at any time; a file that is broken,
locked or read-only is treated as empty. Only JSON goes in and comes out.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

_KEEP_SECONDS = 30 * 24 * 3600
_LIMIT_SECONDS = 2.0


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
    """Values by key; use as a context manager, since writing happens at its end."""

    def __init__(self, folder: Path | None) -> None:
        self._new: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()
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

    def get(self, key: bytes) -> bytes | None:
        """The value kept under a key."""
        if key in self._new:
            return self._new[key]
        if self._base is None:
            return None
        with suppress(sqlite3.Error):
            row = self._base.execute("SELECT value FROM kept WHERE key = ?", (key,)).fetchone()
            if row:
                self._used.add(key)
                return bytes(row[0])
        return None

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value; it is on disk once the cache is closed."""
        self._new[key] = value

    def close(self) -> None:
        """Write what is new, forget what nobody used for a month."""
        if self._base is None:
            return
        with suppress(sqlite3.Error):
            if self._new:
                self._write(self._new.items())
            self._base.close()
        self._base = None

    def _write(self, items: Iterable[tuple[bytes, bytes]]) -> None:
        assert self._base is not None  # noqa: S101  (for the type checker)
        with self._base:
            rows = [(key, value) for key, value in items]
            self._base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, unixepoch())", rows)
            self._base.executemany(
                "UPDATE kept SET used = unixepoch() WHERE key = ?", [(k,) for k in self._used]
            )
            self._base.execute("DELETE FROM kept WHERE used < unixepoch() - ?", (_KEEP_SECONDS,))


def _open(folder: Path) -> sqlite3.Connection:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = folder / "cache-1.sqlite"
    try:
        return _connect(file)
    except sqlite3.DatabaseError:
        file.unlink(missing_ok=True)
        return _connect(file)


def _connect(file: Path) -> sqlite3.Connection:
    base = sqlite3.connect(file, timeout=_LIMIT_SECONDS, check_same_thread=False)
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA synchronous = OFF")
    base.execute("CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB, used INT)")
    return base
