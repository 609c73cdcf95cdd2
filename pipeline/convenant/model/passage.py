"""A place in a text that changes: what stands there before and after."""

from __future__ import annotations

from msgspec import Struct


class Passage(Struct, frozen=True):
    """One changed place.

    Attributes:
        file: from the covenant's folder.
        clause: id or title of the clause, or the key of the data; empty where there is none.
        before: the lines that stood there; empty for what is new.
        after: the lines that stand there now; empty for what is taken away.
    """

    file: str
    clause: str
    before: str
    after: str
