from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from convenant.edges.disk.cache import Cache, cache_key


def test_what_was_put_is_there_in_the_next_run(tmp_path: Path) -> None:
    with Cache(tmp_path) as cache:
        cache.put(b"key", b"value")
        assert cache.get(b"key") == b"value"
    with Cache(tmp_path) as cache:
        assert cache.get(b"key") == b"value"


def test_a_broken_cache_is_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "cache-1.sqlite").write_bytes(b"no database at all" * 100)
    with Cache(tmp_path) as cache:
        assert cache.get(b"key") is None
        cache.put(b"key", b"value")
    with Cache(tmp_path) as cache:
        assert cache.get(b"key") == b"value"


def test_nothing_of_a_broken_cache_is_read_into_the_new_one(tmp_path: Path) -> None:
    (tmp_path / "cache-1.sqlite").write_bytes(b"no database at all" * 100)
    (tmp_path / "cache-1.sqlite-wal").write_bytes(b"written by what broke it")
    with Cache(tmp_path) as cache:
        cache.put(b"key", b"value")
    with Cache(tmp_path) as cache:
        assert cache.get(b"key") == b"value"
    assert not list(tmp_path.glob("*-wal"))


def test_a_cache_that_another_program_holds_is_not_thrown_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("convenant.edges.disk.cache._LIMIT_SECONDS", 0.05)
    with Cache(tmp_path) as cache:
        cache.put(b"key", b"value")
    holder = sqlite3.connect(tmp_path / "cache-1.sqlite", isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    with Cache(tmp_path) as other:
        assert not other.keeps
    holder.execute("COMMIT")
    holder.close()
    with Cache(tmp_path) as cache:
        assert cache.get(b"key") == b"value"


def test_a_cache_that_cannot_be_made_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with Cache(tmp_path / "file") as cache:
        cache.put(b"key", b"value")
        assert cache.get(b"key") is None
        assert not cache.keeps


def test_an_empty_value_is_kept_too(tmp_path: Path) -> None:
    with Cache(tmp_path) as cache:
        cache.put(b"key", b"")
        assert cache.get(b"key") == b""


def test_many_values_are_on_disk_before_the_cache_is_closed(tmp_path: Path) -> None:
    with Cache(tmp_path) as cache:
        for number in range(250):
            cache.put(b"%d" % number, b"value")
        with Cache(tmp_path) as other:
            assert other.get(b"0") == b"value"


def test_a_cache_that_another_program_holds_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("convenant.edges.disk.cache._LIMIT_SECONDS", 0.05)
    with Cache(tmp_path) as first, Cache(tmp_path) as second:
        first.put(b"a", b"value")  # begins to write, and holds the file until it is done
        second.put(b"b", b"value")
        assert not second.keeps
    with Cache(tmp_path) as again:
        assert again.get(b"a") == b"value"


def test_what_nobody_used_for_long_is_forgotten(tmp_path: Path) -> None:
    with Cache(tmp_path) as cache:
        cache.put(b"old", b"value")
    with sqlite3.connect(tmp_path / "cache-1.sqlite") as base:
        base.execute("UPDATE kept SET used = 0")
    with Cache(tmp_path) as cache:
        cache.put(b"new", b"value")
    with Cache(tmp_path) as cache:
        assert cache.get(b"old") is None


def test_keys_differ_when_only_the_border_between_parts_moves() -> None:
    assert cache_key("ab", "c") != cache_key("a", "bc")
    assert cache_key("a", "b") == cache_key(b"a", "b")


def test_an_old_sqlite_that_has_no_clock_keeps_values_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def allow(action: int, _: str | None, name: str | None, *__: object) -> int:
        unknown = action == sqlite3.SQLITE_FUNCTION and name == "unixepoch"
        return sqlite3.SQLITE_DENY if unknown else sqlite3.SQLITE_OK

    def connect(*arguments: Any, **named: Any) -> sqlite3.Connection:
        base = sqlite3.Connection(*arguments, **named)
        base.set_authorizer(allow)
        return base

    monkeypatch.setattr(sqlite3, "connect", connect)
    with Cache(tmp_path) as cache:
        cache.put(b"key", b"value")
        assert cache.get(b"key") == b"value"
    with Cache(tmp_path) as cache:
        assert cache.get(b"key") == b"value"
        cache.put(b"other", b"value")
