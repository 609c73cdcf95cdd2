"""Walking the data of two versions beside their schema: what differs, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from convenant.diff.inline import inlined
from convenant.diff.match import match_items
from convenant.model.annotation import Schema
from convenant.model.comparison import ChangeKind
from convenant.model.section import Section
from convenant.model.tree import Map, Seq
from convenant.problem import Place


class Item(Struct, frozen=True):
    """An item of a list in both versions, either of which may be missing.

    Attributes:
        outer: the item that its list is in, where it is in one.
        number: its place in the list, from 1.
    """

    schema: Schema
    old: Map | None
    new: Map | None
    number: int
    outer: Item | None = None

    @property
    def now(self) -> Map:
        """As it is; as it was where it is gone."""
        found = self.new if self.new is not None else self.old
        return found if found is not None else Map("")


class Difference(Struct, frozen=True):
    """One difference between two trees.

    Attributes:
        keys: from the top of the file, without items: `("commitments", "due")`.
        steps: the same with items by id, else by number: `("commitments", "A1", "due")`.
        groups: schemas of the groups between the item, or the top, and the value.
        item: the nearest item of a list that the value is in, or that it is.
    """

    section: Section
    keys: tuple[str, ...]
    steps: tuple[str, ...]
    schema: Schema
    groups: tuple[Schema, ...]
    item: Item | None
    kind: ChangeKind
    before: Any
    after: Any
    place: Place


def differences(
    section: Section, old: Map | None, new: Map | None, root: Schema
) -> Iterator[Difference]:
    """What differs between two versions of one file, in the order of its schema.

    Keys that the schema does not know are left out: the check reports them.
    """
    file = new.file if new is not None else old.file if old is not None else ""
    here = _Here(section, inlined(root), Place(file), Place(file))
    yield from _group(here, old or Map(file), new or Map(file))


class _Here(Struct, frozen=True):
    """Where the walk is; `was` is the place in the old version, `at` in the new."""

    section: Section
    schema: Schema
    was: Place
    at: Place
    keys: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    groups: tuple[Schema, ...] = ()
    item: Item | None = None

    def found(self, kind: ChangeKind, before: Any, after: Any) -> Difference:
        return Difference(
            self.section,
            self.keys,
            self.steps,
            self.schema,
            self.groups,
            self.item,
            kind,
            before,
            after,
            self.was if kind is ChangeKind.REMOVED else self.at,
        )


def _value(here: _Here, old: Any, new: Any) -> Iterator[Difference]:
    if _empty(old) and _empty(new):
        return
    maps = isinstance(old, Map | None) and isinstance(new, Map | None)
    if maps and "properties" in here.schema:
        yield from _group(here, old or Map(here.was.file), new or Map(here.at.file))
        return
    if isinstance(old, Seq | None) and isinstance(new, Seq | None):
        items = here.schema.get("items", {})
        old, new = old or Seq(here.was.file), new or Seq(here.at.file)
        if "properties" in items:
            yield from _items(here, old, new, items)
        else:
            yield from _scalars(here, old, new)
        return
    if old != new:
        kind = (
            ChangeKind.ADDED
            if _empty(old)
            else ChangeKind.REMOVED
            if _empty(new)
            else ChangeKind.CHANGED
        )
        yield here.found(kind, old, new)


def _group(here: _Here, old: Map, new: Map) -> Iterator[Difference]:
    top = not here.keys
    for key, schema in here.schema.get("properties", {}).items():
        if key not in old and key not in new:
            continue
        inner = replace(
            here,
            schema=schema,
            was=old.place_of(key) if old.file else here.was,
            at=new.place_of(key) if new.file else here.at,
            keys=(*here.keys, key),
            steps=(*here.steps, key),
            groups=here.groups if top or _is_item(here, old, new) else (*here.groups, here.schema),
        )
        yield from _value(inner, old.get(key), new.get(key))


def _is_item(here: _Here, old: Map, new: Map) -> bool:
    return here.item is not None and (here.item.new is new or here.item.old is old)


def _items(here: _Here, old: Seq, new: Seq, schema: Schema) -> Iterator[Difference]:
    for pair in match_items(old, new, schema):
        before = old[pair.old] if pair.old >= 0 else None
        after = new[pair.new] if pair.new >= 0 else None
        one = after if after is not None else before
        number = (pair.new if pair.new >= 0 else pair.old) + 1
        was = old.place_of(pair.old) if pair.old >= 0 else here.was
        at = new.place_of(pair.new) if pair.new >= 0 else here.at
        if before is None and after is None:
            continue
        if not isinstance(before, Map | None) or not isinstance(after, Map | None):
            # A list that breaks its schema: its items are compared as they stand.
            yield from _value(
                replace(here, schema={**schema, "properties": {}}, was=was, at=at), before, after
            )
            continue
        id = one.get("id") if isinstance(one, Map) else None
        step = str(id) if isinstance(id, str) else str(number)
        inner = replace(
            here,
            schema=schema,
            was=was,
            at=at,
            steps=(*here.steps, step),
            groups=(),
            item=Item(schema, before, after, number, here.item),
        )
        if before is None or after is None:
            kind = ChangeKind.ADDED if before is None else ChangeKind.REMOVED
            yield inner.found(kind, before, after)
        else:
            yield from _group(inner, before, after)


def _scalars(here: _Here, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Difference]:
    """Differences between lists of words, numbers or ids: as sets, unless their order says more."""
    if list(old) == list(new):
        return
    gone, come = _less(old, new), _less(new, old)
    if not gone and not come:
        if here.schema.get("x-ordered"):
            yield here.found(ChangeKind.REORDERED, list(old), list(new))
        return
    for pair in match_items(gone, come, {}):
        before = gone[pair.old] if pair.old >= 0 else None
        after = come[pair.new] if pair.new >= 0 else None
        kind = (
            ChangeKind.ADDED
            if before is None
            else ChangeKind.REMOVED
            if after is None
            else ChangeKind.CHANGED
        )
        yield here.found(kind, before, after)


def _less(some: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    """The items of the first that the second has not, counting equal ones."""
    rest = list(others)
    left = []
    for item in some:
        if item in rest:
            rest.remove(item)
        else:
            left.append(item)
    return left


def _empty(value: Any) -> bool:
    return value is None or value in ("", [], {})
