"""What changed between two versions of a covenant: one record a change, lightest words last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

from msgspec import Struct, field

from convenant.locale import N_, Voice
from convenant.model.saying import Saying
from convenant.model.section import Section
from convenant.problem import Place


class Weight(Enum):
    """What a change touches, the heaviest first: readers see obligations before commas."""

    PARTY = "party"
    MONEY = "money"
    DATE = "date"
    OBLIGATION = "obligation"
    CONTENT = "content"
    WORDING = "wording"

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return list(Weight).index(self)


WEIGHT_TITLES: Mapping[Weight, str] = {
    Weight.PARTY: N_("Parties"),
    Weight.MONEY: N_("Money and contributions"),
    Weight.DATE: N_("Dates and terms"),
    Weight.OBLIGATION: N_("Rights and obligations"),
    Weight.CONTENT: N_("Content"),
    Weight.WORDING: N_("Wording and layout"),
}
"""Titles for the groups of changes, the heaviest first."""


class ChangeKind(Enum):
    """What happened."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    REPLACED = "replaced"
    REORDERED = "reordered"
    FORMATTED = "formatted"


class Change(Struct, frozen=True):
    """One change, in the data or in the text.

    Attributes:
        id: eight hexadecimal digits, the same in every run and whatever else changes, so that a
            comment can refer to it.
        clause: the printed label of the article that it stands in, such as "Artikel 5"; empty
            where there is none.
        place: in the new version; of what is gone, in the old one.
        parties: ids of the parties that it names; none where it is about the covenant itself.
        said: the change as a sentence.
        path: of data the place in the tree, an item by its id where it has one, such as
            `partnership.commitments.A1.due`; of text the section and clause, such as
            `programme#looptijd`.
        before: of data the value as read, of text the words; None where there was nothing.
        after: likewise.
    """

    id: str
    section: Section
    clause: str
    place: Place
    kind: ChangeKind
    weight: Weight
    parties: tuple[str, ...]
    said: Saying
    path: str
    before: Any = field(default=None)
    after: Any = field(default=None)

    def sentence(self, voice: Voice) -> str:
        """The change as a reader reads it."""
        return self.said.tell(voice)

    def touches(self, party: str) -> bool:
        """Whether this party has to know: it is named, or the change holds for all parties."""
        general = not self.parties and self.weight.rank <= Weight.OBLIGATION.rank
        return party in self.parties or general


class Comparison(Struct, frozen=True):
    """All changes between two versions, in the order of the document.

    Attributes:
        changes: data before text within a section.
        notes: what could not be compared, such as a file that cannot be read.
    """

    slug: str
    language: str
    changes: tuple[Change, ...] = ()
    notes: tuple[Saying, ...] = ()

    def of(self, section: Section) -> tuple[Change, ...]:
        """The changes in one section."""
        return tuple(change for change in self.changes if change.section is section)

    def weighed(self) -> tuple[Change, ...]:
        """The changes with the heaviest first, else in the order of the document."""
        return tuple(sorted(self.changes, key=lambda change: change.weight.rank))

    def touching(self, party: str) -> tuple[Change, ...]:
        """The changes that a party has to know."""
        return tuple(change for change in self.changes if change.touches(party))

    def chosen(self, sections: Iterable[Section]) -> Comparison:
        """The same comparison with only the changes in some sections."""
        kept = set(sections)
        changes = tuple(change for change in self.changes if change.section in kept)
        return Comparison(self.slug, self.language, changes, self.notes)
