"""`convenant upgrade`: let the files that the program brought follow the program."""

from __future__ import annotations

import click

from convenant.cli.steps.speech import say
from convenant.locale import N_


@click.command(
    name="upgrade",
    help=say(
        N_(
            "Renew the files that the program brought into this workspace, and show the "
            "difference. What somebody changed stays as it is."
        )
    ),
)
@click.option(
    "--tool",
    default="",
    metavar="OWNER/NAME@ID",
    help=say(N_("Where the jobs on GitHub find the program; without it there are no jobs.")),
)
@click.option("--dry-run", is_flag=True, help=say(N_("Show what would change; write nothing.")))
def command(tool: str, dry_run: bool) -> None:
    """Look, plan, write."""
    from convenant.cli.steps.beginning import renew_workspace

    if not renew_workspace(tool=tool, dry_run=dry_run):
        click.echo(say(N_("Everything is up to date.")))
