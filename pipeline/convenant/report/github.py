"""Findings as GitHub workflow commands, which show up beside the changed lines.

Source: docs.github.com, "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from collections.abc import Sequence

from convenant.problem import Severity
from convenant.report.finding import Finding

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def github_report(findings: Sequence[Finding]) -> str:
    """One command a finding. Text from a document is escaped: it can start no command."""
    return "".join(
        f"::{_COMMANDS[f.severity]} file={_property(f.place.file)},line={f.place.line},"
        f"col={f.place.column},title={_property(f.code)}::"
        f"{_data(f'{f.message} {f.hint}'.strip())}\n"
        for f in findings
    )


def _data(text: str) -> str:
    # A file name may hold halves of characters, which are no UTF-8.
    text = text.encode("utf-8", "backslashreplace").decode()
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
