"""A covenant's way to where it is: one record a meeting, or a change outside of one."""

from __future__ import annotations

from dataclasses import dataclass

from convenant.model.comparison import Change


@dataclass(frozen=True, slots=True)
class Stride:
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


@dataclass(frozen=True, slots=True)
class Iteration:
    """What one meeting made of a covenant; without a meeting one change outside of any."""

    meeting: str
    date: str
    kind: str
    strides: tuple[Stride, ...]
    changes: tuple[tuple[Stride, tuple[Change, ...]], ...]
    undone: str = ""
