from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from convenant.locale import voice
from convenant.model.ast import (
    Node,
    attr,
    bullets,
    div,
    emphasis,
    heading,
    link,
    para,
    plain,
    span,
    table,
    words,
)
from convenant.model.document import Document, Stamp, Status
from convenant.model.party import Party, Standing
from convenant.model.picture import ImageFile
from convenant.problem import Place
from convenant.render.html.note import Notes
from convenant.render.html.page import finish_html, html_tree
from convenant.render.walk import nodes_of, text_of

AT = Place("covenants/linde/covenant.yaml")


def document(*blocks: Node, **changes: Any) -> Document:
    made = Document(
        slug="linde",
        language="nl",
        title="De Linde",
        subtitle="",
        citation_title="",
        parties=(),
        stamp=Stamp("v0.1", Status.CONCEPT, 1_795_000_000),
        digest="0123456789abcdef" * 4,
        blocks=blocks,
    )
    return replace(made, **changes)


def body(*blocks: Node, **changes: Any) -> list[Node]:
    found: list[Node] = html_tree(document(*blocks, **changes))["blocks"]
    return found


def meta(**changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = html_tree(document(**changes))["meta"]
    return found


def only(kind: str, blocks: Any) -> Node:
    (found,) = [node for node in nodes_of(blocks) if node["t"] == kind]
    return found


def section(title: str = "Ambitie", id: str = "ambitie") -> Node:
    return heading(1, words(title), attr(id, ["section"], number="1", label="1"))


def article(title: list[Node], id: str = "doel") -> Node:
    return heading(2, title, attr(id, ["article"], number="3", label="Artikel 3"))


def note(*blocks: Node) -> Node:
    return {"t": "Note", "c": list(blocks)}


def grid(*right: int, columns: int = 3, **changes: Any) -> Node:
    row = [[plain(words(f"cel {i}"))] for i in range(columns)]
    head = [[plain(words(f"Kop {i}"))] for i in range(columns)]
    return table(head, [row], attributes=attr("tab"), right=right, row_headers=1, **changes)


def cells(blocks: list[Node]) -> list[Any]:
    _, _, _, head, bodies, _ = only("Table", blocks)["c"]
    return [cell for row in (*head[1], *bodies[0][3]) for cell in row[1]]


def pairs_of(cell: list[Any]) -> dict[str, str]:
    return dict(cell[0][2])


# Sections


def test_an_article_stands_within_its_section_one_heading_level_lower() -> None:
    (part,) = body(section(), para(words("Tekst.")), article(words("Doel")))
    assert part["c"][0][1] == ["section", "part-section"]
    title, first, inner = part["c"][1]
    assert (title["c"][0], first["t"], inner["c"][0][1]) == (2, "Para", ["section", "part-article"])
    assert inner["c"][1][0]["c"][0] == 3


def test_a_heading_starts_with_its_printed_label() -> None:
    (part,) = body(article(words("Doel")))
    level, (id, classes, pairs), inlines = part["c"][1][0]["c"]
    assert (level, id, classes, pairs) == (3, "doel", [], [])
    assert inlines[0]["c"][0] == attr(classes=["label"])
    assert text_of(inlines[0]) == "Artikel 3"
    assert text_of(inlines) == "Artikel 3 Doel"


def test_headings_within_a_generated_block_go_down_too() -> None:
    inner = div([heading(3, words("Waarden"), attr())], attr(classes=["generated", "map"]))
    assert only("Header", body(inner))["c"][0] == 4


def test_a_later_section_does_not_stand_within_the_earlier_article() -> None:
    parts = body(section(), article(words("Doel")), section("Samen", "samen"))
    assert len(parts) == 2


def test_the_contents_lead_to_sections_and_their_articles() -> None:
    contents = html_tree(document(section(), article(words("Doel"))))["meta"]["contents"]["c"]
    targets = [node["c"][2][0] for node in nodes_of(contents) if node["t"] == "Link"]
    assert targets == ["#ambitie", "#doel"]
    assert text_of(contents) == "1 AmbitieArtikel 3 Doel"


def test_a_heading_without_an_id_is_still_led_to() -> None:
    tree = html_tree(document(heading(1, words("Los"), attr())))
    target = only("Link", tree["meta"]["contents"]["c"])["c"][2][0]
    assert target == "#" + only("Header", tree["blocks"])["c"][1][0] != "#"


def test_the_contents_take_neither_links_nor_ids_nor_notes_from_a_heading() -> None:
    title = [
        span(words("Doel"), attr("doel-term")),
        link(words("elders"), "#elders"),
        note(para(words("Noot."))),
    ]
    contents = html_tree(document(article(title)))["meta"]["contents"]["c"]
    entry, _notes = contents[0]["c"]
    assert text_of(entry) == "Artikel 3 Doelelders"
    assert only("Link", entry)["c"][2][0] == "#doel"
    assert not [node for node in nodes_of(entry) if node["t"] == "Span" and node["c"][0][0]]


# Running text


def test_words_become_one_text_and_lose_their_places() -> None:
    placed = [{**word, "at": [1, 1, 1, 2]} for word in words("een twee")]
    inlines = [*placed, {"t": "SoftBreak"}, emphasis(words("drie vier")), {"t": "LineBreak"}]
    assert body(para(inlines)) == [
        para([*text("een twee "), emphasis(text("drie vier")), {"t": "LineBreak"}])
    ]


def text(content: str) -> list[Node]:
    return [{"t": "Str", "c": content}]


def test_an_id_that_an_article_has_is_no_anchor_elsewhere() -> None:
    anchor, other = span(words("a"), attr("doel")), span(words("b"), attr("lid"))
    (before, part) = body(para([anchor, other, other]), article(words("Doel")))
    assert [node["c"][0][0] for node in before["c"]] == ["", "lid", ""]
    assert part["c"][1][0]["c"][1][0] == "doel"


# Notes


def test_a_note_and_the_way_back_have_names_in_the_language_of_the_document() -> None:
    noted = para([*words("Tekst"), note(para(words("Bron.")))])
    for language, call, back in (
        ("nl", "Noot 1", "Terug naar noot 1 in de tekst"),
        ("en", "Note 1", "Back to note 1 in the text"),
    ):
        links = [n for n in nodes_of(body(noted, language=language)) if n["t"] == "Link"]
        assert [dict(n["c"][0][2])["aria-label"] for n in links] == [call, back]
        assert [n["c"][2][0] for n in links] == ["#_note-1", "#_call-1"]


def test_the_way_back_ends_the_last_paragraph_of_a_note() -> None:
    noted = para([note(para(words("Een.")), para(words("Twee.")))])
    item = only("OrderedList", body(noted))["c"][1][0]
    assert [text_of(block) for block in item] == ["Een.", "Twee. ↩\ufe0e"]


def test_a_note_that_ends_in_a_list_has_its_way_back_below() -> None:
    notes = Notes(voice("nl"))
    notes.call([para(words("Zie:")), bullets([[plain(words("a"))]])])
    item = only("OrderedList", notes.section())["c"][1][0]
    assert [block["t"] for block in item] == ["Plain", "Para", "BulletList", "Plain"]


def test_notes_are_numbered_in_the_order_of_the_text() -> None:
    first, second = note(para(words("Een."))), note(para(words("Twee.")))
    blocks = body(para([first]), para([emphasis([second])]))
    assert [text_of(item) for item in only("OrderedList", blocks)["c"][1]] == [
        "Een. ↩\ufe0e",
        "Twee. ↩\ufe0e",
    ]


def test_without_notes_there_is_no_place_for_them() -> None:
    assert body(para(words("Tekst."))) == [para(text("Tekst."))]


# Images, links and what an author cannot write


def test_an_image_stands_in_the_page_with_its_alternative() -> None:
    image: Node = {"t": "Image", "c": [["", [], [["alt", "Een huis"]]], [], ["huis.png", ""]]}
    images = {"huis.png": ImageFile("huis.png", "image/png", b"\x89PNG")}
    (_, _, pairs), _, (target, _) = only("Image", body(para([image]), images=images))["c"]
    assert (pairs, target) == ([["alt", "Een huis"]], "data:image/png;base64,iVBORw==")


def test_an_image_that_is_not_there_leaves_its_words_and_no_address() -> None:
    image: Node = {"t": "Image", "c": [attr(), words("Een huis"), ["https://x.example/i", ""]]}
    (block,) = body(para([image]))
    assert text_of(block) == "Een huis"
    assert not [node for node in nodes_of(block) if node["t"] == "Image"]


def test_a_link_outward_is_printed_with_its_address_unless_it_shows_it() -> None:
    address = "https://www.example.org/a"
    named, bare = body(para([link(words("a"), address)]), para([link(words(address), address)]))
    assert only("Link", named)["c"][0][1] == ["external"]
    assert only("Link", bare)["c"][0][1] == []


@pytest.mark.parametrize("kind", ["RawInline", "RawBlock"])
def test_nothing_raw_reaches_the_page(kind: str) -> None:
    raw: Node = {"t": kind, "c": ["html", "<script>"]}
    assert body(raw if kind == "RawBlock" else para([raw])) in ([], [para([])])


# Tables


def test_a_header_cell_says_what_it_heads() -> None:
    scopes = [pairs_of(cell).get("scope") for cell in cells(body(grid()))]
    assert scopes == ["col", "col", "col", "row", None, None]


def test_a_table_of_words_becomes_cards_whose_values_know_their_column() -> None:
    blocks = body(grid())
    assert blocks[0]["c"][0] == attr(classes=["table", "cards"])
    labels = [pairs_of(cell).get("data-label") for cell in cells(blocks)]
    assert labels == [None, None, None, None, "Kop 1", "Kop 2"]


def test_a_table_of_amounts_scrolls_in_a_named_box_that_takes_the_keyboard() -> None:
    blocks = body(grid(1, 2, caption=words("Begroting")))
    _, classes, pairs = blocks[0]["c"][0]
    assert classes == ["table", "scroll"]
    assert dict(pairs) == {"role": "group", "tabindex": "0", "aria-labelledby": "_caption-1"}
    caption = only("Table", blocks)["c"][1][1][0]
    assert only("Span", caption)["c"][0][0] == "_caption-1"


def test_a_scrolling_table_without_a_caption_is_named_by_its_kind() -> None:
    assert dict(body(grid(1, 2))[0]["c"][0][2])["aria-label"] == "Tabel"


def test_a_table_of_a_name_and_an_amount_fits_as_it_is() -> None:
    assert body(grid(1, columns=2))[0]["c"][0] == attr(classes=["table"])


def test_a_table_of_many_columns_asks_for_a_wide_screen() -> None:
    assert body(grid(columns=5))[0]["c"][0] == attr(classes=["table", "many", "cards"])


def test_a_table_whose_cells_span_columns_keeps_its_grid() -> None:
    spanning = grid()
    spanning["c"][4][0][3][0][1][1][3] = 2
    assert "scroll" in body(spanning)[0]["c"][0][1]


def test_amounts_are_marked_by_a_class_and_not_by_a_style() -> None:
    blocks = body(grid(2))
    assert [cell[0][1] for cell in cells(blocks)] == [[], [], ["amount"]] * 2
    assert {spec[0]["t"] for spec in only("Table", blocks)["c"][2]} == {"AlignDefault"}


# The title block


def test_a_concept_says_that_it_binds_nobody_and_a_final_text_does_not() -> None:
    assert meta()["mark"]["c"] == "Concept"
    assert meta()["reservation"]["c"].startswith("Dit is nog geen overeenkomst")
    final = meta(stamp=Stamp("v1.0.0", Status.FINAL))
    assert not {"mark", "reservation"} & set(final)


def test_the_facts_are_those_that_are_known() -> None:
    def terms(**changes: Any) -> list[str]:
        return [fact["c"]["term"]["c"] for fact in meta(**changes)["facts"]["c"]]

    digest = "Vingerafdruk van de tekst (SHA-256)"
    assert terms(citation_title="Convenant De Linde") == [
        "Status",
        "Versie",
        "Datum",
        "Citeertitel",
        digest,
    ]
    assert terms(stamp=Stamp()) == ["Status", digest]


def test_parties_are_grouped_by_role_and_who_left_is_not_shown() -> None:
    parties = (
        Party(AT, "w", "Wijkkrant", role="observer"),
        Party(AT, "g", "Gemeente", role="signatory", seat="Veen", registration="12345678"),
        Party(AT, "v", "Vertrokken", role="signatory", status=Standing(AT, "left")),
    )
    groups = [
        (group["c"]["label"]["c"], [member["c"] for member in group["c"]["members"]["c"]])
        for group in meta(parties=parties)["parties"]["c"]
    ]
    assert [(label, [member["name"]["c"] for member in members]) for label, members in groups] == [
        ("Partijen", ["Gemeente"]),
        ("Toehoorders", ["Wijkkrant"]),
    ]
    assert groups[0][1][0]["line"]["c"] == "Veen · KvK 12345678"


def test_a_title_cannot_leave_the_style_sheet_that_prints_it() -> None:
    sheet = meta(title='</style><script>"}*{color:red}\\')["print"]["c"][0]["c"][1]
    assert "<" not in sheet
    assert '"\\3c \\2f style\\3e ' in sheet
    assert sheet.count('"') == 4


# What the writer leaves to us


def test_void_elements_are_closed_as_html_does_and_text_is_left_alone() -> None:
    assert (
        finish_html('<br />a /&gt; b<img alt="x &gt;" />', []) == '<br>a /&gt; b<img alt="x &gt;">'
    )


def test_an_empty_corner_of_a_table_is_no_header() -> None:
    assert finish_html('<th scope="col"></th><th>a</th>', []) == "<td></td><th>a</th>"


def test_the_style_sheets_stand_in_the_page_in_their_order() -> None:
    assert finish_html("<style></style>", ["a{}", "b{}"]) == "<style>\na{}\nb{}</style>"
