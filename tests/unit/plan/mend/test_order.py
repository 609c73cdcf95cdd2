"""Keys change places with everything that belongs to them, and nothing else does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from convenant.edges.disk.resource import read_schemas
from convenant.load.yaml import load_yaml
from convenant.plan.mend.order import order_keys

SCHEMAS = read_schemas()


def ordered(key: str, text: str) -> str:
    for _ in range(50):
        tree, problems = load_yaml("x.yaml", text.encode())
        assert tree is not None, problems
        moved = order_keys(text, tree, SCHEMAS[key])
        if moved == text:
            return text
        text = moved
    raise AssertionError("no end")


def test_blocks_move_with_their_remarks() -> None:
    text = (
        "# kop\n"
        "core: Buren.\n"
        "# hoe ver\n"
        "maturity: outline  # nu\n"
        "goals:\n"
        "  - id: D1\n"
        '    target: "5"\n'
        "    text: Contact\n"
    )
    assert ordered("ambition", text) == (
        "# kop\n"
        "# hoe ver\n"
        "maturity: outline  # nu\n"
        "core: Buren.\n"
        "goals:\n"
        "  - id: D1\n"
        "    text: Contact\n"
        '    target: "5"\n'
    )


def test_the_key_behind_a_dash_stays_there() -> None:
    text = "goals:\n  - text: Contact\n    id: D1\n"
    assert ordered("ambition", text) == text


def test_keys_that_are_not_known_keep_everything_in_place() -> None:
    text = "core: Buren.\nkleur: groen\nmaturity: outline\n"
    assert ordered("ambition", text) == text


def test_a_text_over_several_lines_moves_as_a_whole() -> None:
    text = "core: >-\n  Buren\n  samen.\n\nmaturity: outline\n"
    assert ordered("ambition", text) == "maturity: outline\ncore: >-\n  Buren\n  samen.\n\n"


KEYS = ["maturity", "core", "alternatives", "values", "out_of_scope"]
VALUES = {
    "maturity": "maturity: outline\n",
    "core": "core: |\n  Een.\n  # geen opmerking\n",
    "alternatives": "alternatives: Een ander\n  middel\n",
    "values": "values:\n  - text: Open\n    success_when: Altijd\n",
    "out_of_scope": "out_of_scope:\n- Boten\n- Auto's\n",
}


@given(st.permutations(KEYS))
def test_the_data_stay_the_same_in_whatever_order_they_stood(keys: list[str]) -> None:
    text = "".join(VALUES[key] for key in keys)
    before, _ = load_yaml("x.yaml", text.encode())
    after, _ = load_yaml("x.yaml", ordered("ambition", text).encode())
    assert before == after
    assert after is not None
    known = list(SCHEMAS["ambition"]["properties"])
    assert sorted(after, key=known.index) == list(after)
