"""Blocks cope with every covenant, however much of it is still empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import fields, replace

from convenant.locale import LANGUAGES, voice
from convenant.model.ambition import Ambition
from convenant.model.annexes import Annexes
from convenant.model.ast import Node
from convenant.model.covenant import Covenant
from convenant.model.partnership import Partnership
from convenant.model.party import Cover
from convenant.model.programme import Programme
from convenant.model.sums import totals
from convenant.model.visualisation import Visualisation
from convenant.problem import Place
from convenant.render.blocks import BLOCKS, build_block, signature_page
from convenant.render.walk import nodes_of

AT = Place("x.yaml")


def emptied(value: Any, chance: Random) -> Any:
    """A value with some of what is in it taken out, at any depth."""
    if isinstance(value, Place):
        return value
    if isinstance(value, Struct) and not isinstance(value, type):
        changes = {
            field.name: field.default
            if chance.random() < 0.25
            else emptied(getattr(value, field.name), chance)
            for field in fields(value)
            if field.name != "at"
        }
        return replace(value, **changes)
    if isinstance(value, tuple):
        return tuple(emptied(item, chance) for item in value if chance.random() > 0.1)
    return "" if isinstance(value, str) and chance.random() < 0.1 else value


def all_blocks(covenant: Covenant, language: str) -> list[Node]:
    speaker = voice(language)
    built = [node for name in BLOCKS for node in build_block(name, covenant, speaker)]
    return built + signature_page(covenant, speaker)


def anchors(blocks: list[Node]) -> Iterator[str]:
    for node in nodes_of(blocks):
        if node["t"] == "Span" and node["c"][0][0]:
            yield node["c"][0][0]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(chance=st.randoms(use_true_random=False), language=st.sampled_from(LANGUAGES))
def test_no_block_raises_when_data_are_taken_out(
    sample: Covenant, chance: Random, language: str
) -> None:
    parts = ("cover", "ambition", "partnership", "visualisation", "programme", "annexes")
    covenant = replace(sample, **{part: emptied(getattr(sample, part), chance) for part in parts})
    blocks = all_blocks(covenant, language)
    for table in (node for node in nodes_of(blocks) if node["t"] == "Table"):
        assert_rectangular(table)
    assert [id for id, times in Counter(anchors(blocks)).items() if times > 1] == []
    assert all(amount.is_finite() for amount in totals(covenant).values())


def assert_rectangular(table: Node) -> None:
    _, _, columns, (_, head), bodies, (_, foot) = table["c"]
    rows = [*head, *foot, *(row for _, _, _, body in bodies for row in body)]
    assert bodies[0][3]
    assert {len(cells) for _, cells in rows} == {len(columns)}
    assert sum(width["c"] for _, width in columns) == pytest.approx(1, abs=0.002)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_covenant_has_no_blocks_and_nobody_signs(language: str) -> None:
    empty = Covenant(
        slug="leeg",
        folder="covenants/leeg",
        cover=Cover(AT),
        ambition=Ambition(AT),
        partnership=Partnership(AT),
        visualisation=Visualisation(AT),
        programme=Programme(AT),
        annexes=Annexes(AT),
    )
    assert all_blocks(empty, language) == []
    assert totals(empty) == {}


def test_blocks_do_not_share_nodes_that_a_writer_may_change(
    sample: Covenant, plain: Callable[[list[Node]], str]
) -> None:
    first = all_blocks(sample, "nl")
    for node in nodes_of(first):
        node.clear()
    assert "Afspraken" in plain(all_blocks(sample, "nl"))
