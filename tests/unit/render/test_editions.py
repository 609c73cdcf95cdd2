"""Editions: other documents from the same data, that say nothing of their own."""

from __future__ import annotations

import json
from functools import cache

import pytest
from msgspec.structs import replace

from convenant.cli.steps.edition import EditionChoice
from convenant.errors import ConvenantError
from convenant.model.ast import para, words
from convenant.model.covenant import Covenant
from convenant.model.document import Document, Stamp
from convenant.render.editions import brief, for_party
from convenant.render.editions.guard import unsupported
from convenant.render.walk import nodes_of, text_of
from sample_covenant import build, read

DATA = {
    "covenant.yaml": json.dumps(
        {
            "schema_version": 2,
            "language": "nl",
            "title": "Samen",
            "parties": [
                {"id": "a", "name": "Stichting A", "role": "signatory"},
                {"id": "b", "name": "Vereniging B", "role": "signatory"},
                {"id": "c", "name": "Waarnemer C", "role": "observer"},
            ],
        }
    ),
    "1-ambition.yaml": json.dumps({"core": "Wij doen het samen."}),
    "2-partnership.yaml": json.dumps(
        {
            "contributions": [
                {"id": "c-a", "party": "a", "kind": "money", "text": "Geld", "amount": 500.0},
                {"id": "c-b", "party": "b", "kind": "facility", "text": "Een zaal"},
            ],
            "commitments": [
                {"id": f"A{n}", "by": by, "towards": [to], "text": f"Doet iets, nummer {n}."}
                | ({"enforceable": True} if n in (2, 3) else {})
                for n, (by, to) in enumerate((("a", "b"), ("b", "a"), ("a", "b")), 1)
            ],
        }
    ),
}


@cache
def made() -> tuple[Covenant, Document]:
    return read(DATA).covenant, build(DATA, Stamp())


def said(document: Document) -> str:
    return text_of([node for node in nodes_of(list(document.blocks)) if "Plain" in node["t"]])


def test_the_page_for_administrators_has_what_a_court_may_enforce_and_counts_the_rest() -> None:
    page = brief(*made())
    assert "nummer 2" in said(page)
    assert "nummer 3" in said(page)
    assert "nummer 1" not in said(page)
    assert "heeft er nog 1" in text_of(list(page.blocks))


def test_a_party_reads_what_it_does_and_what_it_is_owed_and_nothing_else() -> None:
    covenant, full = made()
    page = for_party(covenant, full, covenant.cover.parties[0])
    assert page.file_stem == "buurtkamer-party-a"
    assert "Een zaal" not in said(page)
    assert all(f"nummer {n}" in said(page) for n in (1, 2, 3))
    assert unsupported(page, full) == []


def test_every_party_that_signs_gets_a_page_and_an_unknown_one_is_named() -> None:
    covenant, full = made()
    pages = EditionChoice("party").of(covenant, full)
    assert [page.edition for page in pages] == ["party-a", "party-b"]
    with pytest.raises(ConvenantError) as caught:
        EditionChoice("party", "x").of(covenant, full)
    assert caught.value.values["parties"] == "a, b, c"


def test_an_edition_that_says_more_than_the_full_text_is_found_out() -> None:
    covenant, full = made()
    page = brief(covenant, full)
    more = replace(page, blocks=(*page.blocks, para(words("Partij A betaalt alles."))))
    assert unsupported(page, full) == []
    assert unsupported(more, full) == ["Partij A betaalt alles."]


def test_an_edition_has_the_digest_of_the_whole_and_no_link_that_leads_nowhere() -> None:
    covenant, full = made()
    for kind in ("brief", "party", "annexes"):
        for page in EditionChoice(kind).of(covenant, full):
            assert page.digest == full.digest
            blocks = list(page.blocks)
            ids = {node["c"][0][0] for node in nodes_of(blocks) if node["t"] == "Span"}
            links = [node["c"][2][0] for node in nodes_of(blocks) if node["t"] == "Link"]
            assert [link for link in links if link[1:] not in ids] == []
