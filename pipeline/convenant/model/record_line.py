"""How records came to be: each version that changed some, beside the one before it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from convenant.model.access import Access


class RecordStep(Struct, frozen=True):
    """A version of the main line that changed records of a covenant.

    Attributes:
        id: of the version.
        date: ISO date of it, UTC.
        before: the files of records by path from the covenant's folder, in the version before it.
        after: the same, in this version.
        access: the roles of the version before it: nobody appoints himself. None where there were
            none.
    """

    id: str
    date: str
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    access: Access | None = None
