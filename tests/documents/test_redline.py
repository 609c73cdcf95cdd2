"""Redlines as files: judged by LibreOffice, the Open XML SDK, PDF validators, and each other."""

from __future__ import annotations

import re
import sys
import zipfile
from pathlib import Path

import page
import pytest
from msgspec.structs import replace

from convenant.cli.steps.change.redlining import write_redline
from convenant.cli.steps.drawing import Drawings
from convenant.cli.steps.reading import read_covenants
from convenant.cli.steps.writing import _written, write_docx
from convenant.diff.document import Sources, diff_documents
from convenant.edges.disk.cache import Cache
from convenant.edges.disk.workspace import read_folder
from convenant.model.document import Document, Stamp
from convenant.model.redline import Redline
from convenant.model.section import Section
from convenant.render.assembly import Edition, assemble
from convenant.render.typst.project import TYPST_ARGUMENTS, typst_tree

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from office_rigs import revised, schema_errors  # noqa: E402
from test_html import visit  # noqa: E402

import redline_marks  # noqa: E402
from redline_reader import changes_in  # noqa: E402
from sample_covenant import ROOT, SCHEMAS, read_example  # noqa: E402
from sample_redline import SCRIPTS, Article, edited, redlined  # noqa: E402

COLOURS = {
    "insertion": (0x0B, 0x5C, 0x34),
    "deletion": (0x9B, 0x1C, 0x1C),
    "move-to": (0x1D, 0x4F, 0x91),
    "move-from": (-1, -1, -1),
}
"""Of the marks in a PDF; both sides of a move have one colour, and a form of their own."""

BATCH = 30
"""Edit scripts in one document."""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    return Cache(tmp_path_factory.mktemp("cache"))


def docx(document: Document, cache: Cache) -> bytes:
    return write_docx(document, cache, Drawings(document, cache, pictures=True))


def example() -> tuple[Document, Document, Redline]:
    """De Linde with edits of every kind in its text and its data."""
    folder = read_folder(ROOT, ROOT / "covenants/de-linde")
    files = {name: data.decode() for name, data in folder.files.items() if name[0].isdigit()}
    for name, old, new in (
        ("2-partnership.yaml", "amount: 64500.00", "amount: 70000.00"),
        ("2-partnership.yaml", "quantity: 276", "quantity: 300"),
        ("2-partnership.md", "ten hoogste vier uur", "ten hoogste zes uur"),
        ("2-partnership.md", "verbouwing en sluit de", "verbouwing.\n2. Lindewonen sluit de"),
        ("3-visualisation.yaml", "figures/week.svg", "figures/plattegrond.svg"),
        ("5-annexes.yaml", "months: 6", "months: 3"),
    ):
        assert old in files[name], old
        files[name] = files[name].replace(old, new, 1)
    data = {name: text.encode() for name, text in files.items()}
    changed = replace(folder, files={**folder.files, **data})
    edition = Edition(Stamp(), "0" * 64, SCHEMAS, placed=True)
    old = assemble(read_example("de-linde").covenant, edition)
    (reading,) = read_covenants([changed], SCHEMAS, Cache(None))
    new = assemble(reading.covenant, edition)
    sources = Sources(folder.path, {}, {})
    return old, new, diff_documents(old, new, sources, "v0.1 → v0.2")


@pytest.fixture(scope="module")
def de_linde() -> tuple[Document, Document, Redline]:
    return example()


