"""`convenant withdraw`: a party takes its proposal back."""

from __future__ import annotations

import click

from convenant.cli.steps.speech import say
from convenant.locale import N_


@click.command(
    name="withdraw",
    help=say(N_("Take a proposal back. It stays readable and can be proposed again.")),
)
@click.argument("proposal", metavar="PROPOSAL")
@click.option("--covenant", "slug", default="", metavar="COVENANT", help=say(N_("Of which one.")))
@click.option("--dry-run", is_flag=True, help=say(N_("Show what would happen; change nothing.")))
def command(proposal: str, slug: str, dry_run: bool) -> None:
    """Find it, record it, say so."""
    from convenant.cli.steps.finding_one import find_proposal
    from convenant.cli.steps.meeting.round import record
    from convenant.cli.steps.meeting.round_words import tell_shared
    from convenant.model.event import WITHDRAWN, Actor, Event

    round_, one = find_proposal(proposal, slug)
    voice = round_.voice(one.draft.covenant)
    said = N_("Proposal {id} is withdrawn: {title}")
    click.echo(voice.say(said, id=one.id, title=one.draft.message))
    if not dry_run:
        actor = Actor("party", one.party)
        reached = record(round_, Event(WITHDRAWN, one.draft.covenant, "", actor, one.id))
        tell_shared(reached, voice)
