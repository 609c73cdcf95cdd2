"""`convenant migrate`: a covenant of an older schema version, brought up to date."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from convenant.cli.steps.completion import complete_covenants
from convenant.cli.steps.speech import say, speaker
from convenant.locale import N_

PROBLEMS = 1


@click.command(
    name="migrate",
    help=say(
        N_(
            "Bring the data of covenants up to the schema version of this program. Comments and "
            "layout stay. A value that cannot be carried over is left as it is and reported."
        )
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=complete_covenants)
@click.option("--dry-run", is_flag=True, help=say(N_("Show what would change; write nothing.")))
def command(paths: Sequence[str], dry_run: bool) -> None:
    """Plan for each covenant, show, write."""
    from convenant.cli.steps.selection import select
    from convenant.edges.disk.atomic import write_atomically
    from convenant.edges.disk.workspace import read_folder
    from convenant.edges.yaml.migration import COVER, migrate_covenant
    from convenant.plan.migration import MIGRATIONS
    from convenant.report.difference import line_differences

    selection, voice, left = select(paths), speaker(), False
    for path in selection.folders:
        folder = read_folder(selection.root, path)
        data = {name: text for name, text in folder.files.items() if name.endswith(".yaml")}
        result = migrate_covenant(data, MIGRATIONS, folder=folder.path)
        # The cover names the version: written last, a migration cut short is simply done again.
        for name, content in sorted(result.files.items(), key=lambda file: file[0] == COVER):
            if dry_run:
                click.echo(line_differences(data[name], content, f"{folder.path}/{name}"), nl=False)
            else:
                write_atomically(path / name, content)
        for note in result.notes:
            left = True
            click.echo(f"{note.place}  {voice.say(note.message, **note.values)}")
        said = (
            N_("{slug}: schema version {old} → {new}.")
            if result.files
            else N_("{slug}: nothing to change.")
        )
        versions = {"old": str(result.old), "new": str(result.new)}
        click.echo(voice.say(said, slug=folder.slug, **versions), err=True)
    sys.exit(PROBLEMS if left else 0)
