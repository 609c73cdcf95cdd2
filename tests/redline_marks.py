"""What each format of a redline shows as come, gone and moved, read from the finished file.

Letters are counted, by kind of mark: formats break lines and words, and place footnotes, in their
own ways. It shares no code with what writes the formats.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from html import unescape
from pathlib import Path
from typing import Any

import pikepdf
from lxml import etree, html

from printed_pdf import glyphs_of

KINDS = ("insertion", "deletion", "move-to", "move-from")
Marks = dict[str, Counter[str]]
"""By kind of mark how often each letter or sign stands in it."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OF_WORD = {"ins": "insertion", "del": "deletion", "moveTo": "move-to", "moveFrom": "move-from"}


def of_tree(blocks: list[Any]) -> Marks:
    """The marks of the tree that all formats are written from."""
    found = _none()
    _tree(blocks, "", found)
    return found


def of_docx(package: bytes) -> Marks:
    """The native revisions of a Word file."""
    found = _none()
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        names = [n for n in opened.namelist() if re.fullmatch(r"word/(document|footnotes)\.xml", n)]
        for name in names:
            for node in etree.fromstring(opened.read(name)).iter(f"{_WORD}t", f"{_WORD}delText"):
                above = [etree.QName(one).localname for one in node.iterancestors()]
                if kind := next((_OF_WORD[one] for one in above if one in _OF_WORD), ""):
                    _add(found, kind, node.text or "")
    return found


def of_html(text: str) -> Marks:
    """The elements of a page; its contents repeat those of headings."""
    found = _none()
    for node in html.fromstring(text).xpath("//*[self::ins or self::del][not(ancestor::nav)]"):
        _add(found, str(node.get("class")), str(node.text_content()))
    return found


def of_markdown(text: str) -> Marks:
    """The elements in a comment; what stands for a picture is no text."""
    found = _none()
    text = re.sub(r"\\\[.*?\\\]", "", text)
    for element, moved, said in re.findall(r"<(ins|del)>([⇥⇤] )?(.*?)</\1>", text):
        kinds = {"ins": ("insertion", "move-to"), "del": ("deletion", "move-from")}[element]
        _add(found, kinds[bool(moved)], unescape(re.sub(r"\\(.)", r"\1", said)))
    return found


def of_terminal(text: str) -> Marks:
    """The brackets on a screen; what stands for a picture is no text."""
    found = _none()
    text = re.sub(r"\[[^-><+\]][^\]]*\]", "", text)
    signs = (("{+", "+}"), ("[-", "-]"), ("{>", "<}"), ("[>", "<]"))
    for kind, (before, after) in zip(KINDS, signs, strict=True):
        for said in re.findall(f"{re.escape(before)}(.*?){re.escape(after)}", text):
            _add(found, kind, said)
    return found


def of_pdf(file: Path, colours: dict[str, tuple[int, int, int]]) -> Marks:
    """The words of a PDF in the colours of marks.

    Args:
        colours: by kind of mark. Both kinds of a move have one: its letters stand under `move-to`.
    """
    found = _none()
    with pikepdf.open(file) as pdf:
        for page in pdf.pages:
            for colour, said in _coloured(page):
                if kind := next((k for k in KINDS if colours[k] == colour), ""):
                    _add(found, kind, said)
    return found


def moves_as_one(marks: Marks) -> Marks:
    """The same without a difference between where something went and where it came."""
    both = marks["move-to"] + marks["move-from"]
    return {**marks, "move-to": both, "move-from": Counter()}


def _none() -> Marks:
    return {kind: Counter() for kind in KINDS}


def _add(found: Marks, kind: str, text: str) -> None:
    found[kind].update(c for c in text if c.isalnum())


def _tree(value: Any, kind: str, found: Marks) -> None:
    if isinstance(value, list):
        for item in value:
            _tree(item, kind, found)
        return
    if not isinstance(value, dict):
        return
    content = value.get("c")
    match value["t"]:
        case "Str":
            if kind:
                _add(found, kind, content)
        case "Code" | "Math":
            if kind:
                _add(found, kind, content[1])
        case "Span" if "redline" in content[0][1]:
            _tree(content[1], content[0][1][1], found)
        case "Note":
            # It goes along with its call: marked is what differs in it.
            _tree(content, "", found)
        case "Image" | "RawInline" | "RawBlock":
            pass
        case _:
            _tree(content, kind, found)


def _coloured(page: pikepdf.Page) -> list[tuple[tuple[int, int, int], str]]:
    """The texts of a page, each with its colour in red, green and blue, 0 to 255."""
    said: list[tuple[tuple[int, int, int], str]] = []
    fonts: dict[str, dict[bytes, str]] = {}
    glyphs: dict[bytes, str] = {}
    colour, kept = (0, 0, 0), []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                kept.append(colour)
            case "Q":
                colour = kept.pop()
            case "rg" | "scn" | "sc" if len(operands) == 3:
                colour = tuple(round(float(one) * 255) for one in operands)
            case "g" | "scn" | "sc" if len(operands) == 1:
                colour = (round(float(operands[0]) * 255),) * 3
            case "Tf":
                name = str(operands[0])
                if name not in fonts:
                    fonts[name] = glyphs_of(page.resources.Font[name])
                glyphs = fonts[name]
            case "Tj" | "TJ":
                shown = operands[0]
                parts = [shown] if isinstance(shown, pikepdf.String) else list(shown)
                codes = b"".join(bytes(one) for one in parts if isinstance(one, pikepdf.String))
                text = "".join(glyphs.get(codes[i : i + 2], "") for i in range(0, len(codes), 2))
                said.append((colour, text))
    return said
