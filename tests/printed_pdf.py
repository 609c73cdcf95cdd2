"""What a reader reads in a tagged PDF: its text in the order of its tags, as a screen reader goes.

Poppler tells this too, but takes the end of a replaced glyph (`ActualText`) for the end of the tag
around it, and needs minutes for a long document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

from printed_text import Printed, plain


def read_pdf(file: Path) -> Printed:
    """The text of a PDF in the order of its tags; what is no content has none."""
    notes: list[str] = []
    with pikepdf.open(file) as pdf:
        root = pdf.Root.StructTreeRoot
        pages = {page.objgen: _marked_texts(page) for page in pdf.pages}
        lines = tuple(_tagged_lines(root, pages, notes))
    return Printed(lines, tuple(notes))


_Pages = dict[tuple[int, int], dict[int, str]]
_PDF_LINES = frozenset(
    ("P", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "Lbl", "LBody", "TD", "TH", "TR", "Caption")
)


def _tagged_lines(tag: Any, pages: _Pages, notes: list[str]) -> Iterator[str]:
    """Lines of text. Where a line of the page ends is not told: compare these without spaces."""
    said: list[str] = []

    def walk(node: Any, page: Any, parent: str) -> Iterator[str]:
        name = str(node.get("/S", ""))[1:]
        page = node.get("/Pg", page)
        inside = _children(node, page)
        if name == "Note" and parent != "Note":
            inside = [one for one in inside if _kind(one) != "Lbl"]
            texts = (line for one in inside for line in _inner(one, pages, notes))
            notes.append(" ".join(texts))
            return
        if name in ("TOC", "Figure"):
            # A drawing is no text, though its words can be searched.
            return
        block = name in _PDF_LINES and not (name == "Lbl" and parent == "P")
        if block:
            yield from flush()
        for one in inside:
            if isinstance(one, tuple):
                said.append(pages[one[0]].get(one[1], ""))
            elif "/S" in one:
                yield from walk(one, page, name)
        if block:
            yield from flush()

    def flush() -> Iterator[str]:
        if line := plain("".join(said)):
            yield line
        said.clear()

    yield from walk(tag, None, "")
    yield from flush()


def _inner(one: Any, pages: _Pages, notes: list[str]) -> Iterator[str]:
    if isinstance(one, tuple):
        yield pages[one[0]].get(one[1], "")
    elif "/S" in one:
        yield from _tagged_lines(one, pages, notes)


def _children(node: Any, page: Any) -> list[Any]:
    """Elements, and marked content as its page and its number there."""
    kids = node.get("/K", [])
    found: list[Any] = []
    for one in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if not isinstance(one, pikepdf.Dictionary):
            found.append((page.objgen, int(one)))
        elif _kind(one, "/Type") == "MCR":
            found.append((one.get("/Pg", page).objgen, int(one.MCID)))
        else:
            found.append(one)
    return found


def _kind(node: Any, key: str = "/S") -> str:
    return str(node.get(key, ""))[1:] if isinstance(node, pikepdf.Dictionary) else ""


def _marked_texts(page: pikepdf.Page) -> dict[int, str]:
    """By number of the marked content of a page its text, with what replaces its glyphs."""
    texts: dict[int, str] = {}
    fonts: dict[str, dict[bytes, str]] = {}
    glyphs: dict[bytes, str] = {}
    marks: list[tuple[int | None, bool]] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                about = operands[1] if len(operands) > 1 else None
                about = about if isinstance(about, pikepdf.Dictionary) else pikepdf.Dictionary()
                here, silent = marks[-1] if marks else (None, False)
                here = int(about.MCID) if "/MCID" in about else here
                if "/ActualText" in about and here is not None:
                    texts[here] = texts.get(here, "") + str(about.ActualText)
                marks.append((here, silent or "/ActualText" in about))
            case "EMC":
                marks.pop()
            case "Tf":
                name = str(operands[0])
                if name not in fonts:
                    fonts[name] = glyphs_of(page.resources.Font[name])
                glyphs = fonts[name]
            case "Tj" | "TJ" if marks and marks[-1][0] is not None and not marks[-1][1]:
                shown = operands[0]
                parts = [shown] if isinstance(shown, pikepdf.String) else list(shown)
                codes = b"".join(bytes(one) for one in parts if isinstance(one, pikepdf.String))
                said = "".join(glyphs[codes[i : i + 2]] for i in range(0, len(codes), 2))
                texts[marks[-1][0]] = texts.get(marks[-1][0], "") + said
    return texts


_SINGLE = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGE = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")


def glyphs_of(font: Any) -> dict[bytes, str]:
    """What each two-byte code of a font stands for."""
    table = font.ToUnicode.read_bytes()
    found: dict[bytes, str] = {}
    for block in _SINGLE.findall(table):
        codes = [bytes.fromhex(code.decode()) for code in _HEX.findall(block)]
        found |= {c: t.decode("utf-16-be") for c, t in zip(codes[::2], codes[1::2], strict=True)}
    for block in _RANGE.findall(table):
        codes = [bytes.fromhex(code.decode()) for code in _HEX.findall(block)]
        for first, last, text in zip(codes[::3], codes[1::3], codes[2::3], strict=True):
            start, end = int.from_bytes(first, "big"), int.from_bytes(last, "big")
            for step in range(end - start + 1):
                said = text.decode("utf-16-be")
                found[(start + step).to_bytes(2, "big")] = said[:-1] + chr(ord(said[-1]) + step)
    return found
