"""What is wrong in a document, and where: values, never exceptions."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct, field


class Severity(Enum):
    """How much a problem weighs; only an error makes a check fail."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Place(Struct, frozen=True, order=True):
    """A spot in a source file.

    Attributes:
        file: POSIX path from the workspace root.
        line: from 1.
        column: from 1, in characters.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Term(str):
    """A word of our own among a problem's values: the report translates it."""

    __slots__ = ()


class Problem(Struct, frozen=True):
    """One finding. Its sentence and its hint are those of the rule with this code.

    Attributes:
        values: what fills the blanks of the sentence and the hint. Text from a document is
            a plain `str`; a word of ours that has a translation is a `Term`.
    """

    place: Place
    code: str
    severity: Severity
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def sort_key(self) -> tuple[Place, str]:
        """By place, then by code: the order in which every report lists problems."""
        return (self.place, self.code)
