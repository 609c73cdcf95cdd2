"""A language as a speaker: sentences from the catalogues, dates, amounts and lists."""

from __future__ import annotations

import gettext
import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

from convenant.problem import Term

LANGUAGES = ("nl", "en")
"""The languages that are complete; the first is the default."""

CATALOGUES = str(Path(__file__).parent)
"""The folder that holds the catalogues of every language."""

_QUOTED_LAST = ("}’.", "}”.")
_STOPPED_TWICE = re.compile(r"([.?!…][’”])\.$")
_FORMAT = {"nl": "nl_NL", "en": "en_GB"}
_DATE = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_NARROW_AND_FIXED_SPACES = str.maketrans({"\u202f": "\u00a0"})


def N_(text: str) -> str:  # noqa: N802  (the name that extraction tools look for)
    """Mark an English text for the catalogues without translating it yet."""
    return text


class Voice:
    """One language. Get one with `voice`, which keeps them."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = gettext.NullTranslations()
        folder = Path(CATALOGUES, language, "LC_MESSAGES")
        for file in sorted(folder.glob("*.mo")):
            with file.open("rb") as binary:
                messages = gettext.GNUTranslations(binary)
            messages.add_fallback(self._catalogue)
            self._catalogue = messages
        # A document says the same few hundred words thousands of times.
        self._translated = cache(self._catalogue.gettext)
        self._amount = cache(self._amount_in_words)

    def say(self, text: str, /, **values: str | int) -> str:
        """The translation of `text` with its blanks filled; a `Term` is translated as well."""
        return _fill(self._translated(text) if text else "", self._spoken(values))

    def plural(self, one: str, many: str, count: int, /, **values: str | int) -> str:
        """Like `say`, by number; `{count}` is a blank too."""
        text = self._catalogue.ngettext(one, many, count)
        return _fill(text, self._spoken({"count": count, **values}))

    def date(self, iso: str) -> str:
        """An ISO date or month in words; anything else comes back as it is."""
        from datetime import date

        from babel.dates import format_date

        match = _DATE.fullmatch(iso)
        if not match:
            return iso
        year, month, day = match.groups()
        pattern = "d MMMM y" if day else "MMMM y"
        try:
            moment = date(int(year), int(month), int(day or 1))
        except ValueError:
            return iso
        return str(format_date(moment, pattern, locale=_FORMAT[self.language]))

    def money(self, amount: Decimal | int) -> str:
        """Euro, with a fixed space after the sign in Dutch; cents only when there are any."""
        return self._amount(amount)

    def _amount_in_words(self, amount: Decimal | int) -> str:
        from babel.numbers import format_currency

        whole = amount == int(amount)
        sign = "\u00a4\u00a0" if self.language == "nl" else "\u00a4"
        pattern = f"{sign}#,##0" if whole else f"{sign}#,##0.00"
        pattern = (
            f"{pattern};-{pattern}"
            if self.language == "en"
            else f"{pattern};{sign}-#,##0" + ("" if whole else ".00")
        )
        return format_currency(
            amount, "EUR", pattern, locale=_FORMAT[self.language], currency_digits=False
        ).translate(_NARROW_AND_FIXED_SPACES)

    def number(self, amount: Decimal | int) -> str:
        """A number with its separators, all digits kept."""
        from babel.numbers import format_decimal

        return str(
            format_decimal(amount, locale=_FORMAT[self.language], decimal_quantization=False)
        )

    def enumerate(self, items: Sequence[str]) -> str:
        """`a, b en c`."""
        if len(items) < 2:
            return "".join(items)
        return self.say(N_("{first} and {last}"), first=", ".join(items[:-1]), last=items[-1])

    def _spoken(self, values: dict[str, str | int]) -> dict[str, str | int]:
        return {
            key: self._translated(value) if isinstance(value, Term) and value else value
            for key, value in values.items()
        }


@cache
def voice(language: str) -> Voice:
    """The voice for a language tag; an unknown language gets the first of `LANGUAGES`."""
    base = language.partition("-")[0].lower()
    return Voice(base if base in LANGUAGES else LANGUAGES[0])


def _fill(text: str, values: dict[str, str | int]) -> str:
    """Fill `{name}` blanks only by name: values are data and never looked into."""
    filled = re.sub(r"\{(\w+)\}", lambda blank: str(values.get(blank[1], blank[0])), text)
    # A quoted sentence brings its own full stop.
    return _STOPPED_TWICE.sub(r"\1", filled) if text.endswith(_QUOTED_LAST) else filled
