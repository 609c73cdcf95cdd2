"""What the office writers are given: title page, styles, images inside the tree."""

from __future__ import annotations

import sys
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from convenant.model.ast import Node, attr, bullets, div, para, strong, words
from convenant.model.document import Document, Stamp, Status
from convenant.model.picture import ImageFile
from convenant.render.office.odt import odt_tree
from convenant.render.office.word import word_tree
from convenant.render.walk import nodes_of, text_of

sys.path.insert(0, str(Path(__file__).parents[3]))

from sample_office import PARTIES, SVG

PNG = b"\x89PNG\r\n\x1a\n"


def document(*blocks: Node, **changes: Any) -> Document:
    plain = Document(
        slug="de-linde",
        language="nl",
        title="Convenant De Linde",
        subtitle="Samen",
        citation_title="",
        parties=PARTIES,
        stamp=Stamp("v0.3", Status.CONCEPT, 1_803_900_000),
        digest="1a2b3c4d5e6f" + "0" * 52,
        blocks=blocks,
        images={"plan.svg": ImageFile("plan.svg", "image/svg+xml", SVG)},
    )
    return replace(plain, **changes)


def styled(tree: Node) -> list[tuple[str, str]]:
    """Style and text of every block that asks for a style."""
    found = []
    for node in nodes_of(tree["blocks"]):
        if node["t"] == "Div" and (style := dict(node["c"][0][2]).get("custom-style")):
            found.append((style, text_of(node["c"][1])))
    return found


def picture(target: str, **pairs: str) -> Node:
    return para([{"t": "Image", "c": [attr(**pairs), words("onder"), [target, ""]]}])


def images(tree: Node) -> list[Node]:
    return [node for node in nodes_of(tree["blocks"]) if node["t"] == "Image"]


@pytest.mark.parametrize("tree", [word_tree, odt_tree])
class TestTitlePage:
    def test_it_names_the_document_the_parties_and_the_copy(self, tree):
        lines = styled(tree(document()))
        assert ("Title", "Convenant De Linde") in lines
        assert ("Cover Party", "Gemeente Wolderveen") in lines
        assert ("Cover Party Line", "Wolderveen · KvK 12345678") in lines
        details = [text for style, text in lines if style == "Cover Detail"]
        assert "Versiev0.3" in details
        assert "Datum1 maart 2027" in details

    def test_supporting_organisations_stand_apart_and_who_left_is_gone(self, tree):
        lines = styled(tree(document()))
        heads = [text for style, text in lines if style == "Cover Heading"]
        assert heads == ["Partijen", "Ondersteunende organisaties", "Over dit document"]
        assert "Bakkerij Weg" not in [text for _, text in lines]

    def test_the_version_stays_on_the_first_page_however_many_parties_there_are(self, tree):
        few = [style for style, _ in styled(tree(document()))]
        assert few.index("Cover Detail") > few.index("Cover Party")
        many = [style for style, _ in styled(tree(document(parties=PARTIES * 5)))]
        assert many.index("Cover Detail") < many.index("Cover Party")

    def test_only_a_name_with_a_line_below_it_stays_with_what_follows(self, tree):
        alone = replace(PARTIES[0], name="Alleen", seat="", registration="")
        lines = styled(tree(document(parties=(*PARTIES, alone))))
        assert ("Cover Party Alone", "Alleen") in lines

    @pytest.mark.parametrize(
        ("status", "mark"), [(Status.CONCEPT, "Concept"), (Status.WORKING, "Werkversie")]
    )
    def test_what_binds_nobody_says_so(self, tree, status, mark):
        lines = dict(styled(tree(document(stamp=Stamp("v0.3", status, 0)))))
        assert lines["Cover Mark"] == mark
        assert lines["Cover Reservation"].startswith("Dit is nog geen overeenkomst")

    @pytest.mark.parametrize("status", [Status.TO_SIGN, Status.FINAL])
    def test_what_is_to_be_signed_has_no_mark_and_no_reservation(self, tree, status):
        lines = dict(styled(tree(document(stamp=Stamp("v1.0.0", status, 0)))))
        assert "Cover Mark" not in lines
        assert "Cover Reservation" not in lines

    def test_it_speaks_the_language_of_the_document(self, tree):
        lines = dict(styled(tree(document(language="en"))))
        assert lines["TOC Heading"] == "Contents"
        assert lines["Cover Reservation"].startswith("This is not yet an agreement")

    def test_it_has_no_metadata_that_the_writer_would_print_again(self, tree):
        assert tree(document())["meta"] == {}


class TestImages:
    def test_an_image_stands_inside_the_tree(self):
        (image,) = images(word_tree(document(picture("plan.svg", alt="Een zaal."))))
        address, title = image["c"][2]
        assert b64decode(address.removeprefix("data:image/svg+xml;base64,")) == SVG
        assert title == "plan.svg"

    def test_its_alternative_text_takes_the_place_of_what_stood_inside(self):
        (image,) = images(word_tree(document(picture("plan.svg", alt="Een zaal."))))
        assert text_of(image["c"][1]) == "Een zaal."

    def test_a_drawing_fills_the_line_and_has_a_png_for_programs_that_draw_no_svg(self):
        (image,) = images(word_tree(document(picture("plan.svg")), {"plan.svg": PNG}))
        assert image["c"][2][0].startswith("data:image/png;base64,")
        assert ["width", "100%"] in image["c"][0][2]

    def test_an_image_that_is_not_the_documents_is_never_written(self):
        tree = word_tree(document(picture("/etc/passwd", alt="geheim")))
        assert images(tree) == []


class TestLeadIns:
    def test_a_line_in_bold_alone_and_one_with_a_colon_stay_with_what_follows(self):
        bold = para([strong(words("De stip"))])
        colon = para(words("Buiten dit convenant vallen:"))
        inside = div([colon], attr(classes=["generated"]))
        lines = styled(word_tree(document(bold, para(words("Gewoon.")), inside)))
        assert lines[-2:] == [("Lead In", "De stip"), ("Lead In", "Buiten dit convenant vallen:")]

    def test_an_item_of_a_list_keeps_the_style_of_the_list(self):
        tree = word_tree(document(bullets([[para(words("Onder meer:"))]])))
        assert "Lead In" not in dict(styled(tree))


class TestSignatures:
    SIGNATORY = div(
        [
            para([strong(words("Gemeente Wolderveen"))]),
            para(words("vertegenwoordigd door: wethouder")),
            div([para(words("Plaats"))], attr(classes=["signature-line"])),
            div([para(words("Datum"))], attr(classes=["signature-line"])),
        ],
        attr(classes=["signatory"]),
    )
    BLOCK = div([para(words("Aldus ondertekend:")), SIGNATORY], attr(classes=["signatures"]))

    def test_they_start_a_page_and_each_party_has_lines_to_fill_in(self):
        lines = styled(word_tree(document(self.BLOCK)))
        assert lines[-5:] == [
            ("Signing Page", "Aldus ondertekend:"),
            ("Signatory Name", "Gemeente Wolderveen"),
            ("Signatory", "vertegenwoordigd door: wethouder"),
            ("Signature Line", "Plaats"),
            ("Signature End", "Datum"),
        ]

    def test_the_format_decides_what_a_tab_is(self):
        raw = [
            n["c"][0]
            for n in nodes_of(odt_tree(document(self.BLOCK))["blocks"])
            if n["t"] == "RawInline"
        ]
        assert set(raw) == {"opendocument"}
