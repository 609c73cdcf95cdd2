"""What an unquoted YAML word means: the core schema of YAML 1.2, and nothing of YAML 1.1.

`no`, `on`, `12:30:00` and dates are text. One thing is stricter than the standard: a number that
starts with a needless zero is text, since trade register numbers and postal codes do.
Source: YAML 1.2.2, section 10.3.2.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TypeAlias

Scalar: TypeAlias = str | int | bool | Decimal | None

DIGITS = 18
"""Figures before and after the decimal point; nobody agrees on more."""

_WORDS: dict[str, bool | None] = {
    "": None,
    **dict.fromkeys(("~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_STARTS = frozenset("~nNtTfF0123456789+-.")
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)").fullmatch
_BASED = re.compile(r"0(?:o[0-7]+|x[0-9a-fA-F]+)").fullmatch
_DECIMAL = re.compile(
    r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
).fullmatch
_ENDLESS = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)").fullmatch


class NumberRefusedError(ValueError):
    """A number that nothing can be counted with: infinite, undefined or absurdly long."""


def resolve(word: str) -> Scalar:
    """The value of an unquoted word.

    Raises:
        NumberRefusedError: for `.inf`, `.nan` and numbers with more than `DIGITS` figures.
    """
    if word[:1] not in _STARTS and word:
        return word
    if word in _WORDS:
        return _WORDS[word]
    if word[0] in "~nNtTfF":
        return word
    if _INTEGER(word):
        if len(word) > DIGITS:
            return _bounded(word)
        return int(word)
    if _BASED(word):
        if len(word) > DIGITS:
            raise NumberRefusedError(word)
        return int(word, 0)
    if _DECIMAL(word):
        if len(word) > DIGITS or "e" in word or "E" in word:
            return _bounded(word)
        return Decimal(word)
    if _ENDLESS(word):
        raise NumberRefusedError(word)
    return word


def _bounded(word: str) -> int | Decimal:
    figures, _, exponent = word.lower().partition("e")
    whole, point, part = figures.lstrip("+-").partition(".")
    if len(whole) > DIGITS or len(part) > DIGITS or len(exponent) > 3:
        raise NumberRefusedError(word)
    if exponent and abs(int(exponent)) > DIGITS:
        raise NumberRefusedError(word)
    return Decimal(word) if point or exponent else int(word)
