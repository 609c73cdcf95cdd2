"""`convenant status`: where the covenants stand."""

from __future__ import annotations

from pathlib import Path

import click

from convenant.cli.steps.completion import complete_covenants
from convenant.cli.steps.speech import say, speaker
from convenant.locale import N_


@click.command(
    name="status",
    help=say(
        N_(
            "Show where the covenants stand: how far each section is, what is open, when people "
            "meet, and how long nothing moved."
        )
    ),
)
@click.argument("slug", required=False, metavar="[COVENANT]", shell_complete=complete_covenants)
@click.option("--json", "form", flag_value="json", help=say(N_("For a machine.")))
@click.option("--markdown", "form", flag_value="markdown", help=say(N_("As a table for a page.")))
@click.option(
    "--participation", is_flag=True,
    help=say(N_("Also how much was heard of each party; keep that to yourself.")),
)  # fmt: skip
@click.option(
    "--picture", type=click.Path(path_type=Path, dir_okay=False), default=None, metavar="FILE",
    help=say(N_("Also draw it into this SVG file.")),
)  # fmt: skip
@click.option("--offline", is_flag=True, help=say(N_("Do not ask the others first.")))
def command(
    slug: str | None, form: str | None, participation: bool, picture: Path | None, offline: bool
) -> None:
    """Select, survey, show."""
    from convenant.cli.steps.meeting.round import open_round
    from convenant.cli.steps.selection import select
    from convenant.cli.steps.surveying import survey
    from convenant.edges.disk.atomic import write_atomically
    from convenant.report.status import (
        status_json,
        status_markdown,
        status_picture,
        status_text,
    )

    selection, voice = select([slug] if slug else []), speaker()
    round_ = open_round(selection, slug or "", share=not offline)
    found = list(survey(round_, selection))
    if picture is not None:
        write_atomically(picture, status_picture(found, voice).encode())
    if form == "json":
        click.echo(status_json(found, private=participation).encode(), nl=False)
    elif form == "markdown":
        click.echo(status_markdown(found, voice).encode(), nl=False)
    else:
        click.echo(status_text(found, voice, private=participation), nl=False)
