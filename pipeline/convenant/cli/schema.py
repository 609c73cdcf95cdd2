"""`convenant schema`: lets an editor know the keys, while somebody types."""

from __future__ import annotations

import click

from convenant.cli.steps.speech import say, speaker
from convenant.locale import N_


@click.command(
    name="schema",
    help=say(
        N_(
            "Let editors complete and explain the keys: put the JSON Schemas of this version in "
            "the folder “schema” of the workspace, and name them at the top of each data file "
            "that names none. Do it again after an update of the program."
        )
    ),
)
@click.option("--dry-run", is_flag=True, help=say(N_("Show what would change; write nothing.")))
def command(dry_run: bool) -> None:
    """Find, plan, tell, write."""
    from pathlib import Path

    from convenant.edges.disk.editor import read_editor_files, write_editor_file
    from convenant.edges.disk.resource import read_schema_files, resource_folder
    from convenant.edges.disk.workspace import find_root
    from convenant.load.yaml import load_yaml
    from convenant.locale import LANGUAGES
    from convenant.plan.editor import FOLDER, plan_editor_files, schema_in

    root, voice = find_root(Path.cwd()), speaker()
    present = read_editor_files(root, FOLDER)
    settings, _ = load_yaml("convenant.yaml", present.get("convenant.yaml", b""))
    language = str(settings.get("language") or "") if settings else ""
    # The workspace that the program itself is made in has them in all languages.
    ours = (root / FOLDER).resolve() == resource_folder(FOLDER).resolve()
    known = {} if ours else read_schema_files()
    schemas = {name: schema_in(language or LANGUAGES[0], data) for name, data in known.items()}
    plan = list(plan_editor_files(schemas, present))
    for file in plan:
        click.echo(voice.say(file.reason, file=file.path))
        if not dry_run:
            write_editor_file(root, file.path, file.data)
    if not plan:
        click.echo(voice.say(N_("The editor knows everything already.")), err=True)
