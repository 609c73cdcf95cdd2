"""A published version as a forge shows it: its name, its files, and what is said of them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field


class Asset(Struct, frozen=True):
    """One file on the forge.

    Attributes:
        whole: whether all of it arrived.
        sha256: as the forge computed it, in hexadecimal; empty where it does not say.
    """

    id: int
    name: str
    whole: bool
    sha256: str = ""


class ForgeRelease(Struct, frozen=True):
    """One version on the forge; a draft is not seen by visitors yet."""

    id: int
    draft: bool
    assets: tuple[Asset, ...] = ()


class ForgeTag(Struct, frozen=True):
    """A name on the forge.

    Attributes:
        commit: the version that it names.
        message: what it says; empty for a name without a message.
    """

    commit: str
    message: str = ""


class Publication(Struct, frozen=True):
    """What is to be on the forge.

    Attributes:
        name: of the version, such as `de-linde/v1.0.0`.
        commit: the version in Git that it names.
        message: what the name says, as `plan/manifest.py` writes it.
        time: of that version, in seconds since 1970.
        title: above the notes.
        notes: Markdown, for readers.
        in_force: false for a concept and for a copy to sign.
        files: by the name that they get there.
    """

    name: str
    commit: str
    message: str
    time: int
    title: str
    notes: str
    in_force: bool
    files: Mapping[str, bytes] = field(default_factory=dict)
