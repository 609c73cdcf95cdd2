"""Every example in every edition: the same words in every format, in order, and no foreign ones."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from babel.messages.pofile import read_po
from lxml import etree, html

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from office_rigs import bookmarks, pages, printed, to_pdf, tool  # noqa: E402

from conftest import EXAMPLES, ROOT  # noqa: E402
from convenant.cli.steps.edition import EditionChoice  # noqa: E402
from convenant.model.document import Document, Stamp  # noqa: E402
from convenant.render.assembly import Edition, assemble  # noqa: E402
from sample_covenant import SCHEMAS, read_example  # noqa: E402

EDITIONS = ("full", "brief", "party", "annexes")
CATALOGUES = ROOT / "pipeline/convenant/locale/nl/LC_MESSAGES"


@cache
def documents(slug: str) -> Mapping[str, Document]:
    """Every document of an example by the stem of its files."""
    covenant = read_example(slug).covenant
    full = assemble(covenant, Edition(Stamp(), "0" * 64, SCHEMAS, {}))
    made = [one for name in EDITIONS for one in EditionChoice(name).of(covenant, full)]
    return {one.file_stem: one for one in made}


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every document of the examples in every format, the office files printed as PDF too."""
    folder = tmp_path_factory.mktemp("editions")
    for edition in EDITIONS:
        words = ["build", ROOT / "covenants", "--edition", edition, "--output", folder, "--quiet"]
        subprocess.run(
            [sys.executable, "-m", "convenant", *words],
            check=True,
            timeout=180,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT / "pipeline")},
        )
    for form in ("docx", "odt"):
        (folder / form).mkdir()
        to_pdf(sorted(folder.glob(f"*.{form}")), folder / form)
    return folder


def sources(folder: Path, stem: str) -> dict[str, Path]:
    """What is read on paper, by the format it came from."""
    found = {form: folder / form / "pdf" / f"{stem}.pdf" for form in ("docx", "odt")}
    return {"pdf": folder / f"{stem}.pdf", **found}


def test_a_sheet_stays_on_its_pages_in_word_and_opendocument(editions: Path) -> None:
    long = {
        (one.file_stem, form): count
        for slug in EXAMPLES
        for one in documents(slug).values()
        if one.sheet
        for form, file in sources(editions, one.file_stem).items()
        if (count := pages(file)) > one.pages
    }
    assert long == {}


@pytest.mark.parametrize("slug", EXAMPLES)
@pytest.mark.parametrize("form", ["pdf", "docx", "odt"])
def test_what_is_printed_has_the_words_of_the_tree_in_their_order(
    editions: Path, slug: str, form: str
) -> None:
    for stem, document in documents(slug).items():
        seen, place = letters(body_of(sources(editions, stem)[form], document)), 0
        for words in passages(document.blocks):
            found = seen.find(letters(words), place)
            assert found >= 0, (stem, form, words)
            place = found + len(letters(words))


@pytest.mark.parametrize("slug", EXAMPLES)
@pytest.mark.parametrize("form", ["docx", "odt"])
def test_every_heading_is_printed_with_its_number(editions: Path, slug: str, form: str) -> None:
    found = sources(editions, slug)
    text, headings = printed(found[form]), bookmarks(found["pdf"])
    assert len(headings) > 10
    assert [heading for heading in headings if heading not in text] == []


@pytest.mark.parametrize("slug", EXAMPLES)
def test_every_format_has_as_many_tables_and_figures_as_the_tree(editions: Path, slug: str) -> None:
    for stem, document in documents(slug).items():
        kinds = [node["t"] for node in nodes(document.blocks)]
        expected = kinds.count("Table"), kinds.count("Image")
        with zipfile.ZipFile(editions / f"{stem}.docx") as package:
            word = etree.fromstring(package.read("word/document.xml"))
        with zipfile.ZipFile(editions / f"{stem}.odt") as package:
            text = etree.fromstring(package.read("content.xml"))
        styles = [one.get(one.tag.replace("tblStyle", "val")) for one in word.iter("{*}tblStyle")]
        page = html.fromstring((editions / f"{stem}.html").read_bytes())
        with pikepdf.open(editions / f"{stem}.pdf") as pdf:
            tags = [str(one.S) for one in pdf.objects if is_tag(one)]
        counted = {
            "docx": (styles.count("Table"), len(list(word.iter("{*}inline")))),
            "odt": (len(list(text.iter("{*}table"))), len(list(text.iter("{*}frame")))),
            "html": (len(page.xpath("//table")), len(page.xpath("//figure//img|//figure//svg"))),
            "pdf": (tags.count("/Table"), tags.count("/Figure")),
        }
        assert (stem, counted) == (stem, dict.fromkeys(counted, expected))


