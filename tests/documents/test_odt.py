"""OpenDocument files: the package from inside, and as LibreOffice prints it."""

from __future__ import annotations

import io
import sys
import zipfile
from functools import cache
from pathlib import Path

import pytest

from convenant.edges.odf.xml import Element, only, q, text_of, value
from convenant.edges.office.package import parse, unpack
from convenant.model.document import Status

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from office_rigs import pages, printed, to_pdf, updated_to_pdf  # noqa: E402
from test_docx import BARE, EXPECTED, HARD  # noqa: E402

from sample_office import SVG, sample, write_odt  # noqa: E402


@cache
def parts(status: Status = Status.CONCEPT, language: str = "nl", text: str | None = None):
    return unpack(write_odt(sample(status, language, text)))


@cache
def body() -> Element:
    return only(parse(parts()["content.xml"]), "office:body/office:text")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("odt")


class TestPackage:
    def test_its_type_comes_first_and_bare(self):
        entries = zipfile.ZipFile(io.BytesIO(write_odt(sample()))).infolist()
        assert entries[0].filename == "mimetype"
        assert not entries[0].extra
        assert {e.compress_type for e in entries} == {zipfile.ZIP_STORED}

    def test_its_manifest_lists_every_part(self):
        listed = {value(e, "manifest:full-path") for e in parse(parts()["META-INF/manifest.xml"])}
        assert listed == {"/"} | (parts().keys() - {"mimetype", "META-INF/manifest.xml"})

    def test_equal_input_gives_equal_bytes(self):
        assert write_odt(sample()) == write_odt(sample())

    def test_properties_are_those_of_the_document(self):
        meta = only(parse(parts()["meta.xml"]), "office:meta")
        texts = [text_of(fact) for fact in meta]
        assert "Convenant Buurthuis De Linde" in texts
        assert texts.count("2027-03-01T11:20:00Z") == 2
        given = {value(f, "meta:name"): text_of(f) for f in meta.iter(q("meta:user-defined"))}
        assert given["digest"] == sample().digest
        assert given["commit"] == sample().stamp.commit

    @pytest.mark.parametrize(("language", "country"), [("nl", "NL"), ("en", "GB")])
    def test_the_language_is_the_documents(self, language, country):
        styles = parse(parts(language=language)["styles.xml"])
        look = only(styles, ".//style:default-style/style:text-properties")
        assert (value(look, "fo:language"), value(look, "fo:country")) == (language, country)

    def test_the_mark_stands_on_every_page_until_it_is_signed(self):
        assert "Concept · ".encode() in parts()["styles.xml"]
        assert "Concept · ".encode() not in parts(Status.TO_SIGN)["styles.xml"]

    def test_no_blank_is_left_unfilled(self):
        for part in ("styles.xml", "content.xml"):
            assert not [e for e in parse(parts()[part]).iter() if (e.text or "").startswith("@")]


class TestContent:
    def test_every_style_that_is_used_is_there(self):
        here = parse(parts()["content.xml"])
        there = parse(parts()["styles.xml"])
        defined = {value(s, "style:name") for root in (here, there) for s in root.iter()}
        used = {v for e in body().iter() for k, v in e.attrib.items() if k.endswith("}style-name")}
        assert used - defined == set()

    def test_articles_go_on_in_one_list(self):
        lists = [
            e for e in body().iter(q("text:list")) if value(e, "text:style-name") == "Articles"
        ]
        assert [text_of(e).strip() for e in lists] == [
            "Doel", "Inbreng", "Vervallen bepaling (vervallen)", "Duur",
        ]  # fmt: skip
        ids = [value(e, "xml:id") for e in lists]
        assert [value(e, "text:continue-list") for e in lists] == ["", *ids[:-1]]

    def test_a_picture_is_described_and_stays_a_drawing(self):
        (frame,) = body().iter(q("draw:frame"))
        assert text_of(only(frame, "svg:title")) == "Plattegrond met één ronde zaal."
        assert parts()[value(only(frame, "draw:image"), "xlink:href")] == SVG

    def test_table_headers_repeat_and_rows_stay_whole(self):
        (head,) = body().iter(q("table:table-header-rows"))
        assert text_of(head).split() == ["Wie", "Wat", "Bedrag"]
        rows = list(body().iter(q("table:table-row")))
        assert {value(row, "table:style-name") for row in rows} == {"TableRow"}

    def test_a_name_of_a_row_is_set_like_the_row(self):
        rows = [
            row
            for row in body().iter(q("table:table-row"))
            if row.getparent().tag != q("table:table-header-rows")
        ]
        styles = {value(p, "text:style-name") for row in rows for p in row.iter(q("text:p"))}
        assert "Table_20_Heading" not in styles

    def test_the_text_each_annex_and_the_signatures_start_a_page(self):
        opening = [
            text_of(h)
            for h in body().iter(q("text:h"))
            if value(h, "text:style-name") == "Heading_20_Opening"
        ]
        assert opening == ["Maatschappelijke ambitie", "Huisregels", "Kaart", "Ondertekening"]

    def test_every_reference_leads_somewhere(self):
        names = {value(e, "text:name") for e in body().iter() if "bookmark" in e.tag}
        names |= {value(e, "text:ref-name") for e in body().iter(q("text:sequence"))}
        called = {
            value(e, "text:ref-name")
            for e in body().iter(q("text:bookmark-ref"), q("text:sequence-ref"))
        }
        linked = {value(e, "xlink:href") for e in body().iter(q("text:a"))}
        assert called | {a[1:] for a in linked if a.startswith("#")} <= names


def test_libreoffice_prints_exactly_what_we_print(folder):
    file = folder / "opened.odt"
    file.write_bytes(write_odt(sample()))
    (pdf,) = to_pdf([file], folder)
    text = printed(pdf)
    assert [words for words in EXPECTED if words not in text] == []
    assert "De afspraken staan in artikel 2 en in artikel 2, lid 2" in text
    assert "Zie ook bijlage 1, paragraaf 2 en de eigen woorden." in text
    assert "Artikel 1 Doel 3 2 Samenwerkingsverband 4" in text
    assert pages(pdf) == 7


def test_references_and_contents_survive_an_update_of_all_fields(folder):
    file = folder / "refreshed.odt"
    file.write_bytes(write_odt(sample()))
    text = printed(updated_to_pdf(file, folder))
    assert [words for words in EXPECTED if words not in text] == []
    assert "De afspraken staan in artikel 2 en in artikel 2, lid 2" in text
    assert "Artikel 1 Doel 3 2 Samenwerkingsverband 4" in text


def test_unusual_texts_open_too(folder):
    files = []
    for name, text in (("bare", BARE), ("hard", HARD)):
        files.append(folder / f"{name}.odt")
        files[-1].write_bytes(write_odt(sample(text=text)))
    bare, hard = (printed(pdf) for pdf in to_pdf(files, folder))
    assert "1 Kop Tekst." in bare
    assert "An English paragraph." in hard
    assert "Tweede alinea van de noot." in hard