def test_libreoffice_accepts_to_the_new_text_and_rejects_to_the_old(
    de_linde: tuple[Document, Document, Redline], cache: Cache, tmp_path: Path
) -> None:
    count = max(1, SCRIPTS // BATCH)
    trios = [de_linde, *(redlined(*edited(BATCH, seed)) for seed in range(count))]
    jobs = []
    for number, (old, new, redline) in enumerate(trios):
        for name, data in (
            ("old", docx(old, cache)),
            ("new", docx(new, cache)),
            ("redline", write_redline(redline, "docx", cache)),
        ):
            (tmp_path / f"{number}-{name}.docx").write_bytes(data)
        red = tmp_path / f"{number}-redline.docx"
        assert schema_errors(red) == []
        plain = [(tmp_path / f"{number}-{name}.docx", "") for name in ("old", "new")]
        jobs += [*plain, (red, "reject"), (red, "accept")]
    texts = [list(map(_settled, filter(str.strip, t))) for t in revised(jobs, tmp_path)]
    for number in range(len(trios)):
        old_text, new_text, rejected, accepted = texts[4 * number : 4 * number + 4]
        assert old_text != new_text
        assert accepted == new_text, number
        assert rejected == old_text, number


def _settled(line: str) -> str:
    """A line without the number of an article in a reference.

    That is a field, which LibreOffice works out itself: with a capital, and from where the bookmark
    of an article is that has moved.
    """
    return re.sub(r"[Aa]rtikel \d+", "artikel #", line)


def ids(pattern: str, text: str) -> list[str]:
    return list(dict.fromkeys(re.findall(pattern, text)))


def test_every_format_draws_the_same_changes_in_the_same_order(
    de_linde: tuple[Document, Document, Redline], cache: Cache, tmp_path: Path
) -> None:
    for _, _, redline in (de_linde, redlined(*edited(6, 3))):
        document = redline.document
        drawn = [change.id for change in redline.drawn]
        assert len(drawn) > 5
        assert set(drawn) == changes_in(list(document.blocks))
        red = tmp_path / "redline.docx"
        red.write_bytes(write_redline(redline, "docx", cache))
        with zipfile.ZipFile(red) as package:
            word = package.read("word/document.xml") + package.read("word/footnotes.xml")
        assert set(ids(r'w:name="_change_(\w{8})"', word.decode())) == set(drawn)
        page = write_redline(redline, "html", cache).decode()
        assert set(ids(r'data-change="(\w{8})"', page)) == set(drawn)
        typst = _written(document, typst_tree(document), *TYPST_ARGUMENTS).decode()
        unescaped = re.sub(r"\\u\{([0-9a-f]+)\}", lambda m: chr(int(m[1], 16)), typst)
        found = ids(r'#redline(?:-picture)?\("[\w-]+", "(\w{8})"', unescaped)
        assert set(found) == set(drawn)


def moved_and_changed() -> tuple[str, str]:
    """An article before and after words, items, rows and a note of it came, went and moved."""
    some = Article(1)
    old = f"# Afspraken {{#afspraken}}\n\n{some.text()}\n"
    some.paragraphs[0] = some.paragraphs[0].replace("bewoners", "buren en gasten")
    some.paragraphs[1] = some.paragraphs[1].replace("12.500", "15.750")
    some.paragraphs.append("Partijen spreken elkaar twee keer per jaar.")
    some.items.append(some.items.pop(0))
    some.items[2] = some.items[2].replace("binnen twee weken", "zo snel mogelijk")
    some.bullets.pop(1)
    some.rows[1:2] = ["| verzekering | 275 | jaarlijks |"]
    some.note = some.note.replace("rijksoverheid", "gemeente")
    return old, f"# Afspraken {{#afspraken}}\n\n{some.text()}\n"


def test_every_format_marks_the_same_letters(
    de_linde: tuple[Document, Document, Redline], cache: Cache, tmp_path: Path
) -> None:
    written = redlined(*moved_and_changed())
    for _, _, redline in (written, de_linde):
        wanted = redline_marks.of_tree(list(redline.document.blocks))
        assert all(letters.total() > 20 for letters in wanted.values())
        files = {
            form: write_redline(redline, form, cache) for form in ("docx", "html", "md", "txt")
        }
        assert redline_marks.of_docx(files["docx"]) == wanted
        assert redline_marks.of_html(files["html"].decode()) == wanted
        assert redline_marks.of_markdown(files["md"].decode()) == wanted
        assert redline_marks.of_terminal(files["txt"].decode()) == wanted
    pdf = tmp_path / "redline.pdf"
    pdf.write_bytes(write_redline(written[2], "pdf", cache))
    marked = redline_marks.of_tree(list(written[2].document.blocks))
    assert redline_marks.of_pdf(pdf, COLOURS) == redline_marks.moves_as_one(marked)


def test_a_redline_is_a_page_without_a_barrier(
    de_linde: tuple[Document, Document, Redline], cache: Cache, tmp_path: Path
) -> None:
    # The old picture beside the new one, and words that came, went and moved.
    pictures = de_linde[2].chosen([Section.VISUALISATION]).document
    words = redlined(*moved_and_changed())[2].document
    both = replace(pictures, blocks=(*pictures.blocks, *words.blocks))
    file = tmp_path / "redline.html"
    file.write_bytes(write_redline(replace(de_linde[2], document=both), "html", cache))
    marks = redline_marks.of_html(file.read_text())
    assert all(letters.total() > 0 for letters in marks.values())
    found = visit(file, "light,dark,phone")
    assert {way: about["violations"] for way, about in found.items() if about["violations"]} == {}
    assert {way for way, about in found.items() if about["scrolls"]} == set()


@pytest.mark.parametrize("profile", ["PDF_UA_1", "PDF_A_2A"])
def test_no_rule_of_the_standard_fails_in_a_redline(
    de_linde: tuple[Document, Document, Redline], cache: Cache, profile: str
) -> None:
    pdf = write_redline(de_linde[2], "pdf", cache)
    judged = page.validate_pdf_bytes(pdf, profile=getattr(page.ValidationProfile, profile))
    assert [(failure.rule_id, failure.message) for failure in judged.failures] == []
    assert judged.is_compliant
