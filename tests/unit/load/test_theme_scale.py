"""Sizes of a theme: taken where they are given, and held within what can be read."""

from __future__ import annotations

import pytest

from convenant.load.theme_scale import load_scale
from convenant.model.house_style import Scale

THEME = {
    "utrecht-document-font-size": "1rem",
    "utrecht-heading-2-font-size": "1.75rem",
    "utrecht-heading-3-font-size": "20px",
    "nl-heading-level-4-font-size": "1.125rem",
    "utrecht-paragraph-line-height": "1.5",
    "utrecht-table-cell-padding-block-start": "0.5em",
    "utrecht-button-border-radius": "4px",
}


def test_sizes_are_taken_beside_the_size_of_the_text() -> None:
    assert load_scale(THEME) == Scale(1.75, 1.25, 1.125, 1.5, 0.5, 3.0)
    larger = {**THEME, "utrecht-document-font-size": "1.25rem"}
    assert load_scale(larger) == Scale(1.4, 1.12, 1.0, 1.5, 0.4, 3.0)


def test_a_theme_without_sizes_leaves_ours() -> None:
    assert load_scale({"utrecht-link-color": "#123456"}) is None


def test_a_section_stays_larger_than_an_article() -> None:
    scale = load_scale({**THEME, "utrecht-heading-2-font-size": "1.25rem"})
    assert scale is not None
    assert scale.section >= 1.2 * scale.article
    assert scale.article > scale.part


@pytest.mark.parametrize(
    "value", ["900rem", "-1rem", "0", "calc(1rem + 2vw)", "url(x)", "1e9px", "", "expression(1)"]
)
def test_no_value_leads_out_of_bounds(value: str) -> None:
    scale = load_scale(dict.fromkeys(THEME, value)) or Scale()
    assert 1.4 <= scale.section <= 2.2
    assert 1.0 <= scale.part <= scale.article <= 1.5
    assert 1.3 <= scale.line <= 1.6
    assert 0.3 <= scale.cell <= 0.75
    assert 0 <= scale.radius <= 6
