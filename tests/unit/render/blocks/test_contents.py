"""The registers of annexes and sources lead to what they name."""

from __future__ import annotations

from msgspec.structs import replace

from convenant.locale import voice
from convenant.model.annexes import Source
from convenant.model.ast import Node
from convenant.model.covenant import Covenant
from convenant.problem import Place
from convenant.render.blocks import build_block
from convenant.render.walk import nodes_of, text_of

AT = Place("5-annexes.yaml")


def anchors(blocks: list[Node]) -> list[str]:
    return [node["c"][0][0] for node in nodes_of(blocks) if node["t"] == "Span"]


def links(blocks: list[Node]) -> list[str]:
    return [node["c"][2][0] for node in nodes_of(blocks) if node["t"] == "Link"]


def test_a_printed_annex_is_linked_and_a_file_is_anchored(sample: Covenant) -> None:
    blocks = build_block("annexes", sample, voice("nl"))
    assert links(blocks) == ["#b-regels"]
    assert anchors(blocks) == ["b-begroting"]


def test_sources_keep_the_numbers_of_the_register(sample: Covenant) -> None:
    empty = Source(AT)
    book = Source(AT, id="boek", title="Samen eten")
    covenant = replace(sample, annexes=replace(sample.annexes, sources=(empty, book)))
    [listing] = build_block("sources", covenant, voice("nl"))
    assert [text_of(item) for item in listing["c"][1]] == ["—", "Samen eten."]
    assert [id for id in anchors([listing]) if id] == ["boek"]


def test_only_web_addresses_become_links(sample: Covenant) -> None:
    odd = Source(AT, id="x", title="X", url="javascript:alert(1)")
    covenant = replace(sample, annexes=replace(sample.annexes, sources=(odd,)))
    assert links(build_block("sources", covenant, voice("nl"))) == []


def test_a_goal_cites_only_sources_of_the_register(sample: Covenant) -> None:
    assert links(build_block("goals", sample, voice("nl"))) == ["@akkoord"]


def test_a_commitment_links_only_goals_that_exist(sample: Covenant) -> None:
    assert links(build_block("commitments", sample, voice("nl"))) == ["#D1"]
