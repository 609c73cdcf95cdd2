"""`convenant release`: the next version, as a bundle and a name that never changes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from convenant.cli.steps.completion import complete_covenants
from convenant.cli.steps.speech import say, speaker
from convenant.locale import N_

PROBLEMS = 1


@click.command(
    name="release",
    help=say(
        N_(
            "Publish a covenant as its parties signed it: the very bytes of the copy that was put "
            "up for signature. Where something is missing, shows who still has to do what. With "
            "--concept: publish the present text as a numbered concept."
        )
    ),
)
@click.argument("slug", shell_complete=complete_covenants)
@click.option("--concept", is_flag=True, help=say(N_("Publish a concept: v0.1, v0.2 and so on.")))
@click.option(
    "--output",
    "-o",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("dist"),
    show_default=True,
    help=say(N_("The folder to put the bundle in.")),
)
@click.option(
    "--push", "remote", default="", metavar="REMOTE", help=say(N_("Publish the name there too."))
)
@click.option("--dry-run", is_flag=True, help=say(N_("Show the plan; make nothing.")))
@click.option("--json", "as_json", is_flag=True, help=say(N_("For a machine.")))
def command(
    slug: str, concept: bool, output: Path, remote: str, dry_run: bool, as_json: bool
) -> None:
    """See what there is, plan the version, list what is missing, publish."""
    from convenant.cli.steps.archiving import archive_release
    from convenant.cli.steps.selection import select
    from convenant.cli.steps.version.planning import plan_concept, plan_signed
    from convenant.cli.steps.version.publishing import open_shelf, publish
    from convenant.edges.disk.cache import Cache, cache_folder
    from convenant.edges.vcs.history import History
    from convenant.locale import voice
    from convenant.report.release import todo_lines, todo_record

    shelf = open_shelf(slug, remote)
    with History(shelf.root) as history, Cache(cache_folder()) as cache:
        plan = (plan_concept if concept else plan_signed)(shelf, history, cache)
        told = voice(plan.understood.text.covenant.language)
        if as_json:
            record = todo_record(plan.todos, told) | {"name": str(plan.inputs.name)}
            click.echo(json.dumps(record, ensure_ascii=False, indent=2).encode())
        elif plan.todos:
            said = N_("{name} cannot be published yet. Still to do:")
            click.echo(speaker().say(said, name=str(plan.inputs.name)))
            for line in todo_lines(plan.todos, told):
                click.echo(line)
        if plan.todos:
            sys.exit(PROBLEMS)
        if not as_json:
            said = N_("{slug} {name}: fingerprint of the text {digest}")
            digest = plan.understood.digest.whole
            words = {"slug": shelf.slug, "name": str(plan.inputs.name), "digest": digest}
            click.echo(speaker().say(said, **words), err=True)
        if not dry_run:
            made = (plan.inputs, plan.parts, plan.understood)
            publish(shelf, *made, cache, output=output, remote=remote)
            archive_release(select([slug]), shelf.slug, str(plan.inputs.name))
