from __future__ import annotations

from convenant.locale import voice
from convenant.model.ast import (
    Node,
    attr,
    div,
    heading,
    numbered,
    para,
    plain,
    span,
    table,
    words,
)
from convenant.render.numbering import number_blocks
from convenant.render.walk import text_of


def article(id: str, *classes: str) -> Node:
    return heading(2, words("Titel"), attr(id, classes))


def section(id: str) -> Node:
    return heading(1, words("Paragraaf"), attr(id, ["section"]))


def labels(blocks: list[Node]) -> list[str]:
    return [dict(b["c"][1][2]).get("label", "") for b in blocks if b["t"] == "Header"]


def test_articles_number_on_through_all_sections() -> None:
    blocks, _ = number_blocks(
        [section("een"), article("a"), article("b"), section("twee"), article("c")], voice("nl")
    )
    assert labels(blocks) == ["1", "Artikel 1", "Artikel 2", "2", "Artikel 3"]


def test_an_unnumbered_heading_takes_no_number() -> None:
    blocks, _ = number_blocks([article("a"), article("b", "unnumbered"), article("c")], voice("en"))
    assert labels(blocks) == ["Article 1", "", "Article 2"]


def test_a_repealed_article_keeps_its_number_and_says_so() -> None:
    blocks, references = number_blocks([article("a", "repealed"), article("b")], voice("nl"))
    assert labels(blocks) == ["Artikel 1", "Artikel 2"]
    assert text_of(blocks[0]["c"][2]) == "Titel (vervallen)"
    assert references["b"] == "artikel 2"


def test_a_member_is_referred_to_by_its_article_and_its_number() -> None:
    second = [para([span([], attr("lid-b")), *words("Tweede lid.")])]
    _, references = number_blocks(
        [article("a"), numbered([[para(words("Eerste lid."))], second])], voice("nl")
    )
    assert references["lid-b"] == "artikel 1, lid 2"


def test_a_list_under_an_unnumbered_heading_has_no_members() -> None:
    item = [para([span([], attr("los")), *words("Los.")])]
    _, references = number_blocks(
        [article("a"), article("b", "unnumbered"), numbered([item])], voice("nl")
    )
    assert "los" not in references


def test_tables_are_numbered_wherever_they_stand_and_only_with_a_caption() -> None:
    def tabular(id: str, caption: str) -> Node:
        return table(
            [[plain(words("a"))]],
            [],
            attributes=attr(id),
            caption=words(caption) if caption else None,
        )

    blocks = [tabular("t1", "Eerste"), tabular("t2", ""), div([tabular("t3", "Tweede")], attr())]
    numbered_blocks, references = number_blocks(blocks, voice("nl"))
    assert references == {"t1": "tabel 1", "t3": "tabel 2"}
    assert text_of(numbered_blocks[0]["c"][1][1]) == "Tabel 1 Eerste"


def test_an_annex_keeps_the_number_of_the_register() -> None:
    blocks = [heading(1, words("Kaart"), attr("kaart", ["annex"], number="3"))]
    numbered_blocks, references = number_blocks(blocks, voice("nl"))
    assert labels(numbered_blocks) == ["Bijlage 3"]
    assert references == {"kaart": "bijlage 3"}


def test_annexes_have_numbers_of_their_own() -> None:
    blocks = [section("een"), heading(1, words("Begroting"), attr("begroting", ["annex"]))]
    numbered_blocks, references = number_blocks(blocks, voice("en"))
    assert labels(numbered_blocks) == ["1", "Annex 1"]
    assert references["begroting"] == "annex 1"
