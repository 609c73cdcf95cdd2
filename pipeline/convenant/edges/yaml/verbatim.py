"""ruamel.yaml set up so that what nobody touches comes out as it was written.

Importing this module imports ruamel.yaml, which is slow: do it where something is written.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.representer import RoundTripRepresenter

_KINDS = ("int", "float", "timestamp")


class Verbatim(str):
    """A number or a date as written: ruamel.yaml itself turns `1_000.50` into `01000.50`."""

    __slots__ = ("tag",)
    tag: str

    @classmethod
    def of(cls, text: str, tag: str) -> Verbatim:
        """The word `text` that YAML takes for a `tag`."""
        word = cls(text)
        word.tag = tag
        return word


class _Constructor(RoundTripConstructor):
    """Reads numbers and dates as the words they are."""


class _Representer(RoundTripRepresenter):
    """Writes those words without quotes."""


def _read(_: Any, node: Any) -> Verbatim:
    return Verbatim.of(node.value, str(node.tag))


def _write(representer: Any, word: Verbatim) -> Any:
    return representer.represent_scalar(word.tag, str(word))


for _kind in _KINDS:
    _Constructor.add_constructor(f"tag:yaml.org,2002:{_kind}", _read)
_Representer.add_representer(Verbatim, _write)


def round_trip(text: str) -> YAML:
    """A reader and writer that indents as `text` does."""
    yaml = YAML()
    yaml.Constructor = _Constructor
    yaml.Representer = _Representer
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    yaml.explicit_start = text.startswith("---")
    mapping, offset, gap = _indentation(text)
    yaml.indent(mapping=mapping, sequence=offset + gap, offset=offset)
    return yaml


_KEY = re.compile(r"( *)(?:- +)*[^\s#\"'-][^:]*:\s*(?:#.*)?$")
_DASH = re.compile(r"( *)-( +)\S")


def _indentation(text: str) -> tuple[int, int, int]:
    """Of the first nested mapping and list: its indent, and of a dash before and behind it."""
    mapping, offset, gap = 0, -1, 2
    lines = [
        line for line in text.split("\n") if line.strip() and not line.lstrip().startswith("#")
    ]
    for above, line in pairwise(lines):
        key = _KEY.match(above)
        if not key:
            continue
        dash = _DASH.match(line)
        indent = len(line) - len(line.lstrip())
        outer = len(key[1]) + len(above.lstrip()) - len(above.lstrip("- "))
        if dash and offset < 0 and len(dash[1]) >= outer:
            offset, gap = len(dash[1]) - outer, len(dash[2]) + 1
        elif not dash and not mapping and indent > outer:
            mapping = indent - outer
    return mapping or 2, max(offset, 0) if offset >= 0 else 2, gap
