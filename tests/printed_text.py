"""What a reader reads in a Word, OpenDocument or HTML file, as lines of text in order.

None of it is read by the program under test: LibreOffice computes the numbers in Word and
OpenDocument files, lxml reads the page. `printed_pdf` does the same for a PDF.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lxml import etree, html
from msgspec import Struct

OFFICE = shutil.which("soffice")
_OFFICE_NOTES = {
    "docx": ("word/footnotes.xml", "//w:footnote[not(@w:type)]", "w:p", "w:t"),
    "odt": ("content.xml", "//text:note-body", "text:p", None),
}
_NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}


class Printed(Struct, frozen=True):
    """The text of a document: its lines in order, and the footnotes apart."""

    lines: tuple[str, ...]
    notes: tuple[str, ...]


def words_of(lines: Sequence[str]) -> list[str]:
    """Words as they are compared: no white space, no soft hyphens, fixed spaces are spaces."""
    return " ".join(plain(line) for line in lines).split()


def plain(text: str) -> str:
    text = unicodedata.normalize("NFC", text.replace("\u00ad", "").replace("\u200b", ""))
    return re.sub(r"\s+", " ", text).strip()


def read_html(file: Path) -> Printed:
    page = html.fromstring(file.read_bytes().decode())
    (main,) = page.xpath("//main")
    for back in main.xpath("//*[@role='doc-backlink']"):
        _drop(back)
    notes = [_text(note) for note in main.xpath("//*[@role='doc-endnotes']//li/*")]
    for gone in main.xpath(".//*[@role='doc-endnotes']|.//style|.//script"):
        _drop(gone)
    return Printed(tuple(_lines(main)), tuple(notes))


def headings_of(file: Path) -> list[str]:
    """The headings of the page with their labels, in order."""
    page = html.fromstring(file.read_bytes().decode())
    headings = page.xpath("//main//*[self::h2 or self::h3 or self::h4]")
    return [plain(_text(h)) for h in headings if not h.xpath("ancestor::*[@role='doc-endnotes']")]


def read_office(file: Path, folder: Path) -> Printed:
    """A Word or OpenDocument file as LibreOffice shows it."""
    target = folder / file.suffix[1:]
    profile = (folder / "profile").resolve().as_uri()
    arguments = ["--headless", f"-env:UserInstallation={profile}", "--convert-to", "txt:Text"]
    subprocess.run(
        [OFFICE or "soffice", *arguments, "--outdir", str(target), str(file)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    text = (target / f"{file.stem}.txt").read_text("utf-8-sig")
    return Printed(tuple(text.splitlines()), tuple(_office_notes(file)))


def _office_notes(file: Path) -> Iterator[str]:
    part, notes, paragraph, run = _OFFICE_NOTES[file.suffix[1:]]
    with zipfile.ZipFile(file) as package:
        if part not in package.namelist():
            return
        root = etree.fromstring(package.read(part))
    for note in root.xpath(notes, namespaces=_NAMES):
        said = []
        for one in note.iter("{*}" + paragraph.partition(":")[2]):
            texts = one.xpath(f".//{run}/text()", namespaces=_NAMES) if run else one.itertext()
            said.append("".join(texts))
        yield plain(" ".join(said))


_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "br", "caption", "dd", "details", "div"),
        *("dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table"),
        *("tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)


def _text(element: Any) -> str:
    return " ".join(_lines(element))


def _lines(element: Any) -> Iterator[str]:
    said: list[str] = []

    def walk(node: Any) -> Iterator[str]:
        block = node.tag in _BLOCKS
        if block:
            yield from flush()
        if node.tag == "li" and (mark := _mark(node)):
            said.append(f"{mark} ")
        said.append(node.text or "")
        for child in node:
            if isinstance(child.tag, str):
                yield from walk(child)
            said.append(child.tail or "")
        if block:
            yield from flush()

    def flush() -> Iterator[str]:
        if line := plain("".join(said)):
            yield line
        said.clear()

    yield from walk(element)
    yield from flush()


def _mark(item: Any) -> str:
    """What a browser puts before an item of an ordered list."""
    parent = item.getparent()
    if parent.tag != "ol" or "list-style: none" in (parent.get("style") or ""):
        return ""
    number = int(parent.get("start", 1)) + len(list(item.itersiblings("li", preceding=True)))
    letters = "abcdefghijklmnopqrstuvwxyz"
    return f"{letters[number - 1]}." if parent.get("type") == "a" else f"{number}."


def _drop(element: Any) -> None:
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    elif parent is not None:
        parent.text = (parent.text or "") + (element.tail or "")
    if parent is not None:
        parent.remove(element)
