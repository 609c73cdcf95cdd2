"""The four formats say the same, and each covenant speaks one language only."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from lxml import etree, html

from outside import missing
from printed_pdf import read_pdf
from printed_text import (
    OFFICE,
    Printed,
    headings_of,
    plain,
    read_html,
    read_office,
    words_of,
)

ROOT = Path(__file__).parents[2]
EXAMPLES = ("de-linde", "groene-kade", "riverside-kitchen")
BULLETS = frozenset("•◦▪‣")
POPPLER = shutil.which("pdftotext")
NEEDS = {"docx": OFFICE, "odt": OFFICE, "pdf": POPPLER}
INSTALL = {"docx": "libreoffice-writer", "odt": "libreoffice-writer", "pdf": "poppler-utils"}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All formats of the small covenant, `minimal`, and of the examples."""
    workspace = tmp_path_factory.mktemp("text")
    for slug in EXAMPLES:
        shutil.copytree(ROOT / "covenants" / slug, workspace / "covenants" / slug)
    shutil.copytree(ROOT / "tests/golden/minimal", workspace / "covenants/minimal")
    output = workspace / "build"
    subprocess.run(
        [sys.executable, "-m", "convenant", "build", str(workspace / "covenants"), "-o", output],
        env={**os.environ, "SOURCE_DATE_EPOCH": "1767225600"},
        cwd=workspace,
        check=True,
        capture_output=True,
        timeout=300,
    )
    return output


@pytest.mark.parametrize("form", ["docx", "odt", "pdf"])
@pytest.mark.parametrize("slug", ["minimal", *EXAMPLES])
def test_every_format_says_the_same_words_in_the_same_order(
    slug: str, form: str, built: Path
) -> None:
    need(form)
    headings = headings_of(built / f"{slug}.html")
    page = parts(read_html(built / f"{slug}.html"), headings)
    other = parts(read_as(form, built / f"{slug}.{form}"), headings)
    assert [heading for heading, _ in page] == [heading for heading, _ in other] == headings
    for (heading, words), (_, theirs) in zip(page, other, strict=True):
        # A PDF does not tell where a line of it ends a word.
        if form == "pdf":
            assert squeezed(theirs) == squeezed(words), heading
        else:
            assert theirs == words, heading


