"""What a rule of counsel looks at: a covenant that can be read, and what it takes once for all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias

from msgspec import Struct, field

from convenant.check.language.passage import Passage
from convenant.check.language.passages import passages
from convenant.model.annotation import Schema
from convenant.model.covenant import Covenant
from convenant.model.house_rules import Thresholds
from convenant.model.record import Records
from convenant.model.section import Maturity, Section
from convenant.problem import Place

_SHAPES = bytes(
    ord("0") if 48 <= byte <= 57 else ord("A") if 65 <= byte <= 90 else byte for byte in range(256)
)


def shape_of(text: str) -> bytes:
    """A text with every digit as 0 and every capital as A."""
    return text.encode("utf-8", "replace").translate(_SHAPES)


class Found(Struct, frozen=True, dict=True):
    """What a rule found; how much it weighs follows from the section that it stands in."""

    code: str
    place: Place
    values: Mapping[str, str] = field(default_factory=dict)


class Inquiry(Struct, frozen=True, dict=True):
    """One covenant and what is known around it.

    Attributes:
        texts: the files as written, by POSIX path from the workspace root.
        today: ISO date; empty where the day should not matter.
        records: what was written down of meetings, consents, reviews and signatures, if anything.
    """

    covenant: Covenant
    schemas: Mapping[str, Schema]
    texts: Mapping[str, str] = field(default_factory=dict)
    thresholds: Thresholds | None = None
    today: str = ""
    records: Records | None = None

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every stretch of text, walked once."""
        return passages(self.covenant, self.schemas)

    @cached_property
    def text(self) -> str:
        """All passages, one a line: a pattern is looked for once in it and not in each of them."""
        return "\n".join(passage.text for passage in self.passages)

    @cached_property
    def low(self) -> str:
        """The same in small letters, for a quick look whether a word occurs at all."""
        return self.text.lower()

    @cached_property
    def shape(self) -> bytes:
        """The same with every digit as 0 and every capital as A, to find shapes as plain bytes."""
        return shape_of(self.text)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the covenant in small letters."""
        return frozenset().union(*(passage.words for passage in self.passages))

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for passage in self.passages:
            starts.append(starts[-1] + len(passage.text) + 1)
        return starts

    def find(
        self, pattern: re.Pattern[str], *leads: str
    ) -> Iterator[tuple[Passage, int, re.Match[str]]]:
        """Everything that a pattern finds: the passage, where in it, and what.

        Args:
            leads: in small letters, the ways in which a find can start. Only where one of them
                stands is the pattern tried, at a tenth of the cost.
        """
        for found in self._led(pattern, leads) if leads else pattern.finditer(self.text):
            index = bisect_right(self._starts, found.start()) - 1
            yield self.passages[index], found.start() - self._starts[index], found

    def _led(self, pattern: re.Pattern[str], leads: tuple[str, ...]) -> Iterator[re.Match[str]]:
        text, low = self.text, self.low
        if len(low) != len(text):
            # A few capitals become two small letters, and no place after them would be right.
            yield from pattern.finditer(text)
            return
        spots = sorted({at for lead in leads for at in _places(lead, low)})
        end = 0
        for at in spots:
            if at >= end and (found := pattern.match(text, at)):
                end = found.end()
                yield found

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What readers call a party, by its id."""
        return {party.id: party.label for party in self.covenant.cover.parties}

    @property
    def dutch(self) -> bool:
        """Whether the covenant is written in Dutch."""
        return self.covenant.language.startswith("nl")

    @property
    def speaks(self) -> bool:
        """Whether rules on words know the covenant's language."""
        return self.covenant.language[:2] in ("nl", "en")

    def grown(self, section: Section) -> bool:
        """Whether a section is at least concrete."""
        return self.covenant.maturity(section) is not Maturity.OUTLINE

    def settled(self, section: Section) -> bool:
        """Whether a section is ready for decision."""
        return self.covenant.maturity(section) is Maturity.SETTLED

    def euro(self, amount: Decimal) -> str:
        """An amount as the covenant's readers write it."""
        text = f"{amount:,.2f}"
        if self.dutch:
            text = text.translate(str.maketrans(",.", ".,"))
        return f"€ {text}".removesuffix(",00").removesuffix(".00")


def _places(lead: str, text: str) -> Iterator[int]:
    at = text.find(lead)
    while at >= 0:
        yield at
        at = text.find(lead, at + 1)


Look: TypeAlias = Callable[[Inquiry], Iterator[Found]]
