"""Rules on accessibility: what a reader who cannot see the page needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from convenant.check.inquiry import Found, Inquiry, Look
from convenant.check.language.phrase import listed
from convenant.model.section import Section
from convenant.problem import Place

_EMPTY_ALT = re.compile(
    r"(?i)^(?:(?:een |an? |the )?(?:afbeelding|foto|plaatje|figuur|illustratie|schema|logo|grafiek"
    r"|image|picture|photo|figure|chart|drawing|graphic)(?: \d+)?(?: (?:van|of|for|voor)"
    r"(?: (?:de|het|een|the|an?))? \w+)?[. ]*|[\w-]+\.(?:png|jpe?g|svg|gif))$"
)
_LINKS = frozenset(
    (
        *("hier", "klik hier", "link", "lees meer", "meer", "lees verder", "meer informatie"),
        *("deze link", "website", "here", "click here", "read more", "more", "this link", "this"),
    )
)
_COLOUR = re.compile(
    r"\b(?:[Dd]e (?:rode|groene|blauwe|gele|oranje) (?:tekst|regels|vakjes|cellen|rijen|kolom)"
    r"|[Ii]n het (?:rood|groen|blauw|geel) (?:gemarkeerd|aangegeven|weergegeven)"
    r"|(?:rood|groen|blauw|geel) (?:gemarkeerd|gearceerd|gekleurd)e?"
    r"|marked in (?:red|green|blue|yellow)|[Tt]he (?:red|green|blue|yellow) (?:text|rows|cells))\b"
)
_COLOURS = (
    *("de rode ", "de groene ", "de blauwe ", "de gele ", "de oranje ", "in het ", "marked in "),
    *("rood ge", "groen ge", "blauw ge", "geel ge", "the red ", "the green ", "the blue "),
    "the yellow ",
)
"""In small letters, the ways in which such words start."""

_SHOUTED = re.compile(r"[A-ZÀ-Ý](?<!\w.)[A-ZÀ-Ý]{2,}(?:[ ,]{1,2}[A-ZÀ-Ý]{3,}){3,}\b")

_EN = listed(
    "the and of to in is that for with this are be by from on as at shall will which their its"
)
_NL = listed(
    "de het een en van in is dat voor met deze zijn door op als aan zal die hun te bij om niet"
)


def alternatives(inquiry: Inquiry) -> Iterator[Found]:
    """An alternative text says what the picture says."""
    told: list[tuple[Place, str, str]] = [
        (one.at, one.alternative, one.caption) for one in inquiry.covenant.visualisation.figures
    ]
    for prose in inquiry.covenant.all_prose():
        told += [(one.at, one.alternative, one.caption) for one in prose.pictures]
    for place, text, caption in told:
        if text and (_EMPTY_ALT.match(text.strip()) or len(text.split()) < 2):
            yield Found("access-alt-says-nothing", place, {"text": text[:60]})
        elif text and caption and text.strip(". ").casefold() == caption.strip(". ").casefold():
            yield Found("access-alt-is-caption", place, {"text": text[:60]})


def links(inquiry: Inquiry) -> Iterator[Found]:
    """The words of a link say where it leads."""
    for prose in inquiry.covenant.all_prose():
        for reference in prose.references:
            said = reference.text.strip(" .»→").casefold()
            if said in _LINKS:
                yield Found("access-link-text", reference.at, {"text": reference.text[:60]})


def headers(inquiry: Inquiry) -> Iterator[Found]:
    """Every column of a table has a header."""
    for prose in inquiry.covenant.all_prose():
        for table, at in _tables(list(prose.blocks), [1, 1]):
            rows = table[3][1]
            cells = rows[0][1] if rows else []
            empty = sum(not cell[4] for cell in cells[1:])
            if not cells or empty or all(not cell[4] for cell in cells):
                yield Found("access-table-header", Place(prose.file, at[0], at[1]))


def senses(inquiry: Inquiry) -> Iterator[Found]:
    """Nothing is said by colour alone, and nobody is shouted at."""
    for passage, start, found in inquiry.find(_COLOUR, *_COLOURS):
        yield Found("access-colour", passage.place(start), {"text": found[0]})
    for passage, start, found in inquiry.find(_SHOUTED) if b"AAA" in inquiry.shape else ():
        yield Found("access-capitals", passage.place(start), {"text": found[0][:60]})


def languages(inquiry: Inquiry) -> Iterator[Found]:
    """A passage in another language says so, so that it is read aloud rightly."""
    if not inquiry.speaks:
        return
    own, other = (_NL, _EN) if inquiry.dutch else (_EN, _NL)
    only, mine = other - own, own - other
    for passage in inquiry.passages:
        words = passage.words
        if len(words) < 8 or passage.kind == "data" or passage.section is Section.COVER:
            continue
        foreign = sum(word in only for word in words)
        if foreign * 4 >= len(words) and mine.isdisjoint(words):
            yield Found("access-language", passage.place(), {"text": passage.text[:40]})


def _tables(value: Any, at: list[int]) -> Iterator[tuple[list[Any], list[int]]]:
    """Tables with their places, at whatever depth of blocks."""
    for block in value:
        here = block.get("at", at)
        content = block.get("c")
        if block["t"] == "Table":
            yield content, here
        elif block["t"] == "Div":
            yield from _tables(content[1], here)
        elif block["t"] in ("BulletList", "OrderedList"):
            for item in content if block["t"] == "BulletList" else content[1]:
                yield from _tables(item, here)


LOOKS: Mapping[str, Look] = {
    "access-alt-says-nothing": alternatives,
    "access-link-text": links,
    "access-table-header": headers,
    "access-colour": senses,
    "access-language": languages,
}
