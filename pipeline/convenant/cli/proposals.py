"""`convenant proposals`: what the parties propose, and where it stands."""

from __future__ import annotations

import click

from convenant.cli.steps.completion import complete_covenants
from convenant.cli.steps.speech import say, speaker
from convenant.locale import N_


@click.command(
    name="proposals",
    help=say(
        N_(
            "Show the proposals: of whom, about what, how old, with which concerns, whether they "
            "still fit the present text, and which touch the same place."
        )
    ),
)
@click.argument("slug", required=False, metavar="[COVENANT]", shell_complete=complete_covenants)
@click.option("--all", "every", is_flag=True, help=say(N_("Also what is done with.")))
@click.option("--json", "as_json", is_flag=True, help=say(N_("For a machine.")))
@click.option("--offline", is_flag=True, help=say(N_("Do not ask the others first.")))
def command(slug: str | None, every: bool, as_json: bool, offline: bool) -> None:
    """Select, read, show."""
    from convenant.cli.steps.meeting.round import covers_of, open_round, proposals_of
    from convenant.cli.steps.moment import now
    from convenant.cli.steps.selection import select
    from convenant.locale import voice
    from convenant.report.proposal import proposals_json, proposals_text

    selection = select([slug] if slug else [])
    name = selection.folders[0].name if slug else ""
    round_ = open_round(selection, name, share=not offline)
    found = [p for p in proposals_of(round_, name) if every or p.standing.is_waiting]
    covers = covers_of(round_, {p.draft.covenant for p in found})
    if as_json:
        click.echo(proposals_json(found, covers, now()).encode(), nl=False)
        return
    told = voice(covers[name].language or "nl") if name in covers else speaker()
    click.echo(proposals_text(found, covers, now(), told), nl=False)
