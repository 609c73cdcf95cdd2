"""Findings as SARIF 2.1.0, the format in which code forges keep the results of checks.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0"; GitHub, "SARIF
support for code scanning", on what it takes in.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from convenant.locale import N_, Voice
from convenant.model.rule import Rule
from convenant.problem import Severity
from convenant.report.finding import Finding
from convenant.report.page import rule_page

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_LEFT_OUT = N_(
    "{left} findings are left out: a report holds at most {limit}. Those that weigh most are here."
)
_LIMIT = 25_000
"""A report with more results is refused by GitHub, all of it."""

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif_report(
    findings: Sequence[Finding],
    waived: Sequence[Finding],
    rules: Mapping[str, Rule],
    voice: Voice,
    version: str,
) -> str:
    """One run with every finding; those that a document waives are suppressed in it.

    Of more findings than a forge takes in, the heaviest are here, and it says how many are not.

    Args:
        rules: by code; those that were found are described.
        voice: the language of the descriptions.
        version: of this program.
    """
    count = len(findings) + len(waived)
    findings = _heaviest(findings, _LIMIT)
    waived = waived[: _LIMIT - len(findings)]
    codes = sorted({finding.code for finding in (*findings, *waived)})
    driver = {
        "name": "convenant",
        "semanticVersion": version,
        "rules": [_rule(rules[code], voice) for code in codes],
    }
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": list(_results(findings, waived, {code: i for i, code in enumerate(codes)})),
    }
    if count > _LIMIT:
        said = voice.say(_LEFT_OUT, left=str(count - _LIMIT), limit=str(_LIMIT))
        note = {"level": "warning", "message": {"text": said}}
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": [note]}]
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=True, indent=2) + "\n"


def _heaviest(findings: Sequence[Finding], limit: int) -> Sequence[Finding]:
    """So many of them, errors before hints, in the order in which they stand."""
    if len(findings) <= limit:
        return findings
    weights = list(_LEVELS)
    order = sorted(range(len(findings)), key=lambda i: weights.index(findings[i].severity))
    return [findings[i] for i in sorted(order[:limit])]


def _rule(rule: Rule, voice: Voice) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": voice.say(rule.title)},
        "fullDescription": {"text": voice.say(rule.reason)},
        "help": {"text": voice.say(rule.reason), "markdown": rule_page(rule, voice)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _results(
    findings: Sequence[Finding], waived: Sequence[Finding], places: Mapping[str, int]
) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for finding in (*findings, *waived):
        place = finding.place
        region = {"startLine": place.line, "startColumn": place.column}
        # A path may hold halves of characters (from odd file names), which are no UTF-8.
        artefact = {"uri": quote(place.file.encode("utf-8", "replace"))}
        # The line may move: what is said of a file names a finding better than where it stands.
        alike = f"{place.file}\0{finding.code}\0{finding.message}"
        seen[alike] += 1
        named = f"{alike}\0{seen[alike]}".encode("utf-8", "replace")
        result: dict[str, Any] = {
            "ruleId": finding.code,
            "ruleIndex": places[finding.code],
            "level": _LEVELS[finding.severity],
            "message": {"text": f"{finding.message} {finding.hint}".strip()},
            "locations": [{"physicalLocation": {"artifactLocation": artefact, "region": region}}],
            "partialFingerprints": {"convenant/1": hashlib.sha256(named).hexdigest()},
        }
        if finding.reason:
            result["suppressions"] = [{"kind": "inSource", "justification": finding.reason}]
        yield result
