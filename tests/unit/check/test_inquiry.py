"""A pattern that is looked for only where it can start finds the same as everywhere."""

from __future__ import annotations

import re
from typing import Any

import pytest
from msgspec.structs import replace

from convenant.check.inquiry import Inquiry
from convenant.load.covenant import load_covenant
from convenant.model.folder import Folder
from convenant.model.section import Section
from sample_covenant import SCHEMAS, read_example

PATTERN = re.compile(r"\b[Dd]e (?:gemeente|bewoners?)\b")


def found(inquiry: Inquiry, *leads: str) -> list[tuple[Any, ...]]:
    return [
        (str(passage.place(start)), match[0])
        for passage, start, match in inquiry.find(PATTERN, *leads)
    ]


def test_where_it_can_start_is_enough() -> None:
    inquiry = Inquiry(read_example("de-linde").covenant, SCHEMAS)
    everywhere = found(inquiry)
    assert len(everywhere) > 10
    assert found(inquiry, "de ") == everywhere
    assert found(inquiry, "de gemeente", "de bewoner", "de ") == everywhere


@pytest.mark.parametrize("before", ["", "İstanbul ", "İİİ helpt, en "])
def test_a_capital_that_grows_in_small_letters_moves_no_place(before: str) -> None:
    text = f"{before}De gemeente betaalt de bewoners."
    words = [{"t": "Str", "c": word, "at": [3, 1 + text.index(word)]} for word in text.split()]
    spaced: list[dict[str, Any]] = []
    for word in words:
        spaced += [{"t": "Space"}, word] if spaced else [word]
    covenant = load_covenant(Folder("a", "covenants/a"), {}, {}, {})
    prose = read_example("de-linde").covenant.prose[Section.PARTNERSHIP]
    one = replace(prose, blocks=({"t": "Para", "c": spaced},))
    inquiry = Inquiry(replace(covenant, prose={Section.PARTNERSHIP: one}), SCHEMAS)
    assert [said for _, said in found(inquiry, "de ")] == ["De gemeente", "de bewoners"]
    assert found(inquiry, "de ") == found(inquiry)
