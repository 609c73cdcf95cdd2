"""The Word package, looked at from inside: numbers, fields, bookmarks, tables, properties."""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from convenant.edges.disk.resource import read_templates
from convenant.edges.office.package import pack, parse, unpack
from convenant.edges.word.bookmarks import LONGEST, bookmark_name
from convenant.edges.word.xml import NAMESPACES, Element, q, style_of, text_of, value
from convenant.model.document import Status

sys.path.insert(0, str(Path(__file__).parents[3]))

from sample_office import PNG, sample, write_docx


@cache
def parts(status: Status = Status.CONCEPT, language: str = "nl", text: str | None = None):
    return unpack(write_docx(sample(status, language, text), {"plan.svg": PNG}))


@cache
def body(text: str | None = None) -> Element:
    return parse(parts(text=text)["word/document.xml"])[0]


def find(path: str, root: Element | None = None) -> list[Element]:
    return (body() if root is None else root).findall(path, NAMESPACES)


def paragraph(text: str, root: Element | None = None) -> Element:
    """The last paragraph with this text: an earlier one is its entry in the contents."""
    return [p for p in find(".//w:p", root) if text_of(p) == text][-1]


def numbers(text: str | None = None) -> list[tuple[str, str]]:
    """Pattern and starting number of the list of each numbered heading, with its text."""
    numbering = parse(parts(text=text)["word/numbering.xml"])
    patterns = {}
    for n in find("w:num", numbering):
        abstract_id = value(n.find("w:abstractNumId", NAMESPACES))
        for abstract in find("w:abstractNum", numbering):
            if value(abstract, "w:abstractNumId") == abstract_id:
                patterns[value(n, "w:numId")] = value(abstract.find(".//w:lvlText", NAMESPACES))
    return [
        (patterns[value(p.find("w:pPr/w:numPr/w:numId", NAMESPACES))], text_of(p))
        for p in find(".//w:p", body(text))
        if style_of(p).startswith("Heading") and p.find("w:pPr/w:numPr", NAMESPACES) is not None
    ]


def codes(root: Element) -> list[str]:
    return [(e.text or "").strip() for e in root.iter(q("w:instrText"))]


class TestNumbers:
    def test_the_words_of_a_number_are_a_pattern_and_not_text(self):
        assert numbers() == [
            ("%1", "Maatschappelijke ambitie"),
            ("Artikel %1", "Doel"),
            ("%1", "Samenwerkingsverband"),
            ("Artikel %1", "Inbreng"),
            ("Artikel %1", "Vervallen bepaling (vervallen)"),
            ("Artikel %1", "Duur"),
            ("Bijlage %1", "Huisregels"),
            ("Bijlage %1", "Kaart"),
        ]

    def test_articles_are_one_list_of_one_level_through_all_sections(self):
        lists = {
            value(paragraph(title).find("w:pPr/w:numPr/w:numId", NAMESPACES))
            for title in ("Doel", "Inbreng", "Duur")
        }
        assert len(lists) == 1
        levels = {
            value(paragraph(title).find("w:pPr/w:numPr/w:ilvl", NAMESPACES))
            for title in ("Doel", "Inbreng", "Duur")
        }
        assert levels == {"0"}

    def test_a_heading_that_is_no_article_has_no_number(self):
        assert paragraph("Overwegingen").find("w:pPr/w:numPr", NAMESPACES) is None

    def test_members_are_a_list_that_starts_again_in_each_article(self):
        first = paragraph("De gemeente betaalt.")
        other = paragraph("De partijen openen een buurthuis.")
        ids = [value(p.find("w:pPr/w:numPr/w:numId", NAMESPACES)) for p in (first, other)]
        assert ids[0] != ids[1]
        numbering = parse(parts()["word/numbering.xml"])
        for n in find("w:num", numbering):
            if value(n, "w:numId") in ids:
                restart = n.find("w:lvlOverride/w:startOverride", NAMESPACES)
                assert value(restart) == "1"

    def test_text_after_a_nested_list_carries_no_blank_bullet(self):
        further = paragraph("Dat staat op de deur.")
        assert style_of(further) == "ListContinue"
        assert further.find("w:pPr/w:numPr", NAMESPACES) is None

    def test_abstract_lists_precede_lists_and_have_ids_of_their_own(self):
        numbering = parse(parts()["word/numbering.xml"])
        tags = [element.tag for element in numbering]
        assert tags == sorted(tags, key=lambda tag: tag == q("w:num"))
        ids = [value(n.find("w:nsid", NAMESPACES)) for n in find("w:abstractNum", numbering)]
        assert len(ids) == len(set(ids))


