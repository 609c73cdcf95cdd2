"""What changed in the data between two versions of a covenant, as sentences."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from convenant.diff.clause import clause_of, clauses_of
from convenant.diff.difference import Difference, differences
from convenant.diff.name import Names
from convenant.diff.renaming import renames, with_renames
from convenant.diff.sentence import sentence
from convenant.diff.weight import weight_of
from convenant.model.annotation import Schema
from convenant.model.comparison import Change, ChangeKind, Comparison
from convenant.model.covenant import Covenant
from convenant.model.section import Section


def diff_covenants(
    old: Covenant,
    new: Covenant,
    schemas: Mapping[str, Schema],
    *,
    unread: frozenset[Section] = frozenset(),
) -> Comparison:
    """What changed in the data of a covenant; the text is `diff.document`'s.

    Items are followed when their order or their id changes. Keys that no schema knows are left
    out: the check of that version reports them.

    Args:
        schemas: by section key, as `edges.resource.read_schemas` gives them.
        unread: sections whose data cannot be read in one of the versions; they are left out.
    """
    names = renames(old.data, new.data, schemas)
    if names:
        old = replace(old, data=with_renames(old, schemas, names))
    was, now = Names(old, schemas), Names(new, schemas)
    clauses = {ChangeKind.REMOVED: clauses_of(old)}
    here = clauses_of(new)
    changes: list[Change] = []
    for section in Section:
        root = schemas.get(section.key)
        if root is None or section in unread:
            continue
        for one in differences(section, old.data.get(section), new.data.get(section), root):
            clause = clause_of(clauses.get(one.kind, here), section, one.steps)
            changes.append(_change(one, was, now, clause))
    return Comparison(new.slug, new.language, tuple(with_own_ids(changes)))


def _change(one: Difference, was: Names, now: Names, clause: str) -> Change:
    path = ".".join((one.section.key, *one.steps))
    names = was if one.kind is ChangeKind.REMOVED else now
    return Change(
        id=change_id(path, repr(one.before), repr(one.after)),
        section=one.section,
        clause=clause,
        place=one.place,
        kind=ChangeKind.RENAMED if "x-defines" in one.schema else one.kind,
        weight=weight_of(one),
        parties=names.parties_in(_ids(one)),
        said=sentence(one, was, now),
        path=path,
        before=one.before,
        after=one.after,
    )


def _ids(one: Difference) -> Iterator[Any]:
    """What may be the id of a party in the thing that changed, in either version."""
    item, whole = one.item, "properties" in one.schema
    while item is not None:
        for version in (item.new, item.old):
            if version is not None:
                yield from _references(version, item.schema, whole=whole)
        item, whole = item.outer, False
    for value in (one.before, one.after):
        if "x-refers-to" in one.schema or "x-refers-to" in one.schema.get("items", {}):
            yield from value if isinstance(value, list) else [value]


def _references(value: Any, schema: Schema, *, whole: bool) -> Iterator[Any]:
    """The ids in an item; those of items inside it only where the `whole` of it is meant."""
    if isinstance(value, dict):
        for key, part in schema.get("properties", {}).items():
            if key in value and (whole or "properties" not in part.get("items", {})):
                yield from _references(value[key], part, whole=whole)
    elif isinstance(value, list):
        for item in value:
            yield from _references(item, schema.get("items", {}), whole=whole)
    elif {"x-refers-to", "x-may-refer-to"} & schema.keys() or schema.get("x-defines") == "party":
        yield value


def change_id(*parts: str) -> str:
    """Eight hexadecimal digits for what these parts say."""
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def with_own_ids(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes with another id for each of those that are equal."""
    seen: dict[str, int] = {}
    for change in changes:
        count = seen[change.id] = seen.get(change.id, 0) + 1
        yield change if count == 1 else replace(change, id=change_id(change.id, str(count)))
