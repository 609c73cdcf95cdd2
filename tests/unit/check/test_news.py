"""What a change brought in, and what only moved."""

from __future__ import annotations

from convenant.check.news import brought_in
from convenant.problem import Place, Problem, Severity


def problem(line: int, severity: Severity = Severity.WARNING, **values: str) -> Problem:
    return Problem(Place("covenants/a/1-ambition.md", line, 1), "x-y", severity, values)


def test_a_problem_that_moved_is_no_news() -> None:
    assert list(brought_in([problem(3, id="D1")], [problem(9, id="D1")])) == []


def test_another_one_of_the_same_kind_is_news() -> None:
    before, now = [problem(3)], [problem(3), problem(7)]
    assert list(brought_in(before, now)) == [problem(7)]
    assert list(brought_in([problem(3, id="D1")], [problem(3, id="D2")])) == [problem(3, id="D2")]


def test_a_problem_that_weighs_more_than_before_is_news() -> None:
    heavier = problem(3, Severity.ERROR)
    assert list(brought_in([problem(3, Severity.HINT)], [heavier])) == [heavier]
    assert list(brought_in([heavier], [problem(3, Severity.HINT)])) == []


def test_a_place_among_the_values_may_move_too() -> None:
    before = problem(3, id="D1", first="covenants/a/1-ambition.yaml:3:5")
    now = problem(4, id="D1", first="covenants/a/1-ambition.yaml:4:5")
    assert list(brought_in([before], [now])) == []
