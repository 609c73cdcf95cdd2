"""SARIF that a code forge takes in."""

from __future__ import annotations

import json
from typing import Any

from msgspec.structs import replace

from convenant.check.registry import rules
from convenant.locale import voice
from convenant.problem import Place, Severity
from convenant.report.finding import Finding
from convenant.report.sarif import sarif_report

PLACE = Place("covenants/a/2-partnership.md", 3, 7)
ONE = Finding(PLACE, "money-written", Severity.HINT, "Fout.", "Doe.", "suggestie")


def run(*findings: Finding, waived: tuple[Finding, ...] = ()) -> dict[str, Any]:
    log = json.loads(sarif_report(findings, waived, rules(), voice("nl"), "1.2.3"))
    assert log["version"] == "2.1.0"
    (only,) = log["runs"]
    return only


def test_a_result_has_its_rule_its_place_and_its_sentence() -> None:
    found = run(ONE)
    (result,) = found["results"]
    driver = found["tool"]["driver"]
    assert driver["semanticVersion"] == "1.2.3"
    assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "money-written"
    assert driver["rules"][0]["shortDescription"]["text"].startswith("Een bedrag")
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == PLACE.file
    assert location["region"] == {"startLine": 3, "startColumn": 7}
    assert result["message"]["text"] == "Fout. Doe."
    assert result["level"] == "note"


def test_a_waived_finding_is_suppressed_with_its_reason() -> None:
    found = run(waived=(replace(ONE, reason="zo bedoeld"),))
    assert found["results"][0]["suppressions"] == [
        {"kind": "inSource", "justification": "zo bedoeld"}
    ]


def test_a_finding_keeps_its_print_when_lines_move_and_twins_differ() -> None:
    moved = replace(ONE, place=replace(PLACE, line=9))
    prints = [r["partialFingerprints"]["convenant/1"] for r in run(ONE, moved)["results"]]
    assert prints[0] != prints[1]
    assert run(moved)["results"][0]["partialFingerprints"]["convenant/1"] == prints[0]


def test_odd_file_names_are_still_json_and_an_address() -> None:
    odd = replace(ONE, place=Place("covenants/a/\udcff weg.md"))
    uri = run(odd)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "covenants/a/%3F%20weg.md"


def test_without_findings_there_is_an_empty_run() -> None:
    assert run()["results"] == []
