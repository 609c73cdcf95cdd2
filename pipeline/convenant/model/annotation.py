"""Walking data beside its JSON Schema: what the schema says about each value, with its place.

The schemas mark their keys: `x-defines` (an id that others may name), `x-refers-to` (an id of
something else), `x-digest` (agreed content), `x-format`. Rules and writers ask here, so that a new
key in a schema needs no code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from convenant.model.tree import Map, Seq
from convenant.problem import Place

Schema: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar in the data and the schema that describes it.

    Attributes:
        path: keys, and indexes of items, from the top of the file.
        parent: the mapping that the value stands in, where it stands in one.
    """

    path: tuple[str | int, ...]
    value: Any
    place: Place
    schema: Schema
    parent: Map | None


def resolve(schema: Schema, root: Schema) -> Schema:
    """The schema itself, with a reference to one of its `$defs` followed and merged."""
    reference = schema.get("$ref")
    if not isinstance(reference, str):
        return schema
    target = root["$defs"][reference.removeprefix("#/$defs/")]
    return {**resolve(target, root), **{k: v for k, v in schema.items() if k != "$ref"}}


def leaves(tree: Map, root: Schema) -> Iterator[Leaf]:
    """Every scalar of a file that its schema knows, in the order of the file."""
    yield from _descend(tree, root, root, (), tree.place, None)


def schema_at(root: Schema, path: tuple[str | int, ...]) -> Schema | None:
    """The schema of the value at `path`, or nothing where the schema knows none."""
    here = resolve(root, root)
    for step in path:
        branch = (
            here.get("items") if isinstance(step, int) else here.get("properties", {}).get(step)
        )
        if branch is None:
            return None
        here = resolve(branch, root)
    return here


def _descend(
    value: Any,
    schema: Schema,
    root: Schema,
    path: tuple[str | int, ...],
    place: Place,
    parent: Map | None,
) -> Iterator[Leaf]:
    schema = resolve(schema, root)
    if isinstance(value, Map):
        properties = schema.get("properties", {})
        for key, item in value.items():
            if key in properties:
                at = value.place_of(key)
                yield from _descend(item, properties[key], root, (*path, key), at, value)
    elif isinstance(value, Seq):
        for index, item in enumerate(value):
            at = value.place_of(index)
            inner = schema.get("items", {})
            yield from _descend(item, inner, root, (*path, index), at, parent)
    elif value is not None:
        yield Leaf(path, value, place, schema, parent)
