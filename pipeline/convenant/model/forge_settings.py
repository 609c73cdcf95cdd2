"""How a repository on a forge is set up: what the program looks at, and what it may change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct


class NotAllowed(Exception):  # noqa: N818  (a fact that callers act on)
    """The forge does not show or do something; `said` has its own words, in English."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


class About(Struct, frozen=True):
    """The repository itself.

    Attributes:
        pages: whether it has pages that others can read.
        managed: whether we may manage it.
    """

    private: bool
    pages: bool
    managed: bool


class Setting(Struct, frozen=True):
    """One thing on the forge that can be set.

    Attributes:
        kind: `label`, `rules`, `pages`, `jobs` or `variable`.
        name: as the forge has it now; empty for something that is to be made.
        form: what it is to be, as the forge takes it.
    """

    kind: str
    name: str
    form: Mapping[str, Any]
