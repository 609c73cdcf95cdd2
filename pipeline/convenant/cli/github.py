"""`convenant github`: the workspace on GitHub: set it up, look at it, and what its jobs need."""

from __future__ import annotations

import sys

import click

from convenant.cli.github_jobs import JOBS
from convenant.cli.github_release import JOBS as RELEASE_JOBS
from convenant.cli.steps.speech import say
from convenant.locale import N_

REFUSED = 1


@click.group(name="github", help=say(N_("The workspace on GitHub: set it up, and look at it.")))
def command() -> None:
    """The group of commands about GitHub."""


for _job in (*JOBS, *RELEASE_JOBS):
    command.add_command(_job)


@command.command(
    name="setup",
    help=say(
        N_(
            "Set the repository up: labels, and that the main version changes only by proposals "
            "that the gate allows. What is right already stays; what a plan or a permission does "
            "not allow is told, with the next best."
        )
    ),
)
@click.option("--dry-run", is_flag=True, help=say(N_("Show what would change; change nothing.")))
def setup(dry_run: bool) -> None:
    """Look, plan, tell, do."""
    _set_up(dry_run=dry_run)


@command.command(
    name="sync",
    help=say(
        N_(
            "Bring everything in line again: the settings on GitHub, and in this folder forms, "
            "owners and jobs. What somebody changed in a file stays as it is."
        )
    ),
)
@click.option("--dry-run", is_flag=True, help=say(N_("Show what would change; change nothing.")))
def sync(dry_run: bool) -> None:
    """Set up what differs, renew the files that the program brought."""
    from convenant.cli.steps.beginning import renew_workspace

    changed = renew_workspace(dry_run=dry_run)
    changed = _set_up(dry_run=dry_run) or changed
    if not changed:
        click.echo(say(N_("Everything on GitHub is as it should be.")))


@command.command(
    name="status", help=say(N_("Tell what is not right on GitHub, and where to mend it."))
)
def status() -> None:
    """Look, tell."""
    from convenant.cli.steps.gate.forging import open_settings, workspace_here
    from convenant.cli.steps.gate.setting_up import plan_setup

    workspace = workspace_here()
    plan = plan_setup(open_settings(workspace.repository), workspace)
    for step in plan.steps:
        click.echo(f"✗ {workspace.voice.say(step.lacks, **step.values)}")
    for note in plan.notes(workspace.voice):
        click.echo(note)
    if not plan.steps:
        click.echo(workspace.voice.say(N_("Everything on GitHub is as it should be.")))
    sys.exit(REFUSED if plan.steps else 0)


def _set_up(*, dry_run: bool) -> bool:
    """Look, plan, tell, do; gives whether there was anything to do."""
    from convenant.cli.steps.gate.forging import open_settings, workspace_here
    from convenant.cli.steps.gate.setting_up import do_step, plan_setup

    workspace = workspace_here()
    forge = open_settings(workspace.repository)
    plan = plan_setup(forge, workspace)
    for step in plan.steps:
        click.echo(workspace.voice.say(step.said, **step.values))
        if not dry_run:
            do_step(forge, step, workspace.voice)
    for note in plan.notes(workspace.voice):
        click.echo(note)
    return bool(plan.steps)
