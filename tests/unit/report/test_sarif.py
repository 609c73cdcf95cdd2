"""SARIF that a code forge takes in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator
from msgspec.structs import replace

from convenant.check.registry import rules
from convenant.locale import voice
from convenant.problem import Place, Severity
from convenant.report.finding import Finding
from convenant.report.sarif import sarif_report
from forge_description import needs_node

ROOT = Path(__file__).parents[3]
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


def test_a_report_is_what_the_standard_allows() -> None:
    file = ROOT / "tests/forge/node_modules/@microsoft/jest-sarif/lib/schemas"
    needs_node(file)
    schema = json.loads((file / "sarif-2.1.0-rtm.5.json").read_bytes())
    judge = Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)
    odd = replace(ONE, place=Place("covenants/a/\udcff weg.md"), message="\x00 </a> é")
    reports = [
        sarif_report([], (), {}, voice("nl"), "1.2.3"),
        sarif_report(
            [ONE, odd], [replace(ONE, reason="zo bedoeld")], rules(), voice("en"), "1.2.3"
        ),
    ]
    for report in reports:
        assert [error.message for error in judge.iter_errors(json.loads(report))] == []
    wrong = json.loads(reports[1])
    wrong["runs"][0]["results"][0]["level"] = "serious"
    assert not judge.is_valid(wrong)


def test_of_more_than_a_forge_takes_in_the_heaviest_stay_in_their_order() -> None:
    hints = [replace(ONE, place=Place("a.md", line + 1)) for line in range(25_000)]
    error = replace(ONE, place=Place("z.md"), severity=Severity.ERROR)
    found = run(*hints, error, waived=(ONE,))
    files = [
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for one in found["results"]
    ]
    assert files == [*(24_999 * ["a.md"]), "z.md"]
    (told,) = found["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"].startswith("2 bevindingen zijn weggelaten")
