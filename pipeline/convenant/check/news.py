"""Which problems a change brought in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from convenant.problem import Problem, Severity

_PLACE = re.compile(r":\d+:\d+$")
_WEIGHT = {Severity.HINT: 0, Severity.WARNING: 1, Severity.ERROR: 2}


def brought_in(before: Iterable[Problem], now: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of now that were not there before, or weighed less.

    A problem that only moved to another line is the same one. Of several that are alike, as many
    as there were before count as known, the first ones first.
    """
    known = Counter(_print(problem, weight) for problem in before for weight in _up_to(problem))
    for problem in now:
        alike = _print(problem, _WEIGHT[problem.severity])
        if known[alike]:
            known[alike] -= 1
        else:
            yield problem


def _print(problem: Problem, weight: int) -> tuple[str, str, int, tuple[tuple[str, str], ...]]:
    """What stays the same when lines move."""
    values = tuple(sorted((k, _PLACE.sub("", v)) for k, v in problem.values.items()))
    return problem.place.file, problem.code, weight, values


def _up_to(problem: Problem) -> range:
    return range(_WEIGHT[problem.severity] + 1)
