"""What a verification found, one sentence at a time."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct, field

from convenant.model.release import Todo


class Outcome(Enum):
    """How sure one thing is."""

    PROVEN = "proven"
    UNPROVEN = "unproven"  # cannot be told with what is at hand
    FALSE = "false"
    NOTE = "note"  # something that no program can prove


class Verdict(Struct, frozen=True):
    """One finding.

    Attributes:
        subject: what it is about, stable, for machines: `sums`, `rebuild`, `consents` …
        said: an English sentence and key of the catalogues; blanks are in `values`.
        todo: what had to be done, for a sentence with the blanks `who` and `todo`.
    """

    subject: str
    outcome: Outcome
    said: str
    values: Mapping[str, str] = field(default_factory=dict)
    todo: Todo | None = None
