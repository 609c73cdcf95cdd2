"""Images: what a file really is, and that showing it can do no harm."""

from __future__ import annotations

import hashlib
import re
import struct
import zlib
from collections.abc import Iterator

from convenant.locale import N_
from convenant.model.document import ImageFile
from convenant.problem import Place, Problem, Severity, Term

IMAGE_LIMIT = 8_000_000
"""Bytes."""

PIXEL_LIMIT = 40_000_000
"""Width times height: an A3 page at 300 dots an inch has 17 million."""

_SUFFIXES = {
    "image/png": ("png",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/svg+xml": ("svg",),
}
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
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
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Markers of a JPEG's segment with its width and height."""

_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})


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


def pixels(data: bytes) -> int | None:
    """Width times height of a PNG or JPEG by its header; nothing when it is damaged."""
    size = _png_size(data) if data.startswith(_PNG) else _jpeg_size(data)
    return None if size is None or 0 in size else size[0] * size[1]


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
    limit = {"limit": str(PIXEL_LIMIT // 1_000_000)}
    return ("figure-huge", limit) if size > PIXEL_LIMIT else None


def _media_type(data: bytes) -> str:
    if data.startswith(_PNG):
        return "image/png"
    if data.startswith(_JPEG):
        return "image/jpeg"
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return "image/svg+xml" if start.startswith(b"<") and b"<svg" in data[:65_536] else ""


def _other(data: bytes) -> str:
    return next((name for mark, name in _OTHERS if data.startswith(mark)), Term(_UNKNOWN))


def _png_size(data: bytes) -> tuple[int, int] | None:
    """From a file whose chunks are all whole and end where they should."""
    chunks = list(_png_chunks(data))
    kinds = [kind for kind, _ in chunks]
    if kinds[:1] != [b"IHDR"] or kinds[-1:] != [b"IEND"] or b"IDAT" not in kinds:
        return None
    header = chunks[0][1]
    if len(header) != 13:
        return None
    width, height = struct.unpack(">II", header[:8])
    return width, height


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Chunks up to the end, or up to the first broken one."""
    at, view = len(_PNG), memoryview(data)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        end = at + 12 + length
        if end > len(data):
            return
        body = view[at + 4 : end - 4]
        if zlib.crc32(body) != struct.unpack_from(">I", data, end - 4)[0]:
            return
        kind = bytes(body[:4])
        yield kind, bytes(body[4:17])
        if kind == b"IEND":
            return
        at = end


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF or marker in _ALONE:
            at += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        if length < 2 or marker in (0xD9, 0xDA):
            return None
        at += 2 + length
    return None


def _name(path: str) -> str:
    """A plain file name, the same for the same path and for no other one."""
    if match := _SIMPLE.fullmatch(path):
        return match[1]
    stem, _, suffix = path.rpartition("/")[2].rpartition(".")
    plain = re.sub(r"\W+", "-", stem, flags=re.ASCII).strip("-")[:40] or "image"
    # No simple name has two hyphens in a row.
    return f"{plain}--{hashlib.sha256(path.encode()).hexdigest()[:12]}.{suffix.lower()}"