@pytest.mark.parametrize("slug", EXAMPLES)
def test_no_word_of_ours_is_in_another_language(editions: Path, slug: str) -> None:
    folder = ROOT / "covenants" / slug
    written = [file.read_text(encoding="utf-8") for file in folder.rglob("*.[my][da]*")]
    own = {word for text in written for word in words_of(text)}
    foreign = only_in(documents(slug)[slug].language) - own
    assert len(foreign) > 1000
    for stem in documents(slug):
        for form in ("pdf", "docx", "odt", "html"):
            said = set(words_of(shown(editions / f"{stem}.{form}")))
            assert (stem, form, said & foreign) == (stem, form, set())


def test_a_word_of_another_language_would_be_seen() -> None:
    assert "handtekening" in only_in("en")
    assert "signature" in only_in("nl")


def only_in(language: str) -> set[str]:
    """Words that the program knows in the other language and not in this one."""
    english, dutch = set(), set()
    for file in CATALOGUES.glob("*.po"):
        with file.open("rb") as text:
            for message in read_po(text):
                ids = [message.id] if isinstance(message.id, str) else message.id
                texts = [message.string] if isinstance(message.string, str) else message.string
                english.update(word for one in ids for word in words_of(one))
                dutch.update(word for one in texts for word in words_of(one))
    return english - dutch if language == "nl" else dutch - english


def words_of(text: str) -> Iterator[str]:
    """Words of four letters or more: shorter ones are codes and names in any language."""
    return (word.lower() for word in re.findall(r"[^\W\d_]{4,}", text.replace("\u00ad", "")))


def shown(file: Path) -> str:
    """All that a file says to its reader, alternative texts too."""
    if file.suffix == ".pdf":
        return printed_text(file)
    if file.suffix == ".html":
        page = html.fromstring(file.read_bytes())
        for style in page.xpath("//style"):
            style.drop_tree()
        named = page.xpath("//@alt|//@title|//@aria-label|//@placeholder")
        return " ".join([page.text_content(), *named])
    name = "word/document.xml" if file.suffix == ".docx" else "content.xml"
    with zipfile.ZipFile(file) as package:
        root = etree.fromstring(package.read(name))
    inside = [text for one in root.iter() if not is_code(one) for text in (one.text, one.tail)]
    named = [one.get("descr", "") for one in root.iter()]
    return " ".join(text for text in [*inside, *named] if text)


def is_code(element: Any) -> bool:
    return str(element.tag).endswith("}instrText")


def is_tag(one: Any) -> bool:
    return isinstance(one, pikepdf.Dictionary) and "/S" in one and "/P" in one


def printed_text(pdf: Path, *crop: str) -> str:
    command = [tool("pdftotext", "poppler-utils"), "-raw", *crop, str(pdf), "-"]
    text = subprocess.run(command, capture_output=True, timeout=60, check=True).stdout.decode()
    return re.sub(r"(\w)-\n", r"\1", text.replace("\u00ad\n", ""))


def body_of(pdf: Path, document: Document) -> str:
    """The text between header and footer; a sheet has smaller margins."""
    top, height = ("45", "740") if document.sheet else ("62", "722")
    return printed_text(pdf, "-x", "0", "-W", "600", "-y", top, "-H", height)


def letters(text: str) -> str:
    """Letters and digits alone: hyphens, quotation marks and spaces are the printer's."""
    return "".join(filter(str.isalnum, text.casefold()))


def passages(blocks: Any) -> Iterator[str]:
    """The texts of headings, paragraphs and cells in reading order; notes stand elsewhere."""
    for node in nodes(blocks):
        if node["t"] in ("Para", "Plain", "Header"):
            content = node["c"][2] if node["t"] == "Header" else node["c"]
            if words := said(content).strip():
                yield words


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if value.get("t") == "Note":
            return
        yield value
        yield from nodes(value.get("c"))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from nodes(one)


def said(inlines: Any) -> str:
    text = ""
    for node in nodes(inlines):
        match node.get("t"):
            case "Str":
                text += node["c"]
            case "Space" | "SoftBreak" | "LineBreak":
                text += " "
            case "Code":
                text += node["c"][1]
    return text
