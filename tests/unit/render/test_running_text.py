"""Words joined to running text before pandoc writes them."""

from __future__ import annotations

import pytest

from convenant.model.ast import Node, attr, emphasis, link, para, span, words
from convenant.render.running_text import joined_words


def _str(text: str) -> Node:
    return {"t": "Str", "c": text}


SPACE = {"t": "Space"}


def test_words_and_line_ends_become_one_text_without_places() -> None:
    placed = [
        {"t": "Str", "c": "De", "at": [1, 1, 1, 3]},
        {"t": "SoftBreak", "at": [1, 3, 2, 1]},
        *words("gemeente  betaalt."),
    ]
    assert joined_words([para(placed)]) == [para([_str("De gemeente betaalt.")])]


def test_spaces_at_an_end_stay_spaces() -> None:
    inlines = [*words("zie "), emphasis(words("hier")), SPACE, *words("en daar")]
    assert joined_words(inlines) == [
        *(_str("zie"), SPACE, emphasis([_str("hier")]), SPACE, _str("en daar"))
    ]


def test_a_space_alone_stays_one_space() -> None:
    around = [emphasis([_str("a")]), SPACE, emphasis([_str("b")])]
    assert joined_words(around) == around


def test_words_of_a_link_or_span_stay_apart() -> None:
    nodes = [link(words("artikel 5"), "#a"), span(words("Tabel 2"), attr(classes=["label"]))]
    assert joined_words(nodes) == nodes


@pytest.mark.parametrize("text", ["1. januari is een dag", "12. a"])
def test_a_number_that_could_start_a_list_stays_a_word(text: str) -> None:
    number, _, rest = text.partition(" ")
    assert joined_words(words(text)) == [_str(number), SPACE, _str(rest)]


def test_quotations_footnotes_and_cells_are_joined_inside() -> None:
    quoted = {"t": "Quoted", "c": [{"t": "SingleQuote"}, words("een twee")]}
    note = {"t": "Note", "c": [para(words("drie vier"))]}
    assert joined_words([quoted, note]) == [
        {"t": "Quoted", "c": [{"t": "SingleQuote"}, [_str("een twee")]]},
        {"t": "Note", "c": [para([_str("drie vier")])]},
    ]
