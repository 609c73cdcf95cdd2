"""One covenant as read: its records, its prose and the files it uses."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct, field

from convenant.model.ambition import Ambition
from convenant.model.annexes import Annexes
from convenant.model.partnership import Partnership
from convenant.model.party import Cover, Party
from convenant.model.picture import ImageFile
from convenant.model.programme import Programme
from convenant.model.prose import Prose
from convenant.model.section import Maturity, Section
from convenant.model.tree import Map
from convenant.model.visualisation import Visualisation
from convenant.problem import Place


class Covenant(Struct, frozen=True):
    """Everything that one covenant folder says.

    Attributes:
        slug: name of its folder.
        folder: POSIX path of its folder from the workspace root.
        data: per section the YAML as read, for rules that walk it; missing when unreadable.
        prose: per section its Markdown; missing when unreadable.
        annex_prose: per annex file (path from the covenant's folder) its Markdown.
        images: images that the allow-list let through, by path from the covenant's folder.
        refused: likewise, images that are there and were not let through; each has its problem.
        sums: SHA-256 in hexadecimal of every file under `annexes/`, by path from the folder.
        totals: sums over the data by name, as `{{ totals.… }}` prints them.
    """

    slug: str
    folder: str
    cover: Cover
    ambition: Ambition
    partnership: Partnership
    visualisation: Visualisation
    programme: Programme
    annexes: Annexes
    data: Mapping[Section, Map] = field(default_factory=dict)
    prose: Mapping[Section, Prose] = field(default_factory=dict)
    annex_prose: Mapping[str, Prose] = field(default_factory=dict)
    images: Mapping[str, ImageFile] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    sums: Mapping[str, str] = field(default_factory=dict)
    totals: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The covenant's language tag; Dutch unless it says otherwise."""
        return self.cover.language or "nl"

    def party(self, id: str) -> Party | None:
        """The party with this id."""
        return next((party for party in self.cover.parties if party.id == id), None)

    def maturity(self, section: Section) -> Maturity:
        """How far a section has grown; an outline unless it says otherwise."""
        said = str(self.data[section].get("maturity", "")) if section in self.data else ""
        return Maturity(said) if said in {m.value for m in Maturity} else Maturity.OUTLINE

    def place(self, section: Section) -> Place:
        """The start of a section's data file."""
        return Place(f"{self.folder}/{section.data_file}")

    def all_prose(self) -> tuple[Prose, ...]:
        """Every Markdown file in the order of the document."""
        return (*(self.prose[s] for s in Section if s in self.prose), *self.annex_prose.values())
