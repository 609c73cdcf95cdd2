"""Taking over what was agreed: every proposal in an order that clashes least, all or none.

Nothing is written here. The plan holds the files after each step, and every clash as the texts that
want the same place; it is complete when each clash has a choice.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from convenant.plan.three_way import merge_texts

FIRST, SECOND, BOTH = "1", "2", "both"
"""The choices at a clash; any other choice is a text of its own."""

Files = Mapping[str, bytes]
"""By path from the covenant's folder."""


class Change(Struct, frozen=True):
    """A proposal as it is to be taken over.

    Attributes:
        base: the files that it started from; only those that it changes.
        files: those files as it wants them; a path that is missing is taken away.
    """

    id: str
    base: Files
    files: Files


class Clash(Struct, frozen=True):
    """Two texts that want the same place.

    Attributes:
        key: the same as long as place and texts are the same; by it a choice is remembered.
        line: from 1, in the text that both started from.
        before: what stood there; `first` what stands there now, `second` what the proposal wants.
        others: ids of the proposals that made the first text; none where it was in the covenant.
        both: whether one can follow the other.
        whole: whether it is about a whole file, such as a picture or a file that is taken away.
    """

    key: str
    proposal: str
    file: str
    line: int
    before: str
    first: str
    second: str
    others: tuple[str, ...] = ()
    both: bool = False
    whole: bool = False


class Step(Struct, frozen=True):
    """One proposal taken over.

    Attributes:
        files: what it changes, as it is afterwards; None for a file that is taken away.
    """

    id: str
    files: Mapping[str, bytes | None]


class MergePlan(Struct, frozen=True):
    """What would happen.

    Attributes:
        clashes: those without a choice; where there is one, nothing can be taken over.
        chosen: those that were settled by a choice.
        result: the covenant's files at the end.
    """

    steps: tuple[Step, ...]
    clashes: tuple[Clash, ...]
    chosen: tuple[Clash, ...]
    result: Files


def plan_merge(now: Files, changes: Sequence[Change], choices: Mapping[str, str]) -> MergePlan:
    """The plan for some changes on top of the present files.

    Args:
        changes: in the order in which they were decided on.
        choices: by the key of a clash, what is to stand there.
    """
    files, steps = dict(now), list[Step]()
    open_clashes, settled = list[Clash](), list[Clash]()
    touched: dict[str, list[str]] = {}
    for change in _least_clashing(now, changes):
        after, clashes = _take(files, change, choices, touched)
        for clash in clashes:
            (settled if clash.key in choices else open_clashes).append(clash)
        for name, data in after.items():
            touched.setdefault(name, []).append(change.id)
            if data is None:
                files.pop(name, None)
            else:
                files[name] = data
        steps.append(Step(change.id, after))
    return MergePlan(tuple(steps), tuple(open_clashes), tuple(settled), files)


def applies(now: Files, change: Change) -> bool:
    """Whether a change fits the present files without a choice."""
    return not _take(dict(now), change, {}, {})[1]


def _least_clashing(now: Files, changes: Sequence[Change]) -> list[Change]:
    """Those that clash with nobody first, and so on; else in the given order."""
    against = {
        change.id: sum(
            1
            for other in changes
            if other is not change
            and set(other.files) & set(change.files)
            and _take(_with(now, other), change, {}, {})[1]
        )
        for change in changes
    }
    return sorted(changes, key=lambda change: against[change.id])


def _with(now: Files, change: Change) -> dict[str, bytes]:
    after, _ = _take(dict(now), change, {}, {})
    merged = {**now, **{name: data for name, data in after.items() if data is not None}}
    return {name: data for name, data in merged.items() if after.get(name, b"") is not None}


def _take(
    files: Files, change: Change, choices: Mapping[str, str], touched: Mapping[str, Sequence[str]]
) -> tuple[dict[str, bytes | None], list[Clash]]:
    after: dict[str, bytes | None] = {}
    clashes: list[Clash] = []
    for name in sorted({*change.base, *change.files}):
        before, now, wanted = change.base.get(name), files.get(name), change.files.get(name)
        if now == wanted:
            continue
        if now == before:
            after[name] = wanted
            continue
        texts = None if None in (before, now, wanted) else _texts(before, now, wanted)
        others = tuple(touched.get(name, ()))
        if texts is None:
            clash = _whole(change.id, name, before, now, wanted, others)
            clashes.append(clash)
            if choices.get(clash.key) == SECOND:
                after[name] = wanted
            continue
        text, found = _lines(change.id, name, texts, others, choices)
        clashes += found
        after[name] = text.encode()
    return after, clashes


def _texts(*data: bytes | None) -> tuple[str, str, str] | None:
    try:
        one, other, third = (part.decode() for part in data if part is not None)
    except UnicodeDecodeError:
        return None
    return None if "\0" in one + other + third else (one, other, third)


def _lines(
    id: str,
    name: str,
    texts: tuple[str, str, str],
    others: tuple[str, ...],
    choices: Mapping[str, str],
) -> tuple[str, list[Clash]]:
    parts, clashes = list[str](), list[Clash]()
    for span in merge_texts(*texts):
        if span.clash is None:
            parts += span.lines
            continue
        before, first, second = ("".join(lines) for lines in span.clash)
        key = _key(name, before, first, second)
        both = span.both_add
        clashes.append(Clash(key, id, name, span.line, before, first, second, others, both))
        parts.append(_choice(choices.get(key, FIRST), first, second, data=name.endswith(".yaml")))
    return "".join(parts), clashes


def _choice(choice: str, first: str, second: str, *, data: bool) -> str:
    known = {FIRST: first, SECOND: second, BOTH: first + second}
    if choice in known:
        return known[choice]
    text = choice if "\n" in choice else _own_words(choice, first or second, data=data)
    ends = first.endswith("\n") or second.endswith("\n")
    return f"{text}\n" if text and ends and not text.endswith("\n") else text


def _own_words(words: str, model: str, *, data: bool) -> str:
    """Words of one's own with the indentation, the mark or the key of the text they replace."""
    match = _BEFORE_WORDS.match(model)
    start, mark = (match["start"], match["mark"]) if match else ("", "")
    words = words.strip()
    if mark and words.startswith(mark.strip()):
        words = words[len(mark.strip()) :].strip()
    if data and mark.strip().endswith(":") and not _SAFE.fullmatch(words):
        words = json.dumps(words, ensure_ascii=False)
    return f"{start}{mark}{words}"


_BEFORE_WORDS = re.compile(
    r"(?P<start> *)(?P<mark>(?:- +)?[a-z_]+: +|(?:\d+[.)]|[-*+]) +(?:\[\]\{#[\w-]+\} *)?|)"
)
_SAFE = re.compile(r"[A-Za-zÀ-ÿ€][^:#\n]*|[1-9]\d*(\.\d+)?")
"""What YAML reads as the words that it is, without quotes."""


def _whole(
    id: str,
    name: str,
    before: bytes | None,
    now: bytes | None,
    wanted: bytes | None,
    others: tuple[str, ...],
) -> Clash:
    was, first, second = (_shown(data) for data in (before, now, wanted))
    key = _key(name, *(hashlib.sha256(data or b"").hexdigest() for data in (before, now, wanted)))
    return Clash(key, id, name, 1, was, first, second, others, whole=True)


def _shown(data: bytes | None) -> str:
    if data is None:
        return ""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return f"SHA-256 {hashlib.sha256(data).hexdigest()[:12]}"


def _key(name: str, *texts: str) -> str:
    digest = hashlib.sha256()
    for text in (name, *texts):
        data = text.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:16]
