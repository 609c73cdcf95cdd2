"""Figures from data in the page: drawn into it, in colours that follow the reader's scheme."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from convenant.model.ast import Node, attr
from convenant.model.document import Document
from convenant.model.house_style import HouseStyle, Palette, Scale
from convenant.render.html.svg_figure import page_figure, scheme_variables

_PLACE = re.compile(r'<img\b[^>]*\bsrc="drawing:([a-z0-9-]+)"[^>]*>', re.DOTALL)
_DARK = "@media screen and (prefers-color-scheme: dark)"
_TEXT, _WEB_LINE = 1.125, 1.5
"""The size of the text in `rem`, and the least height of its lines: a screen is no paper."""

_ALTERNATIVE = re.compile(r'\balt="([^"]*)"')


def drawing_place(name: str, alternative: str) -> Node:
    """What stands in the tree where the drawing is to come; `with_drawings` puts it there."""
    return {"t": "Image", "c": [attr(alt=alternative), [], [f"drawing:{name}", ""]]}


def with_drawings(page: str, drawn: Mapping[str, bytes], document: Document) -> str:
    """The finished page with its drawings.

    A `<` in a text of the document is escaped, so that no text can look like such a place.
    """
    known: set[str] = set()

    def visit(place: re.Match[str]) -> str:
        name = place[1]
        if name not in drawn:
            return place[0]
        said = _ALTERNATIVE.search(place[0])
        figure = page_figure(drawn[name], said[1] if said else "", document.style, known)
        title = escape(document.drawings[name].title, quote=True)
        # Whoever uses a keyboard must be able to scroll it where it is wider than the page.
        box = f'<div class="drawing-room scroll" role="group" tabindex="0" aria-label="{title}">'
        return f"{box}{figure}</div>"

    return _PLACE.sub(visit, page)


def scheme_sheet(style: HouseStyle) -> str:
    """The colours of the drawings, for either scheme; paper is always light."""
    light, dark = scheme_variables(style.light.named()), scheme_variables(style.dark.named())
    # Where the reader forces colours, the drawing keeps its own and so needs its own paper.
    forced = "@media (forced-colors: active) { .drawing { background: var(--figure-paper); } }"
    return f":root {{ {light} }}\n{_DARK} {{ :root {{ {dark} }} }}\n{forced}\n"


def style_sheet(style: HouseStyle) -> str:
    """The colours and fonts of a house style, over those that `theme.css` falls back on.

    The names are those of the NL Design System wherever it has one.
    """
    light = {**_page_colours(style.light), **style.page, **_page_sizes(style.scale)}
    sans = ", ".join([*(f'"{name}"' for name in style.families), "var(--convenant-sans)"])
    fonts = {"utrecht-heading-font-family": sans, "utrecht-table-font-family": sans}
    if style.fonts.text == style.fonts.display:
        fonts["utrecht-document-font-family"] = sans
    dark = _page_colours(style.dark)
    return (
        f":root {{ {_declared({**light, **fonts})} }}\n"
        f"{_DARK} {{ :root {{ {_declared(dark | _unthemed(style))} }} }}\n"
    )


def _page_colours(palette: Palette) -> dict[str, str]:
    return {
        "convenant-accent": palette.accent,
        "convenant-quiet": palette.muted,
        "convenant-rule": palette.rule,
        "convenant-tint": palette.tint,
        "convenant-target": palette.tint,
        "utrecht-document-background-color": palette.paper,
        "utrecht-document-color": palette.ink,
    }


def _page_sizes(scale: Scale | None) -> dict[str, str]:
    """What a theme says of sizes; our own are those of the sheet, which follow the screen."""
    if scale is None:
        return {}
    headings = {"2": scale.section, "3": scale.article, "4": scale.part}
    return {
        **{f"utrecht-heading-{n}-font-size": _rem(size) for n, size in headings.items()},
        "utrecht-document-line-height": f"{max(scale.line, _WEB_LINE):g}",
        "utrecht-table-cell-padding-block-start": _rem(scale.cell),
        "utrecht-table-cell-padding-block-end": _rem(scale.cell),
        "convenant-radius": f"{scale.radius * 4 / 3:.3g}px",
    }


def _rem(size: float) -> str:
    return f"{size * _TEXT:.4g}rem"


def _unthemed(style: HouseStyle) -> dict[str, str]:
    """In the dark the words that a theme coloured for the light are coloured by the scheme."""
    ours = {"utrecht-document-color": style.dark.ink}
    return {name: ours.get(name, "var(--convenant-accent)") for name in style.page}


def _declared(values: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in values.items())
