"""“Did you mean”: the word that a misspelt one, or one in another language, stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_LONGEST = 60
"""A longer word is no slip of the pen, and comparing it would cost time."""

_SHORTEST = 4
"""Shorter words are near to too many others: they only count when they are equal."""


def suggest(word: str, meanings: Mapping[str, str]) -> str | None:
    """What `word` most likely stands for, or nothing.

    Args:
        meanings: by each way to say it (the word itself, its title, its name in another
            language) the word to suggest. Earlier ones win.
    """
    if len(word) > _LONGEST:
        return None
    known: dict[str, str] = {}
    for said, meant in meanings.items():
        known.setdefault(_plain(said), meant)
    said = _plain(word)
    if said in known:
        return known[said]
    if len(said) < _SHORTEST:
        return None
    from difflib import get_close_matches

    near = get_close_matches(said, [k for k in known if len(k) >= _SHORTEST], n=1, cutoff=0.74)
    return known[near[0]] if near else None


def closest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that `word` most likely stands for, or nothing."""
    return suggest(word, {choice: choice for choice in choices})


def _plain(word: str) -> str:
    return word.strip().casefold().replace("-", "_").replace(" ", "_")
