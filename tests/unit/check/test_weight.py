"""How much a rule weighs as the section that it looks at grows."""

from __future__ import annotations

import pytest

from convenant.check.inquiry import Inquiry
from convenant.check.registry import counsel, rules
from convenant.load.covenant import load_covenant
from convenant.load.yaml import load_yaml
from convenant.model.folder import Folder
from convenant.model.rule import Rule
from convenant.model.section import Maturity, Section
from convenant.problem import Severity
from sample_covenant import SCHEMAS

GROWING = [rule for rule in rules().values() if rule.by_maturity]
HEAVIER = [Severity.HINT, Severity.WARNING, Severity.ERROR]


@pytest.mark.parametrize("rule", GROWING, ids=lambda rule: rule.code)
def test_no_rule_weighs_less_when_its_section_grows(rule: Rule) -> None:
    weights = [HEAVIER.index(rule.weight(maturity)) for maturity in Maturity]
    assert weights == sorted(weights)
    assert weights[0] < weights[-1]


@pytest.mark.parametrize(
    ("maturity", "weight"),
    [("outline", Severity.HINT), ("concrete", Severity.WARNING), ("settled", Severity.ERROR)],
)
def test_the_section_that_a_finding_stands_in_decides(maturity: str, weight: Severity) -> None:
    budget = (
        f"maturity: {maturity}\nbudget:\n  costs:\n    - {{id: k1, text: Huur, amount: 900}}\n"
        "  funding:\n    - {id: f1, amount: 800}\n"
    )
    data = {}
    texts = {Section.PROGRAMME: budget, Section.ANNEXES: "maturity: outline\n"}
    for section, text in texts.items():
        tree, _ = load_yaml(f"covenants/a/{section.data_file}", text.encode())
        assert tree is not None
        data[section] = tree
    covenant = load_covenant(Folder("a", "covenants/a"), data, {}, {})
    found = counsel(Inquiry(covenant, SCHEMAS), sound=True, failures=[])
    assert [one.severity for one in found if one.code == "budget-not-covered"] == [weight]
