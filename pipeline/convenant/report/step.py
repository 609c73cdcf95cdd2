"""Findings as the summary of a GitHub step, which shows them all: annotations stop at ten a step.

Source: docs.github.com, "Workflow commands for GitHub Actions", "Adding a job summary".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from convenant.locale import N_, Voice
from convenant.model.readiness import Readiness
from convenant.problem import Severity
from convenant.report.finding import Finding
from convenant.report.markdown import plain
from convenant.report.readiness import readiness_rows

_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.HINT: "💡"}
_ROOM = 900_000
"""Bytes of one summary: a larger one than 1 MiB is refused as a whole."""


def step_summary(
    findings: Sequence[Finding],
    waived: Sequence[Finding],
    readiness: Mapping[str, Sequence[Readiness]],
    counted: str,
    voice: Voice,
) -> str:
    """Markdown with every finding that fits, and how far each covenant is.

    Args:
        counted: the closing line of the check.
    """
    wrong = any(finding.severity is Severity.ERROR for finding in findings)
    parts = [f"## {'❌' if wrong else '✅'} convenant check", plain(counted)]
    for severity, open_ in ((Severity.ERROR, " open"), (Severity.WARNING, ""), (Severity.HINT, "")):
        some = [finding for finding in findings if finding.severity is severity]
        if some:
            parts.append(_folded(f"{_SIGNS[severity]} {some[0].weight}: {len(some)}", some, open_))
    if waived:
        title = voice.say(N_("Left so on purpose:"))
        parts.append(_folded(f"{title} {len(waived)}", waived, ""))
    for slug, sections in sorted(readiness.items()):
        rows = [(head, said) for head, said in readiness_rows(sections, voice) if said]
        if rows:
            head = voice.say(N_("{title}, still to be solved:"), title=slug)
            lines = [f"- {plain(section)}: {plain(said)}" for section, said in rows]
            parts.append("\n".join((f"**{plain(head)}**", "", *lines)))
    return "\n\n".join(parts) + "\n"


def _folded(title: str, findings: Sequence[Finding], open_: str) -> str:
    rows: list[str] = []
    room = _ROOM // 4
    for finding in findings:
        reason = f" ({finding.reason})" if finding.reason else ""
        said = f"{finding.message} {finding.hint}".strip() + reason
        row = f"| {plain(str(finding.place))} | `{finding.code}` | {plain(said)} |"
        room -= len(row.encode("utf-8", "replace"))
        if room < 0:
            rows.append("| … | | |")
            break
        rows.append(row)
    table = "\n".join(("| | | |", "|:--|:--|:--|", *rows))
    return f"<details{open_}><summary>{title}</summary>\n\n{table}\n\n</details>"
