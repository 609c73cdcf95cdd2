"""Word lists and phrases, and finding them in a text without a regular expression for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

from convenant.check.passage import Passage


def listed(*lines: str) -> frozenset[str]:
    """The words of a few lines."""
    return frozenset(word for line in lines for word in line.split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that was found.

    Attributes:
        said: as the text has it.
        kind: the list that it is in.
        entry: what that list says of it.
    """

    start: int
    end: int
    said: str
    kind: str
    entry: str


_Step: TypeAlias = tuple[int, str]
"""A word that must come, after so many other words at most."""


class PhraseBook:
    """Lists of phrases with what is to be said of each.

    A phrase is words with a space between them; `a|b` is a choice, `~3` stands for up to three
    words, whatever they are.

    Args:
        lists: by a name of the list, each phrase with its entry.
    """

    def __init__(self, lists: Mapping[str, Mapping[str, str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[_Step, ...], str, str]]] = {}
        for kind, entries in lists.items():
            for phrase, entry in entries.items():
                for first, *rest in product(*(part.split("|") for part in phrase.split())):
                    steps = tuple(_steps(rest))
                    self._by_first.setdefault(first, []).append((steps, kind, entry))

    def find(self, passage: Passage) -> Iterator[Phrase]:
        """Every phrase in a passage, the longest one where several start at one word."""
        words, known = passage.words, self._by_first
        if known.keys().isdisjoint(words):
            return
        for index, word in enumerate(words):
            if word in known:
                best = (-1, "", "")
                for steps, kind, entry in known[word]:
                    last = _match(words, index, steps)
                    if last > best[0]:
                        best = last, kind, entry
                if best[0] >= 0:
                    start, end = passage.spans[index][0], passage.spans[best[0]][1]
                    yield Phrase(start, end, passage.text[start:end], *best[1:])


def _steps(words: list[str]) -> Iterator[_Step]:
    gap = 0
    for word in words:
        if word.startswith("~"):
            gap = int(word[1:])
        else:
            yield gap, word
            gap = 0


def _match(words: tuple[str, ...], index: int, steps: tuple[_Step, ...]) -> int:
    """The index of the last word when the steps follow the word at `index`, else -1."""
    for gap, wanted in steps:
        for near in range(index + 1, min(index + gap + 2, len(words))):
            if words[near] == wanted:
                index = near
                break
        else:
            return -1
    return index
