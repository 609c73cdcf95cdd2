"""“Did you mean”: the word that a misspelt one, or one in another language, stands for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

_LONGEST = 60
"""A longer word is no slip of the pen, and comparing it would cost time."""

_COMPARISONS = 20_000
"""Of one kind of name in one covenant; comparing this many takes half a second."""

_SHORTEST = 4
"""Shorter words are near to too many others: they only count when they are equal."""


class Nearby(Struct):
    """Choices that are near to names that are none of them, as long as finding out is cheap.

    Attributes:
        left: comparisons that may still be made: hundreds of unknown names among hundreds of
            choices would keep the program busy, and help nobody.
    """

    left: int = _COMPARISONS

    def names(self, word: str, choices: Collection[str], few: int) -> list[str]:
        """At most `few` choices, nearest first; all of them where none is near and few are."""
        if len(choices) > self.left or len(word) > _LONGEST:
            return []
        self.left -= len(choices)
        from difflib import get_close_matches

        # Capitals count in an id and are easily mistaken.
        spelled = {choice.casefold(): choice for choice in sorted(choices)}
        alike = get_close_matches(word.casefold(), spelled, n=few, cutoff=0.6)
        found = [spelled[choice] for choice in alike]
        return found or (sorted(choices) if len(choices) <= few else [])


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
