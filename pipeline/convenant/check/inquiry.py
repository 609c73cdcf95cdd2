"""What a rule of counsel looks at: a covenant that can be read, and what it takes once for all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias

from convenant.check.passage import Passage
from convenant.check.passages import passages
from convenant.model.annotation import Schema
from convenant.model.covenant import Covenant
from convenant.model.house_rules import Thresholds
from convenant.model.section import Maturity, Section
from convenant.problem import Place


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found; how much it weighs follows from the section that it stands in."""

    code: str
    place: Place
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Inquiry:
    """One covenant and what is known around it.

    Attributes:
        texts: the files as written, by POSIX path from the workspace root.
        today: ISO date; empty where the day should not matter.
    """

    covenant: Covenant
    schemas: Mapping[str, Schema]
    texts: Mapping[str, str] = field(default_factory=dict)
    thresholds: Thresholds | None = None
    today: str = ""

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every stretch of text, walked once."""
        return passages(self.covenant, self.schemas)

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


Look: TypeAlias = Callable[[Inquiry], Iterator[Found]]
