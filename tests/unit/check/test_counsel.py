"""Counsel on half-empty data: no rule fails, and the worked examples are what they should be."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from convenant.check.inquiry import Inquiry
from convenant.check.registry import COUNSEL, counsel, rule, rules
from convenant.load.covenant import load_covenant
from convenant.model.covenant import Covenant
from convenant.model.folder import Folder
from convenant.model.section import Section
from convenant.model.tree import Map, Seq
from convenant.problem import Severity
from sample_covenant import SCHEMAS, read_example

TODAY = "2026-11-25"
READING = read_example("de-linde")
"""The example that fills every key that the others fill, and more."""

Step = tuple[Section, tuple[str, ...]]


def advice(covenant: Covenant) -> list[str]:
    """The codes of everything that counsel finds; a rule that fails fails the test."""
    failures: list[tuple[str, Exception]] = []
    inquiry = Inquiry(covenant, SCHEMAS, READING.texts, None, TODAY)
    found = [problem.code for problem in counsel(inquiry, sound=True, failures=failures)]
    assert failures == []
    return found


def without(*steps: Step, put: Any = None) -> Covenant:
    """The covenant with these keys absent wherever they stand, or with another value."""
    data = dict(READING.covenant.data)
    data |= {section: deepcopy(data[section]) for section, _ in steps}
    for section, path in steps:
        for owner in _owners(data[section], path[:-1]):
            if path[-1] in owner:
                if put is None:
                    del owner[path[-1]]
                else:
                    owner[path[-1]] = put
    covenant = READING.covenant
    prose = {s.prose_file: one for s, one in covenant.prose.items()} | dict(covenant.annex_prose)
    folder = Folder(covenant.slug, covenant.folder, sums=covenant.sums)
    return load_covenant(folder, data, prose, covenant.images)


def _owners(tree: Any, path: tuple[str, ...]) -> Iterator[Map]:
    if isinstance(tree, Seq):
        for item in tree:
            yield from _owners(item, path)
    elif isinstance(tree, Map):
        if not path:
            yield tree
        elif path[0] in tree:
            yield from _owners(tree[path[0]], path[1:])


def _paths(tree: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(tree, Map):
        for key, value in tree.items():
            yield (*path, key)
            yield from _paths(value, (*path, key))
    elif isinstance(tree, Seq):
        for item in tree:
            yield from _paths(item, path)


KEYS = sorted(
    {(section, path) for section, tree in READING.covenant.data.items() for path in _paths(tree)},
    key=lambda step: (step[0].value, step[1]),
)


def test_no_rule_needs_a_key_to_be_there() -> None:
    assert len(KEYS) > 350
    for step in KEYS:
        advice(without(step))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(KEYS), min_size=1, max_size=25),
    st.sampled_from([None, "", "\u2028", "€ 1.2.3,-", 0, -1, True, "9999-99-99", "A1", [], {}]),
)
def test_no_rule_trips_over_odd_values(steps: list[Step], put: Any) -> None:
    advice(without(*steps, put=put))


def test_an_empty_covenant_gets_no_counsel() -> None:
    bare = load_covenant(Folder("leeg", "covenants/leeg"), {}, {}, {})
    failures: list[tuple[str, Exception]] = []
    assert list(counsel(Inquiry(bare, SCHEMAS), sound=True, failures=failures)) == []
    assert failures == []


@pytest.mark.parametrize("slug", ["de-linde", "riverside-kitchen", "groene-kade"])
def test_the_worked_examples_follow_the_counsel(slug: str) -> None:
    reading = read_example(slug)
    inquiry = Inquiry(reading.covenant, SCHEMAS, reading.texts, None, TODAY)
    found = [*reading.problems, *counsel(inquiry, sound=True, failures=[])]
    if slug == "de-linde":
        assert found == []
    assert [p for p in found if p.severity is Severity.ERROR] == []


def test_a_rule_of_counsel_has_the_name_of_its_family_before_its_code() -> None:
    from importlib import import_module

    for family in COUNSEL:
        codes = [code for code in rules() if code.startswith(f"{family}-")]
        assert codes
        assert all(rule(code).code == code for code in codes)
        assert set(import_module(f"convenant.check.{family}").LOOKS) <= set(codes)
