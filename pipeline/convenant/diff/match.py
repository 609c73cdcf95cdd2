"""Which item of an old list is which of a new one: by id, then by equal content, then by likeness.

The order of items plays no part, and an item that got another id is still the same item.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from msgspec import Struct

from convenant.model.annotation import Schema

_ALIKE = 0.5
"""From which likeness two items without the same id are one that was changed."""

_KEYS = ("id", "party", "term", "law", "who", "body", "effect", "year")
"""What an item is known by; a list whose items share these is paired by them first."""


class Pair(Struct, frozen=True):
    """Two items that are the same thing; -1 where it is new or gone."""

    old: int
    new: int


def match_items(old: Sequence[Any], new: Sequence[Any], schema: Schema) -> list[Pair]:
    """Pairs in the order of the new list, what is gone before what follows it in the old one.

    Args:
        schema: of an item.
    """
    pairs: dict[int, int] = {}
    left = dict(enumerate(old))
    known = "id" in schema.get("properties", {})
    if known:
        _take(pairs, left, new, lambda item: item.get("id") if isinstance(item, Mapping) else None)
    _take(pairs, left, new, _frozen)
    _take_alike(pairs, left, new, known=known)
    return list(_in_order(pairs, len(old), len(new)))


def _take(pairs: dict[int, int], left: dict[int, Any], new: Sequence[Any], key: Any) -> None:
    """Pair what has the same key, the first with the first."""
    homes: dict[Any, list[int]] = {}
    for index, item in left.items():
        if (name := key(item)) is not None and isinstance(name, str):
            homes.setdefault(name, []).append(index)
    for index, item in enumerate(new):
        if index in pairs:
            continue
        name = key(item)
        if isinstance(name, str) and homes.get(name):
            pairs[index] = homes[name].pop(0)
            del left[pairs[index]]


def _take_alike(
    pairs: dict[int, int], left: dict[int, Any], new: Sequence[Any], *, known: bool
) -> None:
    """Pair what is alike, the most alike first."""
    rest = [index for index in range(len(new)) if index not in pairs]
    if not rest or not left or len(rest) * len(left) > 10_000:
        return
    scored = sorted(
        (
            (-score, abs(i - j), j, i)
            for j in rest
            for i, item in left.items()
            if (score := likeness(item, new[j], known=known)) >= _ALIKE
        )
    )
    for _, _, j, i in scored:
        if j not in pairs and i in left:
            pairs[j] = i
            del left[i]


def likeness(old: Any, new: Any, *, known: bool = False) -> float:
    """From 0 to 1.

    Args:
        known: whether the items have ids, which are left out here.
    """
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        keys = [key for key in {**old, **new} if not (known and key == "id")]
        if not keys:
            return 0.0
        same = 0.0
        for key in keys:
            if key in old and key in new:
                same += likeness(old[key], new[key])
        score = same / len(keys)
        # Two items of one party are not the same item yet, but of two parties they seldom are.
        name = next((key for key in _KEYS[1:] if key in old and key in new), None)
        if name and not known:
            return min(1.0, score + 0.3) if old[name] == new[name] else score * 0.6
        return score
    if type(old) is not type(new):
        return 0.0
    if old == new:
        return 1.0
    if isinstance(old, str):
        before, after = old.split(), new.split()
        if max(len(before), len(after)) < 3:
            return 0.0
        return SequenceMatcher(None, before, after, autojunk=False).ratio()
    if isinstance(old, list):
        both = sum(1 for item in old if item in new)
        return 2 * both / (len(old) + len(new)) if old or new else 1.0
    return 0.0


def _frozen(item: Any) -> str:
    return repr(item)


def _in_order(pairs: Mapping[int, int], olds: int, news: int) -> Iterator[Pair]:
    gone = sorted(set(range(olds)) - set(pairs.values()))
    for j in range(news):
        i = pairs.get(j, -1)
        while gone and i >= 0 and gone[0] < i:
            yield Pair(gone.pop(0), -1)
        yield Pair(i, j)
    for i in gone:
        yield Pair(i, -1)
