"""A covenant's folder as found: names and bytes, from a working folder or from a commit."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field

from convenant.problem import Problem

TEXT_LIMIT = 256_000
"""Bytes of a text; a larger one is not read."""

IMAGE_LIMIT = 8_000_000
"""Bytes of an image."""

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_DEVICES = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""Windows opens a device instead of a file of this name, also with `.docx` behind it."""


def is_slug(name: str) -> bool:
    """Whether a covenant's folder may be called so: its documents and tags are named after it."""
    return bool(_SLUG.fullmatch(name)) and not _DEVICES.fullmatch(name)


class Folder(Struct, frozen=True):
    """What a covenant's folder holds, under the path rules: regular files only, bounded.

    Attributes:
        slug: name of the folder.
        path: POSIX path from the workspace root.
        files: texts and images by POSIX path from the folder.
        records: files that the tool writes beside the text (consents, reviews, signatures,
            meetings), by POSIX path from the folder; they never enter a document.
        sums: SHA-256 in hexadecimal of every file under `annexes/`.
        problems: what was left out, and why.
    """

    slug: str
    path: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    sums: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    records: Mapping[str, bytes] = field(default_factory=dict)
