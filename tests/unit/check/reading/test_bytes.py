"""The rules for reading: their examples give them and no other."""

import re

import pytest

from convenant.check.reading.bytes import RULES
from convenant.load.text import load_text
from convenant.load.yaml import parse_yaml


def problems(file, data):
    """What reading a file gives."""
    text, found = load_text(file, data if isinstance(data, bytes) else data.encode())
    if text is not None and file.endswith(".yaml"):
        found += parse_yaml(file, text)[1]
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_bad_example_breaks_this_rule_only_and_the_good_one_none(rule):
    bad = problems(rule.example.file, rule.example.bad)
    assert [(p.code, p.severity) for p in bad] == [(rule.code, rule.severity)]
    assert problems(rule.example.file, rule.example.good) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_problem_fills_every_blank(rule):
    (problem,) = problems(rule.example.file, rule.example.bad)
    assert set(re.findall(r"\{(\w+)\}", rule.message + rule.hint)) <= set(problem.values)


def test_codes_are_unique():
    assert len({rule.code for rule in RULES}) == len(RULES)
