"""A meeting as one conversation: the facilitator is asked everything, one thing at a time.

Every answer is kept at once. Who stops half way goes on where he was.
"""

from __future__ import annotations

import click

from convenant.cli.steps.asking import ask_choice, ask_text
from convenant.cli.steps.change.showing import change_text
from convenant.cli.steps.meeting.closing import carry_out, plan_closing
from convenant.cli.steps.meeting.closing_words import closing_text, obstacles_text, turned_text
from convenant.cli.steps.meeting.deciding import decision, with_choices
from convenant.cli.steps.meeting.ending_turn import end_without_plan
from convenant.cli.steps.meeting.letting_in import (
    can_be_overruled,
    held_back_lines,
    overrule,
)
from convenant.cli.steps.meeting.opening import attendance, open_meeting
from convenant.cli.steps.meeting.round import proposals_of
from convenant.cli.steps.meeting.sitting import Table, keep, note, take_seat, the_meeting
from convenant.cli.steps.moment import now, today
from convenant.locale import N_
from convenant.model.event import ACTION, ANSWERED, CONCERN, DECISION
from convenant.model.proposal import Proposal
from convenant.plan.meeting import Sitting
from convenant.report.proposal import proposals_text
from convenant.report.shown import shown


def converse() -> None:
    """From an open meeting, or a new one, to its end.

    Raises:
        click.UsageError: when nobody can answer.
    """
    table = take_seat(None)
    if end_without_plan(table, ""):
        return
    sitting = _sitting(table)
    if sitting is None:
        return
    _attend(table, sitting)
    for proposal in proposals_of(table.round, table.slug):
        if proposal.standing.is_waiting and proposal.id not in sitting.decided:
            _decide(table, sitting, proposal)
    _more(table, sitting.id)
    _close(take_seat(table.slug), sitting.id)


def _sitting(table: Table) -> Sitting | None:
    """The open meeting, or one that is opened now; None where the order advises against it."""
    voice = table.voice
    if table.open:
        sitting = the_meeting(table)
        click.echo(voice.say(N_("Meeting {id} goes on."), id=sitting.id))
        return sitting
    begin = voice.say(N_("A new meeting of {slug}. Press Enter to begin."), slug=table.slug)
    ask_text(begin, "convenant meeting open", voice, empty=True)
    asked = N_("Which sections are on the agenda? Give their numbers, such as 1 3.")
    numbers = ask_text(asked, "--section", voice, empty=True).replace(",", " ").split()
    sections = [int(n) for n in numbers if n.isdigit() and 0 < int(n) < 6]
    day = today().isoformat()
    id, _ = open_meeting(table, "plenary", day, "", sections, (), (), "")
    if not id:
        asked = N_("Why do you want to discuss it now nevertheless? Empty stops here.")
        reason = ask_text(asked, "--because", voice, empty=True)
        if not reason:
            return None
        id, _ = open_meeting(table, "plenary", day, "", sections, (), (), reason)
    return the_meeting(take_seat(table.slug), id)


def _attend(table: Table, sitting: Sitting) -> None:
    voice = table.voice
    words = voice.say(N_("yes")), voice.say(N_("no"))
    for party in table.round.cover(table.slug).parties:
        if party.id in sitting.attendance or (party.status and party.status.state == "left"):
            continue
        asked = voice.say(N_("Is {name} here? (yes or no)"), name=party.label)
        here = ask_choice(asked, words, "--present", voice) == words[0]
        keep(table, *attendance(table, sitting.id, [party.id], "present" if here else "absent"))


def _decide(table: Table, sitting: Sitting, proposal: Proposal) -> None:
    voice = table.voice
    covers = {table.slug: table.round.cover(table.slug)}
    click.echo("")
    click.echo(proposals_text([proposal], covers, now(), voice), nl=False)
    click.echo(change_text(table.round, proposal, voice), nl=False)
    outcomes = {
        voice.say(N_("agreed")): "agreed",
        voice.say(N_("parked")): "parked",
        voice.say(N_("rejected")): "rejected",
        voice.say(N_("not now")): "",
    }
    asked = voice.say(N_("What does the meeting decide?")) + f" ({', '.join(outcomes)})"
    outcome = outcomes[ask_choice(asked, list(outcomes), "convenant meeting decide", voice)]
    if not outcome:
        return
    instead: list[tuple[str, str]] = []
    reservation = ""
    if outcome == "agreed":
        asked = N_("Is it agreed in other words? Copy the words to change, or press Enter.")
        while old := ask_text(asked, "--instead", voice, empty=True):
            instead.append((old, ask_text(N_("What do they become?"), "--instead", voice)))
        asked = N_("Is there a reservation, such as the party’s own people? Or press Enter.")
        reservation = ask_text(asked, "--reservation", voice, empty=True)
    try:
        event = decision(table, sitting.id, proposal, outcome, "", instead, reservation, "", "")
    except click.UsageError as error:
        click.echo(shown(error.message), err=True)
        _decide(table, sitting, proposal)
        return
    keep(table, event)
    if outcome == "agreed":
        _answer(table, proposal)


def _answer(table: Table, proposal: Proposal) -> None:
    """Each concern that is open with a proposal on which all agreed: it is answered, or waits."""
    voice = table.voice
    words = voice.say(N_("yes")), voice.say(N_("no"))
    for concern in proposal.concerns:
        asked = voice.say(N_("Is this concern answered: “{text}”? (yes or no)"), text=concern.text)
        if ask_choice(asked, words, "convenant proposal answer", voice) == words[0]:
            keep(table, note(table, ANSWERED, "", proposal.id, concern=concern.key))


def _more(table: Table, id: str) -> None:
    """Decisions without a proposal, concerns and actions, until nobody has one more."""
    voice = table.voice
    for asked, kind in (
        (N_("Another decision? Or press Enter."), DECISION),
        (N_("A concern? Without a name, or press Enter."), CONCERN),
        (N_("An action? Or press Enter."), ACTION),
    ):
        while text := ask_text(asked, "convenant meeting notes", voice, empty=True):
            keep(table, note(table, kind, id, text=text))


def _close(table: Table, id: str) -> None:
    voice, sitting = table.voice, the_meeting(table, id)
    closing = plan_closing(table.round, table.slug, sitting)
    if can_be_overruled(closing.waits):
        click.echo("\n".join(held_back_lines(closing.waits, closing.proposals, voice)))
        asked = N_("Why is it taken over nevertheless? Empty stops here.")
        if reason := ask_text(asked, "--because", voice, empty=True):
            sitting = overrule(table, sitting, reason, keep_it=True)
            closing = plan_closing(table.round, table.slug, sitting)
        else:
            return
    if closing.clashes:
        closing = with_choices(table, closing, (), keep_them=True)
    if not closing.is_possible:
        click.echo(obstacles_text(closing, voice), nl=False)
        return
    click.echo("")
    click.echo(closing_text(closing, voice), nl=False)
    words = voice.say(N_("yes")), voice.say(N_("no"))
    asked = voice.say(N_("Close the meeting like this? (yes or no)"))
    if ask_choice(asked, words, "convenant meeting close", voice) == words[0]:
        turned = carry_out(table.round, closing)
        click.echo(turned_text(turned, table.slug, id, voice), nl=False)
