"""What a file does not say yet, as its schema asks for each maturity with `x-required-at`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from convenant.model.annotation import Schema, resolve
from convenant.model.section import Maturity
from convenant.model.tree import Map, Seq
from convenant.problem import Place, Term

LADDER = tuple(Maturity)
"""The maturities in the order in which a section climbs them."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A key without a value, or several of which one is enough.

    Attributes:
        place: of the key where it stands there empty, else of the mapping that lacks it.
        path: to the mapping that lacks it, from the top of the file.
        keys: any of these would do.
        title: what they are called.
        of: what the mapping is called, such as *Goal*.
        item: which one it is: its id, or its number in the list; empty for what is no item.
        needed_at: the maturity that asks for it.
    """

    place: Place
    path: tuple[str | int, ...]
    keys: tuple[str, ...]
    title: Term
    of: Term
    item: str
    needed_at: Maturity


@dataclass(frozen=True, slots=True)
class _Need:
    """An entry of `x-required-at`, read."""

    keys: tuple[str, ...]
    title: Term
    when: Mapping[str, list[Any]]
    unless: Mapping[str, list[Any]]
    when_filled: tuple[str, ...]

    def holds_for(self, mapping: Map) -> bool:
        """Whether this mapping is asked for it."""
        return (
            all(_is_among(mapping.get(key), wanted) for key, wanted in self.when.items())
            and not any(_is_among(mapping.get(key), out) for key, out in self.unless.items())
            and all(is_filled(mapping.get(key)) for key in self.when_filled)
        )


def missing(root: Schema, tree: Map, maturity: Maturity) -> Iterator[Missing]:
    """What a file lacks at this maturity or an earlier one, in the order of the file."""
    asked = LADDER[: LADDER.index(maturity) + 1]
    yield from _missing(root, root, tree, (), "", asked)


def next_maturity(maturity: Maturity) -> Maturity:
    """The step after this one; the last one stays where it is."""
    return LADDER[min(LADDER.index(maturity) + 1, len(LADDER) - 1)]


def is_filled(value: Any) -> bool:
    """Whether somebody filled in a value. `false` and 0 are values; empty texts and lists not."""
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, dict):
        return any(is_filled(part) for part in value.values())
    if isinstance(value, list):
        return any(is_filled(part) for part in value)
    return value is not None


def _missing(
    schema: Schema,
    root: Schema,
    mapping: Map,
    path: tuple[str | int, ...],
    item: str,
    asked: tuple[Maturity, ...],
) -> Iterator[Missing]:
    of = Term(schema.get("title", ""))
    for maturity in asked:
        for entry in schema.get("x-required-at", {}).get(maturity.value, ()):
            need = _need(entry, schema, root)
            if need.holds_for(mapping) and not any(is_filled(mapping.get(k)) for k in need.keys):
                place = mapping.place_of_key(need.keys[0])
                yield Missing(place, path, need.keys, need.title, of, item, maturity)
    for key, value in mapping.items():
        inner = schema.get("properties", {}).get(key)
        if inner is None:
            continue
        inner = resolve(inner, root)
        if isinstance(value, Map) and is_filled(value):
            yield from _missing(inner, root, value, (*path, key), "", asked)
        elif isinstance(value, Seq):
            each = resolve(inner.get("items", {}), root)
            for index, part in enumerate(value):
                if isinstance(part, Map):
                    name = _name(part, index)
                    yield from _missing(each, root, part, (*path, key, index), name, asked)


def _need(entry: str | Mapping[str, Any], schema: Schema, root: Schema) -> _Need:
    said: Mapping[str, Any] = {"keys": [entry]} if isinstance(entry, str) else entry
    keys = tuple(said["keys"])
    title = said.get("title") or resolve(schema["properties"][keys[0]], root)["title"]
    return _Need(
        keys,
        Term(title),
        said.get("when", {}),
        said.get("unless", {}),
        tuple(said.get("when_filled", ())),
    )


def _is_among(value: Any, wanted: list[Any]) -> bool:
    """Whether a value is one of these; in a text, `*` stands for anything."""
    if isinstance(value, str):
        return any(isinstance(one, str) and fnmatchcase(value, one) for one in wanted)
    return any(type(one) is type(value) and one == value for one in wanted)


def _name(item: Map, index: int) -> str:
    """Its id, or its number in the list."""
    id = item.get("id")
    return id if isinstance(id, str) and id else str(index + 1)
