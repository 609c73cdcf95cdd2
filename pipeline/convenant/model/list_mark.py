"""What stands before an item of an ordered list."""

from __future__ import annotations

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def list_mark(number: int, style: str) -> str:
    """What stands before an item of an ordered list, such as `2`, `b` or `ii`."""
    if number < 1 or style not in ("LowerAlpha", "UpperAlpha", "LowerRoman", "UpperRoman"):
        return str(number)
    mark = _letters(number) if style.endswith("Alpha") else _roman(number)
    return mark if style.startswith("Lower") else mark.upper()


def _letters(number: int) -> str:
    """As pandoc's writers count: z, then aa."""
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


def _roman(number: int) -> str:
    mark = ""
    for value, sign in _ROMAN:
        mark += sign * (number // value)
        number %= value
    return mark
