"""Pictures of drawings, for programs that draw no SVG: one limited Typst child draws them all."""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from convenant.edges.font import find_fonts
from convenant.edges.sandbox import ToolFailed, run_limited
from convenant.model.document import ImageFile

_CHILD = Path(__file__).parent / "raster_child.py"
_WIDTH = "160mm"
"""The width of a line on A4, which a drawing fills."""


def draw_rasters(
    images: Mapping[str, ImageFile], *, seconds: float = 30, memory_mb: int = 1024
) -> Mapping[str, bytes]:
    """By name a PNG of each SVG image; none of any where the drawing fails.

    Args:
        images: their texts in our fonts, since no others are there.

    Raises:
        LimitExceeded: when a drawing takes more time or memory.
    """
    drawings = [image for image in images.values() if image.media_type == "image/svg+xml"]
    spec = find_spec("typst") if drawings else None
    if spec is None or spec.origin is None:
        return {}
    site = Path(spec.origin).resolve().parent.parent
    project = {f"{number}.svg": image.data for number, image in enumerate(drawings)}
    pages = [f'#page(image("{name}", width: {_WIDTH}))' for name in project]
    settings = "#set page(width: auto, height: auto, margin: 0pt, fill: none)"
    project["main.typ"] = "\n".join([settings, *pages]).encode()
    child: list[str | Path] = [sys.executable, "-I", "-S", _CHILD, site, *find_fonts()]
    try:
        drawn = run_limited(child, files=project, seconds=seconds, memory_mb=memory_mb)
    except ToolFailed:
        # The drawing itself goes along with the document; only its stand-in is missing.
        return {}
    pngs = [base64.b64decode(picture) for picture in json.loads(drawn)]
    return {image.name: png for image, png in zip(drawings, pngs, strict=True)}
