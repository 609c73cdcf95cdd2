"""An image as every writer takes it."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct


class ImageFile(Struct, frozen=True):
    """An image that the document shows.

    Attributes:
        name: a plain file name, unique in the document, as the tree refers to it.
        media_type: `image/png`, `image/jpeg` or `image/svg+xml`.
    """

    name: str
    media_type: str
    data: bytes


Size: TypeAlias = tuple[int, int]
"""Width and height in dots."""

WIDEST, HIGHEST = 1890, 2126
"""Dots of a picture on paper: 16 by 18 cm at 300 per inch."""


def fitting(size: Size) -> Size | None:
    """The size that a picture gets; None where it is not much larger than paper shows."""
    share = min(WIDEST / size[0], HIGHEST / size[1])
    if share > 0.8:
        return None
    return max(round(size[0] * share), 1), max(round(size[1] * share), 1)
