"""`convenant gate`: whether a proposal may enter the main version now, and if not, what helps."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from convenant.cli.steps.speech import say, speaker
from convenant.locale import N_

NOT_NOW = 1
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(
    name="gate",
    help=say(
        N_(
            "Tell whether a proposal may enter the main version now, and if not, what helps and "
            "who can do it. Roles and rules are those of the main version. The exit code is 0 "
            "when it may, and 1 when it waits or is refused."
        )
    ),
)
@click.argument("proposal", metavar="[PROPOSAL]", default="")
@click.option(
    "--event",
    type=_FILE,
    envvar="GITHUB_EVENT_PATH",
    help=say(N_("The message of the forge about the proposal.")),
)
@click.option("--event-name", default="", envvar="GITHUB_EVENT_NAME", hidden=True)
@click.option(
    "--facts",
    type=_FILE,
    help=say(N_("Labels and reviews, as “convenant github facts” wrote them down.")),
)
@click.option("--json", "as_json", is_flag=True, help=say(N_("For programs, as JSON.")))
def command(
    proposal: str, event: Path | None, event_name: str, facts: Path | None, as_json: bool
) -> None:
    """Gather what is asked, rule, tell."""
    from convenant.cli.steps.gate.question import ask_forge, ask_here
    from convenant.cli.steps.gate.report import report_of, suggestions_of
    from convenant.edges.web.step import write_step_summary
    from convenant.model.ruling import Verdict
    from convenant.plan.gate.ruling import plan_gate
    from convenant.report.gate import gate_json, gate_text

    if not proposal and event is None and facts is None:
        said = N_("Which proposal? Name one; “convenant proposals” shows which there are.")
        raise click.UsageError(speaker().say(said))
    question = ask_here(proposal) if proposal else ask_forge(event, event_name, facts)
    ruling = plan_gate(question.asked)
    if as_json:
        report = report_of(question, ruling)
        write_step_summary(report)
        better = suggestions_of(question)
        told = gate_json(question.subject, ruling, question.voice, report, better)
        click.echo(told.encode(), nl=False)
    else:
        click.echo(gate_text(ruling, question.voice), nl=False)
    sys.exit(0 if ruling.verdict is Verdict.ALLOW else NOT_NOW)