class TestPages:
    def test_the_text_each_annex_and_the_signatures_start_a_page(self):
        breaks = [
            text_of(p)
            for p in find(".//w:p")
            if p.find("w:pPr/w:pageBreakBefore", NAMESPACES) is not None
        ]
        assert breaks == ["Maatschappelijke ambitie", "Huisregels", "Kaart", "Ondertekening"]

    def test_a_partys_place_to_sign_is_not_split(self):
        styles = {
            value(s, "w:styleId"): s for s in find("w:style", parse(parts()["word/styles.xml"]))
        }
        assert styles["Signatory"].find("w:pPr/w:keepNext", NAMESPACES) is not None
        assert value(styles["SignatureEnd"].find("w:pPr/w:keepNext", NAMESPACES)) == "0"
        ends = [p for p in find(".//w:p") if style_of(p) == "SignatureEnd"]
        assert len(ends) == 2


class TestReferences:
    def test_an_article_is_a_field_with_its_printed_words(self):
        first = next(p for p in find(".//w:p") if text_of(p).startswith("Wij willen"))
        assert codes(first) == [
            r"REF inbreng \r \h \* lower",
            r"REF inbreng \r \h \* lower",
            r"REF lid_uren \r \h",
            r"REF fig_plan \h",
            r"REF tab_geld \h",
            r"REF huisregels \r \h \* lower",
            r"REF samenwerking \r \h",
        ]
        assert "in artikel 2 en in artikel 2, lid 2; de plattegrond is figuur 1" in text_of(first)

    def test_words_of_the_author_stay_a_link(self):
        link = next(h for h in find(".//w:hyperlink") if text_of(h) == "de eigen woorden")
        assert value(link, "w:anchor") == "inbreng"

    def test_notes_refer_too(self):
        notes = parse(parts()["word/footnotes.xml"])
        assert r"REF inbreng \r \h \* lower" in codes(notes)

    def test_every_field_and_link_leads_to_a_bookmark(self):
        names = {value(b, "w:name") for b in find(".//w:bookmarkStart")}
        called = {code.split()[1] for code in codes(body()) if code.startswith(("REF", "PAGEREF"))}
        linked = {value(h, "w:anchor") for h in find(".//w:hyperlink")} - {""}
        assert called | linked <= names

    def test_a_bookmark_holds_the_heading_and_not_its_section(self):
        for mark in find(".//w:bookmarkStart"):
            assert mark.getparent().tag == q("w:p")
            ends = find("w:bookmarkEnd", mark.getparent())
            assert value(mark, "w:id") in [value(end, "w:id") for end in ends]

    def test_bookmarks_have_names_and_numbers_of_their_own(self):
        for attribute in ("w:id", "w:name"):
            found = [value(b, attribute) for b in find(".//w:bookmarkStart")]
            assert len(found) == len(set(found))

    @pytest.mark.parametrize("id", ["lid-1", "9-levens", "a" * 60, "é-id", "-"])
    def test_a_bookmark_has_a_name_that_word_takes(self, id):
        name = bookmark_name(id)
        assert name[0].isalpha()
        assert name.replace("_", "a").isalnum()
        assert len(name) <= LONGEST

    def test_long_ids_that_start_alike_get_different_bookmarks(self):
        assert bookmark_name("a" * 50 + "-1") != bookmark_name("a" * 50 + "-2")

    def test_captions_count_by_themselves(self):
        captions = [p for p in find(".//w:p") if style_of(p) in ("ImageCaption", "TableCaption")]
        assert [codes(p) for p in captions] == [[r"SEQ Figuur \* ARABIC"], [r"SEQ Tabel \* ARABIC"]]
        assert [text_of(p) for p in captions] == [
            "Figuur\u00a01 De begane grond",
            "Tabel\u00a01 Het geld",
        ]

    def test_a_count_starts_where_an_edition_of_a_part_does(self):
        made = unpack(write_docx(replace(sample(), blocks=renumbered(sample().blocks, 37))))
        captions = [
            p
            for p in parse(made["word/document.xml"]).iter(q("w:p"))
            if style_of(p) == "TableCaption"
        ]
        assert [codes(p) for p in captions] == [[r"SEQ Tabel \* ARABIC \r 37"]]


