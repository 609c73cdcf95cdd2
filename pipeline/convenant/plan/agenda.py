"""The time of a meeting over its sections, and who has not been heard about what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from convenant.model.meeting import Meeting
from convenant.model.party import Party
from convenant.model.proposal import Proposal

STEP = 5
"""Minutes: nobody keeps to finer time boxes."""


def time_boxes(minutes: int, weights: Sequence[int]) -> tuple[int, tuple[int, ...], int]:
    """Minutes for the opening, for each section, and for the end; together what there is.

    Args:
        weights: per section how much there is to discuss.
    """
    opening = closing = STEP if minutes < 60 else 2 * STEP
    room = max(minutes - opening - closing, STEP * len(weights))
    whole = sum(weights) or 1
    boxes = [max(STEP, room * weight // whole // STEP * STEP) for weight in weights]
    left = room - sum(boxes)
    for index in sorted(range(len(boxes)), key=lambda i: -weights[i]):
        if left < STEP:
            break
        boxes[index] += STEP
        left -= STEP
    return opening, tuple(boxes), max(minutes - opening - sum(boxes), 0)


def taking_part(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The parties at the table: those that did not leave and do more than watch."""
    return tuple(party for party in parties if party.takes_part)


def unheard(
    parties: Iterable[Party],
    section: int,
    named: Mapping[int, frozenset[str]],
    proposals: Sequence[Proposal],
) -> tuple[str, ...]:
    """Ids of the parties that neither proposed anything about a section nor are named in it.

    Args:
        named: by section the ids that its data name.
    """
    proposed = {p.party for p in proposals if section in p.sections}
    spoken = proposed | named.get(section, frozenset())
    return tuple(p.id for p in taking_part(parties) if p.id not in spoken)


def quiet_parties(
    parties: Iterable[Party], last: Meeting | None, proposals: Sequence[Proposal]
) -> tuple[str, ...]:
    """Ids of the parties that were absent last time or that never proposed anything."""
    absent = set(last.absent()) if last else set()
    proposed = {p.party for p in proposals}
    return tuple(p.id for p in taking_part(parties) if p.id in absent or p.id not in proposed)
