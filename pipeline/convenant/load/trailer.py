"""The last lines of a version's message, in which the tool says what the version is about."""

from __future__ import annotations

import re

_TRAILER = re.compile(r"(?P<key>Covenant|Proposal|Party|Meeting|Undone): (?P<value>[\w./-]{1,200})")


def trailers(message: str) -> dict[str, str]:
    """By key what the last paragraph says; nothing where that paragraph is not ours."""
    last = message.strip().split("\n\n")[-1].split("\n")
    found = [_TRAILER.fullmatch(line) for line in last]
    return {m["key"]: m["value"] for m in found if m} if all(found) else {}
