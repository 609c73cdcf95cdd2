"""What is remembered comes back as it was, and what does not fit counts as nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from convenant.edges.disk.cache import Cache
from convenant.edges.disk.memory import remember, remember_all, version_key
from convenant.model.proposal import Draft

DRAFT = Draft("hall-1", "kitchen", "a" * 40, files={"1-ambition.md": ("b", "c")})


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CONVENANT_CACHE", str(tmp_path))
    return tmp_path


def test_what_was_made_once_is_not_made_again() -> None:
    made = []

    def make() -> tuple[Draft, ...]:
        made.append(1)
        return (DRAFT,)

    for _ in range(2):
        assert remember(version_key("drafts", "one"), tuple[Draft, ...], make) == (DRAFT,)
    assert len(made) == 1
    assert remember(version_key("drafts", "two"), tuple[Draft, ...], make) == (DRAFT,)
    assert len(made) == 2


def test_only_what_is_missing_is_made() -> None:
    asked: list[list[str]] = []

    def make(missing: list[str]) -> dict[str, int]:
        asked.append(missing)
        return {name: len(name) for name in missing}

    keys = {name: version_key("length", name) for name in ("a", "bb", "ccc")}
    remember_all({"bb": keys["bb"]}, int, make)
    assert remember_all(keys, int, make) == {"a": 1, "bb": 2, "ccc": 3}
    assert asked == [["bb"], ["a", "ccc"]]


@pytest.mark.parametrize("kept", [b"", b"\x00\xff not this", b"\x93\x01\x02\x03"])
def test_something_else_in_the_file_counts_as_nothing(kept: bytes, place: Path) -> None:
    key = version_key("drafts", "one")
    with Cache(place) as cache:
        cache.put(key, kept)
    assert remember(key, tuple[Draft, ...], lambda: (DRAFT,)) == (DRAFT,)


def test_a_name_with_half_a_character_is_given_and_not_kept() -> None:
    odd = Draft("hall-1", "kitchen", "a" * 40, files={"\udcff.md": ("b", "c")})
    for _ in range(2):
        assert remember(version_key("odd"), tuple[Draft, ...], lambda: (odd,)) == (odd,)
