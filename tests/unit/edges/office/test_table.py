"""How wide columns become."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convenant.edges.office.table import LINE, CellText, column_shares


def row(*texts: str) -> list[CellText]:
    return [CellText(text) for text in texts]


def test_widths_that_were_asked_for_are_kept():
    assert column_shares([row("a", "b")], [3, 1]) == pytest.approx([0.75, 0.25])


def test_a_column_is_widened_for_its_longest_word():
    long = "vrijwilligersvergoeding"
    first, second = column_shares([row(long, "een gewone zin met korte woorden")], [1, 9])
    assert first * LINE >= len(long)
    assert second < 0.9


def test_a_bullet_takes_room_too():
    plain = column_shares([[CellText("woord" * 6), CellText("x")]], [1, 9])
    listed = column_shares([[CellText("woord" * 6, 5), CellText("x")]], [1, 9])
    assert listed[0] > plain[0]


def test_without_widths_longer_texts_get_wider_columns():
    shares = column_shares([row("Wie", "Wat"), row("Jan", "draagt de stoelen naar binnen")], [0, 0])
    assert shares[1] > 2 * shares[0]


@given(
    st.integers(1, 6).flatmap(
        lambda count: st.tuples(
            st.lists(
                st.lists(st.text(max_size=40).map(CellText), min_size=count, max_size=count),
                max_size=5,
            ),
            st.lists(st.floats(0, 1), min_size=count, max_size=count),
        )
    )
)
def test_the_shares_fill_the_line_whatever_the_table(table):
    rows, widths = table
    shares = column_shares(rows, widths)
    assert len(shares) == len(widths)
    assert sum(shares) == pytest.approx(1)
    assert all(share > 0 for share in shares)
