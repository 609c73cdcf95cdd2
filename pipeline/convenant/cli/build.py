"""`convenant build`: one reading of the text, one document, all formats."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from convenant.cli.steps.completion import complete_covenants
from convenant.cli.steps.speech import say, speaker
from convenant.locale import N_

if TYPE_CHECKING:
    from convenant.cli.steps.making import Made
    from convenant.locale import Voice
    from convenant.problem import Problem

PROBLEMS = 1
BROKEN_SURROUNDINGS = 3


@click.command(
    name="build",
    help=say(
        N_(
            "Build the document of covenants as PDF, DOCX, ODT and HTML. Without PATH: all "
            "covenants of the workspace. A covenant with errors is not built."
        )
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=complete_covenants)
@click.option(
    "--format",
    "forms",
    multiple=True,
    type=click.Choice(["pdf", "docx", "odt", "html"]),
    help=say(N_("Only this format; may be given more than once.")),
)
@click.option(
    "--output",
    "-o",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("build"),
    show_default=True,
    help=say(N_("The folder to put the documents in.")),
)
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1, 64),
    default=None,
    help=say(N_("How many documents to write at the same time.")),
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
    help=say(N_("Only covenants that differ from this version, by its full id.")),
)
@click.option("--anyway", is_flag=True, help=say(N_("Build a covenant even if it has errors.")))
@click.option(
    "--edition",
    type=click.Choice(["full", "brief", "party", "annexes"]),
    default="full",
    show_default=True,
    help=say(
        N_(
            "Which document: the whole, one page for administrators, one or two pages for each "
            "party, or the annexes."
        )
    ),
)
@click.option(
    "--party", metavar="ID", default="", help=say(N_("Only for this party, with --edition party."))
)
@click.option(
    "--strict",
    is_flag=True,
    help=say(N_("Read each Word file back and refuse one that does not say what the text says.")),
)
@click.option("--quiet", "-q", is_flag=True, help=say(N_("No progress and no closing lines.")))
@click.option("--no-cache", is_flag=True, help=say(N_("Read everything anew.")))
def command(
    paths: Sequence[str],
    forms: Sequence[str],
    output: Path,
    jobs: int | None,
    at: str,
    since: str,
    anyway: bool,
    edition: str,
    party: str,
    strict: bool,
    quiet: bool,
    no_cache: bool,
) -> None:
    """Select, read, assemble, write."""
    from convenant.cli.steps.edition import EditionChoice
    from convenant.cli.steps.making import make_documents
    from convenant.cli.steps.narrowing import narrow
    from convenant.cli.steps.progress import with_progress
    from convenant.cli.steps.selection import select
    from convenant.cli.steps.snapshot import Snapshot
    from convenant.cli.steps.style import read_house_style
    from convenant.cli.steps.writing import FORMATS
    from convenant.edges.disk.cache import Cache, cache_folder
    from convenant.edges.disk.resource import read_schemas

    if party and edition != "party":
        said = N_("--party goes with --edition party.")
        raise click.UsageError(speaker().say(said))
    selection = narrow(select(paths), since)
    style, faults = read_house_style(selection.root)
    worst = _tell_errors(faults, speaker())
    with Cache(None if no_cache else cache_folder()) as cache:
        made = make_documents(
            Snapshot(selection, at),
            read_schemas(),
            cache,
            output=output,
            forms=[form for form in FORMATS if not forms or form in forms],
            jobs=jobs,
            anyway=anyway,
            strict=strict,
            edition=EditionChoice(edition, party),
            style=style,
        )
        for result in with_progress(made, len(selection.folders), quiet=quiet):
            worst = max(worst, _tell(result, quiet=quiet))
    sys.exit(worst)


def _tell(result: Made, *, quiet: bool) -> int:
    """Say what became of one covenant; the exit code that it asks for."""
    for file in result.files:
        click.echo(str(file))
    if result.errors:
        from convenant.locale import voice

        _tell_errors(result.errors, voice(result.language))
        if not result.files and not result.failures and not quiet:
            said = N_("{slug} has errors and was not built. With --anyway it is.")
            click.echo(speaker().say(said, slug=result.slug), err=True)
    for form, error in result.failures:
        said = speaker().say(error.message, **error.values)
        click.echo(f"{result.slug}.{form}: {said}", err=True)
        if error.hint:
            click.echo(f"→ {speaker().say(error.hint, **error.values)}", err=True)
    return BROKEN_SURROUNDINGS if result.failures else PROBLEMS if result.errors else 0


def _tell_errors(problems: Sequence[Problem], told_in: Voice) -> int:
    """Print the problems; the exit code that they ask for."""
    if not problems:
        return 0
    # The words of all rules take longer to import than those of a sound covenant take to print.
    from convenant.check.registry import rules
    from convenant.problem import Severity
    from convenant.report.finding import tell
    from convenant.report.text import text_report

    told = [tell(problem, rules(), told_in) for problem in problems]
    click.echo(text_report(told), nl=False, err=True)
    return PROBLEMS if any(one.severity is Severity.ERROR for one in problems) else 0
