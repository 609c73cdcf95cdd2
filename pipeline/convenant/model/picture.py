"""An image as every writer takes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImageFile:
    """An image that the document shows.

    Attributes:
        name: a plain file name, unique in the document, as the tree refers to it.
        media_type: `image/png`, `image/jpeg` or `image/svg+xml`.
    """

    name: str
    media_type: str
    data: bytes
