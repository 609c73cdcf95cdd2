"""An approving review: how a forge tells that a party's representative agrees."""

from __future__ import annotations

from msgspec import Struct


class ApprovingReview(Struct, frozen=True):
    """A review by somebody whose role is known from the main version of `access.yaml`.

    Attributes:
        party: the id of the party that the reviewer speaks for; the login stays behind.
        function: the function in which the reviewer speaks.
        commit: the version that was reviewed.
        date: ISO date.
    """

    party: str
    function: str
    commit: str
    date: str
