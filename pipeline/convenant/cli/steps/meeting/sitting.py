"""The meeting that a command is about, and noting what happens in it."""

from __future__ import annotations

import click
from msgspec import Struct

from convenant.cli.steps.asking import ask_covenant
from convenant.cli.steps.meeting.round import FACILITATOR, Round, open_round, record
from convenant.cli.steps.meeting.sharing import follow_others
from convenant.cli.steps.moment import today
from convenant.cli.steps.speech import speaker
from convenant.edges.vcs.closing import Outcome, Turned, go_on
from convenant.edges.vcs.read import list_tree
from convenant.edges.vcs.remote import Reach
from convenant.edges.vcs.repository import open_repository
from convenant.locale import N_, Voice
from convenant.model.event import Event
from convenant.plan.meeting import Sitting, sittings


class Table(Struct, frozen=True):
    """A workspace, one covenant in it, and its meetings that are not closed."""

    round: Round
    slug: str
    voice: Voice
    open: dict[str, Sitting]
    closed: tuple[str, ...]
    resumed: Turned | None = None


def take_seat(slug: str | None, *, share: bool = True) -> Table:
    """Read the covenant and its meetings; finish first what was interrupted.

    Raises:
        ConvenantError: when the workspace is not kept in Git.
    """
    selection, name = ask_covenant(slug)
    resumed = go_on(open_repository(selection.root)) if share else None
    round_ = open_round(selection, name, share=share)
    if share and (resumed is None or resumed.outcome is not Outcome.WAITING):
        round_ = follow_others(round_, selection, name)
    leaves = list_tree(
        round_.repository, round_.tip, f"{round_.repository.folder_of(name)}/meetings"
    )
    closed = tuple(leaf.path[:-5] for leaf in leaves if leaf.path.endswith(".yaml"))
    known = sittings(round_.events, name)
    still = {id: sitting for id, sitting in known.items() if id not in closed}
    return Table(round_, name, round_.voice(name), still, closed, resumed)


def the_meeting(table: Table, id: str = "") -> Sitting:
    """The open meeting that is meant: the one that is named, else the only one.

    Raises:
        click.UsageError: when there is none, or more than one.
    """
    if id in table.open:
        return table.open[id]
    if not id and len(table.open) == 1:
        return next(iter(table.open.values()))
    names = ", ".join(table.open)
    if id in table.closed:
        said = N_("Meeting {id} is closed already.")
    elif not table.open:
        said = N_("No meeting is open. Open one first: convenant meeting open {slug}")
    elif id:
        said = N_("There is no open meeting “{id}”. There are: {names}.")
    else:
        said = N_("Several meetings are open. Name one with --meeting: {names}.")
    raise click.UsageError(table.voice.say(said, id=id, slug=table.slug, names=names))


def free_id(table: Table, day: str) -> str:
    """The date, with a number where that day has a meeting already."""
    used = {*table.open, *table.closed, *(e.meeting for e in table.round.events)}
    number, id = 1, day
    while id in used:
        number += 1
        id = f"{day}-{number}"
    return id


def note(table: Table, event: str, meeting: str, proposal: str = "", **said: str) -> Event:
    """Something that happens in a meeting, not yet kept."""
    return Event(event, table.slug, "", FACILITATOR, proposal, meeting, said)


def keep(table: Table, *events: Event) -> Reach:
    """Keep what happened."""
    return record(table.round, *events)


def day_of(date: str) -> str:
    """The date that was given, else today.

    Raises:
        click.BadParameter: when it is no date.
    """
    from datetime import date as day

    if not date:
        return today().isoformat()
    try:
        return day.fromisoformat(date).isoformat()
    except ValueError as error:
        said = N_("“{date}” is no date. Write it as year-month-day, such as 2026-11-25.")
        raise click.BadParameter(speaker().say(said, date=date), param_hint="--date") from error


def time_of(start: str) -> str:
    """The time that was given, as hours and minutes; empty for none.

    Raises:
        click.BadParameter: when it is no time.
    """
    from datetime import time

    if not start:
        return ""
    try:
        return time.fromisoformat(start).strftime("%H:%M")
    except ValueError as error:
        said = N_("“{time}” is no time. Write hours and minutes, such as 19:30.")
        raise click.BadParameter(speaker().say(said, time=start), param_hint="--start") from error
