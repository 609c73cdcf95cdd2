"""`convenant sync`: get what the others did, and give them what was done here."""

from __future__ import annotations

import click

from convenant.cli.steps.speech import say, speaker
from convenant.locale import N_


@click.command(
    name="sync",
    help=say(
        N_("Get the proposals and records of the others, and share those that are only here.")
    ),
)
def command() -> None:
    """Bring together, share, follow."""
    from convenant.cli.steps.meeting.sharing import share_all
    from convenant.cli.steps.selection import select

    voice = speaker()
    for said in share_all(select([])):
        click.echo(voice.say(said[0], **said[1]))
