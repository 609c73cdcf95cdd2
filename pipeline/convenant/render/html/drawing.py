"""Figures from data in the page: drawn into it, in colours that follow the reader's scheme."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from convenant.model.ast import Node, attr
from convenant.model.document import Document
from convenant.model.house_style import HouseStyle, Palette
from convenant.render.html.svg_figure import page_figure, scheme_variables

_PLACE = re.compile(r'<img\b[^>]*\bsrc="drawing:([a-z0-9-]+)"[^>]*>', re.DOTALL)
_DARK = "@media screen and (prefers-color-scheme: dark)"
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
    light = {**_page_colours(style.light), **style.page}
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


def _unthemed(style: HouseStyle) -> dict[str, str]:
    """In the dark the words that a theme coloured for the light are coloured by the scheme."""
    ours = {"utrecht-document-color": style.dark.ink}
    return {name: ours.get(name, "var(--convenant-accent)") for name in style.page}


def _declared(values: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in values.items())
