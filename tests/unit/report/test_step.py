"""The summary of a step shows everything, and nothing in it is markup of a document."""

from __future__ import annotations

from msgspec.structs import replace

from convenant.locale import voice
from convenant.model.readiness import Readiness
from convenant.model.rule import Stage
from convenant.model.section import Maturity, Section
from convenant.report.finding import Finding
from convenant.report.step import step_summary

NL = voice("nl")


def test_more_than_ten_findings_are_all_there(findings: list[Finding]) -> None:
    many = [replace(findings[0], place=replace(findings[0].place, line=n)) for n in range(1, 31)]
    text = step_summary(many, [], {}, "klaar", NL)
    assert text.startswith("## ❌")
    assert text.count("| `x-error` |") == 30
    assert "fout: 30" in text


def test_without_errors_it_starts_with_a_tick(findings: list[Finding]) -> None:
    assert step_summary(findings[1:], [], {}, "klaar", NL).startswith("## ✅")


def test_words_of_a_document_are_no_markup_and_mention_nobody(findings: list[Finding]) -> None:
    sly = replace(findings[0], message="</details> | ![x](http://x) @wethouder\n# kop")
    text = step_summary([sly], [], {}, "klaar", NL)
    assert "</details> |" not in text
    assert "![x]" not in text
    assert " @wethouder" not in text
    assert "\n# kop" not in text


def test_a_waived_finding_shows_its_reason(findings: list[Finding]) -> None:
    waived = replace(findings[2], reason="zo bedoeld")
    text = step_summary([], [waived], {}, "klaar", NL)
    assert "Bewust zo gelaten" in text
    assert "zo bedoeld" in text


def test_it_says_how_far_each_covenant_is() -> None:
    todo = dict.fromkeys(Stage, 0) | {Stage.SIGNING: 2}
    one = Readiness(Section.PARTNERSHIP, Maturity.SETTLED, todo)
    text = step_summary([], [], {"de-linde": [one]}, "klaar", NL)
    assert "§2 \\(rijp voor besluit\\): 2 vóór ondertekening" in text


def test_a_summary_stays_below_what_github_takes(findings: list[Finding]) -> None:
    long = replace(findings[0], message="a" * 5000)
    assert len(step_summary([long] * 1000, [], {}, "klaar", NL).encode()) < 1_000_000
