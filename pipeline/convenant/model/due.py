"""A day on which something is due."""

from __future__ import annotations

from msgspec import Struct


class DueDay(Struct, frozen=True):
    """One day after signing.

    Attributes:
        day: ISO date.
        kind: start, notice, end, evaluation, commitment, milestone or condition.
        id: unique within its kind.
        said: an English sentence and key of the catalogues; its blanks are `text` and `id`.
        by: id of the party that it is up to, or words for somebody else.
    """

    day: str
    kind: str
    id: str
    said: str
    text: str = ""
    by: str = ""
