"""`convenant github`: the workspace on GitHub: set it up, look at it, and what its jobs need."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from convenant.cli.steps.speech import say, speaker
from convenant.locale import N_

REFUSED = 1
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FORM_EVENT = click.option(
    "--event",
    type=_FILE,
    envvar="GITHUB_EVENT_PATH",
    help=say(N_("The message of the forge about the form.")),
)
_EVENT = click.option(
    "--event",
    type=_FILE,
    envvar="GITHUB_EVENT_PATH",
    help=say(N_("The message of the forge about the proposal.")),
)


@click.group(name="github", help=say(N_("The workspace on GitHub: set it up, and look at it.")))
def command() -> None:
    """The group of commands about GitHub."""


@command.command(name="facts", help=say(N_("Write down labels and reviews of a proposal.")))
@_EVENT
@click.option("--number", type=click.IntRange(1), help=say(N_("The number of the proposal.")))
@click.option(
    "--output", type=click.Path(path_type=Path), help=say(N_("The file; else it is shown."))
)
def facts(event: Path | None, number: int | None, output: Path | None) -> None:
    """Ask the forge, write down."""
    import json

    from convenant.cli.steps.gate.forging import event_of, open_forge
    from convenant.edges.disk.atomic import write_atomically
    from convenant.load.facts import facts_form

    hook = event_of(event) if number is None else None
    forge = open_forge(hook.request.repository if hook else "")
    form = facts_form(forge.fetch_facts(number or (hook.request.number if hook else 0)))
    data = json.dumps(form, ensure_ascii=False, indent=2).encode() + b"\n"
    if output:
        write_atomically(output, data)
    else:
        click.echo(data, nl=False)


@command.command(
    name="tell", help=say(N_("Show the gate’s ruling under a proposal: report, labels, check."))
)
@_EVENT
@click.option("--ruling", type=_FILE, required=True, help=say(N_("As “convenant gate --json”.")))
@click.option("--dry-run", is_flag=True, help=say(N_("Show what would be posted; post nothing.")))
def tell(event: Path | None, ruling: Path, dry_run: bool) -> None:
    """Check the ruling, see what is there, post what differs."""
    from convenant.cli.steps.gate.forging import event_of, open_forge
    from convenant.cli.steps.gate.posting import plan_posts, post_all
    from convenant.load.ruling import UnreadableRuling, load_ruling

    hook = event_of(event)
    forge = open_forge(hook.request.repository)
    try:
        posts = plan_posts(forge, hook, load_ruling(ruling.read_bytes()))
    except UnreadableRuling as error:
        said = N_("The ruling is not as the gate writes it: {said}. Nothing was posted.")
        click.echo(speaker().say(said, said=str(error)), err=True)
        sys.exit(REFUSED)
    for line in posts.lines(speaker()):
        click.echo(line)
    if not dry_run:
        post_all(forge, posts)


@command.command(
    name="form", help=say(N_("Read a form that was handed in: what it asks to be proposed."))
)
@_FORM_EVENT
@click.option(
    "--output", type=click.Path(path_type=Path), help=say(N_("The file; else it is shown."))
)
def form(event: Path | None, output: Path | None) -> None:
    """Read the message, work out the request, write it down."""
    import json

    from convenant.cli.steps.form.receiving import receive
    from convenant.cli.steps.gate.forging import submission_of
    from convenant.edges.disk.atomic import write_atomically
    from convenant.load.handed import request_form

    asked = request_form(receive(submission_of(event)))
    data = json.dumps(asked, ensure_ascii=False, indent=2).encode() + b"\n"
    if output:
        write_atomically(output, data)
    else:
        click.echo(data, nl=False)


@command.command(
    name="propose",
    help=say(N_("Make the proposal that a form asks for, and tell its author where it is.")),
)
@_FORM_EVENT
@click.option(
    "--form", "asked", type=_FILE, required=True, help=say(N_("As “convenant github form”."))
)
@click.option("--dry-run", is_flag=True, help=say(N_("Show what would happen; change nothing.")))
def propose(event: Path | None, asked: Path, dry_run: bool) -> None:
    """Check the request, plan, tell, make, answer."""
    from convenant.cli.steps.form.handing import hand_over, plan_handing
    from convenant.cli.steps.gate.forging import open_forge, submission_of
    from convenant.load.handed import UnreadableRequest, load_request_form

    submission = submission_of(event)
    try:
        request = load_request_form(asked.read_bytes())
    except UnreadableRequest as error:
        said = N_("The request is not as the first job writes it: {said}. Nothing was proposed.")
        click.echo(speaker().say(said, said=str(error)), err=True)
        sys.exit(REFUSED)
    handing = plan_handing(submission, request)
    for line in handing.lines():
        click.echo(line)
    if not dry_run:
        hand_over(open_forge(submission.repository), handing)


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
    from convenant.cli.steps.gate.forging import open_forge, workspace_here
    from convenant.cli.steps.gate.setting_up import do_step, plan_setup

    workspace = workspace_here()
    forge = open_forge(workspace.repository)
    plan = plan_setup(forge, workspace)
    for step in plan.steps:
        click.echo(workspace.voice.say(step.said, **step.values))
        if not dry_run:
            do_step(forge, step, workspace.voice)
    for note in plan.notes(workspace.voice):
        click.echo(note)


@command.command(
    name="status", help=say(N_("Tell what is not right on GitHub, and where to mend it."))
)
def status() -> None:
    """Look, tell."""
    from convenant.cli.steps.gate.forging import open_forge, workspace_here
    from convenant.cli.steps.gate.setting_up import plan_setup

    workspace = workspace_here()
    plan = plan_setup(open_forge(workspace.repository), workspace)
    for step in plan.steps:
        click.echo(f"✗ {workspace.voice.say(step.lacks, **step.values)}")
    for note in plan.notes(workspace.voice):
        click.echo(note)
    if not plan.steps:
        click.echo(workspace.voice.say(N_("Everything on GitHub is as it should be.")))
    sys.exit(REFUSED if plan.steps else 0)
