"""Word lists and phrases, and finding them in a text without a regular expression for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import TypeAlias

from msgspec import Struct

from convenant.check.language.passage import Passage


def listed(*lines: str) -> frozenset[str]:
    """The words of a few lines."""
    return frozenset(word for line in lines for word in line.split())


class Phrase(Struct, frozen=True):
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


_Way: TypeAlias = tuple[tuple[_Step, ...], str, str]
_NO_WAYS: list[_Way] = []


class PhraseBook:
    """Lists of phrases with what is to be said of each.

    A phrase is words with a space between them; `a|b` is a choice, `~3` stands for up to three
    words, whatever they are.

    Args:
        lists: by a name of the list, each phrase with its entry.
    """

    def __init__(self, lists: Mapping[str, Mapping[str, str]]) -> None:
        self._loose: dict[str, list[_Way]] = {}
        self._close: dict[str, dict[str, list[_Way]]] = {}
        for kind, entries in lists.items():
            for phrase, entry in entries.items():
                for first, *rest in product(*(part.split("|") for part in phrase.split())):
                    steps = tuple(_steps(rest))
                    if steps and steps[0][0] == 0:
                        # Most phrases go on with the very next word: one look tells whether.
                        ways = self._close.setdefault(first, {}).setdefault(steps[0][1], [])
                    else:
                        ways = self._loose.setdefault(first, [])
                    ways.append((steps, kind, entry))

    def find(self, passage: Passage) -> Iterator[Phrase]:
        """Every phrase in a passage, the longest one where several start at one word."""
        words, loose, close = passage.words, self._loose, self._close
        last_index = len(words) - 1
        for index, word in enumerate(words):
            ways = loose.get(word, _NO_WAYS)
            if word in close and index < last_index:
                ways = [*ways, *close[word].get(words[index + 1], _NO_WAYS)]
            best = (-1, "", "")
            for steps, kind, entry in ways:
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
