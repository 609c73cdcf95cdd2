"""Which units of an old text are which of a new one: the same, changed, split, come or gone."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from convenant.diff.sequence import common, rising
from convenant.diff.unit import Unit, shared

ALIKE = 0.4
"""From which likeness two units are one that was changed."""

_CELLS = 40_000
"""Up to so many pairs of units are weighed; in a longer gap only those about as far along."""

_SPLITS = frozenset(("Para", "item"))


class Step(Struct, frozen=True):
    """Units of the old text and those of the new one that they have become; either may be none."""

    old: tuple[Unit, ...]
    new: tuple[Unit, ...]


def align(old: Sequence[Unit], new: Sequence[Unit]) -> list[Step]:
    """Every unit of both, in an order that keeps that of each."""
    pairs = common([one.key for one in old], [one.key for one in new])
    pairs = _with_known(old, new, pairs)
    steps: list[Step] = []
    i = j = 0
    for a, b in [*pairs, (len(old), len(new))]:
        steps += _gap(old[i:a], new[j:b])
        if a < len(old):
            steps.append(Step((old[a],), (new[b],)))
        i, j = a + 1, b + 1
    return steps


def _with_known(
    old: Sequence[Unit], new: Sequence[Unit], pairs: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The pairs with those of headings that kept their id, as many as keep their order."""
    homes = {one.id: i for i, one in enumerate(old) if one.id}
    known = [(homes[one.id], j) for j, one in enumerate(new) if one.id in homes]
    if not known:
        return list(pairs)
    ids = rising(known)
    certain = set(ids)
    olds, news = {i for i, _ in known}, {j for _, j in known}
    rest = [(i, j) for i, j in pairs if i not in olds and j not in news]
    merged = sorted(certain | set(rest), key=lambda pair: pair[1])
    return rising(merged)


def _gap(old: Sequence[Unit], new: Sequence[Unit]) -> list[Step]:
    """Units between two that are equal: the way that keeps the most words."""
    n, m = len(old), len(new)
    if not n or not m:
        return [*(Step((one,), ()) for one in old), *(Step((), (one,)) for one in new)]
    band = n + m if n * m <= _CELLS else max(16, _CELLS // max(n, m) // 2, abs(n - m) // 4)
    # By cell the words kept and the move that led there.
    best: list[dict[int, tuple[int, tuple[int, int]]]] = [{} for _ in range(n + 1)]
    best[0][0] = (0, (0, 0))
    for i in range(n + 1):
        middle = i * m // n
        for j in range(max(0, middle - band), min(m, middle + band) + 1):
            if i or j:
                best[i][j] = _best(old, new, best, i, j)
    i, j = n, m
    steps: list[Step] = []
    while i or j:
        di, dj = best[i][j][1]
        steps.append(Step(tuple(old[i - di : i]), tuple(new[j - dj : j])))
        i, j = i - di, j - dj
    return steps[::-1]


def _best(
    old: Sequence[Unit],
    new: Sequence[Unit],
    best: Sequence[dict[int, tuple[int, tuple[int, int]]]],
    i: int,
    j: int,
) -> tuple[int, tuple[int, int]]:
    # What goes is told before what comes: the last move is then a coming.
    options = [
        (best[i - di][j - dj][0] + kept, (di, dj))
        for di, dj in ((0, 1), (1, 0), (1, 1), (1, 2), (2, 1))
        if di <= i and dj <= j and j - dj in best[i - di]
        if (kept := _kept(old[i - di : i], new[j - dj : j])) >= 0
    ]
    if not options:
        return (-1, (1, 0) if i else (0, 1))
    return max(options, key=lambda option: option[0])


def _kept(old: Sequence[Unit], new: Sequence[Unit]) -> int:
    """The words that this step keeps; less than none where it may not be taken."""
    if not old or not new:
        return 0
    first, other = old[0], new[0]
    if first.kind != other.kind:
        return -1
    if len(old) == len(new) == 1:
        if not first.size and not other.size:
            return 1
        kept = shared(first.words, other.words)
        return 2 * kept if 2 * kept >= ALIKE * (first.size + other.size) else -1
    return _kept_split(old, new)


def _kept_split(old: Sequence[Unit], new: Sequence[Unit]) -> int:
    """The same for a paragraph that became two, or two that became one; both parts must show."""
    if any(one.kind not in _SPLITS or not is_plain(one) for one in (*old, *new)):
        return -1
    (whole,), parts = (old, new) if len(old) == 1 else (new, old)
    kept = [shared(whole.words, part.words) for part in parts]
    if any(k < 3 or k < 0.6 * part.size for k, part in zip(kept, parts, strict=True)):
        return -1
    both = parts[0].words + parts[1].words
    total = shared(whole.words, both)
    if 2 * total < 0.6 * (whole.size + sum(both.values())):
        return -1
    return 2 * total - 2


def is_plain(one: Unit) -> bool:
    """Whether a unit is one paragraph, or an item with nothing else in it."""
    if one.kind == "Para":
        return True
    return len(one.content) == 1 and one.content[0]["t"] in ("Para", "Plain")
