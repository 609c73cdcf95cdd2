"""What a file does not say yet, as its schema asks for each maturity with `x-required-at`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any

from msgspec import Struct

from convenant.model.annotation import Schema, resolve
from convenant.model.section import Maturity
from convenant.model.tree import Map, Seq
from convenant.problem import Place, Term

LADDER = tuple(Maturity)
"""The maturities in the order in which a section climbs them."""


class Missing(Struct, frozen=True):
    """A key without a value, or several of which one is enough.

    Attributes:
        place: of the key where it stands there empty, else of the mapping that lacks it.
        path: to the mapping that lacks it, from the top of the file.
        keys: any of these would do.
        title: what they are called.
        of: what the mapping is called, such as *Goal*.
        item: which one it is: its id, or its number in the list; empty for what is no item.
        labels: by language what an item is called whose id is one of a few choices.
        needed_at: the maturity that asks for it.
    """

    place: Place
    path: tuple[str | int, ...]
    keys: tuple[str, ...]
    title: Term
    of: Term
    item: str
    labels: Mapping[str, str]
    needed_at: Maturity


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
    needs = schema.get("x-required-at", {})
    for maturity in asked:
        for need in needs.get(maturity.value, ()):
            keys = _keys(need)
            if any(is_filled(mapping.get(key)) for key in keys) or not _holds(need, mapping):
                continue
            place = mapping.place_of_key(keys[0])
            of = Term(schema.get("title", ""))
            title = _title(need, schema, root)
            yield Missing(place, path, keys, title, of, item, _labels(schema, item), maturity)
    properties = schema.get("properties", {})
    for key, value in mapping.items():
        if key not in properties or not isinstance(value, Map | Seq):
            continue
        inner = resolve(properties[key], root)
        if isinstance(value, Map):
            if is_filled(value):
                yield from _missing(inner, root, value, (*path, key), "", asked)
        elif "items" in inner:
            each = resolve(inner["items"], root)
            for index, part in enumerate(value):
                if isinstance(part, Map):
                    name = _name(part, index)
                    yield from _missing(each, root, part, (*path, key, index), name, asked)


def _keys(need: str | Mapping[str, Any]) -> tuple[str, ...]:
    return (need,) if isinstance(need, str) else tuple(need["keys"])


def _title(need: str | Mapping[str, Any], schema: Schema, root: Schema) -> Term:
    if not isinstance(need, str) and "title" in need:
        return Term(need["title"])
    return Term(resolve(schema["properties"][_keys(need)[0]], root)["title"])


def _holds(need: str | Mapping[str, Any], mapping: Map) -> bool:
    """Whether this mapping is asked for it: some things only matter beside others."""
    if isinstance(need, str):
        return True
    return (
        all(_is_among(mapping.get(key), wanted) for key, wanted in need.get("when", {}).items())
        and not any(_is_among(mapping.get(key), out) for key, out in need.get("unless", {}).items())
        and all(is_filled(mapping.get(key)) for key in need.get("when_filled", ()))
    )


def _labels(schema: Schema, item: str) -> Mapping[str, str]:
    labels = schema["properties"].get("id", {}).get("x-enum-labels", {})
    return {language: words[item] for language, words in labels.items() if item in words}


def _is_among(value: Any, wanted: list[Any]) -> bool:
    """Whether a value is one of these; in a text, `*` stands for anything."""
    if isinstance(value, str):
        return any(isinstance(one, str) and fnmatchcase(value, one) for one in wanted)
    return any(type(one) is type(value) and one == value for one in wanted)


def _name(item: Map, index: int) -> str:
    """Its id, or its number in the list."""
    id = item.get("id")
    return id if isinstance(id, str) and id else str(index + 1)
