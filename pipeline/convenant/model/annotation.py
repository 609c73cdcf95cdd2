"""Walking data beside its JSON Schema: what the schema says about each value, with its place.

The schemas mark their keys: `x-defines` (an id that others may name), `x-refers-to` (an id of
something else), `x-digest` (agreed content), `x-format`. Rules and writers ask here, so that a new
key in a schema needs no code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from msgspec import Struct, field

from convenant.model.tree import Map, Seq, Spot
from convenant.problem import Place

Schema: TypeAlias = Mapping[str, Any]


class Leaf(Struct, frozen=True):
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


def leaves(tree: Map, root: Schema, *marks: str) -> Iterator[Leaf]:
    """Every scalar of a file that its schema knows, in the order of the file.

    Args:
        marks: keys such as `x-defines`; only scalars whose schema has one of them. The rest of
            the file is not looked at then.
    """
    found: list[Leaf] = []
    _gather(tree, _branch_of(root, marks), (), tree.spot, None, found, tree.file)
    return iter(found)


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


class _Branch(Struct):
    """A schema with its references followed, and below it only what leads to what is asked for."""

    schema: Schema
    asked: bool
    keys: dict[str, _Branch] = field(default_factory=dict)
    items: _Branch | None = None
    growing: bool = True

    @property
    def leads(self) -> bool:
        """Whether something that is asked for may stand here or below; a cycle is followed."""
        return self.asked or self.growing or bool(self.keys) or self.items is not None


_UNKNOWN = _Branch({}, asked=True)
"""What the items of a list are that the schema does not know."""

_branches: dict[tuple[int, tuple[str, ...]], tuple[Schema, _Branch]] = {}


def _branch_of(root: Schema, marks: tuple[str, ...]) -> _Branch:
    """The branch of a whole schema: made once, since a program has few schemas and many files."""
    known = _branches.get((id(root), marks))
    if known is None or known[0] is not root:
        known = _branches[id(root), marks] = (root, _grown(root, root, marks, {}))
    return known[1]


def _grown(
    written: Schema, root: Schema, marks: tuple[str, ...], known: dict[int, _Branch]
) -> _Branch:
    if id(written) in known:
        return known[id(written)]
    schema = resolve(written, root)
    asked = not marks or any(mark in schema for mark in marks)
    branch = known[id(written)] = _Branch(schema, asked)
    for key, part in schema.get("properties", {}).items():
        inner = _grown(part, root, marks, known)
        if inner.leads:
            branch.keys[key] = inner
    if "items" in schema:
        items = _grown(schema["items"], root, marks, known)
        branch.items = items if items.leads else None
    branch.growing = False
    return branch


def _gather(
    value: Any,
    branch: _Branch,
    path: tuple[str | int, ...],
    spot: Spot,
    parent: Map | None,
    found: list[Leaf],
    file: str,
) -> None:
    """Add the leaves at and below a value; generators in each other would take twice as long."""
    if isinstance(value, Map):
        for key, item in value.items():
            inner = branch.keys.get(key)
            if inner is not None:
                at = value.value_spots.get(key, value.spot)
                _gather(item, inner, (*path, key), at, value, found, file)
    elif isinstance(value, Seq):
        inner = branch.items or (_UNKNOWN if "items" not in branch.schema else None)
        if inner is not None:
            for index, (item, at) in enumerate(zip(value, value.item_spots, strict=True)):
                _gather(item, inner, (*path, index), at, parent, found, file)
    elif branch.asked and value is not None:
        found.append(Leaf(path, value, Place(file, *spot), branch.schema, parent))
