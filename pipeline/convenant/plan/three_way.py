"""Two changes to one text, brought together line by line; what clashes stays apart.

Texts have a sentence or a key a line. Changes to different lines go together, also when the lines
are neighbours; both may add at the same place only when what they add are items of a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

_WORK_LIMIT = 20_000_000
"""Lines times lines that are compared; beyond it a change counts as one whole."""

Lines = tuple[str, ...]


class Span(Struct, frozen=True):
    """A run of lines of the result.

    Attributes:
        lines: what stands there, where nothing clashes.
        clash: the text before and the two texts that both want to stand there, else None.
        line: where it starts in the text before, from 1.
    """

    line: int
    lines: Lines = ()
    clash: tuple[Lines, Lines, Lines] | None = None

    @property
    def both_add(self) -> bool:
        """Whether nothing stood there, so that one text can follow the other."""
        return self.clash is not None and not self.clash[0]


class Edit(Struct, frozen=True):
    """Lines `start` to `end` of a text, from 0, become `lines`."""

    start: int
    end: int
    lines: Lines


def merge_texts(base: str, one: str, other: str) -> tuple[Span, ...]:
    """The result of both changes, as spans in order."""
    before = split(base)
    ones, others = edits(before, split(one)), edits(before, split(other))
    spans, at = list[Span](), 0
    for mine, theirs in _clusters(ones, others):
        start = min(edit.start for edit in (*mine, *theirs))
        end = max(edit.end for edit in (*mine, *theirs))
        if start > at:
            spans.append(Span(at + 1, before[at:start]))
        spans.append(_joined(before, start, end, mine, theirs))
        at = end
    if at < len(before):
        spans.append(Span(at + 1, before[at:]))
    return tuple(spans)


def split(text: str) -> Lines:
    """Lines with their ends; only a line feed ends a line, as in Git."""
    parts = text.split("\n")
    lines = tuple(f"{part}\n" for part in parts[:-1])
    return (*lines, parts[-1]) if parts[-1] else lines


def edits(before: Lines, after: Lines) -> list[Edit]:
    """What was changed, as edits in order that do not touch each other's lines."""
    top, bottom = _common(before, after), 0
    rest = min(len(before), len(after)) - top
    while bottom < rest and before[-1 - bottom] == after[-1 - bottom]:
        bottom += 1
    old, new = before[top : len(before) - bottom], after[top : len(after) - bottom]
    if len(old) * len(new) > _WORK_LIMIT:
        return [Edit(top, top + len(old), new)]
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [Edit(top + i, top + j, new[m:n]) for tag, i, j, m, n in codes if tag != "equal"]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    limit = min(len(one), len(other))
    return next((i for i in range(limit) if one[i] != other[i]), limit)


def _clusters(ones: list[Edit], others: list[Edit]) -> Iterator[tuple[list[Edit], list[Edit]]]:
    """Edits that want the same lines, together; all in the order of the text."""
    waiting = sorted(
        [(edit.start, edit.end, 0, edit) for edit in ones]
        + [(edit.start, edit.end, 1, edit) for edit in others],
        key=lambda item: item[:3],
    )
    group: tuple[list[Edit], list[Edit]] = ([], [])
    start = end = -1
    for _, _, side, edit in waiting:
        meets = edit.start < end or (edit.start == edit.end == start == end)
        if (group[0] or group[1]) and not meets:
            yield group
            group, start, end = ([], []), edit.start, edit.end
        elif not group[0] and not group[1]:
            start, end = edit.start, edit.end
        group[side].append(edit)
        end = max(end, edit.end)
    if group[0] or group[1]:
        yield group


def _joined(before: Lines, start: int, end: int, mine: list[Edit], theirs: list[Edit]) -> Span:
    one, other = _applied(before, start, end, mine), _applied(before, start, end, theirs)
    old = before[start:end]
    if other in (old, one):
        return Span(start + 1, one)
    if one == old:
        return Span(start + 1, other)
    if not old and _is_items(one) and _is_items(other):
        return Span(start + 1, (*one, *other))
    return Span(start + 1, clash=(old, one, other))


def _is_items(lines: Lines) -> bool:
    """Whether lines are whole items of a YAML list, so that those of others may follow."""
    filled = [line for line in lines if line.strip()]
    if not filled or not lines[-1].endswith("\n"):
        return False
    depth = _depth(filled[0])
    return ":" in filled[0] and all(
        _depth(line) > depth or (_depth(line) == depth and line[depth:].startswith("- "))
        for line in filled
    )


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _applied(before: Lines, start: int, end: int, changes: list[Edit]) -> Lines:
    lines, at = list[str](), start
    for edit in changes:
        lines += [*before[at : edit.start], *edit.lines]
        at = edit.end
    return (*lines, *before[at:end])
