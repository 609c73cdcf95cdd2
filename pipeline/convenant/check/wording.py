"""Rules on words that leave open what was agreed: hints, each with something more concrete.

They look where agreements stand: in the partnership, the programme and the provisions, and at the
goals. An ambition and a picture of the future may dream.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from convenant.check.inquiry import Found, Inquiry, Look
from convenant.check.language.passage import Passage
from convenant.check.language.phrase import Phrase, PhraseBook
from convenant.model.section import Section

_AGREED = (Section.PARTNERSHIP, Section.PROGRAMME, Section.ANNEXES)
_GOALS = ("text", "target", "indicator")
_TALK = (
    *("expectation", "touchpoint", "own_ambition", "picture", "problem", "urgency", "interest"),
    *("success_when", "benefit", "meaning", "assumptions", "grounds"),
)
"""Keys of what somebody thinks, hopes or explains."""

_QUOTES = "“”‘’\"'"
_UNIT = "\N{EURO SIGN}"


def words(inquiry: Inquiry) -> Iterator[Found]:
    """Words that leave something open, hide a promise or need a dictionary."""
    if not inquiry.speaks:
        return
    book = _book(inquiry.dutch)
    seen: set[tuple[str, str]] = set()
    for passage in _where_agreed(inquiry):
        for phrase in book.find(passage):
            if _is_quoted(passage, phrase):
                continue
            if phrase.kind == "weak" and _is_counted(passage, phrase):
                continue
            if phrase.kind == "jargon":
                # A word of an office is told once in an article.
                if (passage.file + passage.article, phrase.entry) in seen:
                    continue
                seen.add((passage.file + passage.article, phrase.entry))
            values = {"text": phrase.said, "better": phrase.entry}
            yield Found(f"wording-{phrase.kind}", passage.place(phrase.start), values)


def and_or(inquiry: Inquiry) -> Iterator[Found]:
    """*En/of*: each, or all of them?"""
    for passage in _where_agreed(inquiry):
        if "/o" in passage.text:
            for word, (start, end) in zip(passage.words, passage.spans, strict=False):
                if word in ("en/of", "and/or"):
                    text = passage.text[start:end]
                    yield Found("wording-and-or", passage.place(start), {"text": text})


@cache
def _book(dutch: bool) -> PhraseBook:
    if dutch:
        from convenant.check.language import words_nl

        return PhraseBook(words_nl.LISTS)
    from convenant.check.language import words_en

    return PhraseBook(words_en.LISTS)


def _where_agreed(inquiry: Inquiry) -> Iterator[Passage]:
    for passage in inquiry.passages:
        if passage.kind == "heading" or passage.key in _TALK:
            continue
        if passage.section in _AGREED or (
            passage.section is Section.AMBITION and passage.key in _GOALS
        ):
            yield passage


def _is_quoted(passage: Passage, phrase: Phrase) -> bool:
    """Whether the words stand between quotes: then they are talked about."""
    before, after = passage.text[: phrase.start][-1:], passage.text[phrase.end :][:1]
    return bool(before and after) and before in _QUOTES and after in _QUOTES


def _is_counted(passage: Passage, phrase: Phrase) -> bool:
    """Whether a contribution is named with its number, so that nothing is open."""
    if not phrase.said.lower().startswith(("lever", "draag", "drag", "contrib")):
        return False
    sentence = passage.sentence_at(phrase.start)
    return _UNIT in sentence or any(char.isdigit() for char in sentence)


LOOKS: Mapping[str, Look] = {
    "wording-vague": words,
    "wording-and-or": and_or,
}
