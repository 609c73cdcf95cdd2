"""What would change in a file, line by line, for a `--dry-run`."""

from __future__ import annotations

from difflib import unified_diff


def line_differences(old: bytes, new: bytes, name: str) -> str:
    """The changed lines with three around them, in the unified format; empty when equal."""
    lines = unified_diff(
        old.decode("utf-8", "replace").splitlines(keepends=True),
        new.decode("utf-8", "replace").splitlines(keepends=True),
        name,
        name,
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
