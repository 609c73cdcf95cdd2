from __future__ import annotations

from pathlib import Path

from convenant.edges.cache import Cache, cache_key


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


def test_a_cache_that_cannot_be_made_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with Cache(tmp_path / "file") as cache:
        cache.put(b"key", b"value")
        assert cache.get(b"key") == b"value"


def test_what_nobody_used_for_long_is_forgotten(tmp_path: Path) -> None:
    import sqlite3

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
