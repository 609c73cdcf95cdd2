"""How wide the columns of a table are: as said, or as measured, and wide enough for each word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from msgspec import Struct

LINE = 92
"""Characters of a table's text that fit in the width of the page."""

_LONGEST = 42
"""A column that holds longer texts than this many characters is not made wider for it."""

_PADDING = 3
_BREAKS = re.compile(r"[\s\u2013-]+")


class CellText(Struct, frozen=True):
    """What stands in a cell; `indent` characters of its lines go to a bullet."""

    text: str = ""
    indent: int = 0


def column_shares(rows: Sequence[Sequence[CellText]], given: Sequence[float]) -> list[float]:
    """The share of the line of each column, adding up to 1.

    Hyphenation is not to be relied on: which words an office program can divide depends on the
    dictionaries it has. So no column is narrower than its longest word, as long as that can be.

    Args:
        rows: the cells of each row, as many as there are columns.
        given: what the author or the block asked for; a 0 leaves the widths to us.
    """
    count = len(given)
    columns = list(zip_longest(*(row[:count] for row in rows), fillvalue=CellText()))
    columns += [(CellText(),)] * (count - len(columns))
    least = [max(_least(cell) for cell in column) + _PADDING for column in columns]
    if all(given):
        wanted = [share / sum(given) * LINE for share in given]
    else:
        lines = [min(max(len(cell.text) for cell in column), _LONGEST) for column in columns]
        asked = [max(low, line + _PADDING) for low, line in zip(least, lines, strict=True)]
        wanted = [width / sum(asked) * LINE for width in asked]
    return _widened(wanted, least)


def _least(cell: CellText) -> int:
    return max((len(word) + cell.indent for word in _BREAKS.split(cell.text)), default=0)


def _widened(wanted: list[float], least: list[int]) -> list[float]:
    """What was wanted, with what too narrow columns lack taken from the room of the others."""
    lacking = sum(max(low - width, 0) for width, low in zip(wanted, least, strict=True))
    room = sum(max(width - low, 0) for width, low in zip(wanted, least, strict=True))
    if room <= lacking:
        return [low / sum(least) for low in least]
    kept = 1 - lacking / room
    widths = [low + max(width - low, 0) * kept for width, low in zip(wanted, least, strict=True)]
    return [width / sum(widths) for width in widths]