def renumbered(blocks, number):
    """The blocks with the number in the label of the first table made another."""
    text = json.dumps(blocks, ensure_ascii=False)
    return json.loads(re.sub(r'(Tabel.{1,40}?)1"', rf'\g<1>{number}"', text))


class TestContents:
    def test_it_opens_filled_and_leads_to_every_heading_of_two_levels(self):
        entries = [
            (style_of(p), [text_of(r) for r in p.iter(q("w:r")) if text_of(r)])
            for p in find("w:sdt/w:sdtContent/w:p")
        ]
        assert entries[:5] == [
            ("TOCHeading", ["Inhoud"]),
            ("TOC1", ["1", "Maatschappelijke ambitie"]),
            ("TOC2", ["Overwegingen"]),
            ("TOC2", ["Artikel 1", "Doel"]),
            ("TOC1", ["2", "Samenwerkingsverband"]),
        ]
        assert ("TOC1", ["Bijlage 1", "Huisregels"]) in entries

    def test_nobody_is_asked_to_update_it(self):
        settings = parse(parts()["word/settings.xml"])
        assert settings.find("w:updateFields", NAMESPACES) is None
        assert not [f for f in find(".//w:fldChar") if value(f, "w:dirty")]

    def test_every_field_that_opens_closes(self):
        kinds = [value(f, "w:fldCharType") for f in find(".//w:fldChar")]
        assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


class TestTables:
    def test_the_header_is_repeated_and_no_row_is_split(self):
        rows = find(".//w:tbl/w:tr")
        assert [r.find("w:trPr/w:tblHeader", NAMESPACES) is not None for r in rows] == [
            True, False, False, False,
        ]  # fmt: skip
        assert all(r.find("w:trPr/w:cantSplit", NAMESPACES) is not None for r in rows)

    def test_it_is_as_wide_as_the_text(self):
        widths = [int(value(c, "w:w")) for c in find(".//w:tbl/w:tblGrid/w:gridCol")]
        assert sum(widths) == pytest.approx(9070, abs=3)

    def test_its_caption_stays_with_it(self):
        styles = parse(parts()["word/styles.xml"])
        (caption,) = [s for s in find("w:style", styles) if value(s, "w:styleId") == "TableCaption"]
        assert caption.find("w:pPr/w:keepNext", NAMESPACES) is not None


class TestImages:
    def test_the_alternative_text_describes_it_and_its_data_do_not(self):
        described = [e.get("descr") for e in body().iter(q("wp:docPr"), q("pic:cNvPr"))]
        assert described == ["Plattegrond met één ronde zaal."] * 2

    def test_the_drawing_goes_along_with_the_png_that_stands_for_it(self):
        blip = body().find(".//a:blip", NAMESPACES)
        svg = blip.find(".//asvg:svgBlip", NAMESPACES)
        relations = parse(parts()["word/_rels/document.xml.rels"])
        targets = {r.get("Id"): r.get("Target") for r in relations}
        assert targets[value(blip, "r:embed")].endswith(".png")
        assert parts()[f"word/{targets[value(svg, 'r:embed')]}"].startswith(b"<svg")

    def test_figure_and_caption_stay_together(self):
        figure = next(p for p in find(".//w:p") if style_of(p) == "CaptionedFigure")
        assert style_of(figure.getnext()) == "ImageCaption"


