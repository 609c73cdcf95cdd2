"""What `{{ path.to.value }}` stands for: a scalar in the data, or a total."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from msgspec import Struct

from convenant.model.section import Section
from convenant.model.tree import Map, Seq


class Found(Struct, frozen=True):
    """A scalar and where it stands.

    Attributes:
        key: of the file, such as `partnership`; `totals` for a computed amount.
        path: from the top of that file, with indexes.
    """

    key: str
    path: tuple[str | int, ...]
    value: str | int | bool | Decimal


def find_value(
    data: Mapping[Section, Map], totals: Mapping[str, Decimal], path: str
) -> Found | None:
    """The scalar that a placeholder's path names, or nothing.

    The first step is a file's key; an item of a list is named by its `id`. `totals.x` names a
    computed amount.
    """
    key, *steps = path.split(".")
    if key == "totals":
        amount = totals.get(".".join(steps))
        return None if amount is None else Found(key, tuple(steps), amount)
    here: Any = next((tree for section, tree in data.items() if section.key == key), None)
    walked: list[str | int] = []
    for step in steps:
        if isinstance(here, Map) and step in here:
            walked.append(step)
            here = here[step]
        elif isinstance(here, Seq) and (index := _index_of(here, step)) is not None:
            walked.append(index)
            here = here[index]
        else:
            return None
    if isinstance(here, str | int | Decimal):
        return Found(key, tuple(walked), here)
    return None


def value_paths(data: Mapping[Section, Map], totals: Mapping[str, Decimal]) -> list[str]:
    """Every path that a placeholder could name, for suggestions."""
    paths = [f"totals.{name}" for name in totals]
    for section, tree in data.items():
        paths += _paths(tree, section.key)
    return paths


def _index_of(items: Seq, id: str) -> int | None:
    return next(
        (i for i, item in enumerate(items) if isinstance(item, Map) and item.get("id") == id), None
    )


def _paths(value: Any, path: str) -> list[str]:
    if isinstance(value, Map):
        return [p for key, item in value.items() for p in _paths(item, f"{path}.{key}")]
    if isinstance(value, Seq):
        named = (i for i in value if isinstance(i, Map) and isinstance(i.get("id"), str))
        return [p for item in named for p in _paths(item, f"{path}.{item['id']}")]
    return [] if value is None else [path]
