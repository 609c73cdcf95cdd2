"""A published version: its files, and what it was made from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from convenant.model.release import VersionName

MANIFEST, SUMS = "manifest.json", "SHA256SUMS"
SOURCE, RECORDS, METADATA, BEFORE = "source/", "records/", "metadata/", "before/"
STYLE = "style/"
FORMAT = "convenant-manifest/1"


class Inputs(Struct, frozen=True):
    """All that a bundle is made from beside its texts: written in its manifest.

    Attributes:
        commit: the version in Git that holds the records.
        time: of that version, in seconds since 1970.
        text_commit: the version that holds the text: that of the copy, for what was signed.
        text_time: likewise.
        copy: the copy that was signed, such as `v1.0.0-sign.1`; empty for other kinds.
        previous: the version before it, or nothing.
        meeting: the id of the last meeting, or nothing.
        tools: programs, libraries and fonts with their versions and hashes.
    """

    slug: str
    name: VersionName
    commit: str
    time: int
    text_commit: str
    text_time: int
    copy: str = ""
    previous: str = ""
    meeting: str = ""
    tools: Mapping[str, Any] = field(default_factory=dict)

    @property
    def amendment(self) -> int:
        """The number of the amendment; 0 for a first text, a change of wording or a concept."""
        name = self.name
        return name.minor if name.major and not name.patch and self.previous else 0

    @property
    def title(self) -> str:
        """The name of the bundle: `de-linde-v1.0.0`."""
        return f"{self.slug}-{self.name}"


class Bundle(Struct, frozen=True):
    """Files by POSIX path, `manifest.json` and `SHA256SUMS` among them."""

    title: str
    files: Mapping[str, bytes]
