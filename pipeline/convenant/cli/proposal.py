"""`convenant proposal`: one proposal: read it, label it, say what worries you about it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from convenant.cli.steps.speech import say
from convenant.locale import N_

if TYPE_CHECKING:
    from convenant.edges.vcs.remote import Reach

TOO_EARLY = 1
LABELS = ("legal-review", "legal-approved", "concern")


@click.group(name="proposal", help=say(N_("One proposal: read it, label it, add a concern.")))
def command() -> None:
    """The group of commands on one proposal."""


_OF = click.option(
    "--covenant", "slug", default="", metavar="COVENANT", help=say(N_("Of which one."))
)


@command.command(name="show", help=say(N_("Show what a proposal changes.")))
@click.argument("proposal", metavar="PROPOSAL")
@_OF
def show(proposal: str, slug: str) -> None:
    """Find it and show it."""
    from convenant.cli.steps.change.showing import change_text
    from convenant.cli.steps.finding_one import find_proposal
    from convenant.cli.steps.moment import now
    from convenant.report.proposal import proposals_text

    round_, one = find_proposal(proposal, slug)
    voice = round_.voice(one.draft.covenant)
    covers = {one.draft.covenant: round_.cover(one.draft.covenant)}
    click.echo(proposals_text([one], covers, now(), voice), nl=False)
    click.echo(change_text(round_, one, voice), nl=False)


@command.command(name="concern", help=say(N_("Say what worries a party about a proposal.")))
@click.argument("proposal", metavar="PROPOSAL")
@click.argument("text", metavar="TEXT")
@click.option(
    "--owner",
    default="",
    metavar="PARTY",
    help=say(N_("Whose concern it is; only if that party agrees to being named.")),
)
@_OF
def concern(proposal: str, text: str, owner: str, slug: str) -> None:
    """Find it, record the concern."""
    from convenant.cli.steps.finding_one import find_proposal
    from convenant.cli.steps.meeting.round import FACILITATOR, record
    from convenant.cli.steps.meeting.round_words import tell_shared
    from convenant.model.event import CONCERN, Event

    round_, one = find_proposal(proposal, slug)
    voice = round_.voice(one.draft.covenant)
    said = {"text": text, "owner": owner}
    event = Event(CONCERN, one.draft.covenant, "", FACILITATOR, one.id, said=said)
    reached = record(round_, event)
    click.echo(voice.say(N_("Noted with proposal {id}."), id=one.id))
    tell_shared(reached, voice)


@command.command(name="answer", help=say(N_("Say that a concern about a proposal is answered.")))
@click.argument("proposal", metavar="PROPOSAL")
@click.argument("number", type=click.IntRange(1), default=1)
@_OF
def answer(proposal: str, number: int, slug: str) -> None:
    """Find the concern, record that it is answered."""
    from convenant.cli.steps.finding_one import find_proposal
    from convenant.cli.steps.meeting.round import FACILITATOR, record
    from convenant.cli.steps.meeting.round_words import tell_shared
    from convenant.model.event import ANSWERED, Event

    round_, one = find_proposal(proposal, slug)
    voice = round_.voice(one.draft.covenant)
    if number > len(one.concerns):
        said = N_("Proposal {id} has no open concern {number}.")
        raise click.UsageError(voice.say(said, id=one.id, number=number))
    key = one.concerns[number - 1].key
    event = Event(ANSWERED, one.draft.covenant, "", FACILITATOR, one.id, said={"concern": key})
    reached = record(round_, event)
    click.echo(voice.say(N_("Noted with proposal {id}."), id=one.id))
    tell_shared(reached, voice)


@command.command(name="label", help=say(N_("Put a label on a proposal, or take it off.")))
@click.argument("proposal", metavar="PROPOSAL")
@click.argument("label", type=click.Choice(LABELS))
@click.option("--off", is_flag=True, help=say(N_("Take it off.")))
@click.option(
    "--because",
    default="",
    metavar="REASON",
    help=say(N_("Why the order of the method is left; it stays on record.")),
)
@_OF
def label(proposal: str, label: str, off: bool, because: str, slug: str) -> None:
    """Find it, look at the order, record the label."""
    from convenant.cli.steps.finding_one import find_proposal
    from convenant.cli.steps.meeting.labelling import put_label, take_label_off
    from convenant.cli.steps.meeting.round_words import tell_shared

    round_, one = find_proposal(proposal, slug)
    voice = round_.voice(one.draft.covenant)
    if off:
        reached: Reach | None = take_label_off(round_, one, label)
    else:
        reached = put_label(round_, one, label, because)
    if reached is None:
        sys.exit(TOO_EARLY)
    click.echo(voice.say(N_("Noted with proposal {id}."), id=one.id))
    tell_shared(reached, voice)
