"""What the Tab key offers for an argument: the covenants of the workspace, else files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def complete_covenants(
    ctx: click.Context, _: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The slugs that begin with what was typed, without those that are already on the line.

    Where no slug fits, the shell goes on with its own completion of files.
    """
    from click.shell_completion import CompletionItem

    from convenant.edges.disk.workspace import find_covenants, find_root
    from convenant.errors import ConvenantError

    try:
        slugs = [folder.name for folder in find_covenants(find_root(Path.cwd()))]
    except ConvenantError:
        slugs = []
    chosen = ctx.params.get("paths") or ()
    fitting = [slug for slug in slugs if slug.startswith(incomplete) and slug not in chosen]
    return [CompletionItem(slug) for slug in fitting] or [CompletionItem(incomplete, type="file")]
