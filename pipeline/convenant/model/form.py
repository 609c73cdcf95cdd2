"""A form about one section: what it asks, and what somebody's answers change."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from msgspec import Struct, field

from convenant.model.event import Actor
from convenant.model.section import Section

Answer: TypeAlias = str | int | Decimal | bool


class Kind(Enum):
    """What somebody fills in."""

    LINE = "line"
    TEXT = "text"
    LIST = "list"  # one item a line, each added to what is there
    CHOICE = "choice"
    NUMBER = "number"
    DATE = "date"


class Field(Struct, frozen=True):
    """A question of a form.

    Attributes:
        id: unique in the form.
        label: unique in the form; the answer stands under it.
        path: the key of the data, from the top of the file or from the item.
        group: the list to which the answers add an item; empty for a value of its own.
        choices: what is chosen, by the words that are shown.
    """

    id: str
    label: str
    meaning: str
    kind: Kind
    path: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    example: str = ""
    choices: Mapping[str, Answer] = field(default_factory=dict)
    required: bool = False


class Form(Struct, frozen=True):
    """The form of a section in one language."""

    section: Section
    language: str
    title: str
    fields: tuple[Field, ...]

    @property
    def path(self) -> str:
        """Where it stands in a workspace."""
        return f".github/ISSUE_TEMPLATE/{self.section.value}.{self.language}.yml"


class Put(Struct, frozen=True):
    """A value for a key."""

    path: tuple[str, ...]
    value: Answer


class Add(Struct, frozen=True):
    """Items for a list.

    Attributes:
        items: texts, or mappings of keys to values.
        by: the key by which an item that is there already is the same one; empty for always new.
    """

    path: tuple[str, ...]
    items: tuple[str | Mapping[str, Answer], ...]
    by: str = ""


class Submission(Struct, frozen=True):
    """A form that somebody handed in, as far as the forge tells.

    Attributes:
        by: login of who wrote it.
        sender: login of who caused the message; another one changed somebody's words.
    """

    repository: str
    number: int
    body: str
    by: str
    sender: str
    person: bool
    closed: bool = False


class Request(Struct, frozen=True):
    """What a form asks to be proposed, as one job hands it to the one that may write.

    Attributes:
        issue: number of the form on the forge.
        base: the version of the main line that it was read on.
        files: new texts by name in the covenant's folder; none where it is not to be.
        reply: what its author is told instead, in Markdown.
    """

    issue: int
    reply: str = ""
    slug: str = ""
    actor: Actor = field(default_factory=Actor)
    title: str = ""
    base: str = ""
    language: str = "nl"
    files: Mapping[str, str] = field(default_factory=dict)
