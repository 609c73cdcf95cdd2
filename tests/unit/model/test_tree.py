from __future__ import annotations

import pytest

from convenant.load.yaml import load_yaml
from convenant.model.tree import Map, Seq, place_at
from convenant.problem import Place

TEXT = """\
title: Linde
parties:
  - id: gemeente
    signatories:
      - function: wethouder
  - id: linde
place: {name: Lindebuurt}
"""


@pytest.fixture
def tree() -> Map:
    tree, problems = load_yaml("covenant.yaml", TEXT.encode())
    assert tree is not None
    assert problems == ()
    return tree


def test_a_tree_is_equal_to_plain_data(tree: Map) -> None:
    assert tree == {
        "title": "Linde",
        "parties": [
            {"id": "gemeente", "signatories": [{"function": "wethouder"}]},
            {"id": "linde"},
        ],
        "place": {"name": "Lindebuurt"},
    }


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 1, 1),
        (("title",), 1, 8),
        (("parties",), 3, 3),
        (("parties", 1), 6, 5),
        (("parties", 0, "signatories", 0, "function"), 5, 19),
        (("place", "name"), 7, 15),
    ],
)
def test_every_value_knows_where_it_starts(
    tree: Map, path: tuple[str | int, ...], line: int, column: int
) -> None:
    assert place_at(tree, path) == Place("covenant.yaml", line, column)


@pytest.mark.parametrize(
    ("path", "parent"),
    [
        (("parties", 7), ("parties",)),
        (("parties", -1), ("parties",)),
        (("parties", 0, "name"), ("parties", 0)),
        (("parties", "0"), ("parties",)),
        (("title", "x", "y"), ("title",)),
        (("nothing",), ()),
    ],
)
def test_what_is_not_there_is_at_its_nearest_parent(
    tree: Map, path: tuple[str | int, ...], parent: tuple[str | int, ...]
) -> None:
    assert place_at(tree, path) == place_at(tree, parent)


def test_a_key_and_its_value_have_places_of_their_own(tree: Map) -> None:
    assert tree.place_of_key("title") == Place("covenant.yaml", 1, 1)
    assert tree.place_of("title") == Place("covenant.yaml", 1, 8)
    assert tree.place_of("nothing") == tree.place_of_key("nothing") == tree.place


def test_an_item_has_a_place_and_so_has_its_list(tree: Map) -> None:
    parties = tree["parties"]
    assert isinstance(parties, Seq)
    assert parties.place == Place("covenant.yaml", 3, 3)
    assert parties.place_of(1) == Place("covenant.yaml", 6, 5)
