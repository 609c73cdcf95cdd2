"""How wide the columns of a table are where nobody said so."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

_LONGEST_LINE = 42
"""A column that holds longer texts than this many characters is not made wider for it."""

_PADDING = 3


def column_shares(rows: Sequence[Sequence[str]], count: int) -> list[int]:
    """The width that each column asks for: its longest word at least, its text at most."""
    shares = []
    for column in zip_longest(*rows, fillvalue=""):
        word = max((len(w) for text in column for w in text.split()), default=0)
        line = min(max(len(text) for text in column), _LONGEST_LINE)
        shares.append(max(word, line) + _PADDING)
    return (shares + [_PADDING] * count)[:count]
