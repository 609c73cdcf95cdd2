"""`convenant github ready` and `publish`: what the jobs do that publish signed versions."""

from __future__ import annotations

import os
from pathlib import Path

import click

from convenant.cli.steps.speech import say, speaker
from convenant.locale import N_

_BUNDLE = click.Path(exists=True, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command(
    name="ready",
    help=say(
        N_(
            "Make the bundles that can be published now: of every covenant whose signatures are "
            "complete, or of the version whose name was given. Tells what others still wait for."
        )
    ),
)
@click.option(
    "--ref", default="", envvar="GITHUB_REF", help=say(N_("The name that was given, if any."))
)
@click.option(
    "--output",
    "-o",
    type=_FOLDER,
    default=Path("dist"),
    show_default=True,
    help=say(N_("The folder to put the bundle in.")),
)
@click.option("--dry-run", is_flag=True, help=say(N_("Show the plan; make nothing.")))
def ready(ref: str, output: Path, dry_run: bool) -> None:
    """See whether a name was given; else look at every covenant; make what is ready."""
    from convenant.cli.steps.gate.forging import open_releases, workspace_here
    from convenant.cli.steps.version.getting_ready import name_in, signed_plans, write_named
    from convenant.cli.steps.version.publishing import make_version, shelf_of
    from convenant.cli.steps.version.standing import Refused
    from convenant.edges.disk.bundle_file import write_bundle
    from convenant.edges.disk.cache import Cache, cache_folder
    from convenant.edges.disk.workspace import find_root
    from convenant.edges.vcs.history import History
    from convenant.report.release import todo_lines

    root, here = find_root(Path.cwd()), workspace_here()
    if name := name_in(ref):
        places = write_named(root, name, output)
        click.echo(str(places[1]))
        return
    forge = open_releases(here.repository)
    with History(root) as history, Cache(cache_folder()) as cache:
        for slug, plan in signed_plans(root, forge, history, cache):
            if isinstance(plan, Refused):
                click.echo(f"{slug}: {plan.message}", err=True)
            elif plan.todos:
                said = N_("{name} cannot be published yet. Still to do:")
                click.echo(speaker().say(said, name=f"{slug}/{plan.inputs.name}"), err=True)
                for line in todo_lines(plan.todos, here.voice):
                    click.echo(line, err=True)
            elif dry_run:
                click.echo(f"{slug}/{plan.inputs.name}")
            else:
                made = (plan.inputs, plan.parts, plan.understood)
                bundle = make_version(shelf_of(root, slug), *made, cache)
                click.echo(str(write_bundle(output, bundle)[1]))


@click.command(
    name="publish",
    help=say(
        N_(
            "Show bundles on GitHub as releases: the name, a draft, every file, compared by its "
            "hash, and only then for everybody. Safe to run again at any time; what was published "
            "never changes."
        )
    ),
)
@click.argument("bundles", nargs=-1, required=True, type=_BUNDLE)
@click.option("--dry-run", is_flag=True, help=say(N_("Show what would be posted; post nothing.")))
def publish(bundles: tuple[Path, ...], dry_run: bool) -> None:
    """Read each bundle, publish it, tell."""
    from convenant.cli.steps.gate.forging import open_releases, workspace_here
    from convenant.cli.steps.version.forging import publish_on, read_publication

    # The job that publishes has no workspace: only bundles that another job made.
    repository = os.environ.get("GITHUB_REPOSITORY", "") or workspace_here().repository
    for place in bundles:
        wanted = read_publication(place)
        click.echo(f"{wanted.name}: {wanted.title}")
        for name in sorted(wanted.files):
            click.echo(f"  {name}")
        if dry_run:
            click.echo()
            click.echo(wanted.notes, nl=False)
        else:
            publish_on(open_releases(repository), wanted)


JOBS = (ready, publish)
