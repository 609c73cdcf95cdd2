"""What a reader and an archive get: the PDF, opened again by other programs."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import combinations
from pathlib import Path
from types import ModuleType

import page
import pikepdf
import pytest
from msgspec.structs import replace

from convenant.edges.engine.typst import compile_pdf
from convenant.model.document import Document, Status
from convenant.render.typst.project import TYPST_ARGUMENTS, typst_project, typst_tree
from outside import TEST_EXTRA, missing, program

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from sample_pdf import NAMES, sample, write_typst  # noqa: E402

HOSTILE = r"""
# \- 1. streep eerst {#a .section number=1 label="1"}

## 1\. punt eerst {#b .article number=1 label="Artikel 1"}

\- geen lijst, H~2~.nl en ~~weg~~.nl en *x*(y) [a](#b)(c) `code`.x #read("/etc/passwd") $x$
\<b\> @a // /* "aanhaling" 'enkel' [link](https://example.org/?a="b\)&c) [weg](#nergens){.ref}

= kop? + plus / term: x ~tilde ... --

| Een | Twee |
|---|---|
| - a | = b |
| 1. c | #x[y] |

> ## kop in citaat

##### kop vijf

Meerjarenonderhoudsbegrotingsverantwoordelijkheidsverdelingsregelingsovereenkomst
https://example.org/een/lang/adres/dat/niet/past/op/een/regel/van/dit/document/want/het/is/te/lang
"""

OURS = "SourceSerif4|SourceSans3|SourceCodePro|NotoSansArabic|Assistant"
ABROAD = """
# \u05e9\u05dc\u05d5\u05dd in de wijk {#a .section number=1 label="1"}

De heer **\u0645\u062d\u0645\u062f \u0639\u0644\u064a**, Stichting *\u0633\u0644\u0627\u0645*,
Оксана en Γιώργος beginnen.

| \u05e9\u05dc\u05d5\u05dd | `\u0633\u0644\u0627\u0645` |
|---|---|
| \u0633\u0644\u0627\u0645 | € 5 |
"""

CASES = {
    "concept": {},
    "final": {"status": Status.FINAL},
    "three": {"count": 3},
    "twelve": {"count": 12, "status": Status.TO_SIGN},
    "english": {"language": "en"},
    "hostile": {"text": HOSTILE},
    "abroad": {"text": ABROAD},
}


def build(document: Document) -> bytes:
    template = {
        file.name: file.read_bytes() for file in sorted((ROOT / "templates/typst").glob("*"))
    }
    body = write_typst(typst_tree(document), *TYPST_ARGUMENTS)
    return compile_pdf(typst_project(document, body, template), time=document.stamp.time)


@pytest.fixture(scope="module", params=CASES)
def pdf(request: pytest.FixtureRequest) -> bytes:
    return build(sample(**CASES[request.param]))


@pytest.fixture(scope="module")
def concept() -> bytes:
    return build(sample())


@pytest.mark.parametrize("profile", ["PDF_UA_1", "PDF_A_2A"])
def test_no_rule_of_the_standard_fails(pdf: bytes, profile: str) -> None:
    report = page.validate_pdf_bytes(pdf, profile=getattr(page.ValidationProfile, profile))
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_a_second_checker_of_accessibility_finds_nothing(pdf: bytes, tmp_path: Path) -> None:
    pdfua = second_checker()
    file = tmp_path / "document.pdf"
    file.write_bytes(pdf)
    report = pdfua.validate(file)
    assert list(report.findings) == []


@pytest.mark.parametrize("profile", ["PDF_UA_1", "PDF_A_2A"])
def test_no_rule_of_the_standard_fails_in_a_worked_example(example: Path, profile: str) -> None:
    judged = page.validate_pdf_bytes(
        example.with_suffix(".pdf").read_bytes(), profile=getattr(page.ValidationProfile, profile)
    )
    assert [(failure.rule_id, failure.message) for failure in judged.failures] == []
    assert judged.is_compliant


def test_a_second_checker_of_accessibility_finds_nothing_in_a_worked_example(
    example: Path,
) -> None:
    pdfua = second_checker()
    assert list(pdfua.validate(example.with_suffix(".pdf")).findings) == []


def test_only_our_fonts_are_in_the_pdf_and_all_of_them_are_embedded(pdf: bytes) -> None:
    fonts = list(_fonts(pdf))
    assert fonts
    for name, embedded in fonts:
        assert re.fullmatch(rf"/[A-Z]{{6}}\+({OURS}).*", name)
        assert embedded


def test_equal_documents_give_equal_bytes(concept: bytes) -> None:
    assert build(sample()) == concept


def test_the_text_reads_in_the_order_of_the_document(concept: bytes) -> None:
    text = read(concept)
    places = [
        text.index(part)
        for part in (
            "Inhoud",
            "In het Lindekwartier voelt",
            "De partijen brengen het aantal",
            "Relatie tot wetgeving Dit convenant laat",
            "Buurthuis De Linde, kadastraal",
            "Figuur 1 De begane grond",
            "Tabel 3 Afspraken: wie doet wat wanneer",
            "De uitvoerder van activiteit 40",
            "Nog open in dit onderdeel",
            "Aldus overeengekomen",
            "Huisregels en beheer Deze bijlage",
        )
    ]
    assert places == sorted(places)


def test_every_page_but_the_first_says_which_text_it_is(concept: bytes) -> None:
    with pikepdf.open(io.BytesIO(concept)) as opened:
        count = len(opened.pages)
    assert count > 8
    for number in range(2, count + 1):
        text = read(concept, number)
        assert "v0.3 1a2b 3c4d 5e6f" in text
        assert f"Pagina {number} van {count}" in text
        assert "CONCEPT Convenant Buurthuis De Linde" in text


def test_a_concept_says_on_its_cover_that_nobody_is_bound(concept: bytes) -> None:
    cover = read(concept, 1)
    assert "CONCEPT" in cover
    assert "geen partij is gebonden" in cover


def test_a_final_text_bears_no_mark() -> None:
    text = read(build(sample(status=Status.FINAL)))
    assert "CONCEPT" not in text
    assert "geen partij is gebonden" not in text


def test_the_cover_names_parties_version_date_and_the_whole_digest(concept: bytes) -> None:
    cover = read(concept, 1)
    for name, *_ in NAMES[:5]:
        assert name in cover
    for part in ("v0.3", "1 maart 2027", "1a2b 3c4d 5e6f 7081 92a3 b4c5 d6e7 f809"):
        assert part in cover


@pytest.mark.parametrize("count", [3, 12, 25, 40])
def test_the_cover_has_room_for_every_party(count: int) -> None:
    long = "de samenwerkende organisaties voor wonen, zorg en welzijn in stad en ommeland"
    document = sample(count=count, text="# Een {.section number=1 label=1}\n")
    named = tuple(
        replace(one, name=f"{one.name}, {long}" if n % 4 == 0 else one.name)
        for n, one in enumerate(document.parties)
    )
    made = build(replace(document, parties=named, title="Samenwerkingsovereenkomst " * 7))
    first = read(made, 1)
    assert "v0.3" in first
    assert "geen partij is gebonden" in first
    assert "b4c5 d6e7 f809" in first
    shown = first if named[0].name in first else read(made)
    assert [shown.count(f"{party.name} {party.seat}") for party in named] == [1] * count
    assert list(_overprinted(made)) == []


def test_every_party_has_its_own_place_to_sign() -> None:
    text = read(build(sample(count=12, status=Status.TO_SIGN)))
    signing = text[text.index("Aldus overeengekomen") :]
    for name, *_ in NAMES:
        assert name in signing
    assert signing.count("Handtekening") == 12


def test_a_long_table_repeats_its_header_on_each_page(concept: bytes) -> None:
    text = read(concept)
    assert text.count("Nr. Afspraak Wie Wanneer Bedrag") >= 3


def test_headers_of_a_table_are_headers_for_who_listens(concept: bytes) -> None:
    kinds = [str(node.S) for node in _structure(concept)]
    assert kinds.count("/Table") == 3
    assert kinds.count("/TH") == 5 + 5 + 5
    assert kinds.count("/Caption") >= 3


def test_pictures_have_their_alternative_texts(concept: bytes) -> None:
    spoken = [str(node.Alt) for node in _structure(concept) if str(node.S) == "/Figure"]
    assert any(text.startswith("Plattegrond: links de huiskamer") for text in spoken)
    assert "logo van het huis" in spoken


def test_bookmarks_carry_the_printed_numbers(concept: bytes) -> None:
    with pikepdf.open(io.BytesIO(concept)) as opened, opened.open_outline() as outline:
        first = outline.root[1]
        assert first.title == "1 Maatschappelijke ambitie"
        assert [item.title for item in first.children] == [
            "Overwegingen",
            "Artikel 1 Doel van het convenant",
            "Artikel 2 Relatie tot wetgeving",
        ]


def test_who_made_it_and_when_come_from_the_document_alone(concept: bytes) -> None:
    with pikepdf.open(io.BytesIO(concept)) as opened:
        assert str(opened.docinfo.Title) == "Convenant Buurthuis De Linde"
        assert str(opened.docinfo.CreationDate) == "D:20270301000000Z"
        assert str(opened.Root.Lang) == "nl"


def test_text_that_looks_like_typst_is_printed_as_text() -> None:
    text = read(build(sample(text=HOSTILE)))
    for part in ("- 1. streep eerst", "#read(“/etc/passwd”)", "= kop?", "#x[y]", "weg.nl", "<b>"):
        assert part in text


def test_a_table_row_taller_than_a_page_goes_on_on_the_next() -> None:
    row = "woord " * 2500
    text = f"# A {{.section}}\n\n| Een | Twee |\n|---|---|\n| {row} | slot |\n"
    assert read(build(sample(text=text))).count("woord") == 2500


def second_checker() -> ModuleType:
    try:
        return import_module("pdfua")
    except ImportError:
        missing("pdfua", TEST_EXTRA)


def read(pdf: bytes, number: int = 0) -> str:
    """The text of a page, or of all: without soft hyphens, spaces as one."""
    pages = ["-f", str(number), "-l", str(number)] if number else []
    text = re.sub(r"\u00ad\s*", "", poppler(pdf, "-raw", *pages, "-", "-"))
    return re.sub(r"\s+", " ", text)


def poppler(pdf: bytes, *arguments: str) -> str:
    pdftotext = program("pdftotext", "apt-get install poppler-utils")
    done = subprocess.run(
        [pdftotext, *arguments], input=pdf, capture_output=True, check=True, timeout=60
    )
    return done.stdout.decode()


def _overprinted(pdf: bytes) -> Iterator[tuple[str, str]]:
    """Words of one of the first pages that stand over each other, or over its edge."""
    found = poppler(pdf, "-bbox", "-l", "3", "-", "-")
    for sheet in re.findall(r"<page.*?</page>", found, re.DOTALL):
        words = [
            (float(left), float(top), float(right), float(bottom), word)
            for left, top, right, bottom, word in re.findall(
                r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', sheet
            )
        ]
        for _, _, right, bottom, word in words:
            if right > 595.3 or bottom > 841.9:
                yield word, ""
        for one, other in combinations(words, 2):
            # Boxes are as high as the font, and lines stand closer together than that.
            slack = 0.3 * min(one[3] - one[1], other[3] - other[1])
            high = min(one[3], other[3]) - max(one[1], other[1]) > slack
            if high and min(one[2], other[2]) - max(one[0], other[0]) > 1:
                yield one[4], other[4]


def _fonts(pdf: bytes) -> Iterator[tuple[str, bool]]:
    """By font its name and whether its outlines are in the file."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for item in opened.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                yield str(item.FontName), "/FontFile2" in item or "/FontFile3" in item


def _structure(pdf: bytes) -> Iterator[pikepdf.Object]:
    """Every element of the structure tree."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for item in opened.objects:
            if isinstance(item, pikepdf.Dictionary) and "/S" in item and "/P" in item:
                yield item
