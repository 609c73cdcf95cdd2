"""What changed within a text: the words around it are left out."""

from __future__ import annotations

_AROUND = 4
"""Words that are kept on each side, so that a reader knows where it is."""


def excerpts(before: str, after: str) -> tuple[str, str]:
    """The part of two texts that differs, with a few words around it."""
    old, new = before.split(), after.split()
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return _cut(old, start, end), _cut(new, start, end)


def _cut(words: list[str], start: int, end: int) -> str:
    first = max(0, start - _AROUND) if start > _AROUND + 1 else 0
    last = min(len(words), len(words) - end + _AROUND) if end > _AROUND + 1 else len(words)
    shown = " ".join(words[first:last])
    return f"{'… ' if first else ''}{shown}{' …' if last < len(words) else ''}"
