"""Pictures in ODF: on their own line, no larger than the page, and described."""

from __future__ import annotations

from collections.abc import Sequence

from convenant.edges.odf.tables import TEXT_WIDTH
from convenant.edges.odf.xml import Element, make, q, value
from convenant.edges.office.package import take

_HIGHEST = 18.0
"""In centimetres: a taller picture would push its caption to the next page."""

_UNITS = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "px": 2.54 / 96}


def finish_images(body: Element, described: Sequence[tuple[str, str]]) -> None:
    """Finish every frame; `described` has name and alternative text of each image in order."""
    frames = list(body.iter(q("draw:frame")))
    for number, (frame, (name, text)) in enumerate(zip(frames, described, strict=False), 1):
        width = _length(value(frame, "svg:width"))
        height = _length(value(frame, "svg:height"))
        relative = take(frame, q("style:rel-width"))
        take(frame, q("style:rel-height"))
        if width and height:
            wanted = TEXT_WIDTH if relative else width
            scale = min(wanted / width, TEXT_WIDTH / width, _HIGHEST / height)
            frame.set(q("svg:width"), f"{width * scale:.3f}cm")
            frame.set(q("svg:height"), f"{height * scale:.3f}cm")
        frame.set(q("draw:name"), f"{name.rpartition('.')[0] or name or 'image'} {number}")
        frame.set(q("draw:style-name"), "Graphics")
        frame.set(q("text:anchor-type"), "as-char")
        for tag in ("svg:title", "svg:desc"):
            for old in frame.findall(q(tag)):
                frame.remove(old)
        if text:
            frame.append(make("svg:title", None, text=text))


def _length(said: str) -> float:
    """A length in centimetres; 0 where it is none."""
    number, unit = said[:-2], said[-2:]
    try:
        return float(number) * _UNITS.get(unit, 0.0)
    except ValueError:
        return 0.0
