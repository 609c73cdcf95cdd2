"""The fonts of the page, within the page: as in a PDF, only the letters that it uses."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from string import printable

from msgspec import Struct

from convenant.edges.engine.font import find_fonts

_HEX = "0123456789abcdef "


class _Face(Struct, frozen=True):
    """One file of a family; `weight` is a weight or a range of them, `letters` all it may hold."""

    file: str
    family: str
    style: str
    weight: str
    letters: str = ""


_FACES = (
    _Face("SourceSerif4[opsz,wght].ttf", "Source Serif 4", "normal", "400 700"),
    _Face("SourceSerif4-Italic[opsz,wght].ttf", "Source Serif 4", "italic", "400"),
    _Face("SourceSans3[wght].ttf", "Source Sans 3", "normal", "400 700"),
    _Face("SourceCodePro[wght].ttf", "Source Code Pro", "normal", "400", _HEX),
)
_FEATURES = ("ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "tnum")
_TEXT_SIZE = 14.0
"""Points: the optical size of running text, where a family has sizes."""


def letters_of(text: str) -> str:
    """The letters that fonts for `text` must hold.

    Printable ASCII is always in, so that most pages share one sheet and it can be kept.
    """
    return "".join(sorted(letter for letter in {*text, *printable} if letter.isprintable()))


def read_font_faces(letters: str) -> str:
    """A style sheet with the fonts for some letters; the same letters, the same bytes.

    Raises:
        ConvenantError: when a font is not installed.
    """
    codes = {ord(letter) for letter in letters}
    files = {file.name: file for folder in find_fonts() for file in folder.glob("*.ttf")}
    return "\n".join(_rule(face, _subset(face, files[face.file], codes)) for face in _FACES)


def _rule(face: _Face, font: bytes) -> str:
    address = f"data:font/ttf;base64,{b64encode(font).decode('ascii')}"
    return (
        f'@font-face{{font-family:"{face.family}";font-style:{face.style};'
        f'font-weight:{face.weight};src:url("{address}") format("truetype")}}'
    )


def _subset(face: _Face, file: Path, letters: set[int]) -> bytes:
    """The font with these letters only, cut by HarfBuzz."""
    import uharfbuzz  # type: ignore[import-untyped]

    font = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file)))
    wish = uharfbuzz.SubsetInput()
    wish.unicode_set.update({ord(one) for one in face.letters} or letters)
    wish.layout_feature_tag_set.clear()
    wish.layout_feature_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _FEATURES)
    wish.flags = uharfbuzz.SubsetFlags.NO_HINTING
    lightest, _, heaviest = face.weight.partition(" ")
    if heaviest:
        wish.set_axis_range(font, "wght", float(lightest), float(heaviest), float(lightest))
    else:
        wish.pin_axis_location(font, "wght", float(lightest))
    if "opsz" in face.file:
        wish.pin_axis_location(font, "opsz", _TEXT_SIZE)
    return bytes(wish.subset(font).blob.data)
