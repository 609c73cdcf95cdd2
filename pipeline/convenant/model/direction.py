"""Words that run from right to left, within text that runs from left to right."""

from __future__ import annotations

import re

_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff"
_RUN = re.compile(rf"[{_RIGHT}]+(?:[^\w{_RIGHT}]+[{_RIGHT}]+)*")

MARK = "\u200e"
"""Unseen; what follows it runs from left to right again."""


def settled(text: str) -> str:
    """The text with a mark after every name in Arabic or Hebrew.

    Without it a number or a comma after such a name moves to the other side of it, and a reader
    takes it for part of what comes before. Source: Unicode Standard Annex 9, rule N1 and W2.
    """
    return text if text.isascii() else _RUN.sub(rf"\g<0>{MARK}", text)
