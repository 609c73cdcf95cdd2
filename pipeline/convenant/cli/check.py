"""`convenant check`: what is wrong, where, and how to mend it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from convenant.cli.steps.completion import complete_covenants
from convenant.cli.steps.speech import say, speaker
from convenant.locale import N_

if TYPE_CHECKING:
    from convenant.cli.steps.outcome import Outcome

PROBLEMS = 1
BROKEN = 3


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
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    help=say(
        N_(
            "For a person, for a machine, as annotations and a summary on GitHub, or in the "
            "standard format for results of checks."
        )
    ),
)
@click.option(
    "--at",
    default="",
    metavar="VERSION",
    help=say(N_("Use an earlier version, such as v0.3, instead of the folder as it is.")),
)
@click.option(
    "--since",
    default="",
    metavar="VERSION",
    help=say(N_("Show only what came up after this version.")),
)
@click.option("--quiet", "-q", is_flag=True, help=say(N_("No progress and no closing line.")))
@click.option("--no-cache", is_flag=True, help=say(N_("Look at everything anew.")))
@click.option(
    "--fix",
    is_flag=True,
    help=say(
        N_(
            "First mend what is mechanical: line ends, tabs, byte order marks, the order of keys, "
            "dates, amounts, the schema line, capitals of terms, and ids of articles."
        )
    ),
)
@click.option(
    "--dry-run", is_flag=True, help=say(N_("With --fix: show what it would change; write nothing."))
)
def command(
    paths: Sequence[str],
    form: str,
    at: str,
    since: str,
    quiet: bool,
    no_cache: bool,
    fix: bool,
    dry_run: bool,
) -> None:
    """Select, check, weigh, tell; then count."""
    from convenant.cli.steps.mending import mend_texts
    from convenant.cli.steps.narrowing import narrow
    from convenant.cli.steps.outcome import check_snapshot
    from convenant.cli.steps.progress import with_progress
    from convenant.cli.steps.reporting import close, report, told
    from convenant.cli.steps.selection import select
    from convenant.cli.steps.snapshot import Snapshot
    from convenant.cli.steps.surroundings import today
    from convenant.cli.steps.weighing import check_settings, judge
    from convenant.edges.disk.cache import Cache, cache_folder
    from convenant.edges.disk.resource import read_schemas

    if dry_run and not fix:
        said = N_("--dry-run goes with --fix.")
        raise click.UsageError(speaker().say(said))
    selection, schemas = narrow(select(paths), since), read_schemas()
    if fix:
        mend_texts(selection, schemas, dry_run=dry_run)
    settings = check_settings(selection.root, schemas)
    day = "" if at else today()
    with Cache(None if no_cache else cache_folder()) as cache:
        looked = check_snapshot(Snapshot(selection, at), schemas, cache, settings.house, day)
        outcomes = list(with_progress(looked, len(selection.folders), quiet=quiet))
        before = None
        if since:
            earlier = Snapshot(selection, since, lenient=True, option="--since")
            before = list(check_snapshot(earlier, schemas, cache, settings.house, day))
    all_told = told(list(judge(outcomes, settings, before=before, whole=selection.whole)))
    report(all_told, form)
    if not quiet:
        close(all_told, form, speaker())
    sys.exit(_exit_code(outcomes, fails=all_told.fails))


def _exit_code(outcomes: Sequence[Outcome], *, fails: bool) -> int:
    """1 for an error in a document; a rule that fails itself breaks what is around it."""
    failures = {f"{code}: {said}" for outcome in outcomes for code, said in outcome.failures}
    for failure in sorted(failures):
        said = N_("The rule {failure}. The other rules were checked. Please report this.")
        click.echo(speaker().say(said, failure=failure), err=True)
    return PROBLEMS if fails else BROKEN if failures else 0
