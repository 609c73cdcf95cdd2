"""The small pieces that generated blocks are made of."""

from __future__ import annotations

import pytest

from convenant.render.walk import text_of
from convenant.render.words import aside, capital, cell, is_code, lines, paragraphs, text


@pytest.mark.parametrize("id", ["A3", "D1", "AB12", "A3b"])
def test_a_number_that_people_use_is_printed(id: str) -> None:
    assert is_code(id)


@pytest.mark.parametrize("id", ["c-gemeente", "a3", "A", "A3-b", "3", "", "D1 "])
def test_a_key_is_not_printed(id: str) -> None:
    assert not is_code(id)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("de gemeente", "De gemeente"),
        ("geld; subsidie", "Geld; subsidie"),
        ("deBuurt", "deBuurt"),
        ("KvK", "KvK"),
        ("'t Huis", "'t Huis"),
        ("één keer", "Één keer"),
        ("", ""),
    ],
)
def test_a_line_starts_with_a_capital_unless_a_name_has_its_own(said: str, shown: str) -> None:
    assert capital(said) == shown


def test_a_note_stands_before_the_full_stop() -> None:
    assert aside("Wij bellen.", "allen") == "Wij bellen (allen)."
    assert aside("Wij bellen", "allen") == "Wij bellen (allen)"
    assert aside("Wij bellen.", "") == "Wij bellen."
    assert aside("", "allen") == ""


def test_a_blank_line_starts_a_paragraph_and_a_line_end_does_not() -> None:
    assert [text_of(block) for block in paragraphs("a\nb\n\n \n c\n")] == ["a b", "c"]


def test_text_stays_text_whatever_it_looks_like() -> None:
    assert {node["t"] for node in text(" *a* <b>x</b> $y$ ")} == {"Str", "Space"}


def test_an_empty_cell_is_a_dash() -> None:
    assert text_of(cell("")) == text_of(cell("  ")) == text_of(lines([[], []])) == "—"


def test_lines_of_a_cell_break_within_one_paragraph() -> None:
    [block] = lines([text("a"), [], text("b")])
    assert [node["t"] for node in block["c"]] == ["Str", "LineBreak", "Str"]
