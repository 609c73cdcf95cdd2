"""Images: what a file really is, and that showing it can do no harm."""

from __future__ import annotations

import hashlib
import re

from convenant.load.raster import JPEG, PIXEL_LIMIT, PNG, is_whole, pixels
from convenant.locale import N_
from convenant.model.folder import IMAGE_LIMIT
from convenant.model.picture import ImageFile
from convenant.problem import Place, Problem, Severity, Term

_SUFFIXES = {
    "image/png": ("png",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/svg+xml": ("svg",),
}
_OTHERS = (
    (b"GIF8", "GIF"),
    (b"RIFF", "WebP"),
    (b"%PDF", "PDF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"BM", "BMP"),
    (b"\x1f\x8b", "SVGZ"),
    (b"\x01\0\0\0", "EMF"),
    (b"\xd7\xcd\xc6\x9a", "WMF"),
)
_UNKNOWN = N_("something else")
_SIMPLE = re.compile(r"figures/(\w+(?:-\w+)*\.[a-z]+)", re.ASCII)


def vet_image(path: str, data: bytes, place: Place) -> tuple[ImageFile | None, tuple[Problem, ...]]:
    """An image that every writer may embed, or the reason why not.

    Args:
        path: from the covenant's folder.
        place: of the file.
    """
    problem = _fault(path, data)
    if problem:
        code, values = problem
        return None, (Problem(place, code, Severity.ERROR, {"file": path, **values}),)
    return ImageFile(_name(path), _media_type(data), data), ()


def _fault(path: str, data: bytes) -> tuple[str, dict[str, str]] | None:
    if len(data) > IMAGE_LIMIT:
        return "file-too-large", {"limit": f"{IMAGE_LIMIT // 1_000_000} MB"}
    kind = _media_type(data)
    if not kind:
        return "figure-type", {"kind": _other(data)}
    suffix = path.rpartition(".")[2].lower()
    if suffix not in _SUFFIXES[kind]:
        return "figure-mismatch", {"kind": _SUFFIXES[kind][0].upper()}
    if kind == "image/svg+xml":
        from convenant.load.svg import find_active

        active = find_active(data)
        return ("figure-active", {"part": active}) if active else None
    size = pixels(data)
    if size is None:
        return "figure-damaged", {}
    if size > PIXEL_LIMIT:
        return "figure-huge", {"limit": str(PIXEL_LIMIT // 1_000_000)}
    return None if is_whole(data) else ("figure-damaged", {})


def _media_type(data: bytes) -> str:
    if data.startswith(PNG):
        return "image/png"
    if data.startswith(JPEG):
        return "image/jpeg"
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return "image/svg+xml" if start.startswith(b"<") and b"<svg" in data[:65_536] else ""


def _other(data: bytes) -> str:
    return next((name for mark, name in _OTHERS if data.startswith(mark)), Term(_UNKNOWN))


def _name(path: str) -> str:
    """A plain file name, the same for the same path and for no other one."""
    if match := _SIMPLE.fullmatch(path):
        return match[1]
    stem, _, suffix = path.rpartition("/")[2].rpartition(".")
    plain = re.sub(r"\W+", "-", stem, flags=re.ASCII).strip("-")[:40] or "image"
    # No simple name has two hyphens in a row.
    return f"{plain}--{hashlib.sha256(path.encode()).hexdigest()[:12]}.{suffix.lower()}"
