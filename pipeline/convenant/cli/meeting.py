"""`convenant meeting`: open it, note what is decided, close it; alone, a guided conversation."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from convenant.cli.steps.completion import complete_covenants
from convenant.cli.steps.meeting.ending import close, minutes, notes, undo
from convenant.cli.steps.speech import say
from convenant.locale import N_

PROBLEMS = 1
_OF = click.option(
    "--covenant",
    "slug",
    default=None,
    metavar="COVENANT",
    shell_complete=complete_covenants,
    help=say(N_("Of which one.")),
)
_IN = click.option("--meeting", "id", default="", metavar="MEETING", help=say(N_("Which meeting.")))
_BECAUSE = click.option(
    "--because",
    default="",
    metavar="REASON",
    help=say(N_("Leave the order of the method for this reason, which stays in the record.")),
)


@click.group(
    name="meeting",
    invoke_without_command=True,
    help=say(
        N_(
            "A meeting: open it, note who is there and what is decided, close it. Without more it "
            "asks you everything, one thing at a time."
        )
    ),
)
@click.pass_context
def command(ctx: click.Context) -> None:
    """The group of commands on meetings; alone, the conversation."""
    if ctx.invoked_subcommand is None:
        from convenant.cli.steps.meeting.conversation import converse

        converse()


@command.command(name="open", help=say(N_("Open a meeting.")))
@click.argument("slug", required=False, metavar="[COVENANT]", shell_complete=complete_covenants)
@click.option(
    "--kind",
    type=click.Choice(["plenary", "bilateral", "written"]),
    default="plenary",
    help=say(N_("Plenary, of two parties, or a written round.")),
)
@click.option("--date", default="", metavar="DATE", help=say(N_("Its day; today without it.")))
@click.option("--id", default="", metavar="MEETING", help=say(N_("A name of your own for it.")))
@click.option(
    "--section", "sections", type=click.IntRange(1, 5), multiple=True,
    help=say(N_("A section on the agenda; may be repeated.")),
)  # fmt: skip
@click.option(
    "--present", multiple=True, metavar="PARTY", help=say(N_("Who is there; may be repeated."))
)
@click.option(
    "--absent", multiple=True, metavar="PARTY", help=say(N_("Who is not; may be repeated."))
)
@_BECAUSE
def open_(
    slug: str | None,
    kind: str,
    date: str,
    id: str,
    sections: Sequence[int],
    present: Sequence[str],
    absent: Sequence[str],
    because: str,
) -> None:
    """Read, look at the order, keep that it is open."""
    from convenant.cli.steps.meeting.opening import open_meeting
    from convenant.cli.steps.meeting.round_words import tell_shared
    from convenant.cli.steps.meeting.sitting import day_of, take_seat

    table = take_seat(slug)
    day = day_of(date)
    opened, reached = open_meeting(table, kind, day, id, sections, present, absent, because)
    if not opened:
        sys.exit(PROBLEMS)
    click.echo(table.voice.say(N_("Meeting {id} of {slug} is open."), id=opened, slug=table.slug))
    tell_shared(reached, table.voice)


@command.command(name="attend", help=say(N_("Note who is there.")))
@click.argument("parties", nargs=-1, required=True, metavar="PARTY...")
@click.option("--absent", is_flag=True, help=say(N_("They are not there.")))
@_OF
@_IN
def attend(parties: Sequence[str], absent: bool, slug: str | None, id: str) -> None:
    """Find the meeting, keep who is there."""
    from convenant.cli.steps.meeting.opening import attendance
    from convenant.cli.steps.meeting.sitting import keep, take_seat, the_meeting

    table = take_seat(slug)
    sitting = the_meeting(table, id)
    keep(table, *attendance(table, sitting.id, parties, "absent" if absent else "present"))
    click.echo(table.voice.say(N_("Noted.")))


@command.command(name="decide", help=say(N_("Note what the meeting decides on a proposal.")))
@click.argument("proposal", metavar="PROPOSAL")
@click.argument("outcome", type=click.Choice(["agreed", "parked", "rejected"]))
@click.option("--reason", default="", metavar="TEXT", help=say(N_("Why.")))
@click.option(
    "--instead", nargs=2, multiple=True, metavar="WORDS WORDS",
    help=say(N_("Agreed with other words: those of the proposal, then those agreed.")),
)  # fmt: skip
@click.option("--reservation", default="", metavar="TEXT", help=say(N_("What it still waits for.")))
@click.option("--lifted-by", default="", metavar="PARTY", help=say(N_("Who lifts that.")))
@click.option("--until", default="", metavar="DATE", help=say(N_("By when.")))
@_OF
@_IN
def decide(
    proposal: str,
    outcome: str,
    reason: str,
    instead: Sequence[tuple[str, str]],
    reservation: str,
    lifted_by: str,
    until: str,
    slug: str | None,
    id: str,
) -> None:
    """Find the meeting and the proposal, keep the decision."""
    from convenant.cli.steps.meeting.deciding import decision, the_proposal
    from convenant.cli.steps.meeting.round_words import tell_shared
    from convenant.cli.steps.meeting.sitting import keep, take_seat, the_meeting

    table = take_seat(slug)
    sitting, one = the_meeting(table, id), the_proposal(table, proposal)
    event = decision(
        table, sitting.id, one, outcome, reason, instead, reservation, lifted_by, until
    )
    reached = keep(table, event)
    said = N_("Proposal {id}: {outcome}.")
    words = {"agreed": N_("agreed"), "parked": N_("parked"), "rejected": N_("rejected")}
    click.echo(table.voice.say(said, id=one.id, outcome=table.voice.say(words[outcome])))
    tell_shared(reached, table.voice)


@command.command(name="raise", help=say(N_("Note that the meeting finds a section more mature.")))
@click.argument("section", type=click.IntRange(1, 5))
@click.argument("maturity", type=click.Choice(["outline", "concrete", "settled"]))
@_BECAUSE
@_OF
@_IN
def raise_(section: int, maturity: str, because: str, slug: str | None, id: str) -> None:
    """Find the meeting, look at the order, keep it."""
    from convenant.cli.steps.meeting.opening import raise_section
    from convenant.cli.steps.meeting.sitting import take_seat, the_meeting

    table = take_seat(slug)
    sitting = the_meeting(table, id)
    if not raise_section(table, sitting, section, maturity, because):
        sys.exit(PROBLEMS)
    click.echo(table.voice.say(N_("Noted.")))


@command.command(name="adopt", help=say(N_("Note that the meeting adopts earlier minutes.")))
@click.argument("minutes", metavar="MEETING")
@_OF
@_IN
def adopt(minutes: str, slug: str | None, id: str) -> None:
    """Find both meetings, keep it."""
    from convenant.cli.steps.meeting.sitting import keep, note, take_seat, the_meeting
    from convenant.model.event import ADOPTED

    table = take_seat(slug)
    sitting = the_meeting(table, id)
    if minutes not in table.closed:
        said = N_("There is no closed meeting “{id}”. There are: {names}.")
        names = ", ".join(table.closed) or "–"
        raise click.UsageError(table.voice.say(said, id=minutes, names=names))
    keep(table, note(table, ADOPTED, sitting.id, minutes=minutes))
    click.echo(table.voice.say(N_("Noted.")))


for _part in (notes, close, minutes, undo):
    command.add_command(_part)
