"""Versions of a covenant: concepts, copies to sign, and what is in force."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum

from msgspec import Struct, field

from convenant.model.document import Status

_NAME = re.compile(r"v(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?(?:-sign\.(\d{1,4}))?", re.ASCII)


class Kind(Enum):
    """What a version is."""

    CONCEPT = "concept"
    COPY = "copy"  # put up for signature
    FINAL = "final"  # signed; publishes the bytes of a copy

    @property
    def status(self) -> Status:
        """What its documents call themselves: what is in force shows the copy that was signed."""
        return Status.CONCEPT if self is Kind.CONCEPT else Status.TO_SIGN


class VersionName(Struct, frozen=True, order=True):
    """`v0.3`, `v1.0.0-sign.2` or `v1.0.0`; a copy comes before what it becomes.

    Attributes:
        sign: the number of the copy to sign; 0 for none.
    """

    major: int
    minor: int
    patch: int
    sign: int = 0

    @property
    def kind(self) -> Kind:
        """Versions before the first one are concepts."""
        if self.sign:
            return Kind.COPY
        return Kind.FINAL if self.major else Kind.CONCEPT

    @property
    def base(self) -> str:
        """The version without the number of its copy, as documents print it."""
        patch = f".{self.patch}" if self.major else ""
        return f"v{self.major}.{self.minor}{patch}"

    def __str__(self) -> str:
        return f"{self.base}-sign.{self.sign}" if self.sign else self.base


def version_name(text: str) -> VersionName | None:
    """A version by its name as the tool writes it; None for anything else."""
    match = _NAME.fullmatch(text)
    if not match:
        return None
    major, minor, patch, sign = (int(part or 0) for part in match.groups())
    name = VersionName(major, minor, patch, sign)
    return name if str(name) == text and (major or not sign) else None


class Change(Enum):
    """How a text differs from the one that is in force."""

    FIRST = "first"
    NONE = "none"
    WORDING = "wording"
    ACCESSION = "accession"  # parties were added, and nothing else
    EXIT = "exit"  # parties have left, and nothing else
    AMENDMENT = "amendment"


class Todo(Struct, frozen=True):
    """Something that has to be done before a version can be made.

    Attributes:
        who: the party's name, or a role as a key of the catalogues (`role` is then true).
        said: an English sentence and key of the catalogues; blanks are in `values`.
    """

    who: str
    said: str
    values: Mapping[str, str] = field(default_factory=dict)
    role: bool = False
