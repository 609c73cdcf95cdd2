from __future__ import annotations

from convenant.load.yaml import load_yaml
from convenant.model.annotation import leaves, resolve, schema_at
from convenant.problem import Place

SCHEMA = {
    "type": "object",
    "$defs": {
        "id": {"type": "string", "title": "Id", "pattern": "^[a-z]+$"},
        "party": {"$ref": "#/$defs/id", "x-refers-to": "party"},
        "goal": {
            "type": "object",
            "properties": {
                "id": {"$ref": "#/$defs/id", "x-defines": "goal", "title": "Goal id"},
                "by": {"type": "array", "items": {"$ref": "#/$defs/party"}},
                "goals": {"type": "array", "items": {"$ref": "#/$defs/goal"}},
            },
        },
    },
    "properties": {
        "title": {"type": "string"},
        "goals": {"type": "array", "items": {"$ref": "#/$defs/goal"}},
    },
}


def test_a_reference_is_followed_and_what_stands_beside_it_wins() -> None:
    goal = SCHEMA["$defs"]["goal"]["properties"]["id"]  # type: ignore[index]
    assert resolve(goal, SCHEMA) == {
        "type": "string",
        "title": "Goal id",
        "pattern": "^[a-z]+$",
        "x-defines": "goal",
    }


def test_references_are_followed_to_the_end() -> None:
    known = resolve({"$ref": "#/$defs/party"}, SCHEMA)
    assert known["x-refers-to"] == "party"
    assert known["type"] == "string"
    assert "$ref" not in known


def test_a_schema_is_found_through_lists_and_references() -> None:
    found = schema_at(SCHEMA, ("goals", 3, "goals", 0, "by", 1))
    assert found is not None
    assert found["x-refers-to"] == "party"
    assert schema_at(SCHEMA, ("goals", 0, "owner")) is None
    assert schema_at(SCHEMA, ("title", 0)) is None
    assert schema_at(SCHEMA, ()) == SCHEMA


def test_every_scalar_that_the_schema_knows_comes_with_its_place() -> None:
    tree, _ = load_yaml(
        "x.yaml",
        b"title: Linde\nstranger: 1\ngoals:\n  - id: D\n    by: [a, b]\n    goals:\n"
        b"      - id: E\n  - ~\n",
    )
    assert tree is not None
    found = list(leaves(tree, SCHEMA))
    assert [(leaf.path, leaf.value) for leaf in found] == [
        (("title",), "Linde"),
        (("goals", 0, "id"), "D"),
        (("goals", 0, "by", 0), "a"),
        (("goals", 0, "by", 1), "b"),
        (("goals", 0, "goals", 0, "id"), "E"),
    ]
    assert [leaf.schema.get("x-defines", leaf.schema.get("x-refers-to")) for leaf in found] == [
        None,
        "goal",
        "party",
        "party",
        "goal",
    ]
    assert found[3].place == Place("x.yaml", 5, 13)
    assert found[3].parent is tree["goals"][0]
    assert found[0].parent is tree


def test_data_of_another_shape_than_the_schema_has_no_surprises() -> None:
    tree, _ = load_yaml("x.yaml", b"title: [a]\ngoals: {id: D}\n")
    assert tree is not None
    assert [leaf.value for leaf in leaves(tree, SCHEMA)] == ["a"]
    tree, _ = load_yaml("x.yaml", b"goals: later\n")
    assert tree is not None
    assert [leaf.path for leaf in leaves(tree, SCHEMA)] == [("goals",)]


def test_only_marked_scalars_come_when_marks_are_asked_for() -> None:
    tree, _ = load_yaml(
        "x.yaml",
        b"title: Linde\ngoals:\n  - id: D\n    by: [a]\n"
        b"    goals:\n      - id: E\n        by: [b]\n",
    )
    assert tree is not None
    assert [leaf.value for leaf in leaves(tree, SCHEMA, "x-refers-to")] == ["a", "b"]
    assert [leaf.value for leaf in leaves(tree, SCHEMA, "x-defines")] == ["D", "E"]
    assert [leaf.value for leaf in leaves(tree, SCHEMA, "x-refers-to", "x-defines")] == [
        *("D", "a", "E", "b")
    ]
    assert not list(leaves(tree, SCHEMA, "x-digest"))
