"""The look of documents: one definition for the page, the PDF and the office files."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from convenant.model.picture import ImageFile


class Tone(Struct, frozen=True):
    """A colour for a part of a figure; colours are `#rrggbb`.

    Attributes:
        fill: the colour itself.
        on: of words on it, at 4.5 : 1 or more.
        line: of an edge that must be seen on paper, at 3 : 1 or more.
    """

    fill: str
    on: str
    line: str


class Palette(Struct, frozen=True):
    """The colours of one scheme, light or dark; those of words have 4.5 : 1 or more on `paper`."""

    paper: str
    ink: str
    muted: str
    accent: str
    on_accent: str
    rule: str
    tint: str
    tones: tuple[Tone, ...]

    def named(self) -> Mapping[str, str]:
        """Each colour by its role; those of the tones numbered."""
        found = {
            "paper": self.paper,
            "ink": self.ink,
            "muted": self.muted,
            "accent": self.accent,
            "on-accent": self.on_accent,
            "rule": self.rule,
            "tint": self.tint,
        }
        for number, tone in enumerate(self.tones):
            found |= {
                f"tone-{number}": tone.fill,
                f"tone-{number}-on": tone.on,
                f"tone-{number}-line": tone.line,
            }
        return found


class Fonts(Struct, frozen=True):
    """Families that come with the program, by what they are for."""

    text: str = "Source Serif 4"
    display: str = "Source Sans 3"
    code: str = "Source Code Pro"


class Scale(Struct, frozen=True):
    """How large things are beside the size of the text, on paper.

    Attributes:
        section: heading of a section; of an article `article`, of a part of one `part`.
        line: from one line of running text to the next.
        cell: room above and below the words of a cell.
        radius: of corners, in points.
    """

    section: float = 2.0
    article: float = 1.143
    part: float = 1.01
    line: float = 1.36
    cell: float = 0.57
    radius: float = 1.5


class HouseStyle(Struct, frozen=True):
    """What every writer takes for its look.

    Attributes:
        cover: `band` for a title on a field of the accent colour, `plain` for one on paper.
        page: further colours of the page by the name of their custom property, in the light.
        families: fonts that the page asks for before ours, where the reader has them.
        header: words above each page, `footer` below it.
        scale: sizes that a theme gave; without, each format has its own of our making.
    """

    light: Palette
    dark: Palette
    fonts: Fonts = field(default_factory=Fonts)
    cover: str = "band"
    logo: ImageFile | None = None
    header: str = ""
    footer: str = ""
    page: Mapping[str, str] = field(default_factory=dict)
    families: tuple[str, ...] = ()
    scale: Scale | None = None


LINDE = HouseStyle(
    light=Palette(
        paper="#ffffff",
        ink="#1b2321",
        muted="#55615d",
        accent="#1f5b4e",
        on_accent="#fffffe",
        rule="#c3cec9",
        tint="#eef3f1",
        tones=(
            Tone("#1f5c4f", "#fffffd", "#1f5c50"),
            Tone("#4a7f72", "#fffffc", "#4a7f73"),
            Tone("#e3b65b", "#1b2322", "#8a6414"),
            Tone("#a9cbc0", "#1b2323", "#54796e"),
            Tone("#5d6f7c", "#fffffb", "#5d6f7d"),
            Tone("#efdcb2", "#1b2324", "#8a6415"),
            Tone("#2c3a42", "#fffffa", "#2c3a43"),
            Tone("#cfd8dc", "#1b2325", "#66757e"),
        ),
    ),
    dark=Palette(
        paper="#121816",
        ink="#e7ebe7",
        muted="#aab5af",
        accent="#8fd3bf",
        on_accent="#0f1a17",
        rule="#46534d",
        tint="#1d2724",
        tones=(
            Tone("#8fd3bf", "#0f1a17", "#8fd3bf"),
            Tone("#5fa391", "#08110f", "#6fb3a1"),
            Tone("#e3b65b", "#17120a", "#e3b65b"),
            Tone("#2f5a4e", "#f2f7f4", "#6fa393"),
            Tone("#9fb2bf", "#0f1519", "#9fb2bf"),
            Tone("#6d5a2a", "#fbf6ea", "#b3964d"),
            Tone("#cbd7de", "#10171b", "#cbd7de"),
            Tone("#3d484e", "#f2f5f6", "#7c8b94"),
        ),
    ),
)
"""The style of the worked examples: deep green, a serif text, a title on a field of colour."""
