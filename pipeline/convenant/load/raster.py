"""PNG and JPEG: how large a picture is, and whether all of it is there."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator

PIXEL_LIMIT = 40_000_000
"""Width times height: an A3 page at 300 dots an inch has 17 million."""

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"

_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""By type of colour the samples of a pixel, and the bits that each may have."""

_PALETTE = 3
_PASSES = (
    *((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4)),
    *((0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)),
)
"""Of an interlaced PNG: first column and row, and the steps to the next ones."""

_BLOCK = 65_536
_FILTERS = 5

_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Markers of a JPEG's segment with its width and height."""

_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_SCAN, _END = 0xDA, 0xD9


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG by its header; nothing when it is damaged."""
    size = _png_size(data) if data.startswith(PNG) else _jpeg_size(data)
    return None if size is None or 0 in size else size


def pixels(data: bytes) -> int | None:
    """Width times height of a PNG or JPEG by its header; nothing when it is damaged."""
    size = size_of(data)
    return size and size[0] * size[1]


def is_whole(data: bytes) -> bool:
    """Whether every pixel of a PNG is there, and a JPEG has a picture with an end.

    Only for pictures of a known size: what is packed in a PNG is unpacked, a block at a time.
    """
    return _is_whole_png(data) if data.startswith(PNG) else _is_whole_jpeg(data)


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


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """Chunks up to the end, or up to the first broken one."""
    at, view = len(PNG), memoryview(data)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        end = at + 12 + length
        if end > len(data):
            return
        body = view[at + 4 : end - 4]
        if zlib.crc32(body) != struct.unpack_from(">I", data, end - 4)[0]:
            return
        kind = bytes(body[:4])
        yield kind, body[4:]
        if kind == b"IEND":
            return
        at = end


def _is_whole_png(data: bytes) -> bool:
    chunks = list(_png_chunks(data))
    width, height, depth, colour, packing, filtering, lacing = struct.unpack(
        ">IIBBBBB", chunks[0][1]
    )
    if depth not in _DEPTHS.get(colour, ()) or packing or filtering or lacing > 1:
        return False
    if colour == _PALETTE and not any(kind == b"PLTE" for kind, _ in chunks):
        return False
    bits = depth * _CHANNELS[colour]
    passes = _PASSES if lacing else ((0, 0, 1, 1),)
    rows: list[tuple[int, int]] = []
    for left, top, right, down in passes:
        columns, count = -(-(width - left) // right), -(-(height - top) // down)
        if columns > 0 and count > 0:
            rows.append((1 + (columns * bits + 7) // 8, count))
    return _fills(rows, (body for kind, body in chunks if kind == b"IDAT"))


def _fills(rows: list[tuple[int, int]], packed: Iterable[memoryview]) -> bool:
    """Whether packed data hold all rows, each with a filter that exists.

    Args:
        rows: length and number of the rows of each pass.
    """
    wanted = sum(length * count for length, count in rows)
    seen = 0
    try:
        for block in _unpacked(packed):
            start = 0
            for length, count in rows:
                end = start + length * count
                first = max(start, seen + (start - seen) % length) - seen
                if max(block[first : max(0, end - seen) : length], default=0) >= _FILTERS:
                    return False
                start = end
            seen += len(block)
            if seen >= wanted:
                return True
    except zlib.error:
        pass
    return False


def _unpacked(packed: Iterable[memoryview]) -> Iterator[bytes]:
    unpacking = zlib.decompressobj()
    for part in packed:
        block = unpacking.decompress(part, _BLOCK)
        while block:
            yield block
            block = unpacking.decompress(unpacking.unconsumed_tail, _BLOCK)


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Marker and place of each segment, up to the scan or the first broken one."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF or marker in _ALONE:
            at += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        if length < 2 or marker == _END:
            return
        yield marker, at
        if marker == _SCAN:
            return
        at += 2 + length


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    for marker, at in _jpeg_segments(data):
        if marker in _FRAMES and at + 9 < len(data):
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
    return None


def _is_whole_jpeg(data: bytes) -> bool:
    scan = next((at for marker, at in _jpeg_segments(data) if marker == _SCAN), 0)
    # Some cameras add bytes of their own after the end.
    return scan > 0 and data.rfind(bytes((0xFF, _END))) > scan
