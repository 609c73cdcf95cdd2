"""Pictures of drawings, for programs that draw no SVG: one limited Typst child draws them all."""

from __future__ import annotations

import base64
import json
import re
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

_FAMILY = re.compile(
    rb"""(font-family\s*=\s*)("[^"]*"|'[^']*')|(font-family\s*:\s*)([^;}]*?)(?=\s*[;}"])"""
)
_OURS = {b"serif": b"Source Serif 4", b"monospace": b"Source Code Pro"}


def draw_rasters(
    images: Mapping[str, ImageFile], *, seconds: float = 30, memory_mb: int = 1024
) -> Mapping[str, bytes]:
    """By name a PNG of each SVG image; none of any where the drawing fails.

    Raises:
        LimitExceeded: when a drawing takes more time or memory.
    """
    drawings = [image for image in images.values() if image.media_type == "image/svg+xml"]
    spec = find_spec("typst") if drawings else None
    if spec is None or spec.origin is None:
        return {}
    site = Path(spec.origin).resolve().parent.parent
    project = {f"{number}.svg": name_fonts(image.data) for number, image in enumerate(drawings)}
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
