"""Which items of two sequences are the same ones: unique items first, then what is between them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher

_PAIRS = 60_000
"""Up to so many equal pairs the longest common runs are looked for, which read best."""

_EDITS = 2_000
"""Beyond so many edits two sequences have nothing to do with each other."""


def common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs of indexes of equal items, both rising."""
    start = 0
    least = min(len(old), len(new))
    while start < least and old[start] == new[start]:
        start += 1
    end = 0
    while end < least - start and old[-1 - end] == new[-1 - end]:
        end += 1
    inner = _between(old, new, start, len(old) - end, start, len(new) - end)
    head = [(i, i) for i in range(start)]
    tail = [(len(old) - k, len(new) - k) for k in range(end, 0, -1)]
    return [*head, *inner, *tail]


def _between(
    old: Sequence[Hashable], new: Sequence[Hashable], i0: int, i1: int, j0: int, j1: int
) -> list[tuple[int, int]]:
    if i0 >= i1 or j0 >= j1:
        return []
    anchors = _anchors(old, new, i0, i1, j0, j1)
    if not anchors:
        return _longest(old, new, i0, i1, j0, j1)
    found: list[tuple[int, int]] = []
    for i, j in [*anchors, (i1, j1)]:
        # Equal items beside an anchor belong to it.
        if i0 < i and j0 < j:
            inner = common(old[i0:i], new[j0:j])
            found += [(i0 + a, j0 + b) for a, b in inner]
        if i < i1:
            found.append((i, j))
        i0, j0 = i + 1, j + 1
    return found


def _anchors(
    old: Sequence[Hashable], new: Sequence[Hashable], i0: int, i1: int, j0: int, j1: int
) -> list[tuple[int, int]]:
    """Items that stand once in each, as many as keep their order."""
    before, after = Counter(old[i0:i1]), Counter(new[j0:j1])
    places = {old[i]: i for i in range(i0, i1) if before[old[i]] == 1}
    pairs = [(places[new[j]], j) for j in range(j0, j1) if after[new[j]] == 1 and new[j] in places]
    return rising(pairs)


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs of which both indexes rise; the second rises already."""
    ends: list[int] = []
    chain: list[int] = []
    before: list[int] = []
    for k, (i, _) in enumerate(pairs):
        place = bisect_left(ends, i)
        if place == len(ends):
            ends.append(i)
            chain.append(k)
        else:
            ends[place] = i
            chain[place] = k
        before.append(chain[place - 1] if place else -1)
    found = []
    k = chain[-1] if chain else -1
    while k >= 0:
        found.append(pairs[k])
        k = before[k]
    return found[::-1]


def _longest(
    old: Sequence[Hashable], new: Sequence[Hashable], i0: int, i1: int, j0: int, j1: int
) -> list[tuple[int, int]]:
    some, others = old[i0:i1], new[j0:j1]
    counts = Counter(others)
    if sum(counts[item] for item in some) > _PAIRS:
        pairs = _shortest(some, others)
    else:
        matcher = SequenceMatcher(None, some, others, autojunk=False)
        pairs = [
            (block.a + k, block.b + k)
            for block in matcher.get_matching_blocks()
            for k in range(block.size)
        ]
    return [(i0 + i, j0 + j) for i, j in pairs]


def _shortest(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """By the fewest edits: its cost follows their number, however often an item is repeated.

    Source: E. Myers, An O(ND) difference algorithm and its variations (1986).
    """
    n, m = len(old), len(new)
    reach = {1: 0}
    trail: list[dict[int, int]] = []
    for edits in range(min(n + m, _EDITS) + 1):
        trail.append(dict(reach))
        for k in range(-edits, edits + 1, 2):
            down = k == -edits or (k != edits and reach[k - 1] < reach[k + 1])
            x = reach[k + 1] if down else reach[k - 1] + 1
            y = x - k
            while x < n and y < m and old[x] == new[y]:
                x, y = x + 1, y + 1
            reach[k] = x
            if x >= n and y >= m:
                return _walked(trail, n, m)
    return []


def _walked(trail: Sequence[dict[int, int]], x: int, y: int) -> list[tuple[int, int]]:
    pairs = []
    for edits in range(len(trail) - 1, -1, -1):
        reach, k = trail[edits], x - y
        down = k == -edits or (k != edits and reach[k - 1] < reach[k + 1])
        before = k + 1 if down else k - 1
        x0 = reach[before]
        y0 = x0 - before
        while x > x0 and y > y0 and x > 0 and y > 0:
            x, y = x - 1, y - 1
            pairs.append((x, y))
        if edits:
            x, y = x0, y0
    return pairs[::-1]
