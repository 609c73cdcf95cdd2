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
    from convenant.cli.steps.archiving import archive_files, keep_archive
    from convenant.cli.steps.selection import select

    selection = select([slug])
    files = archive_files(selection, selection.folders[0].name)
    keep_archive(selection.root, files, dry_run=dry_run)
