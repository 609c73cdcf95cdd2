"""What `convenant.yaml` says of the look, with its theme and its logo, as one house style."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from convenant.load.image import vet_image
from convenant.load.record import load_record
from convenant.load.theme import Theme, ThemeError, colour_of, load_theme
from convenant.load.theme_scale import load_scale
from convenant.model.colour import TEXT, contrast
from convenant.model.house_style import LINDE, Fonts, HouseStyle
from convenant.model.own_style import STYLES, coloured, usable
from convenant.model.tree import Map
from convenant.problem import Place, Problem, Severity

ACCENTS = (
    "utrecht-page-header-background-color",
    "utrecht-page-footer-background-color",
    "utrecht-table-header-border-block-end-color",
    "utrecht-button-primary-action-background-color",
    "nl-button-primary-background-color",
    "utrecht-heading-1-color",
    "utrecht-link-color",
    "nl-link-color",
)
"""Where a theme shows its colour, the most likely place first."""

PAGE_COLOURS = (
    "utrecht-document-color",
    "utrecht-heading-1-color",
    "utrecht-heading-2-color",
    "utrecht-heading-3-color",
    "utrecht-heading-4-color",
    "utrecht-link-color",
    "utrecht-link-hover-color",
    "utrecht-link-visited-color",
)
"""Colours of words that the page takes from a theme as they are, where they can be read."""


_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class StyleSettings(Struct, frozen=True):
    """`house_style` in `convenant.yaml`.

    Attributes:
        style: a style of our own.
        colour: instead of the accent of that style.
        theme: path of a published theme, from the root of the workspace.
        logo: path of an image, likewise.
        header: words above each page; `footer` below it.
    """

    at: Place
    style: str = ""
    colour: str = ""
    theme: str = ""
    logo: str = ""
    header: str = ""
    footer: str = ""


def load_style_settings(tree: Map | None, file: str = "convenant.yaml") -> StyleSettings:
    """The settings of the look; what does not fit is left to the schema check."""
    section = tree.get("house_style") if tree is not None else None
    return load_record(StyleSettings, section if isinstance(section, Map) else None, file)


def load_house_style(
    settings: StyleSettings, files: Mapping[str, bytes | None], places: Mapping[str, Place]
) -> tuple[HouseStyle, tuple[Problem, ...]]:
    """The style as asked for, as far as it can be had, and why not further.

    Args:
        files: the theme and the logo by path; None for one that is not there or is a link.
        places: where each setting stands, by key.
    """
    style = STYLES.get(settings.style, LINDE)
    problems: list[Problem] = []

    def found(code: str, key: str, severity: Severity = Severity.ERROR, **values: str) -> None:
        problems.append(Problem(places.get(key, settings.at), code, severity, values))

    if settings.theme:
        data = files.get(settings.theme)
        try:
            style = style if data is None else _themed(style, load_theme(settings.theme, data))
        except ThemeError:
            found("style-theme", "theme", file=settings.theme)
        if data is None:
            found("style-file", "theme", file=settings.theme)
    if _COLOUR.fullmatch(settings.colour):
        near = usable(settings.colour.lower())
        if near != settings.colour.lower():
            values = {"colour": settings.colour, "near": near}
            found("style-contrast", "colour", Severity.WARNING, **values)
        style = coloured(settings.colour.lower(), base=style)
    if settings.logo:
        data = files.get(settings.logo)
        logo, faults = (None, ()) if data is None else vet_image(settings.logo, data, settings.at)
        if data is None:
            found("style-file", "logo", file=settings.logo)
        elif faults:
            found("style-logo", "logo", file=settings.logo)
        style = replace(style, logo=logo and replace(logo, name=f"logo-{logo.name}"))
    style = replace(style, header=settings.header, footer=settings.footer)
    return style, tuple(sorted(problems, key=lambda problem: problem.sort_key))


def _themed(style: HouseStyle, theme: Theme) -> HouseStyle:
    """The style in the colours and sizes of a theme, without serifs where the theme has none."""
    candidates = [colour_of(theme, name) for name in ACCENTS]
    strong = [one for one in candidates if one and contrast(one, "#ffffff") >= 3 and _vivid(one)]
    known = [one for one in candidates if one and contrast(one, "#ffffff") >= TEXT]
    accent = next(iter([*strong, *known]), style.light.accent)
    ink = colour_of(theme, "utrecht-document-color", "basis-color-default-color-document")
    family = theme.get("utrecht-document-font-family", theme.get("nl-paragraph-font-family", ""))
    serif = family.rstrip().endswith("serif") and not family.rstrip().endswith("sans-serif")
    fonts = Fonts() if serif else Fonts(text="Source Sans 3")
    page = {
        name: colour
        for name in PAGE_COLOURS
        if (colour := colour_of(theme, name)) and contrast(colour, "#ffffff") >= TEXT
    }
    made = coloured(accent, ink=ink or "#1b2023", base=style, fonts=fonts)
    return replace(made, page=page, families=_families(family), scale=load_scale(theme))


def _vivid(colour: str) -> bool:
    """Whether it is a colour and no grey."""
    channels = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return max(channels) - min(channels) > 50


def _families(value: str) -> tuple[str, ...]:
    """The names of font families, those that cannot be anything else."""
    names = [name.strip(" \"'") for name in value.split(",")]
    return tuple(
        name for name in names if name and name.replace(" ", "").replace("-", "").isalnum()
    )