def test_a_pdf_prints_the_signs_of_the_text(covenant: Path, tmp_path: Path) -> None:
    need("pdf")
    said = "Het vroor -5 graden -? en pa's a\\-\\-b."
    (covenant / "1-ambition.md").write_text(f"# Ambitie\n\n{said}\n", encoding="utf-8")
    arguments = ["build", str(covenant), "-o", str(tmp_path), "--format", "pdf"]
    command = [sys.executable, "-m", "convenant", *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    lines = every_line(tmp_path / "buurtkamer.pdf")
    assert "Het vroor -5 graden -? en pa’s a--b." in lines


@pytest.mark.parametrize("form", ["docx", "odt", "pdf"])
@pytest.mark.parametrize("slug", EXAMPLES)
def test_every_format_has_the_same_footnotes(slug: str, form: str, built: Path) -> None:
    need(form)
    page = read_html(built / f"{slug}.html").notes
    other = read_as(form, built / f"{slug}.{form}").notes
    assert [squeezed([note]) for note in other] == [squeezed([note]) for note in page]


@pytest.mark.parametrize("slug", EXAMPLES)
def test_the_texts_that_are_compared_are_whole(slug: str, built: Path) -> None:
    headings = headings_of(built / f"{slug}.html")
    page = parts(read_html(built / f"{slug}.html"), headings)
    assert [heading for heading, _ in page] == headings
    assert len(headings) > 15
    label = "Article" if slug == "riverside-kitchen" else "Artikel"
    numbers = [h.split()[1] for h in headings if h.startswith(f"{label} ")]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    everything = " ".join(word for _, words in page for word in words)
    assert re.search(r"(Tabel|Table) 1 \w", everything)
    assert re.search(r"€\s?\d", everything) or slug == "groene-kade"


@pytest.mark.parametrize("form", ["html", "docx", "odt", "pdf"])
@pytest.mark.parametrize("slug", EXAMPLES)
def test_a_covenant_speaks_one_language_only(slug: str, form: str, built: Path) -> None:
    if form == "pdf":
        need(form)
    own, other = ("en", "nl") if slug == "riverside-kitchen" else ("nl", "en")
    lines = every_line(built / f"{slug}.{form}")
    assert strange(lines, own) == []
    assert len(strange(lines, other)) > 15


def strange(lines: Sequence[str], own: str) -> list[str]:
    """What the lines say in another language: a word that is a whole line, a text anywhere."""
    said, whole = "\n".join(lines), set(lines)
    return [
        text
        for text, pattern in foreign(own)
        if (_longest(text) in said and pattern.search(said) if " " in text else text in whole)
    ]


def need(form: str) -> None:
    if NEEDS[form] is None:
        missing(INSTALL[form], f"apt-get install {INSTALL[form]}")


@cache
def read_as(form: str, file: Path) -> Printed:
    return read_pdf(file) if form == "pdf" else read_office(file, file.parent / "lo")


def parts(printed: Printed, headings: Sequence[str]) -> list[tuple[str, list[str]]]:
    """The words under each heading; what stands before the first one is left out.

    Headings are looked for from the end, since the list of contents names them too.
    """
    found: list[tuple[str, list[str]]] = []
    waiting, lines = list(headings), list[str]()
    for line in reversed(printed.lines):
        if waiting and squeezed([line]) == squeezed([waiting[-1]]):
            words = [word for word in words_of(lines[::-1]) if word not in BULLETS]
            found.append((waiting.pop(), words))
            lines = []
        else:
            lines.append(line)
    return found[::-1]


def squeezed(words: Sequence[str]) -> str:
    """The words without any space."""
    return "".join("".join(words).split())


def every_line(file: Path) -> list[str]:
    """All that stands in a file, also around the text and in labels for those who listen."""
    if file.suffix == ".pdf":
        command = [POPPLER or "pdftotext", str(file), "-"]
        lines = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
        return [plain(line) for line in lines.decode().splitlines()]
    if file.suffix == ".html":
        page = html.fromstring(file.read_bytes().decode())
        for code in page.xpath("//style|//script"):
            code.getparent().remove(code)
        labels = page.xpath("//@title|//@aria-label|//@alt")
        return [*(plain(str(label)) for label in labels), *_texts(page)]
    with zipfile.ZipFile(file) as package:
        found: list[str] = []
        for name in package.namelist():
            if name.endswith(".xml") and ("word/" in name or name in ("content.xml", "styles.xml")):
                root = etree.fromstring(package.read(name))
                paragraphs = [n for n in root.iter() if etree.QName(n).localname in ("p", "h")]
                found += [plain("".join(node.itertext())) for node in paragraphs]
        return found


def _texts(page: html.HtmlElement) -> Iterator[str]:
    for text in page.itertext():
        if said := plain(str(text)):
            yield said


@cache
def foreign(own: str) -> list[tuple[str, re.Pattern[str]]]:
    """What the program says in the other language and would say differently in this one."""
    pairs: set[tuple[str, str]] = set()
    for file in sorted((ROOT / "pipeline/convenant/locale/nl/LC_MESSAGES").glob("*.po")):
        with file.open("rb") as text:
            for message in read_po(text):
                ids = [message.id] if isinstance(message.id, str) else list(message.id)
                texts = [message.string] if isinstance(message.string, str) else message.string
                pairs |= set(zip(ids, texts, strict=True))
    for file in sorted((ROOT / "schema").glob("*.json")):
        pairs |= set(_labels(json.loads(file.read_text("utf-8"))))
    english = {en for en, _ in pairs}
    dutch = {nl for _, nl in pairs}
    others = english - dutch if own == "nl" else dutch - english
    worded = [text for text in sorted(others) if re.search(_words(text), _literal(text))]
    return [(text, _pattern(text)) for text in worded]


def _labels(schema: object) -> Iterator[tuple[str, str]]:
    if isinstance(schema, dict):
        labels = schema.get("x-enum-labels")
        if isinstance(labels, dict):
            yield from ((labels["en"][key], labels["nl"][key]) for key in labels["en"])
        for inner in schema.values():
            yield from _labels(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _labels(inner)


def _words(text: str) -> str:
    """What a text has of its own: “{field} of {whole}” says nothing that only one language says."""
    return r"[^\W\d_]{4}" if "{" in text else r"[^\W\d_]{2}"


def _literal(text: str) -> str:
    return re.sub(r"\{\w+\}", "", text)


def _longest(text: str) -> str:
    return max(re.split(r"\{\w+\}", plain(text)), key=len)


def _pattern(text: str) -> re.Pattern[str]:
    """The text with anything in its blanks, from word to word in one line."""
    words = [re.escape(part) for part in re.split(r"\{\w+\}", plain(text))]
    return re.compile(r"(?<!\w)" + r"[^\n]{1,80}?".join(words) + r"(?!\w)")
