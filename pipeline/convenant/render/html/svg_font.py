"""Words in a drawing get our fonts, so that they are drawn at all where no others are there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from convenant.model.picture import ImageFile

_FAMILY = re.compile(
    rb"""(font-family\s*=\s*)("[^"]*"|'[^']*')|(font-family\s*:\s*)([^;}]*?)(?=\s*[;}"])"""
)
_OURS = {b"serif": b"Source Serif 4", b"monospace": b"Source Code Pro"}


def with_our_fonts(images: Mapping[str, ImageFile]) -> dict[str, ImageFile]:
    """The images, drawings among them with their words in our fonts."""
    return {
        name: replace(image, data=name_fonts(image.data))
        if image.media_type == "image/svg+xml"
        else image
        for name, image in images.items()
    }


def name_fonts(svg: bytes) -> bytes:
    """The drawing with its texts in our fonts.

    Typst sees no font of the machine, and leaves out words in a family that it does not find,
    such as the generic `sans-serif`.
    """
    if not _FAMILY.search(svg):
        return svg.replace(b"<svg", b"<svg font-family=\"'Source Sans 3'\"", 1)
    return _FAMILY.sub(_in_our_family, svg)


def _in_our_family(found: re.Match[bytes]) -> bytes:
    said = found[2] or found[4]
    generic = said.strip(b"\"' ").rpartition(b",")[2].strip().lower()
    ours = _OURS.get(generic, b"Source Sans 3")
    # A family whose name holds a digit must be quoted; the quotes must not end the attribute.
    if found[1]:
        return found[1] + b"\"'" + ours + b"'\""
    return found[3] + b"&apos;" + ours + b"&apos;"
