"""`convenant check`: what is wrong, where, and how to mend it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from convenant.cli.completion import complete_covenants
from convenant.cli.speech import say, speaker
from convenant.locale import N_

PROBLEMS = 1


@click.command(
    name="check",
    help=say(
        N_(
            "Check covenants and show what is wrong, where, and how to mend it. Without PATH: all "
            "covenants of the workspace. The exit code is 0 without errors, 1 with errors, 2 for "
            "a wrong command, 3 when something around it is broken."
        )
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=complete_covenants)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help=say(N_("For a person, for a machine, or as annotations on GitHub.")),
)
@click.option(
    "--at",
    default="",
    metavar="VERSION",
    help=say(N_("Use an earlier version, such as v0.3, instead of the folder as it is.")),
)
@click.option("--quiet", "-q", is_flag=True, help=say(N_("No progress and no closing line.")))
@click.option("--no-cache", is_flag=True, help=say(N_("Look at everything anew.")))
@click.option(
    "--fix", is_flag=True, help=say(N_("First mend line ends, tabs and byte order marks."))
)
@click.option(
    "--dry-run", is_flag=True, help=say(N_("With --fix: show what it would change; write nothing."))
)
def command(
    paths: Sequence[str],
    form: str,
    at: str,
    quiet: bool,
    no_cache: bool,
    fix: bool,
    dry_run: bool,
) -> None:
    """Select, check, tell; then count."""
    from convenant.check.registry import rules
    from convenant.cli.mending import mend_texts
    from convenant.cli.outcome import check_settings, check_snapshot
    from convenant.cli.progress import with_progress
    from convenant.cli.selection import select
    from convenant.cli.snapshot import Snapshot
    from convenant.edges.cache import Cache, cache_folder
    from convenant.edges.resource import read_schemas
    from convenant.locale import voice
    from convenant.problem import Severity
    from convenant.report.finding import tell
    from convenant.report.github import github_report
    from convenant.report.json import json_report
    from convenant.report.text import summary, text_report

    if dry_run and not fix:
        said = N_("--dry-run goes with --fix.")
        raise click.UsageError(speaker().say(said))
    selection = select(paths)
    if fix:
        mend_texts(selection, dry_run=dry_run)
    schemas = read_schemas()
    with Cache(None if no_cache else cache_folder()) as cache:
        looked = check_snapshot(Snapshot(selection, at), schemas, cache)
        outcomes = list(with_progress(looked, len(selection.folders), quiet=quiet))
    told = [*outcomes, check_settings(selection.root, schemas)]
    findings = sorted(
        (
            tell(problem, rules(), voice(outcome.language))
            for outcome in told
            for problem in outcome.problems
        ),
        key=lambda finding: (finding.place, finding.code),
    )
    if form == "json":
        report = json_report(findings, sorted(o.slug for o in outcomes))
        # Always UTF-8, whatever the surroundings make of text.
        click.echo(report.encode(), nl=False)
    elif form == "github":
        click.echo(github_report(findings), nl=False)
    else:
        # Source: no-color.org.
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        click.echo(text_report(findings, colour=colour), nl=False)
    if not quiet:
        click.echo(summary(findings, len(outcomes), speaker()), err=True)
    sys.exit(PROBLEMS if any(f.severity is Severity.ERROR for f in findings) else 0)
