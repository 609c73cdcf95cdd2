"""Settings and waivers weigh findings; what does not work is told."""

from __future__ import annotations

from convenant.check.house import check_house_rules, weigh
from convenant.model.house_rules import HouseRules, RuleSetting, Waiver
from convenant.problem import Place, Problem, Severity

AT = Place("convenant.yaml", 3, 5)
FILE = "covenants/a/1-ambition.md"


def finding(code: str, line: int = 4, severity: Severity = Severity.WARNING) -> Problem:
    return Problem(Place(FILE, line, 2), code, severity)


def house(*settings: tuple[str, str, str]) -> HouseRules:
    return HouseRules(AT, rules=tuple(RuleSetting(AT, *setting) for setting in settings))


def waiver(code: str, reason: str = "zo bedoeld", line: int = 4) -> Waiver:
    return Waiver(Place(FILE, line, 30), line, code, reason)


def test_a_setting_raises_lowers_and_silences() -> None:
    found = [finding("money-written"), finding("money-currency"), finding("annex-unlisted")]
    settings = house(
        ("money-written", "error", "r"),
        ("money-currency", "silent", "r"),
        ("annex-unlisted", "hint", "r"),
    )
    standing, _ = weigh(found, (), settings)
    assert [(p.code, p.severity) for p in standing] == [
        ("annex-unlisted", Severity.HINT),
        ("money-written", Severity.ERROR),
    ]


def test_a_setting_without_a_reason_changes_nothing() -> None:
    standing, _ = weigh([finding("money-written")], (), house(("money-written", "silent", "")))
    assert standing == (finding("money-written"),)


def test_a_rule_without_which_there_is_no_document_cannot_be_set_or_waived() -> None:
    problem = finding("reference-text", severity=Severity.ERROR)
    settings = house(("reference-text", "silent", "komt later"))
    standing, waived = weigh([problem], [waiver("reference-text")], settings)
    assert problem in standing
    assert waived == ()
    assert [p.code for p in standing if p != problem] == ["house-waiver-firm"]
    assert [p.code for p in check_house_rules(settings, [])] == ["house-rule-firm"]


def test_a_waiver_is_about_one_rule_on_one_line() -> None:
    same, other = finding("money-written"), finding("money-written", line=5)
    standing, waived = weigh([same, other], [waiver("money-written")], None)
    assert standing == (other,)
    assert [(one.problem, one.waiver.reason) for one in waived] == [(same, "zo bedoeld")]


def test_a_bare_waiver_waives_nothing() -> None:
    standing, waived = weigh([finding("money-written")], [waiver("money-written", "")], None)
    assert [p.code for p in standing] == ["money-written", "house-waiver-bare"]
    assert waived == ()


def test_a_waiver_of_a_rule_that_is_switched_off_is_not_called_unused() -> None:
    settings = house(("money-written", "silent", "r"))
    assert weigh([], [waiver("money-written")], settings) == ((), ())


def test_only_a_check_of_everything_can_say_that_a_setting_is_not_used() -> None:
    settings = house(("money-written", "silent", "r"), ("money-currency", "error", "r"))
    assert [p.code for p in check_house_rules(settings, ["annex-unlisted"])] == [
        "house-rule-unused"
    ]
    assert list(check_house_rules(settings, None)) == []
