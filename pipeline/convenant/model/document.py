"""A document ready for the writers: one tree for every format, and what stands on its cover."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct, field

from convenant.model.ast import Node
from convenant.model.drawing import Drawing
from convenant.model.house_style import LINDE, HouseStyle
from convenant.model.party import Party
from convenant.model.picture import ImageFile


class Status(Enum):
    """What a build may call itself."""

    WORKING = "working"  # from a folder with changes that no version has yet
    CONCEPT = "concept"
    TO_SIGN = "to_sign"
    FINAL = "final"

    @property
    def binds_nobody(self) -> bool:
        """Whether the document carries the concept mark and the reservation."""
        return self in (Status.WORKING, Status.CONCEPT)


class Stamp(Struct, frozen=True):
    """The explicit inputs of a build: no clock, no Git, no machine beyond these.

    Attributes:
        version: such as `v0.3`; empty for a folder without one.
        time: seconds since 1970, UTC.
        commit: the full id of the source commit, or empty.
    """

    version: str = ""
    status: Status = Status.WORKING
    time: int = 0
    commit: str = ""


class Document(Struct, frozen=True):
    """What every writer takes.

    The tree is pandoc's, with these conventions. Level-1 headings are sections and annexes, with
    class `section` or `annex` and the attribute `number`; level-2 headings of class `article` have
    `number` too, and `repealed` as a second class where that holds. `label` holds the printed
    label ("Artikel 3", "Bijlage 1"). Cross-references are links of class `ref` with the printed
    text as their content. A figure is pandoc's `Figure` with one `Image` (attribute `alt`) and a
    caption that starts with a `Span` of class `label` ("Figuur 1"); a table caption likewise
    ("Tabel 2"). Generated blocks are `Div`s of class `generated` plus the block's name.
    `signatures` is such a block. Image targets are names of `images` or of `drawings`.

    Attributes:
        language: `nl` or `en`.
        digest: 64 hexadecimal digits; the first 12 are printed as the short digest.
        edition: which other document than the whole it is; empty for the whole.
        sheet: a few pages without a title page and contents.
        pages: on how many pages a sheet has to fit; 0 for as many as it takes.
    """

    slug: str
    language: str
    title: str
    subtitle: str
    citation_title: str
    parties: tuple[Party, ...]
    stamp: Stamp
    digest: str
    blocks: tuple[Node, ...]
    images: Mapping[str, ImageFile] = field(default_factory=dict)
    drawings: Mapping[str, Drawing] = field(default_factory=dict)
    style: HouseStyle = LINDE
    edition: str = ""
    sheet: bool = False
    pages: int = 0

    @property
    def file_stem(self) -> str:
        """What its files are called: `de-linde`, `de-linde-brief`."""
        return f"{self.slug}-{self.edition}" if self.edition else self.slug

    @property
    def short_digest(self) -> str:
        """The first 12 digits in groups of four: `1a2b 3c4d 5e6f`."""
        return " ".join(self.digest[i : i + 4] for i in (0, 4, 8))
