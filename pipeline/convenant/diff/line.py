"""Two paragraphs, or one and the two that it was split into, as one with its changes marked."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from convenant.diff.ledger import Ledger
from convenant.diff.sequence import common
from convenant.diff.token import PARAGRAPH, Marked, Token, rebuilt
from convenant.model.ast import Node
from convenant.model.comparison import ChangeKind
from convenant.model.redline import DELETION, INSERTION, MOVE_TO, break_mark

_ISLAND = 2
"""Up to so many equal words between larger changes are read as part of them."""


_BESIDE = 3
"""Words on each side of a change that a sentence about it repeats."""


class Run(Struct, frozen=True):
    """Tokens of both versions: equal ones, or what went and what came instead."""

    old: tuple[Token, ...]
    new: tuple[Token, ...]
    equal: bool


def runs(old: Sequence[Token], new: Sequence[Token]) -> list[Run]:
    """The two texts in turns of equal and changed, so that a person can read it."""
    pairs = common([t.key for t in old], [t.key for t in new])
    found: list[Run] = []
    i = j = 0
    for a, b in [*pairs, (len(old), len(new))]:
        if i < a or j < b:
            found.append(Run(tuple(old[i:a]), tuple(new[j:b]), equal=False))
        if a < len(old):
            if found and found[-1].equal:
                found[-1] = Run((*found[-1].old, old[a]), (*found[-1].new, new[b]), equal=True)
            else:
                found.append(Run((old[a],), (new[b],), equal=True))
        i, j = a + 1, b + 1
    return _with_signs(_without_islands(found))


def _with_signs(found: list[Run]) -> list[Run]:
    """An amount that changes is shown whole: its sign goes along, also before a space."""
    for n in range(1, len(found)):
        before, run = found[n - 1], found[n]
        amount = not run.equal and before.equal and _is_number(run.old) and _is_number(run.new)
        signed = amount and len(before.new) > 1 and before.new[-1].is_space
        if signed and before.new[-2].key in _SIGNS:
            found[n] = Run((*before.old[-2:], *run.old), (*before.new[-2:], *run.new), equal=False)
            found[n - 1] = Run(before.old[:-2], before.new[:-2], equal=True)
    return [run for run in found if run.old or run.new]


def _is_number(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and isinstance(tokens[0].key, str) and tokens[0].key[:1].isdigit()


_SIGNS = ("€", "£", "$", "EUR", "euro")


def _without_islands(found: list[Run]) -> list[Run]:
    """Short equal runs between changes become part of these."""
    kept: list[Run] = []
    for n, run in enumerate(found):
        inner = run.equal and 0 < n < len(found) - 1
        absorb = inner and kept and not kept[-1].equal and _is_island(kept[-1], run, found[n + 1])
        if absorb or (kept and not kept[-1].equal and not run.equal):
            last = kept.pop()
            kept.append(Run((*last.old, *run.old), (*last.new, *run.new), equal=False))
        else:
            kept.append(run)
    return kept


def _is_island(before: Run, run: Run, after: Run) -> bool:
    if any(not isinstance(token.key, str) for token in run.new):
        # A picture, a note, a reference or the end of a paragraph stays on its own.
        return False
    words = _size(run.new)
    if words == 0:
        return True
    around = [max(_size(one.old), _size(one.new)) for one in (before, after)]
    both = all(one.old and one.new for one in (before, after))
    return both and words <= _ISLAND and min(around) > words


def _size(tokens: Sequence[Token]) -> int:
    return sum(1 for token in tokens if isinstance(token.key, str) and token.key[:1].isalnum())


class Base(Struct, frozen=True):
    """What equal words are marked with inside a moved part; nothing elsewhere."""

    change: str = ""

    @property
    def kind(self) -> str:
        """The mark itself."""
        return MOVE_TO if self.change else ""


class Line:
    """Puts tokens of both versions into paragraphs."""

    def __init__(self, ledger: Ledger, base: Base, whole: str) -> None:
        self._ledger = ledger
        self._whole = whole
        self._base = base
        self._items: list[Marked] = []
        self.paragraphs: list[list[Node]] = []

    def equal(self, tokens: Sequence[Token]) -> None:
        """Tokens that both versions have."""
        kind, change = self._base.kind, self._base.change
        for token in tokens:
            if token.key == PARAGRAPH:
                self._end("", "")
            else:
                self._items.append(Marked(token, kind, change))

    def changed(self, run: Run, left: Run | None, right: Sequence[Run]) -> None:
        """What went, and what came instead, between two turns that are equal."""
        before, after = text_of_tokens(run.old), text_of_tokens(run.new)
        change = self._ledger.draw(
            _kind(run),
            before,
            after,
            at=first_at(run.new) or first_at(run.old) or (1, 1),
            around=_around(run, left, right),
            whole=self._whole,
            computed=_follows(run),
        )
        end = next((n for n, t in enumerate(run.old) if t.key == PARAGRAPH), len(run.old))
        self._gone(run.old[:end], change)
        for token in run.new:
            if token.key == PARAGRAPH:
                self._end(INSERTION, change)
            else:
                self._items.append(Marked(token, INSERTION, change))
        if end < len(run.old):
            self._end(DELETION, change)
            self._gone(run.old[end + 1 :], change)

    def _gone(self, tokens: Sequence[Token], change: str) -> None:
        for token in tokens:
            bare = Token(token.key, token.node, token.path)
            self._items.append(Marked(bare, DELETION, change, within=bool(self._base.change)))

    def finish(self) -> list[list[Node]]:
        """The paragraphs, each as its inlines."""
        self._end(self._base.kind, self._base.change)
        return self.paragraphs

    def _end(self, kind: str, change: str) -> None:
        inlines = rebuilt(self._items)
        self._items = []
        alone = change != self._base.change
        within = kind == DELETION and bool(self._base.change)
        end = break_mark(kind, change, alone=alone, within=within)
        ended = [*inlines, end] if kind else inlines
        self.paragraphs.append(ended)


def _around(run: Run, left: Run | None, right: Sequence[Run]) -> tuple[str, str]:
    """Both versions with a few words on each side, so that a person sees what it is about."""
    before = _words(left.new, last=True) if left else ()
    after = _words(right[0].new, last=False) if right else ()
    cut = bool(left and len(before) < len(left.new)), bool(right and len(after) < len(right[0].new))
    texts = (text_of_tokens((*before, *part, *after)) for part in (run.old, run.new))
    first, second = (f"{'… ' * cut[0]}{text}{' …' * cut[1]}" for text in texts)
    return first, second


def _words(tokens: Sequence[Token], *, last: bool) -> Sequence[Token]:
    """The last or the first few words, up to the end of a paragraph."""
    found: list[Token] = []
    for token in reversed(tokens) if last else tokens:
        if token.key == PARAGRAPH or (_size(found) == _BESIDE and not token.is_space):
            break
        found.append(token)
    return found[::-1] if last else found


def _kind(run: Run) -> ChangeKind:
    if any(token.key == PARAGRAPH for token in run.new):
        return ChangeKind.SPLIT
    if any(token.key == PARAGRAPH for token in run.old):
        return ChangeKind.MERGED
    if not run.old:
        return ChangeKind.ADDED
    return ChangeKind.CHANGED if run.new else ChangeKind.REMOVED


def _follows(run: Run) -> bool:
    """Whether all of it follows from the data or from numbers that moved on."""
    told = [token for token in (*run.old, *run.new) if not token.is_space]
    return bool(told) and all(
        any(
            wrap["t"] in ("Span", "Link") and {"value", "ref", "cite"} & set(wrap["c"][0][1])
            for wrap in token.path
        )
        for token in told
    )


def text_of_tokens(tokens: Sequence[Token]) -> str:
    """What a reader reads of them."""
    parts = []
    for token in tokens:
        node = token.node
        if node["t"] == "Str":
            parts.append(node["c"])
        elif node["t"] == "Code":
            parts.append(node["c"][1])
        elif node["t"] in ("Space", "LineBreak") or token.key == PARAGRAPH:
            parts.append(" ")
    return "".join(parts).strip()


def first_at(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Line and column of the first token that knows them."""
    for token in tokens:
        at = token.node.get("at")
        if at:
            return at[0], at[1]
    return None
