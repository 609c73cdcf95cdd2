"""How large the type of a sheet can be."""

from __future__ import annotations

from convenant.edges.office.fit import SIZES, sheet_scale
from convenant.model.ast import (
    Node,
    attr,
    bullets,
    definitions,
    div,
    heading,
    para,
    plain,
    table,
    words,
)

LINE = "Een gewone zin van een regel met woorden van gewone lengte, en een bijzin erachter."


def text(count: int) -> list[Node]:
    return [para(words(LINE)) for _ in range(count)]


def test_a_short_text_keeps_its_size() -> None:
    assert sheet_scale(text(5), 1, 0) == SIZES[0]


def test_more_words_make_the_type_smaller_and_never_smaller_than_can_be_read() -> None:
    found = [sheet_scale(text(count), 1, 0) for count in range(10, 80, 5)]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) > 3
    assert found[-1] == SIZES[-1]


def test_two_pages_hold_more_than_one() -> None:
    assert sheet_scale(text(45), 2, 0) > sheet_scale(text(45), 1, 0)


def test_figures_take_room_that_words_do_not_get() -> None:
    assert sheet_scale(text(30), 1, 200) < sheet_scale(text(30), 1, 0)


def test_every_kind_of_block_takes_room() -> None:
    cell = [plain(words(LINE))]
    for block in (
        heading(1, words(LINE), attr()),
        bullets([cell]),
        definitions([(words("Term"), cell)]),
        div([para(words(LINE))], attr()),
        table([cell, cell], [[cell, cell]], attributes=attr()),
    ):
        assert sheet_scale([block] * 60, 1, 0) < SIZES[0]
