"""`convenant new`: begin a covenant, with the questions of the method in its files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

from convenant.cli.steps.speech import say, speaker
from convenant.locale import N_, Voice


@click.command(
    name="new",
    help=say(
        N_(
            "Begin a covenant: a folder with a file for each section, and in it the questions "
            "that the method asks, as comments."
        )
    ),
)
@click.argument("slug")
@click.option("--title", default="", help=say(N_("Its title.")))
@click.option("--municipality", default="", help=say(N_("In which municipality it is.")))
@click.option(
    "--party",
    "parties",
    multiple=True,
    metavar="ID=NAME",
    help=say(N_("A party, such as gemeente=Gemeente Wolderveen; may be given more than once.")),
)
@click.option(
    "--language",
    type=click.Choice(["nl", "en"]),
    help=say(N_("Its language; that of the workspace unless given.")),
)
@click.option("--dry-run", is_flag=True, help=say(N_("Show what would be written; write nothing.")))
def command(
    slug: str,
    title: str,
    municipality: str,
    parties: Sequence[str],
    language: str | None,
    dry_run: bool,
) -> None:
    """Find the workspace, plan the files, write them."""
    from pathlib import Path

    from convenant.cli.steps.beginning import parties_of, write_files
    from convenant.cli.steps.gate.forging import workspace_here
    from convenant.edges.disk.workspace import find_root
    from convenant.locale import voice

    root = find_root(Path.cwd())
    told = voice(language) if language else workspace_here().voice
    files = covenant_files(slug, title or slug, municipality, parties_of(parties), told)
    if (root / "covenants" / slug).exists():
        said = N_("There is a covenant “{name}” already. Nothing was written.")
        raise click.BadParameter(speaker().say(said, name=slug), param_hint="SLUG")
    write_files(root, files, dry_run=dry_run, voice=told)


def covenant_files(
    slug: str, title: str, municipality: str, parties: Mapping[str, str], voice: Voice
) -> dict[str, str]:
    """The files of a new covenant.

    Raises:
        click.BadParameter: when its folder cannot be called so.
    """
    from convenant.edges.disk.resource import read_schemas
    from convenant.model.folder import is_slug
    from convenant.plan.scaffold import NewCovenant, plan_covenant

    if not is_slug(slug):
        said = N_(
            "Call the folder with at most 60 small letters, digits and hyphens, such as de-linde, "
            "and not with a name that Windows keeps for a device, such as con."
        )
        raise click.BadParameter(speaker().say(said), param_hint="SLUG")
    return plan_covenant(NewCovenant(slug, title, municipality, parties), read_schemas(), voice)
