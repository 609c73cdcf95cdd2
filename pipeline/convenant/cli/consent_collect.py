"""`convenant consent collect`: what was said under a proposal on GitHub, as records."""

from __future__ import annotations

import click

from convenant.cli.steps.completion import complete_covenants
from convenant.cli.steps.speech import say
from convenant.locale import N_


@click.command(
    "collect",
    help=say(
        N_(
            "Write down who agreed to the present text under a proposal on GitHub: approvals of "
            "representatives as consents, those of jurists as legal reviews."
        )
    ),
)
@click.argument("slug", shell_complete=complete_covenants)
@click.option(
    "--number", required=True, type=click.IntRange(1), help=say(N_("The number of the proposal."))
)
@click.option("--dry-run", is_flag=True, help=say(N_("Show what would be written; write nothing.")))
def command(slug: str, number: int, dry_run: bool) -> None:
    """See where it stands, ask what was said, write it down."""
    from convenant.cli.steps.gate.forging import open_forge, workspace_here
    from convenant.cli.steps.gate.ground import read_ground
    from convenant.cli.steps.version.collecting import collect
    from convenant.cli.steps.version.recording import record_all
    from convenant.cli.steps.version.standing import stand

    standing = stand(slug)
    facts = open_forge(workspace_here().repository).fetch_facts(number)
    found = collect(standing, read_ground(), facts)
    for party in found.unclear:
        said = N_(
            "For {party} more than one function may sign. Write its answer down with: convenant "
            "consent give {slug}"
        )
        click.echo(standing.voice.say(said, party=party, slug=slug), err=True)
    if not found.entries:
        said = N_("There is nothing to write down about the present text.")
        click.echo(standing.voice.say(said), err=True)
        return
    message = standing.voice.say(N_("Approvals under proposal {number}"), number=number)
    record_all(standing, list(found.entries), message, dry_run=dry_run)
