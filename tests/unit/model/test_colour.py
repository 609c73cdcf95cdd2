"""Colours: what can be read on what, also in a style made from any colour."""

from __future__ import annotations

import pytest

from convenant.model.colour import SHAPE, TEXT, contrast, readable
from convenant.model.house_style import Palette
from convenant.model.own_style import STYLES, coloured

COLOURS = ("#000000", "#ffffff", "#ffff00", "#f2b705", "#cc0000", "#24578f", "#808080", "#00ff00")
PALETTES = {
    f"{name}-{scheme}": getattr(style, scheme)
    for name, style in {**STYLES, **{colour: coloured(colour) for colour in COLOURS}}.items()
    for scheme in ("light", "dark")
}


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_a_colour_that_can_be_read_stays_and_another_moves_no_further_than_needed() -> None:
    assert readable("#1f5b4e", "#ffffff") == "#1f5b4e"
    near = readable("#f2b705", "#ffffff")
    assert TEXT <= contrast(near, "#ffffff") < TEXT + 0.2


@pytest.mark.parametrize("name", PALETTES)
def test_every_colour_of_a_style_can_be_read_where_it_is_used(name: str) -> None:
    palette: Palette = PALETTES[name]
    for words in (palette.ink, palette.muted, palette.accent):
        assert contrast(words, palette.paper) >= TEXT
    assert contrast(palette.muted, palette.tint) >= TEXT
    assert contrast(palette.accent, palette.tint) >= TEXT
    assert contrast(palette.on_accent, palette.accent) >= TEXT
    for tone in palette.tones:
        assert contrast(tone.on, tone.fill) >= TEXT
        assert contrast(tone.line, palette.paper) >= SHAPE


@pytest.mark.parametrize("name", [name for name in PALETTES if name.endswith("light")])
def test_no_two_roles_share_a_colour_so_that_a_drawing_can_change_scheme(name: str) -> None:
    colours = list(PALETTES[name].named().values())
    assert len(set(colours)) == len(colours)
