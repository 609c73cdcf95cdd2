"""Verdicts put into words, in the form that was asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

import click
from msgspec import Struct

from convenant import __version__
from convenant.check.registry import rules
from convenant.cli.steps.weighing import Judgement
from convenant.locale import Voice, voice
from convenant.model.readiness import Readiness
from convenant.problem import Severity
from convenant.report.finding import Finding, tell
from convenant.report.text import summary

FORMATS = ("text", "json", "github", "sarif")
_DETAILED = 5
"""Covenants of which it is told how far they are; of more a report would be unreadable."""


class Told(Struct, frozen=True):
    """Everything that was found, in words and in order."""

    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...]
    readiness: Mapping[str, Sequence[Readiness]]
    language: str

    @property
    def fails(self) -> bool:
        """Whether there is an error."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def told(judgements: Sequence[Judgement]) -> Told:
    """The findings of each covenant in its own language."""
    findings = [
        tell(problem, rules(), voice(judgement.language))
        for judgement in judgements
        for problem in judgement.problems
    ]
    waived = [
        tell(one.problem, rules(), voice(judgement.language), one.waiver.reason)
        for judgement in judgements
        for one in judgement.waived
    ]
    return Told(
        tuple(sorted(findings, key=lambda finding: finding.sort_key)),
        tuple(sorted(waived, key=lambda finding: finding.sort_key)),
        {judgement.slug: judgement.readiness for judgement in judgements if judgement.slug},
        judgements[-1].language,
    )


def report(all_told: Told, form: str) -> None:
    """The report on standard output."""
    if form == "json":
        from convenant.report.json import json_report

        slugs = sorted(all_told.readiness)
        text = json_report(all_told.findings, slugs, all_told.waived, all_told.readiness)
        # Always UTF-8, whatever the surroundings make of text.
        click.echo(text.encode(), nl=False)
    elif form == "sarif":
        from convenant.report.sarif import sarif_report

        by, at = voice(all_told.language), __version__
        text = sarif_report(all_told.findings, all_told.waived, rules(), by, at)
        click.echo(text.encode(), nl=False)
    elif form == "github":
        from convenant.edges.web.step import write_step_summary
        from convenant.report.github import github_report
        from convenant.report.step import step_summary

        click.echo(github_report(all_told.findings), nl=False)
        by = voice(all_told.language)
        counted = summary(all_told.findings, len(all_told.readiness), by)
        few = {} if len(all_told.readiness) > _DETAILED else all_told.readiness
        write_step_summary(step_summary(all_told.findings, all_told.waived, few, counted, by))
    else:
        from convenant.report.text import text_report, waived_report

        # Source: no-color.org.
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        click.echo(text_report(all_told.findings, colour=colour), nl=False)
        click.echo(waived_report(all_told.waived, voice(all_told.language)), nl=False)


def close(all_told: Told, form: str, speaker: Voice) -> None:
    """The closing lines on standard error: how far it is, and how much was found."""
    if form == "text" and len(all_told.readiness) <= _DETAILED:
        from convenant.report.readiness import readiness_report

        for slug, sections in sorted(all_told.readiness.items()):
            click.echo(readiness_report(slug, sections, speaker), nl=False, err=True)
    click.echo(summary(all_told.findings, len(all_told.readiness), speaker), err=True)
