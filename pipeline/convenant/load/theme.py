"""A published theme of the NL Design System, as CSS or as design tokens in JSON, as flat values.

Only values are taken from it, by name. Nothing of the file itself reaches a document: a rule, an
address or a script in it is never seen.
"""

from __future__ import annotations

import colorsys
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

Theme = Mapping[str, str]
"""Values by the name of their custom property, without `--`; references are filled in."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_DECLARATION = re.compile(r"--([a-zA-Z0-9_-]{1,120})\s*:\s*([^;{}]{1,400})[;}]")
_REFERENCE = re.compile(r"var\(\s*--([a-zA-Z0-9_-]+)\s*(?:,\s*([^()]*(?:\([^()]*\))?[^()]*))?\)")
_TOKEN = re.compile(r"\{([^{}]{1,200})\}")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])")
_ABOUT = frozenset({"type", "comment", "description", "original", "attributes", "filePath", "path"})
"""What a token says of itself beside its value."""

_DEEP = 12
"""References that lead on to others; a theme has three or four."""

_HEX = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})(?:[fF]{1,2})?")
_FUNCTION = re.compile(r"(rgb|hsl)a?\(([^()]*)\)")


class ThemeError(Exception):
    """The file is no theme: neither declarations nor tokens."""


def load_theme(name: str, data: bytes) -> Theme:
    """The values of a theme.

    Raises:
        ThemeError: when there are none.
    """
    try:
        text = data.decode("utf-8-sig")
        raw = dict(_tokens(json.loads(text), ())) if name.endswith(".json") else _declared(text)
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise ThemeError from error
    found = {key: value for key in raw if (value := _resolved(raw[key], raw, 0))}
    if not found:
        raise ThemeError
    return found


def colour_of(theme: Theme, *names: str) -> str:
    """The first of these values that is a colour, as `#rrggbb`; empty when none is."""
    return next((found for name in names if (found := parse_colour(theme.get(name, "")))), "")


def parse_colour(value: str) -> str:
    """A CSS colour as `#rrggbb`; empty for one with transparency and for anything else."""
    value = value.strip()
    if match := _HEX.fullmatch(value):
        digits = match[1].lower()
        return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
    match = _FUNCTION.fullmatch(value.lower())
    parts = re.split(r"[\s,/]+", match[2].strip()) if match else []
    if not match or len(parts) < 3 or (len(parts) > 3 and parts[3] not in ("1", "100%", "1.0")):
        return ""
    try:
        if match[1] == "rgb":
            channels = [_part(part, 255) * 255 for part in parts[:3]]
        else:
            turn = float(parts[0].removesuffix("deg")) / 360 % 1
            light, full = _part(parts[2], 100), _part(parts[1], 100)
            channels = [part * 255 for part in colorsys.hls_to_rgb(turn, light, full)]
    except ValueError:
        return ""
    return "#" + "".join(f"{min(max(round(channel), 0), 255):02x}" for channel in channels)


def _part(said: str, whole: int) -> float:
    return float(said[:-1]) / 100 if said.endswith("%") else float(said) / whole


def _declared(text: str) -> dict[str, str]:
    """The first declaration of each property: later ones are for print, dark or wide screens."""
    found: dict[str, str] = {}
    for name, value in _DECLARATION.findall(_without_conditions(_COMMENT.sub("", text))):
        found.setdefault(name, value.strip())
    return found


def _without_conditions(text: str) -> str:
    """The sheet without its `@` blocks."""
    kept: list[str] = []
    before, depth, skip = "", 0, 0
    for part in re.split(r"([{}])", text):
        if part == "{":
            depth += 1
            if not skip and "@" in before.rpartition(";")[2]:
                skip = depth
        if not skip:
            kept.append(part)
        if part == "}":
            skip = 0 if skip == depth else skip
            depth -= 1
        before = part
    return "".join(kept)


def _tokens(value: Any, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Design tokens: a tree with `value` or `$value` at its leaves, or names with values."""
    if isinstance(value, list):
        for item in value:
            if isinstance(item, dict) and isinstance(item.get("name"), str):
                said = item.get("$value", item.get("value"))
                yield item["name"], str(said)
        return
    if not isinstance(value, dict) or len(path) > _DEEP:
        return
    leaf = value.get("$value", value.get("value"))
    if path and isinstance(leaf, str | int | float):
        yield _kebab("-".join(path)), str(leaf)
        return
    for key, item in value.items():
        if key.startswith("$") or key in _ABOUT:
            continue
        if isinstance(item, str | int | float):
            yield _kebab("-".join((*path, key))), str(item)
        elif isinstance(item, dict):
            yield from _tokens(item, (*path, key))


def _kebab(name: str) -> str:
    """`utrechtHeading1Color`, as a script calls it, as `utrecht-heading-1-color`."""
    return _HUMP.sub("-", name).lower() if _HUMP.search(name) and "-" not in name else name


def _resolved(value: str, raw: Mapping[str, str], depth: int) -> str:
    """The value with what it refers to; empty where that leads nowhere or in a circle."""
    if depth > _DEEP:
        return ""
    token = _TOKEN.fullmatch(value.strip())
    if token:
        name = token[1].removesuffix(".value").replace(".", "-")
        return _resolved(raw.get(name, ""), raw, depth + 1)
    missing = False

    def fill(found: re.Match[str]) -> str:
        nonlocal missing
        said = raw.get(found[1], found[2] or "")
        inner = _resolved(said, raw, depth + 1)
        missing = missing or not inner
        return inner

    filled = _REFERENCE.sub(fill, value)
    return "" if missing else filled.strip()
