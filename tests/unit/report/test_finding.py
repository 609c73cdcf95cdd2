from __future__ import annotations

import re

import pytest

from convenant.check.reference import RULES
from convenant.check.registry import rules
from convenant.locale import voice
from convenant.model.rule import Rule
from convenant.problem import Place, Problem, Severity, Term
from convenant.report.finding import tell

BY_CODE = {rule.code: rule for rule in RULES}
AT = Place("covenants/a/1-ambition.md", 3, 7)


def test_a_finding_fills_the_sentence_and_the_hint_of_its_rule() -> None:
    values = {"path": "covenant.place.town", "choices": "covenant.place.name"}
    finding = tell(Problem(AT, "reference-value", Severity.ERROR, values), BY_CODE, voice("en"))
    assert finding.message == "There is no value “covenant.place.town” in the data."
    assert finding.hint == "Close to it: covenant.place.name."
    assert (finding.place, finding.code, finding.severity) == (
        AT,
        "reference-value",
        Severity.ERROR,
    )


def test_a_term_is_translated_and_a_word_of_the_document_is_not() -> None:
    values = {"id": "goal", "kind": Term("goal"), "choices": "—", "file": "1-ambition.yaml"}
    told = tell(Problem(AT, "reference-data", Severity.ERROR, values), BY_CODE, voice("nl"))
    assert told.message == "Er is geen doel met het kenmerk ‘goal’."


def test_a_value_that_looks_like_a_blank_is_not_filled_again() -> None:
    values = {"id": "{choices}", "choices": "x"}
    told = tell(Problem(AT, "reference-text", Severity.ERROR, values), BY_CODE, voice("en"))
    assert "{choices}" in told.message


def test_a_problem_without_a_rule_is_a_bug_and_not_hidden() -> None:
    with pytest.raises(KeyError):
        tell(Problem(AT, "no-such-rule", Severity.ERROR), BY_CODE, voice("en"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_where_there_is_nothing_to_choose_from_nobody_is_asked_to_choose(
    rule: Rule, language: str
) -> None:
    values = {"id": "x", "path": "x", "choices": "", "file": "covenant.yaml", "first": "a.md:1:1"}
    told = tell(Problem(AT, rule.code, Severity.ERROR, values), BY_CODE, voice(language))
    assert told.hint
    assert not re.search(r": \.|—|\{", told.hint)


def test_the_weight_is_told_in_the_language_of_the_sentence() -> None:
    problem = Problem(AT, "reference-text", Severity.ERROR, {"id": "x", "choices": "y"})
    assert tell(problem, BY_CODE, voice("nl")).weight == "fout"
    assert tell(problem, BY_CODE, voice("en")).weight == "error"


def test_a_sentence_that_starts_with_a_party_starts_with_a_capital() -> None:
    values = {"party": "de huisartsen", "body": "Stuurgroep"}
    problem = Problem(Place("covenant.yaml", 1, 1), "balance-no-seat", Severity.HINT, values)
    assert tell(problem, rules(), voice("en")).message.startswith("De huisartsen signs")
    assert tell(problem, rules(), voice("nl")).message == (
        "In Stuurgroep is geen zetel voor de huisartsen."
    )
