"""YAML as read: plain mappings and sequences that also know where each part stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from convenant.problem import Place

Spot: TypeAlias = tuple[int, int]
"""A line and a column in a known file, both from 1."""


class Map(dict[str, Any]):
    """A YAML mapping; equal to a plain `dict` with the same content.

    Attributes:
        file: POSIX path from the workspace root.
        spot: where the mapping starts.
        key_spots: per key, where the key stands.
        value_spots: per key, where its value starts.
    """

    __slots__ = ("file", "key_spots", "spot", "value_spots")

    def __init__(self, file: str, spot: Spot = (1, 1)) -> None:
        super().__init__()
        self.file = file
        self.spot = spot
        self.key_spots: dict[str, Spot] = {}
        self.value_spots: dict[str, Spot] = {}

    @property
    def place(self) -> Place:
        """Where the mapping starts."""
        return Place(self.file, *self.spot)

    def place_of(self, key: str) -> Place:
        """Where the value of `key` starts; the mapping's own place when there is none."""
        return Place(self.file, *self.value_spots.get(key, self.spot))

    def place_of_key(self, key: str) -> Place:
        """Where `key` itself stands; the mapping's own place when there is none."""
        return Place(self.file, *self.key_spots.get(key, self.spot))


class Seq(list[Any]):
    """A YAML sequence; equal to a plain `list` with the same content.

    Attributes:
        file: POSIX path from the workspace root.
        spot: where the sequence starts.
        item_spots: per item, where it starts.
    """

    __slots__ = ("file", "item_spots", "spot")

    def __init__(self, file: str, spot: Spot = (1, 1)) -> None:
        super().__init__()
        self.file = file
        self.spot = spot
        self.item_spots: list[Spot] = []

    @property
    def place(self) -> Place:
        """Where the sequence starts."""
        return Place(self.file, *self.spot)

    def place_of(self, index: int) -> Place:
        """Where the item at `index` starts."""
        return Place(self.file, *self.item_spots[index])


def place_at(root: Map | Seq, path: Iterable[str | int]) -> Place:
    """Where the value at `path` starts; the nearest parent that exists when it does not."""
    here: Any = root
    place = root.place
    for step in path:
        match here, step:
            case Map(), str() if step in here:
                place = here.place_of(step)
            case Seq(), int() if 0 <= step < len(here):
                place = here.place_of(step)
            case _:
                break
        here = here[step]
    return place
