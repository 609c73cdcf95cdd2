"""The tree and the project for Typst."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from convenant.model.ast import (
    Node,
    attr,
    definitions,
    div,
    heading,
    link,
    numbered,
    para,
    plain,
    span,
    strong,
    table,
    words,
)
from convenant.model.document import Document, Stamp, Status
from convenant.model.party import Party, Standing
from convenant.model.picture import ImageFile
from convenant.problem import Place
from convenant.render.typst.code import string
from convenant.render.typst.project import typst_project, typst_tree
from convenant.render.walk import nodes_of, text_of

AT = Place("covenants/x/covenant.yaml")
PNG = ImageFile("plan.png", "image/png", b"png")


def make(*blocks: Node, **changes: Any) -> Document:
    document = Document(
        slug="x",
        language="nl",
        title="Titel",
        subtitle="",
        citation_title="",
        parties=(),
        stamp=Stamp("v0.1", Status.CONCEPT, 0, ""),
        digest="0123456789ab" + "0" * 52,
        blocks=blocks,
        images={"plan.png": PNG},
    )
    return replace(document, **changes)


def code(*blocks: Node, **changes: Any) -> str:
    """All raw Typst of the tree, with document text in between as it reads."""
    return "".join(
        node["c"][1] if node["t"].startswith("Raw") else text_of(node)
        for node in nodes_of(typst_tree(make(*blocks, **changes))["blocks"])
        if node["t"] in ("RawBlock", "RawInline", "Str", "Space")
    )


def meta(document: Document) -> Any:
    return json.loads(typst_project(document, "", {})["meta.json"])


def figure(caption: str = "", target: str = "plan.png", **pairs: str) -> Node:
    image = {"t": "Image", "c": [attr(**pairs), [], [target, ""]]}
    blocks = [plain(words(caption))] if caption else []
    return {"t": "Figure", "c": [attr("fig"), [None, blocks], [plain([image])]]}


def article(title: str = "Inbreng", id: str = "inbreng") -> Node:
    return heading(2, words(title), attr(id, ["article"], number="3", label="Artikel 3"))


@given(st.text())
def test_a_string_literal_holds_no_character_that_could_end_it(text: str) -> None:
    literal = string(text)
    assert re.fullmatch(r'"(?:[A-Za-z0-9 .,/-]|\\u\{[0-9a-f]+\})*"', literal)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_string_literal_stands_for_its_text(text: str) -> None:
    back = re.sub(r"\\u\{([0-9a-f]+)\}", lambda m: chr(int(m[1], 16)), string(text)[1:-1])
    assert back == text


def test_an_article_carries_its_label_and_its_id() -> None:
    made = code(heading(1, words("Een"), attr()), article())
    assert '#titled(2, kind: "article", mark: "Artikel 3", id: "inbreng")[#"";Inbreng];' in made


def test_a_heading_never_skips_a_level() -> None:
    made = code(heading(1, words("Een"), attr()), heading(4, words("Vier"), attr()))
    assert "#titled(2," in made
    assert "#titled(4," not in made


def test_the_first_heading_is_of_the_first_level() -> None:
    assert code(heading(3, words("Drie"), attr())).startswith("#titled(1,")


def test_the_list_of_an_article_holds_its_members() -> None:
    made = code(article(), numbered([[para(words("lid"))]]))
    assert "#members(start: 1,[lid],)" in made


def test_a_list_inside_a_member_is_an_ordinary_list() -> None:
    inner = numbered([[para(words("sub"))]])
    made = code(article(), numbered([[para(words("lid")), inner]]))
    assert made.count("#members(") == 1
    assert made.count("#numbered(") == 1


def test_a_list_under_an_unnumbered_heading_has_no_members() -> None:
    unnumbered = heading(2, words("Overwegingen"), attr("o", ["unnumbered"]))
    assert "#members(" not in code(article(), unnumbered, numbered([[para(words("x"))]]))


def test_a_second_equal_id_is_left_out() -> None:
    made = code(para([span([], attr("x")), span([], attr("x"))]))
    assert made.count('#anchor("x");') == 1


def test_a_link_to_an_id_that_is_not_there_keeps_its_words_only() -> None:
    tree = typst_tree(make(para([link(words("artikel 9"), "#nergens", attr(classes=["ref"]))])))
    assert not [node for node in nodes_of(tree["blocks"]) if node["t"] == "Link"]
    assert text_of(tree["blocks"]) == "artikel\u00a09"


def test_a_link_forward_stays_a_link() -> None:
    reference = para([link(words("artikel 3"), "#inbreng", attr(classes=["ref"]))])
    tree = typst_tree(make(reference, article()))
    assert [node["c"][2][0] for node in nodes_of(tree["blocks"]) if node["t"] == "Link"] == [
        "#inbreng"
    ]


def test_a_cross_reference_does_not_break_before_its_number() -> None:
    reference = link(words("artikel 5, lid 2"), "#x", attr(classes=["ref"]))
    tree = typst_tree(make(para([reference, span([], attr("x"))])))
    assert text_of(tree["blocks"]) == "artikel\u00a05, lid\u00a02"


def test_a_point_after_markup_is_no_field_of_it() -> None:
    """Typst reads `#sub[2].nl` as the field `nl` of a content."""
    two = {"t": "Subscript", "c": words("2")}
    assert code(para([two, *words(".nl")])) == "2\\.nl"


def test_a_figure_says_its_alternative_text() -> None:
    made = code(figure("Figuur 1 Plan", alt='Een "plan"'))
    assert '#picture("/images/1.png", alt: "Een \\u{22}plan\\u{22}", id: "fig"' in made


def test_a_figure_without_alternative_text_says_its_caption() -> None:
    assert 'alt: "Het plan"' in code(figure("Het plan"))


def test_a_figure_without_any_words_says_so_in_the_language_of_the_document() -> None:
    assert 'alt: "Afbeelding zonder beschrijving"' in code(figure())


def test_a_figure_whose_image_is_not_there_is_left_out() -> None:
    made = code(figure("Het plan", target="weg.png"))
    assert "picture" not in made
    assert "Het plan" in made


def test_an_image_of_an_unknown_kind_is_left_out() -> None:
    gif = ImageFile("plan.png", "image/gif", b"gif")
    assert "picture" not in code(figure("Het plan"), images={"plan.png": gif})


def test_a_table_repeats_its_header_and_keeps_its_totals_apart() -> None:
    cells = [[plain(words("a"))], [plain(words("b"))]]
    made = code(table(cells, [cells, cells], attributes=attr("tab"), foot=[cells], right=[1]))
    assert "align: (left, right, )" in made
    assert "rows: (1, 2, 1)" in made
    assert 'id: "tab"' in made
    assert "header: ([a],[b],)," in made
    assert "footer: ([a],[b],[a],[b],),[a],[b],)" in made


@pytest.mark.parametrize(("count", "together"), [(3, "true"), (40, "false")])
def test_a_short_table_stays_on_one_page(count: int, together: str) -> None:
    row = [[plain(words("a"))], [plain(words("b"))]]
    assert f"together: {together}" in code(table(row, [row] * count, attributes=attr()))


def test_a_table_without_header_texts_has_no_header() -> None:
    cells = [[plain(words("a"))], [plain(words("b"))]]
    made = code(table([[], []], [cells], attributes=attr()))
    assert "rows: (0, 1, 0)" in made
    assert "header:" not in made


def test_given_widths_are_shares_of_the_line() -> None:
    cells = [[plain(words("a"))], [plain(words("b"))]]
    assert "columns: (0.25fr, 0.75fr, )" in code(
        table(cells, [cells], attributes=attr(), widths=[0.25, 0.75])
    )


def test_short_columns_are_as_wide_as_they_are_and_long_ones_share_the_rest() -> None:
    row = [[plain(words("A1"))], [plain(words("een lange tekst van meer dan zestien tekens"))]]
    assert "columns: (auto, 1fr, )" in code(table(row, [row], attributes=attr()))


def test_when_all_columns_are_short_amounts_stay_narrow_and_words_share_the_line() -> None:
    row = [[plain(words("Jaar"))], [plain(words("Fase"))], [plain(words("10"))]]
    assert "columns: (1fr, 1fr, auto, )" in code(table(row, [row], attributes=attr(), right=[2]))


@pytest.mark.parametrize(("length", "whole"), [(100, "true"), (6000, "false")])
def test_only_a_very_tall_row_may_break(length: int, whole: str) -> None:
    row = [[plain(words("woord " * (length // 6)))]]
    assert f"whole: {whole}" in code(table(row, [row], attributes=attr()))


def test_a_cell_over_columns_says_so() -> None:
    cells = [[plain(words("a"))], [plain(words("b"))]]
    node = table(cells, [cells], attributes=attr())
    node["c"][4][0][3][0][1] = [[attr(), {"t": "AlignDefault"}, 1, 2, [plain(words("samen"))]]]
    assert "table.cell(rowspan: 1, colspan: 2)[samen]" in code(node)


def test_a_term_and_its_meaning_stand_on_one_line() -> None:
    made = code(definitions([(words("bewoner"), [para(words("wie er woont"))])]))
    assert made == "#glossary(([bewoner],[wie er woont]),)"


@pytest.mark.parametrize(
    "lead", [para([strong(words("Waarden"))]), para(words("De partijen spreken af:"))]
)
def test_a_label_or_an_announcement_stays_with_its_list(lead: Node) -> None:
    assert code(lead, numbered([[para(words("x"))]])).startswith("#lead-in[")


def test_an_ordinary_paragraph_may_end_a_page() -> None:
    assert "lead-in" not in code(para(words("Een zin.")), numbered([[para(words("x"))]]))


def test_the_signing_page_starts_with_the_heading_above_it() -> None:
    line = div([para(words("Plaats"))], attr(classes=["signature-line"]))
    party = div([para([strong(words("Gemeente"))]), line], attr(classes=["signatory"]))
    page = div([para(words("Aldus")), party, party], attr(classes=["generated", "signatures"]))
    made = code(heading(1, words("Ondertekening"), attr()), page)
    assert made.startswith("#pagebreak(weak: true)#titled(1")
    assert made.count("pagebreak") == 1
    assert made.count("#signatories(") == 1
    assert made.count("signatory[Gemeente#signature-lines([Plaats],)],") == 2


def test_a_signing_page_without_a_heading_gets_one() -> None:
    page = div([para(words("Aldus"))], attr(classes=["generated", "signatures"]))
    assert code(page).startswith('#pagebreak(weak: true)#titled(1)[#"";Ondertekening];')


def test_words_in_another_language_say_so() -> None:
    made = code(para([span(words("walk-in"), attr(lang="en-GB"))]))
    assert made == '#text(lang: "en")[#"";walk-in];'


def test_raw_nodes_of_a_document_never_reach_typst() -> None:
    raw = {"t": "RawInline", "c": ["typst", '#read("/etc/passwd")']}
    block = {"t": "RawBlock", "c": ["typst", '#read("/etc/passwd")']}
    assert "read" not in code(para([raw, *words("x")]), block)


def test_code_stays_text() -> None:
    tree = typst_tree(make({"t": "CodeBlock", "c": [attr("i", ["typst"], x="y"), "#read()"]}))
    assert tree["blocks"] == [{"t": "CodeBlock", "c": [["", [], []], "#read()"]}]


def test_the_project_holds_data_template_and_images_and_no_other_name() -> None:
    images = {"../../plan.png": PNG}
    project = typst_project(make(images=images), "= X", {"covenant.typ": b"t"})
    named = {"main.typ", "meta.json", "style.json", "template/covenant.typ", "images/1.png"}
    assert set(project) == named
    assert project["main.typ"].endswith(b"= X")


def test_what_stands_on_the_cover_is_data() -> None:
    evil = '"] #read("/etc/passwd") ['
    project = typst_project(make(title=evil, subtitle=evil), "", {})
    assert b"passwd" not in project["main.typ"]
    assert json.loads(project["meta.json"])["title"] == evil


def test_a_concept_says_that_it_binds_nobody() -> None:
    data = meta(make())
    assert data["binds-nobody"] is True
    assert data["labels"]["mark"] == "Concept"
    assert "geen partij is gebonden" in data["labels"]["reservation"]


@pytest.mark.parametrize("status", [Status.TO_SIGN, Status.FINAL])
def test_a_signing_copy_and_a_final_text_carry_no_mark(status: Status) -> None:
    assert meta(make(stamp=Stamp("v1.0.0", status)))["binds-nobody"] is False


def test_a_text_without_a_version_says_only_once_what_it_is() -> None:
    data = meta(make(stamp=Stamp("", Status.WORKING)))
    assert data["version"] == ""
    assert data["labels"]["mark"] == "Werkversie"


def test_the_page_numbers_are_left_for_the_template_to_fill() -> None:
    assert meta(make())["labels"]["page"] == "Pagina {page} van {pages}"
    assert meta(make(language="en"))["labels"]["page"] == "Page {page} of {pages}"


def test_the_date_on_the_cover_is_that_of_the_build_in_utc() -> None:
    facts = meta(make(stamp=Stamp("v0.1", Status.CONCEPT, 1_803_859_200)))["facts"]
    assert {"label": "Datum", "value": "1 maart 2027"} in facts


def test_parties_that_sign_stand_apart_and_who_left_is_not_named() -> None:
    data = meta(
        make(
            parties=(
                Party(AT, "a", name="Gemeente", role="signatory", seat="Wolderveen"),
                Party(AT, "b", name="Steun", role="supporting"),
                Party(AT, "c", name="Weg", role="signatory", status=Standing(AT, "left")),
            )
        )
    )
    assert data["parties"] == [
        {"label": "Partijen", "items": [{"name": "Gemeente", "line": "Wolderveen"}]},
        {"label": "Ondersteunende organisaties", "items": [{"name": "Steun", "line": ""}]},
    ]
    assert data["authors"] == ["Gemeente"]


def test_a_long_running_title_is_cut_between_words() -> None:
    short = meta(make(title="woord " * 40))["short-title"]
    assert len(short) <= 65
    assert short.endswith("woord…")
