"""What is mechanical, as changes that can be taken over with one click."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from convenant.locale import N_, Voice
from convenant.model.forge import Suggestion

LIMIT = 20
"""Suggestions for one proposal; whoever takes them over gets the next."""

_LINES, _CHARACTERS = 20, 4_000
_TICKS = re.compile(r"`{3,}")


def suggestions(
    before: Mapping[str, bytes],
    proposed: Mapping[str, bytes],
    mended: Mapping[str, bytes],
    folder: str,
    voice: Voice,
) -> tuple[Suggestion, ...]:
    """Where a proposal's own lines can be put right; other lines are not its business.

    Args:
        folder: of the covenant, from the top of the repository.
    """
    found = []
    for name, data in sorted(proposed.items()):
        if name.endswith((".md", ".yaml")) and mended.get(name, data) != data:
            old, new, better = (
                one.get(name, b"").decode("utf-8", "replace").split("\n")
                for one in (before, proposed, mended)
            )
            own = _own_lines(old, new)
            for start, end, lines in _blocks(new, better):
                text = "".join(f"{line}\n" for line in lines)
                if set(range(start, end)) <= own and len(text) <= _CHARACTERS:
                    file = f"{folder}/{name}"
                    found.append(Suggestion(file, start + 1, end, _body(text, voice)))
    return tuple(found[:LIMIT])


def _own_lines(old: list[str], new: list[str]) -> set[int]:
    """Which lines a proposal wrote, from 0."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return {line for kind, _, _, i, j in blocks if kind != "equal" for line in range(i, j)}


def _blocks(new: list[str], better: list[str]) -> Iterator[tuple[int, int, list[str]]]:
    for kind, i, j, start, end in SequenceMatcher(None, new, better, autojunk=False).get_opcodes():
        # GitHub puts something in the place of lines; where there are none it can put nothing.
        if kind in ("replace", "delete") and j - i <= _LINES and end - start <= _LINES:
            yield i, j, better[start:end]


def _body(text: str, voice: Voice) -> str:
    longest = max((len(ticks) for ticks in _TICKS.findall(text)), default=2)
    fence = "`" * (longest + 1)
    said = voice.say(N_("This can be written as it usually is:"))
    return f"{said}\n\n{fence}suggestion\n{text}{fence}"
