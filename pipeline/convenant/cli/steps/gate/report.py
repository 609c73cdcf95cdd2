"""The report under a proposal, from the question that the gate was asked and its ruling."""

from __future__ import annotations

from convenant.check.registry import rules
from convenant.cli.steps.change.set import compare_readings
from convenant.cli.steps.gate.question import Question
from convenant.edges.vcs.place import Version
from convenant.model.ruling import Ruling
from convenant.report.finding import tell
from convenant.report.request import request_report


def report_of(question: Question, ruling: Ruling) -> str:
    """The report in Markdown."""
    text, voice = question.text, question.voice
    comparison, findings, unheard = None, [], []
    if text is not None:
        if text.existed:
            comparison = compare_readings(text.old, text.new, ("", ""), Version()).comparison
        findings = [tell(problem, rules(), voice) for problem in text.problems]
        said = [a.who for a in question.asked.approvals] + [question.asked.author]
        heard = {line.party for who in said for line in who.lines}
        unheard = [p.label for p in text.touched.parties if p.signs and p.id not in heard]
    return request_report(
        ruling, question.subject, comparison, findings, unheard, question.papers, voice
    )
