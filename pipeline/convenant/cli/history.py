"""`convenant history`: how a covenant became what it is, meeting by meeting."""

from __future__ import annotations

import click

from convenant.cli.steps.completion import complete_covenants
from convenant.cli.steps.speech import say
from convenant.locale import N_


@click.command(
    name="history",
    help=say(
        N_("Show how a covenant grew, meeting by meeting: what changed, and who proposed it.")
    ),
)
@click.argument("slug", required=False, metavar="[COVENANT]", shell_complete=complete_covenants)
@click.option(
    "--section", type=click.IntRange(1, 5), default=None, help=say(N_("Only this section."))
)
@click.option(
    "--party", default="", metavar="PARTY",
    help=say(N_("Only what this party proposed or has to know.")),
)  # fmt: skip
def command(slug: str | None, section: int | None, party: str) -> None:
    """Select, look back, show."""
    from convenant.cli.steps.asking import ask_covenant
    from convenant.cli.steps.change.looking_back import look_back
    from convenant.cli.steps.meeting.round import open_round
    from convenant.report.iteration import history_text

    selection, name = ask_covenant(slug)
    round_ = open_round(selection, name)
    found = look_back(round_, name, section=section, party=party)
    click.echo(history_text(found, round_.cover(name), round_.voice(name)), nl=False)
