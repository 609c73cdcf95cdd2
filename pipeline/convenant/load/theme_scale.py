"""The sizes of a published theme, held within what reads well on paper and on a page."""

from __future__ import annotations

import re

from convenant.load.theme import Theme
from convenant.model.house_style import Scale

_TEXT_SIZES = (
    "utrecht-document-font-size",
    "utrecht-paragraph-font-size",
    "nl-paragraph-font-size",
)
_LINES = (
    "utrecht-paragraph-line-height",
    "nl-paragraph-line-height",
    "utrecht-document-line-height",
)
_CELLS = ("utrecht-table-cell-padding-block-start", "nl-table-cell-padding-block-start")
_CORNERS = ("nl-button-border-radius", "utrecht-button-border-radius")

_SECTION, _ARTICLE, _PART = (1.4, 2.2), (1.12, 1.5), (1.0, 1.25)
"""Headings over the size of the text: the least and the most."""

_LINE, _CELL, _RADIUS = (1.3, 1.6), (0.3, 0.75), (0.0, 6.0)

_STEP = 1.2
"""A section is at least so many times as large as an article."""

_LENGTH = re.compile(r"(\d{1,3}(?:\.\d{1,4})?|\.\d{1,4})(rem|em|px|pt|%|)")
_ROOT = 16.0
"""Pixels of a `rem`."""


def load_scale(theme: Theme) -> Scale | None:
    """The scale of a theme; nothing where it says nothing of sizes.

    Room around paragraphs and headings is left as ours: themes give it to the components of a
    website, and most set it to nothing.
    """
    text = _first(theme, _TEXT_SIZES) or 1.0
    own = Scale()
    part = _heading(theme, 4, text, _PART, own.part)
    article = max(_heading(theme, 3, text, _ARTICLE, own.article), part)
    section = max(_heading(theme, 2, text, _SECTION, own.section), article * _STEP)
    line, cell, radius = (_first(theme, names) for names in (_LINES, _CELLS, _CORNERS))
    if line is not None and line > _LINE[1] * 1.5:
        line = None
    made = Scale(
        section=round(section, 3),
        article=round(article, 3),
        part=round(part, 3),
        line=own.line if line is None else _within(line, _LINE),
        cell=own.cell if cell is None else _within(cell / text, _CELL),
        radius=own.radius if radius is None else _within(radius * 12, _RADIUS),
    )
    return made if made != own else None


def _heading(
    theme: Theme, level: int, text: float, bounds: tuple[float, float], own: float
) -> float:
    names = (f"utrecht-heading-{level}-font-size", f"nl-heading-level-{level}-font-size")
    found = _first(theme, names)
    return own if found is None else _within(found / text, bounds)


def _within(value: float, bounds: tuple[float, float]) -> float:
    return round(min(max(value, bounds[0]), bounds[1]), 3)


def _first(theme: Theme, names: tuple[str, ...]) -> float | None:
    """The first of these values that is a length or a bare number, in `rem`."""
    return next((size for name in names if (size := _size(theme.get(name, ""))) is not None), None)


def _size(value: str) -> float | None:
    found = _LENGTH.fullmatch(value.strip())
    if not found:
        return None
    shares = {"px": 1 / _ROOT, "pt": 4 / 3 / _ROOT, "%": 0.01}
    return float(found[1]) * shares.get(found[2], 1.0)
