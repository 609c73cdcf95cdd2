"""How the data of an older schema version becomes that of a newer one: steps, and what they left.

A path is the keys that lead to a mapping; `*` stands for every item of a list. Steps name what
moves where and never a value that was not there.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeAlias

from msgspec import Struct, field

from convenant.problem import Place

Path: TypeAlias = tuple[str, ...]


class Shape(Enum):
    """What a value has to be for its key to take a new name."""

    ANY = "any"
    TEXT = "text"
    DATE = "date"
    MAPPING = "mapping"
    LIST = "list"


class Rename(Struct, frozen=True):
    """`old: value` becomes `new: value`, if the value has this shape."""

    path: Path
    old: str
    new: str
    shape: Shape = Shape.ANY


class Quote(Struct, frozen=True):
    """A number becomes the text that was written."""

    path: Path
    key: str


class Nest(Struct, frozen=True):
    """`key: word` becomes `key: {inner: words[word]}`."""

    path: Path
    key: str
    inner: str
    words: Mapping[str, str]


class Enlist(Struct, frozen=True):
    """`key: {a: word}` becomes `key: [{name: a, value: word}]`; the words stay as they are."""

    path: Path
    key: str
    name: str
    value: str
    words: tuple[str, ...]


Step: TypeAlias = Rename | Quote | Nest | Enlist


class Migration(Struct, frozen=True):
    """The steps to `version` from the one before, in order, per name of a data file."""

    version: int
    steps: Mapping[str, tuple[Step, ...]]


class MigrationNote(Struct, frozen=True):
    """Something that was left for a person to decide.

    Attributes:
        place: in the file as it was before.
        message: an English sentence, also the key of its translation; blanks are `{name}`.
    """

    place: Place
    message: str
    values: Mapping[str, str] = field(default_factory=dict)


class MigrationResult(Struct, frozen=True):
    """What a migration would write, and what it leaves.

    Attributes:
        old: the schema version that was found; 0 when there is none.
        new: the version afterwards.
        files: the files that change, by their name, with their new content.
    """

    old: int
    new: int
    files: Mapping[str, bytes] = field(default_factory=dict)
    notes: tuple[MigrationNote, ...] = ()
