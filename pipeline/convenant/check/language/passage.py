"""A stretch of text with its words, its sentences and its places: what rules on language see."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from msgspec import Struct

from convenant.model.section import Section
from convenant.problem import Place

FILLED = "\ufffc"
"""Stands for a value or a number that the build puts here."""

_WORD = re.compile(r"[^\W_]+(?:['’\-.&/][^\W_]+)*")
_ENDS = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9À-Ý\ufffc])")
_SHORT = frozenset(
    (
        *("bijv", "art", "artt", "nr", "nrs", "resp", "ca", "max", "min", "incl", "excl", "jl"),
        *("drs", "mr", "dr", "ir", "prof", "o.a", "m.b.t", "d.w.z", "z.s.m", "t.a.v", "n.a.v"),
        *("i.o", "t.b.v", "e.g", "i.e", "vs", "st", "no"),
    )
)
"""Abbreviations whose full stop ends no sentence."""


class Passage(Struct, frozen=True, dict=True):
    """A stretch of text that belongs together.

    Attributes:
        kind: paragraph, heading, cell or data.
        key: of a text in the data, the key it stands under.
        spots: offset, line and column of each token; the place of any offset follows.
        article: id of the article that it stands in.
        targets: what its links lead to.
    """

    file: str
    section: Section
    kind: str
    text: str
    spots: tuple[tuple[int, int, int], ...]
    key: str = ""
    article: str = ""
    targets: tuple[str, ...] = ()

    def place(self, offset: int = 0) -> Place:
        """Where a character stands in the source; a text in the data starts at its value."""
        index = max(bisect_right(self.spots, (offset, 1 << 30, 0)) - 1, 0)
        start, line, column = self.spots[index]
        return Place(self.file, line, column + (offset - start if self.kind != "data" else 0))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in small letters."""
        low = self.text.lower()
        # A few capitals become two letters, and no place after them would be right.
        return tuple(_WORD.findall(low if len(low) == len(self.text) else self.text))

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each word."""
        return tuple(found.span() for found in _WORD.finditer(self.text))

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each sentence."""
        found, start = [], 0
        for end in _ENDS.finditer(self.text):
            before = self.text[start : end.start()].rpartition(" ")[2].lstrip("(\"'‘“").lower()
            if before in _SHORT or (len(before) == 1 and before.isalpha()):
                continue
            found.append((start, end.end()))
            start = end.end()
        return (*found, (start, len(self.text))) if start < len(self.text) else tuple(found)

    def sentence_at(self, offset: int) -> str:
        """The sentence around a character."""
        for start, end in self.sentences:
            if start <= offset < end:
                return self.text[start:end].strip()
        return self.text
