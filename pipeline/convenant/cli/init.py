"""`convenant init`: make a folder a workspace, without overwriting anything."""

from __future__ import annotations

from collections.abc import Sequence

import click

from convenant.cli.steps.speech import say
from convenant.locale import N_


@click.command(
    name="init",
    help=say(
        N_(
            "Make this folder a workspace: settings, roles, what GitHub and Git need, and the "
            "first covenant. At a terminal it asks for what you leave out. What is there already "
            "stays as it is."
        )
    ),
)
@click.option("--name", default="", help=say(N_("What the workspace is called.")))
@click.option(
    "--language",
    type=click.Choice(["nl", "en"]),
    default="nl",
    show_default=True,
    help=say(N_("The language of messages and of new covenants.")),
)
@click.option(
    "--facilitator",
    "facilitators",
    multiple=True,
    metavar="LOGIN",
    help=say(N_("Who is facilitator, by login on GitHub; may be given more than once.")),
)
@click.option(
    "--repository", default="", metavar="OWNER/NAME", help=say(N_("The repository on GitHub."))
)
@click.option("--app", default="", help=say(N_("The name of the workspace’s App on GitHub.")))
@click.option(
    "--tool",
    default="",
    metavar="OWNER/NAME@ID",
    help=say(N_("Where the jobs on GitHub find the program; without it there are no jobs.")),
)
@click.option("--covenant", "slug", default="", help=say(N_("The folder of the first covenant.")))
@click.option("--title", default="", help=say(N_("The title of the first covenant.")))
@click.option("--dry-run", is_flag=True, help=say(N_("Show what would be written; write nothing.")))
def command(
    name: str,
    language: str,
    facilitators: Sequence[str],
    repository: str,
    app: str,
    tool: str,
    slug: str,
    title: str,
    dry_run: bool,
) -> None:
    """Ask what was not said, plan the files, write those that are not there."""
    from pathlib import Path

    from convenant.cli.new import covenant_files
    from convenant.cli.steps.beginning import (
        languages_here,
        logins_of,
        repository_of,
        tool_files,
        write_files,
    )
    from convenant.cli.steps.introducing import Beginning, ask_beginning
    from convenant.locale import voice
    from convenant.plan.workspace_file import access_text, settings_text, stamped

    root, told = Path.cwd(), voice(language)
    given = Beginning(name, tuple(facilitators), repository, slug, title)
    said = ask_beginning(given, root, told)
    leaders, where = logins_of(said.facilitators), repository_of(said.repository)
    files = {
        "convenant.yaml": settings_text(said.name or root.name, where, app, told),
        "access.yaml": access_text(leaders),
    }
    covenants = languages_here(root, language) | ({said.slug: language} if said.slug else {})
    brought = tool_files(root, told, tool=tool, app=app, facilitators=leaders, covenants=covenants)
    files |= {path: stamped(path, text) for path, text in brought.items()}
    if said.slug:
        files |= covenant_files(said.slug, said.title or said.slug, "", {}, told)
    write_files(root, files, dry_run=dry_run, voice=told)
    if not dry_run:
        click.echo(told.say(N_("Next: convenant check, and store the files as a first version.")))
