"""The styles that come with the program, and one made from a colour of the reader's own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec.structs import replace

from convenant.model.colour import SHAPE, TEXT, contrast, hue, mixed, nudged, readable, words_on
from convenant.model.house_style import LINDE, Fonts, HouseStyle, Palette, Tone

_WHITE, _NIGHT = "#ffffff", "#12161a"
_OCHRE, _SLATE = "#e3b65b", "#5d6f7c"
_NEAR = 0.09
"""Hues that are closer than this look alike in small parts."""


def coloured(
    accent: str, *, ink: str = "#1b2023", base: HouseStyle = LINDE, fonts: Fonts | None = None
) -> HouseStyle:
    """A whole style around one colour, each of its colours readable where it is used."""
    light = _palette(usable(accent), ink=readable(ink, _WHITE, 7), paper=_WHITE)
    dark = _palette(readable(mixed(accent, _WHITE, 0.35), _NIGHT, 7), ink="#e8ebed", paper=_NIGHT)
    return replace(base, light=light, dark=dark, fonts=fonts or base.fonts)


def usable(accent: str) -> str:
    """The colour, or the nearest in which words can be read on paper and on its own tint."""
    return readable(accent, _tint(readable(accent, _WHITE), _WHITE), TEXT + 0.1)


def _tint(accent: str, paper: str) -> str:
    return mixed(paper, accent, 0.08)


def _palette(accent: str, *, ink: str, paper: str) -> Palette:
    taken: set[str] = set()

    def own(colour: str) -> str:
        return nudged(colour, taken)

    deep = ink if paper == _WHITE else paper
    return Palette(
        paper=own(paper),
        ink=own(ink),
        muted=own(readable(mixed(ink, paper, 0.35), _tint(accent, paper), TEXT + 0.3)),
        accent=own(accent),
        on_accent=own(words_on(accent, deep)),
        rule=own(mixed(paper, ink, 0.2)),
        tint=own(_tint(accent, paper)),
        tones=tuple(
            Tone(own(fill), own(words_on(fill, deep)), own(readable(fill, paper, SHAPE)))
            for fill in _fills(accent, paper)
        ),
    )


def _fills(accent: str, paper: str) -> tuple[str, ...]:
    """Eight colours for parts side by side: the accent in steps, and warm and cool beside it."""
    far = abs((hue(accent) - hue(_OCHRE) + 0.5) % 1 - 0.5) > _NEAR
    warm = _OCHRE if far else "#6fa3c8"
    middle = mixed(accent, paper, 0.28)
    return (
        accent,
        middle if contrast(_WHITE, middle) >= TEXT else mixed(accent, paper, 0.12),
        warm,
        mixed(accent, paper, 0.62),
        _SLATE,
        mixed(warm, paper, 0.5),
        mixed(accent, "#101418", 0.6) if paper == _WHITE else mixed(accent, _WHITE, 0.5),
        mixed(_SLATE, paper, 0.7),
    )


KADE = replace(coloured("#1d4e89", ink="#16202b", fonts=Fonts(text="Source Sans 3")), cover="plain")
"""Blue, without serifs, a title on paper."""

STYLES: Mapping[str, HouseStyle] = MappingProxyType({"linde": LINDE, "kade": KADE})
"""The styles of our own by name."""
