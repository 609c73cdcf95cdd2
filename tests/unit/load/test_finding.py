from __future__ import annotations

from convenant.load.block import rebuild_blocks
from convenant.load.finding import Findings


def test_the_nearest_class_is_named_until_there_are_too_many_to_look_for() -> None:
    found = Findings("a.md", rebuild_blocks)
    known = ("challenge", "horizon", "parties", "goals")
    for _ in range(300):
        found.refuse_classes([1, 1, 1, 1], ["gaols"], known)
    said = [problem.values["choices"] for problem in found.problems]
    assert said[:200] == [".goals"] * 200
    assert said[200:] == [".challenge, .horizon, .parties"] * 100
