"""Findings for a machine. The format is versioned and only ever gains keys."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from convenant.model.readiness import Readiness
from convenant.report.finding import Finding

VERSION = 1

_UNWRITABLE = re.compile("[\x7f-\x9f\ud800-\udfff]")
"""What a terminal obeys, and halves of characters (from odd file names), which are no UTF-8."""


def json_report(
    findings: Sequence[Finding],
    covenants: Sequence[str],
    waived: Sequence[Finding] = (),
    readiness: Mapping[str, Sequence[Readiness]] | None = None,
) -> str:
    """One JSON object with the covenants that were checked and every finding.

    Args:
        waived: findings that a document says are meant to be so.
        readiness: by covenant, a section at a time.
    """
    report = {
        "version": VERSION,
        "covenants": list(covenants),
        "problems": [_told(finding) for finding in findings],
        "waived": [{**_told(finding), "reason": finding.reason} for finding in waived],
        "readiness": {
            slug: [
                {
                    "section": one.section.key,
                    "maturity": one.maturity.value,
                    **{f"before_{stage.value}": count for stage, count in one.todo.items()},
                }
                for one in sections
            ]
            for slug, sections in sorted((readiness or {}).items())
        },
    }
    text = json.dumps(report, ensure_ascii=False, indent=2)
    return _UNWRITABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def _told(finding: Finding) -> dict[str, Any]:
    return {
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
    }
