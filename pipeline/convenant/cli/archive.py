"""`convenant archive`: keep proposals, decisions and reasons in the repository itself."""

from __future__ import annotations

import click

from convenant.cli.steps.completion import complete_covenants
from convenant.cli.steps.speech import say
from convenant.locale import N_


@click.command(
    name="archive",
    help=say(
        N_(
            "Keep what became of every proposal of a covenant: decisions and their reasons, by "
            "role and party, as JSON and as a page to read. No forge is needed to prove it later."
        )
    ),
)
@click.argument("slug", shell_complete=complete_covenants)
@click.option("--dry-run", is_flag=True, help=say(N_("Show what would be written; write nothing.")))
def command(slug: str, dry_run: bool) -> None:
    """Read the records, tell, write."""
    from convenant.cli.steps.meeting.round import open_round
    from convenant.cli.steps.selection import select
    from convenant.edges.disk.workspace_file import read_present, write_new
    from convenant.plan.archive import plan_archive
    from convenant.report.archive import archive_json, archive_text
    from convenant.report.difference import line_differences

    selection = select([slug])
    name = selection.folders[0].name
    round_ = open_round(selection, name)
    cover, voice = round_.cover(name), round_.voice(name)
    proposals = plan_archive(round_.events)
    names = {party.id: party.name or party.label for party in cover.parties}
    files = {
        f"archive/{name}.json": archive_json(name, proposals),
        f"archive/{name}.md": archive_text(cover.title or name, proposals, names, voice),
    }
    present = read_present(selection.root, files)
    for path, text in files.items():
        data = text.encode()
        if present.get(path) == data:
            continue
        click.echo(line_differences(present.get(path, b""), data, path), nl=False)
        if not dry_run:
            write_new(selection.root, path, data)