class TestPackage:
    def test_properties_are_those_of_the_document(self):
        core = parts()["docProps/core.xml"].decode()
        assert "<dc:title>Convenant Buurthuis De Linde</dc:title>" in core
        assert "<dc:creator>Gemeente Wolderveen en Stichting Lindewonen</dc:creator>" in core
        assert core.count(">2027-03-01T11:20:00Z<") == 2
        custom = parse(parts()["docProps/custom.xml"])
        assert {p.get("name"): "".join(p.itertext()) for p in custom} == {
            "slug": "de-linde",
            "version": "v0.3",
            "commit": sample().stamp.commit,
            "digest": sample().digest,
        }

    @pytest.mark.parametrize(("language", "tag"), [("nl", "nl-NL"), ("en", "en-GB")])
    def test_the_language_is_the_documents(self, language, tag):
        styles = parse(parts(language=language)["word/styles.xml"])
        assert value(styles.find("w:docDefaults//w:lang", NAMESPACES)) == tag

    def test_words_in_another_language_are_marked(self):
        notes = parse(parts()["word/footnotes.xml"])
        assert [value(e) for e in notes.iter(q("w:lang"))] == ["en-GB"]

    @pytest.mark.parametrize(
        ("status", "mark"),
        [(Status.CONCEPT, "Concept · "), (Status.WORKING, "Werkversie · "), (Status.TO_SIGN, "")],
    )
    def test_the_running_head_has_title_mark_version_and_digest(self, status, mark):
        assert text_of(parse(parts(status)[header(status)])) == (
            f"Convenant De Linde{mark}v0.3 · 1a2b 3c4d 5e6f"
        )

    def test_the_foot_counts_pages(self):
        (foot,) = [n for n in parts() if "footer" in n and b"instrText" in parts()[n]]
        root = parse(parts()[foot])
        assert codes(root) == ["PAGE", "NUMPAGES"]
        assert text_of(root) == "v0.3 · 1a2b 3c4d 5e6fPagina 1 van 1"

    def test_word_lays_it_out_as_of_today_and_nothing_is_locked(self):
        settings = parse(parts()["word/settings.xml"])
        modes = {s.get(q("w:name")): value(s) for s in settings.iter(q("w:compatSetting"))}
        assert modes["compatibilityMode"] == "15"
        assert settings.find("w:documentProtection", NAMESPACES) is None

    def test_the_title_page_has_no_running_head(self):
        section = body().find("w:sectPr", NAMESPACES)
        assert section.find("w:titlePg", NAMESPACES) is not None

    def test_the_pane_of_styles_holds_ours_and_no_leftover(self):
        styles = parse(parts()["word/styles.xml"])
        ours = {one.get(q("w:styleId")) for one in parse(read_templates("word")["styles.xml"])}
        there = {one.get(q("w:styleId")) for one in styles.iter(q("w:style"))}
        assert there == ours - {None}
        assert {style_of(p) for p in find(".//w:p")} - {""} <= there

    def test_program_text_has_one_look(self):
        made = unpack(write_docx(sample(text="# Een\n\n```python\nif x: pass\n```\n")))
        assert b'Tok"' not in made["word/document.xml"]
        assert b"VerbatimChar" in made["word/document.xml"]

    def test_a_sheet_says_below_its_first_page_which_text_it_is(self):
        made = unpack(write_docx(replace(sample(), sheet=True, pages=1)))
        foot = parse(made["word/first-footer.xml"])
        assert text_of(foot) == "v0.3 · 1a2b 3c4d 5e6fPagina 1 van 1"

    def test_equal_input_gives_equal_bytes(self):
        assert write_docx(sample()) == write_docx(sample())

    def test_no_part_is_deflated_or_dated(self):
        import io
        import zipfile

        package = pack({"b.xml": b"b" * 999, "[Content_Types].xml": b"t", "a.xml": b"a"})
        entries = zipfile.ZipFile(io.BytesIO(package)).infolist()
        assert [e.filename for e in entries] == ["[Content_Types].xml", "a.xml", "b.xml"]
        assert {e.compress_type for e in entries} == {zipfile.ZIP_STORED}
        assert {e.date_time for e in entries} == {(1980, 1, 1, 0, 0, 0)}


def header(status: Status) -> str:
    """The part of the running head: the one that is not the empty one of the title page."""
    found = parts(status)
    return next(
        n for n in found if n.startswith("word/") and "header" in n and b"w:tab" in found[n]
    )


GAP = """
# Een {#een}

## Eerste {#eerste}

# Bijlage {#bijlage .annex}

[](#derde) [](#eerste)

# Twee {#twee}

## Derde {#derde}
"""


def test_a_document_without_lists_notes_tables_or_images_is_written_too():
    assert numbers("# Kop {#kop}\n\nTekst.\n") == [("%1", "Kop")]


def test_articles_count_on_behind_an_annex():
    assert [text for pattern, text in numbers(GAP) if pattern == "Artikel %1"] == [
        "Eerste",
        "Derde",
    ]
