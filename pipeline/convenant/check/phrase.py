"""Word lists and phrases, and finding them in a text without a regular expression for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import TypeAlias

from convenant.check.passage import Passage, Word


def listed(*lines: str) -> frozenset[str]:
    """The words of a few lines."""
    return frozenset(word for line in lines for word in line.split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that was found.

    Attributes:
        said: as the text has it.
        entry: what the book says of it.
    """

    start: int
    end: int
    said: str
    entry: str


_Step: TypeAlias = tuple[int, str]
"""A word that must come, after so many other words at most."""


class PhraseBook:
    """Phrases with what is to be said of each.

    A phrase is words with a space between them; `a|b` is a choice, `~3` stands for up to three
    words, whatever they are.
    """

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._entries = entries

    def find(self, passage: Passage) -> Iterator[Phrase]:
        """Every phrase in a passage, the longest one where several start at one word."""
        words = passage.words
        for index, word in enumerate(words):
            best: tuple[int, str] | None = None
            for steps, entry in self._by_first.get(word.low, ()):
                last = _match(words, index, steps)
                if last is not None and (best is None or last > best[0]):
                    best = last, entry
            if best is not None:
                start, end = word.start, words[best[0]].end
                yield Phrase(start, end, passage.text[start:end], best[1])

    @cached_property
    def _by_first(self) -> Mapping[str, list[tuple[tuple[_Step, ...], str]]]:
        known: dict[str, list[tuple[tuple[_Step, ...], str]]] = {}
        for phrase, entry in self._entries.items():
            for words in product(*(part.split("|") for part in phrase.split())):
                first, *rest = words
                known.setdefault(first, []).append((tuple(_steps(rest)), entry))
        return known


def _steps(words: list[str]) -> Iterator[_Step]:
    gap = 0
    for word in words:
        if word.startswith("~"):
            gap = int(word[1:])
        else:
            yield gap, word
            gap = 0


def _match(words: tuple[Word, ...], index: int, steps: tuple[_Step, ...]) -> int | None:
    """The index of the last word when the steps follow the word at `index`."""
    for gap, wanted in steps:
        for near in range(index + 1, min(index + gap + 2, len(words))):
            if words[near].low == wanted:
                index = near
                break
        else:
            return None
    return index
