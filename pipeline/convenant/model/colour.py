"""Colours as `#rrggbb`, and how well one can be read on another."""

from __future__ import annotations

import colorsys

TEXT, SHAPE = 4.5, 3.0
"""The contrast that words and that shapes need. Source: WCAG 2.2, 1.4.3 and 1.4.11."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """`one` with a share of `other`, from 0 to 1."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return _hex(tuple(round(a + (b - a) * share) for a, b in pairs))


def readable(colour: str, on: str, ratio: float = TEXT) -> str:
    """The colour, or the nearest with this contrast: darker on light, lighter on dark."""
    toward = "#000000" if _luminance(on) > 0.18 else "#ffffff"
    for step in range(101):
        near = mixed(colour, toward, step / 100)
        if contrast(near, on) >= ratio:
            return near
    return toward


def words_on(fill: str, dark: str) -> str:
    """White, or this dark colour where white cannot be read on the fill."""
    return "#ffffff" if contrast("#ffffff", fill) >= TEXT else readable(dark, fill)


def hue(colour: str) -> float:
    """The hue from 0 to 1; a grey has 0."""
    red, green, blue = (channel / 255 for channel in _channels(colour))
    return colorsys.rgb_to_hsv(red, green, blue)[0]


def nudged(colour: str, taken: set[str]) -> str:
    """The colour, or one next to it that nobody can tell from it, where it is taken already."""
    red, green, blue = _channels(colour)
    step = 1 if blue < 128 else -1
    while (made := _hex((red, green, blue))) in taken:
        blue += step
    taken.add(made)
    return made


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(channels: tuple[int, ...]) -> str:
    return "#" + "".join(f"{min(max(channel, 0), 255):02x}" for channel in channels)


def _luminance(colour: str) -> float:
    """Relative luminance. Source: WCAG 2.2, definition of relative luminance."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
