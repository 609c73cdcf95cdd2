"""Themes: values from CSS or design tokens, and nothing else of the file."""

from __future__ import annotations

import json

import pytest

from convenant.load.theme import ThemeError, colour_of, load_theme, parse_colour

CSS = b"""
/* --utrecht-link-color: #123456; */
@media (width >= 35em) { .x { --utrecht-link-color: red; } }
.theme {
  --brand: hsl(0 100% 40%);
  --utrecht-link-color: var(--action, #00f);
  --utrecht-heading-1-color: var(--brand);
  --utrecht-document-font-family: "Fira Sans", sans-serif;
  --loop: var(--loop);
  background: url(https://example.org/x.png);
}
@media print { .theme { --brand: #000; } }
"""


def test_references_are_filled_in_and_conditions_left_out() -> None:
    theme = load_theme("theme.css", CSS)
    assert theme == {
        "brand": "hsl(0 100% 40%)",
        "utrecht-link-color": "#00f",
        "utrecht-heading-1-color": "hsl(0 100% 40%)",
        "utrecht-document-font-family": '"Fira Sans", sans-serif',
    }
    assert colour_of(theme, "none", "utrecht-heading-1-color") == "#cc0000"


@pytest.mark.parametrize(
    "tokens",
    [
        {
            "utrecht": {"link": {"color": {"$value": "{brand.red}"}}},
            "brand": {"red": {"value": "#c00"}},
        },
        {"utrecht": {"link": {"color": "#c00"}, "$type": "color"}},
        {"utrechtLinkColor": "#c00"},
        [{"name": "utrecht-link-color", "value": "#c00"}],
    ],
)
def test_tokens_are_read_in_each_shape_that_is_published(tokens: object) -> None:
    theme = load_theme("tokens.json", json.dumps(tokens).encode())
    assert colour_of(theme, "utrecht-link-color") == "#cc0000"


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[1, 2]", b"\xff\xfe", b"p { color: red }", b"[" * 100_000]
)
@pytest.mark.parametrize("name", ["theme.css", "tokens.json"])
def test_a_file_that_is_no_theme_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(ThemeError):
        load_theme(name, data)


@pytest.mark.parametrize(
    ("said", "colour"),
    [
        ("#ABC", "#aabbcc"),
        ("#aabbccff", "#aabbcc"),
        ("#aabbcc80", ""),
        ("rgb(204 0 0)", "#cc0000"),
        ("rgba(204, 0, 0, 0.5)", ""),
        ("hsl(211deg 60% 35%)", "#24578f"),
        ("url(x)", ""),
        ("red; } body { display: none", ""),
        ("hsl(x y z)", ""),
    ],
)
def test_only_a_whole_colour_is_a_colour(said: str, colour: str) -> None:
    assert parse_colour(said) == colour
