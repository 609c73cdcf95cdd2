"""A sentence that is not yet said: its English text and what fills its blanks.

Whoever shows it says it in the language of the reader, with dates and amounts as that language has
them.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

from msgspec import Struct, field

from convenant.locale import Voice


class Money(Struct, frozen=True):
    """An amount in euro."""

    amount: Decimal | int


class Number(Struct, frozen=True):
    """A number that is no year."""

    amount: Decimal | int


class Day(Struct, frozen=True):
    """An ISO date or month."""

    iso: str


class Label(Struct, frozen=True):
    """Words that the schemas have in each language; `inside` a sentence they lose their capital."""

    words: Mapping[str, str]
    inside: bool = False


class Series(Struct, frozen=True):
    """Several of them, as `a, b and c`."""

    items: tuple[Spoken, ...]


class Saying(Struct, frozen=True):
    """A sentence, or a part of one.

    Attributes:
        text: English, marked for the catalogues, with blanks such as `{party}`.
        values: what fills them; a plain text is said as it stands.
        capital: whether it starts a line.
    """

    text: str
    values: Mapping[str, Spoken] = field(default_factory=dict)
    capital: bool = False

    def tell(self, voice: Voice) -> str:
        """The sentence in the reader's language."""
        said = voice.say(self.text, **{k: spoken(v, voice) for k, v in self.values.items()})
        return said[:1].upper() + said[1:] if self.capital else said


Spoken: TypeAlias = "str | Money | Number | Day | Label | Series | Saying"
"""What may fill a blank."""


def spoken(value: Spoken, voice: Voice) -> str:
    """A value in the reader's language."""
    match value:
        case Money(amount):
            return voice.money(amount)
        case Number(amount):
            return voice.number(amount)
        case Day(iso):
            return voice.date(iso)
        case Label(words, inside):
            text = words.get(voice.language) or next(iter(words.values()), "")
            return _lowered(text) if inside else text
        case Series(items):
            return voice.enumerate([spoken(item, voice) for item in items])
        case Saying():
            return value.tell(voice)
        case _:
            return value


def _lowered(text: str) -> str:
    """Without the capital of a sentence; `VAT` and `DPIA` keep theirs."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
