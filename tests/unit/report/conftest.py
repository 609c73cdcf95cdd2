"""A few findings, as the reports take them."""

from __future__ import annotations

import pytest

from convenant.problem import Place, Severity
from convenant.report.finding import Finding


@pytest.fixture
def findings() -> list[Finding]:
    return [
        Finding(
            Place("covenants/a/1-ambition.md", 3, 7),
            "x-error",
            Severity.ERROR,
            "Fout.",
            "Ja.",
            "fout",
        ),
        Finding(
            Place("covenants/a/2-x.yaml", 1, 1),
            "x-warning",
            Severity.WARNING,
            "Let op.",
            "",
            "waarschuwing",
        ),
        Finding(
            Place("covenants/b/3-x.yaml", 12, 40),
            "x-hint",
            Severity.HINT,
            "Tip.",
            "Doe.",
            "suggestie",
        ),
    ]
