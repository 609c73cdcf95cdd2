"""Figures that the data give: what a template draws, and what is said for who does not see it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct


class Drawing(Struct, frozen=True):
    """One figure, not yet drawn.

    Attributes:
        name: unique in the document, as the tree refers to it; no image file is called so.
        kind: the template in `templates/figures` that draws it.
        data: what the template gets: plain JSON values with words in the document's language,
            places on an axis as shares from 0 to 1.
        title: the caption.
        alternative: what the figure says, in one or two sentences; all of it is also in the
            tables or lists that stand below it.
    """

    name: str
    kind: str
    data: Mapping[str, Any]
    title: str
    alternative: str


class Drawn(Struct, frozen=True):
    """A figure as it was drawn: a vector picture, and dots for programs that draw no SVG."""

    svg: bytes
    png: bytes = b""
