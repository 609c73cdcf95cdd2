"""Pictures of drawings, for programs that draw no SVG: one limited Typst child draws them all."""

from __future__ import annotations

from collections.abc import Mapping

from convenant.edges.engine.compiler import drawn_pages, run_compiler
from convenant.edges.engine.failure import ToolFailed
from convenant.model.picture import ImageFile

_WIDTH = "160mm"
"""The width of a line on A4, which a drawing fills."""

DOTS = 200
"""Per inch of the drawing's own size: sharp on paper where it fills the line."""


def draw_rasters(images: Mapping[str, ImageFile]) -> Mapping[str, bytes]:
    """By name a PNG of each SVG image; none of any where the drawing fails.

    Args:
        images: their texts in our fonts, since no others are there.

    Raises:
        LimitExceeded: when a drawing takes more time or memory.
    """
    drawings = [image for image in images.values() if image.media_type == "image/svg+xml"]
    if not drawings:
        return {}
    project = {f"{number}.svg": image.data for number, image in enumerate(drawings)}
    pages = [f'#page(image("{name}", width: {_WIDTH}))' for name in project]
    settings = "#set page(width: auto, height: auto, margin: 0pt, fill: none)"
    project["main.typ"] = "\n".join([settings, *pages]).encode()
    try:
        drawn = run_compiler(project, "png", dots=DOTS)
    except ToolFailed:
        # The drawing itself goes along with the document; only its stand-in is missing.
        return {}
    pngs = [png for _, png in drawn_pages(drawn)]
    return {image.name: png for image, png in zip(drawings, pngs, strict=True)}
