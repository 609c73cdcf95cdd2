"""What the jobs of a workspace on GitHub run: each a command of `convenant github`."""

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


@click.command(
    name="fetch",
    help=say(N_("Get a proposal as data, with what the gate looks at and no more.")),
)
@_EVENT
def fetch(event: Path | None) -> None:
    """Read which one, get it."""
    import os

    from convenant.cli.steps.gate.forging import event_of
    from convenant.cli.steps.gate.ground import read_ground
    from convenant.edges.vcs.proposal_fetch import fetch_proposal

    ground, number = read_ground(), event_of(event).request.number
    token = os.environ.get("GITHUB_TOKEN", "")
    click.echo(fetch_proposal(ground.repository, number, ground.name, token))


@click.command(name="facts", help=say(N_("Write down labels and reviews of a proposal.")))
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


@click.command(
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
        post_all(forge, posts, speaker())


@click.command(
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


@click.command(
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
    handing = plan_handing(submission, request, share=not dry_run)
    for line in handing.lines():
        click.echo(line)
    if not dry_run:
        hand_over(open_forge(submission.repository), handing)


@click.command(
    name="pages",
    help=say(
        N_(
            "Make the pages for everybody: of each covenant the version in force, as it was "
            "published. Concepts are never among them."
        )
    ),
)
@click.option(
    "--output",
    "-o",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("site"),
    show_default=True,
    help=say(N_("The folder to put the pages in.")),
)
@click.option(
    "--bundles",
    type=click.Path(file_okay=False, path_type=Path),
    help=say(N_("The folder with published bundles; what it lacks is made again.")),
)
@click.option("--dry-run", is_flag=True, help=say(N_("Show the files; write nothing.")))
def pages(output: Path, bundles: Path | None, dry_run: bool) -> None:
    """Find what is in force, hold it against its tag, write."""
    from convenant.cli.steps.gate.forging import workspace_here
    from convenant.cli.steps.version.exhibiting import exhibits, site_files, write_site
    from convenant.edges.disk.cache import Cache, cache_folder
    from convenant.edges.disk.workspace import find_root
    from convenant.edges.vcs.history import History

    root, here = find_root(Path.cwd()), workspace_here()
    with History(root) as history, Cache(cache_folder()) as cache:
        shown = list(exhibits(root, bundles, history, cache))
    files = site_files(here.name, shown, here.voice)
    for path in files:
        click.echo(str(output / path))
    if not dry_run:
        write_site(output, files)


@click.command(
    name="remind",
    help=say(
        N_(
            "Keep one list on GitHub of what is due or about an earlier text. It closes when "
            "everything is done."
        )
    ),
)
@click.option("--dry-run", is_flag=True, help=say(N_("Show the list; post nothing.")))
def remind(dry_run: bool) -> None:
    """Look at every covenant, tell, keep the list."""
    from convenant.cli.steps.attending import attend, keep_list
    from convenant.cli.steps.gate.forging import open_forge, workspace_here
    from convenant.cli.steps.selection import select
    from convenant.report.due import due_text

    here = workspace_here()
    text = due_text(list(attend(select([]))), here.voice)
    click.echo(text, nl=False)
    if not dry_run:
        keep_list(open_forge(here.repository), text, here.voice)


JOBS = (fetch, facts, tell, form, propose, pages, remind)
