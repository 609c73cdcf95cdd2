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
    from pathlib import Path

    from convenant.cli.steps.beginning import (
        languages_here,
        plan_renewal,
        renew_files,
        tool_files,
    )
    from convenant.cli.steps.gate.forging import workspace_here
    from convenant.edges.disk.workspace import find_root

    root, here = find_root(Path.cwd()), workspace_here()
    covenants = languages_here(root, here.voice.language)
    brought = tool_files(root, here.voice, tool=tool, app=here.app, covenants=covenants)
    plan = plan_renewal(root, brought)
    renew_files(root, plan, dry_run=dry_run, voice=here.voice)
    if not plan:
        click.echo(here.voice.say(N_("Everything is up to date.")))
