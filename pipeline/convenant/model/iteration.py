"""A covenant's way to where it is: one record a meeting, or a change outside of one."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from convenant.model.comparison import Change
from convenant.model.passage import Passage


class Stride(Struct, frozen=True):
    """One version of the main line: a proposal that was taken over, or another change.

    Attributes:
        id: of the version; `before` that of the version it came from.
        proposal: id of the proposal; empty for another change.
        party: id of the party that proposed it.
        undoes: whether it takes a meeting back.
    """

    id: str
    before: str
    time: int
    title: str
    meeting: str = ""
    proposal: str = ""
    party: str = ""
    undoes: bool = False


class Iteration(Struct, frozen=True):
    """What one meeting made of a covenant; without a meeting one change outside of any.

    Attributes:
        changes: per version what it changed in the data.
        passages: by id of a version the places in the text that it changed.
    """

    meeting: str
    date: str
    kind: str
    strides: tuple[Stride, ...]
    changes: tuple[tuple[Stride, tuple[Change, ...]], ...]
    undone: str = ""
    passages: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)
