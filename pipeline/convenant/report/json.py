"""Findings for a machine. The format is versioned and only ever gains keys."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from convenant.report.finding import Finding

VERSION = 1

_UNWRITABLE = re.compile("[\x7f-\x9f\ud800-\udfff]")
"""What a terminal obeys, and halves of characters (from odd file names), which are no UTF-8."""


def json_report(findings: Sequence[Finding], covenants: Sequence[str]) -> str:
    """One JSON object with the covenants that were checked and every finding."""
    report = {
        "version": VERSION,
        "covenants": list(covenants),
        "problems": [
            {
                "file": finding.place.file,
                "line": finding.place.line,
                "column": finding.place.column,
                "code": finding.code,
                "severity": finding.severity.value,
                "message": finding.message,
                "hint": finding.hint,
            }
            for finding in findings
        ],
    }
    text = json.dumps(report, ensure_ascii=False, indent=2)
    return _UNWRITABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
