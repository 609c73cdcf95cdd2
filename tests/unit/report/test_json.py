from __future__ import annotations

import json
from typing import Any

from jsonschema import Draft202012Validator
from msgspec.structs import replace

from convenant.model.readiness import Readiness
from convenant.model.rule import Stage
from convenant.model.section import Maturity, Section
from convenant.problem import Place, Severity
from convenant.report.finding import Finding
from convenant.report.json import VERSION, json_report

_PROBLEM = {
    "file": {"type": "string"},
    "line": {"type": "integer", "minimum": 1},
    "column": {"type": "integer", "minimum": 1},
    "code": {"type": "string", "pattern": "^[a-z]+(-[a-z]+)*$"},
    "severity": {"enum": ["error", "warning", "hint"]},
    "message": {"type": "string"},
    "hint": {"type": "string"},
}
_COUNT = {"type": "integer", "minimum": 0}
_SECTION = {
    "section": {"enum": ["ambition", "partnership", "visualisation", "programme", "annexes"]},
    "maturity": {"enum": ["outline", "concrete", "settled"]},
    "before_concrete": _COUNT,
    "before_settled": _COUNT,
    "before_review": _COUNT,
    "before_signing": _COUNT,
}


def _exactly(properties: dict[str, Any]) -> dict[str, Any]:
    closed = {"type": "object", "additionalProperties": False}
    return {**closed, "required": list(properties), "properties": properties}


SCHEMA = _exactly(
    {
        "version": {"const": 1},
        "covenants": {"type": "array", "items": {"type": "string"}},
        "problems": {"type": "array", "items": _exactly(_PROBLEM)},
        "waived": {
            "type": "array",
            "items": _exactly({**_PROBLEM, "reason": {"type": "string", "minLength": 1}}),
        },
        "readiness": {
            "type": "object",
            "additionalProperties": {"type": "array", "items": _exactly(_SECTION)},
        },
    }
)
"""Version 1, as other programs rely on it: it may gain keys, and then this schema gains them."""


def test_the_report_keeps_to_version_1(findings: list[Finding]) -> None:
    waived = [replace(findings[2], reason="zo bedoeld")]
    todo = {stage: number for number, stage in enumerate(Stage)}
    ready = {"a": [Readiness(Section.PROGRAMME, Maturity.CONCRETE, todo)]}
    report = json.loads(json_report(findings, ["a", "b"], waived, ready))
    Draft202012Validator(SCHEMA).validate(report)
    assert VERSION == 1
    assert report["covenants"] == ["a", "b"]
    assert report["problems"][0] == {
        "file": "covenants/a/1-ambition.md",
        "line": 3,
        "column": 7,
        "code": "x-error",
        "severity": "error",
        "message": "Fout.",
        "hint": "Ja.",
    }
    assert report["waived"][0]["reason"] == "zo bedoeld"
    assert report["readiness"]["a"][0]["before_signing"] == 3


def test_nothing_found_is_still_a_whole_report() -> None:
    report = json_report([], [])
    assert json.loads(report) == {
        "version": 1,
        "covenants": [],
        "problems": [],
        "waived": [],
        "readiness": {},
    }
    assert report.endswith("}\n")


def test_letters_stay_readable_and_controls_are_escaped() -> None:
    said = "naïef “citaat”\x1b\n\u2028"
    report = json_report([Finding(Place("é.md"), "x", Severity.HINT, said, "")], [])
    assert "naïef “citaat”" in report
    assert "\x1b" not in report
    assert json.loads(report)["problems"][0]["message"] == said


def test_half_a_character_does_not_keep_the_report_from_being_written() -> None:
    report = json_report([Finding(Place("\udcff.md"), "x", Severity.HINT, "\ud800", "")], [])
    assert json.loads(report.encode())["problems"][0]["file"] == "\udcff.md"
