"""Carrying a change over to a text that is laid out in its own way.

ruamel.yaml writes a whole file anew and evens out what its author aligned or wrapped. So a change
is taken from what it writes before and after, and put into the text as it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher


def keep_layout(old: Sequence[str], before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """The lines of `after`, with those of `old` where nothing changed.

    Args:
        old: as it was written.
        before: the same as ruamel.yaml writes it.
        after: as ruamel.yaml writes it once it is changed.
    """
    own = _own_lines(old, before)
    for change, first, last, start, end in _opcodes(before, after):
        if change != "equal":
            near = (*range(first, last + 1), *reversed(range(first)))
            shift = _shift(own, before, near, after[start:end])
            yield from (_indented(line, shift) for line in after[start:end])
            continue
        line = first
        while line < last:
            stretch, lines = own[line]
            if stretch <= last - line:
                yield from lines
                line += stretch
            else:
                yield before[line]
                line += 1


def _shift(
    own: Mapping[int, tuple[int, list[str]]],
    before: Sequence[str],
    near: Iterable[int],
    changed: Sequence[str],
) -> int:
    """How much further `old` indents than ruamel.yaml does, at a line like the first changed.

    Args:
        near: lines of `before` to look at, the best first.
    """
    for line in near:
        if changed and line in own and _indent(before[line]) == _indent(changed[0]):
            stretch, lines = own[line]
            if stretch == 1 and lines:
                return _indent(lines[-1]) - _indent(before[line])
    return 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _indented(line: str, shift: int) -> str:
    return " " * shift + line if shift >= 0 else line[min(-shift, _indent(line)) :]


def _own_lines(old: Sequence[str], before: Sequence[str]) -> dict[int, tuple[int, list[str]]]:
    """Per line of `before`: how many of its lines stand for which lines of `old`."""
    bare = [["".join(line.split()) for line in lines] for lines in (old, before)]
    own: dict[int, tuple[int, list[str]]] = {}
    extra: list[str] = []
    for change, first, last, start, end in _opcodes(*bare):
        if change == "equal":
            for i, j in zip(range(first, last), range(start, end), strict=True):
                own[j] = (1, [*extra, old[i]])
                extra = []
        elif start == end:
            extra += old[first:last]
        else:
            own.update({j: (1, [before[j]]) for j in range(start, end)})
            own[start] = (end - start, [*extra, *old[first:last]])
            extra = []
    if extra and own:
        stretch, lines = own[len(before) - 1]
        own[len(before) - 1] = (stretch, [*lines, *extra])
    return own


def _opcodes(a: Sequence[str], b: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    return list(SequenceMatcher(None, a, b, autojunk=False).get_opcodes())
