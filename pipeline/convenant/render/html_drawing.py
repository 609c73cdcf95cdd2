"""Figures from data in the page: drawn into it, in colours that follow the reader's scheme."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from convenant.model.ast import Node, attr
from convenant.model.document import Document
from convenant.model.house_style import HouseStyle
from convenant.render.svg_figure import page_figure, scheme_variables

_PLACE = re.compile(r'<img\b[^>]*\bsrc="drawing:([a-z0-9-]+)"[^>]*>', re.DOTALL)
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
    return (
        f":root {{ {light} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
    )
