"""Opening a meeting and the gestures in it that the order of the method has a say in."""

from __future__ import annotations

from collections.abc import Sequence

import click

from convenant.cli.steps.meeting.closing_words import hurdle_lines
from convenant.cli.steps.meeting.sitting import Table, free_id, keep, note
from convenant.edges.vcs.remote import Reach
from convenant.edges.vcs.version_folder import read_files
from convenant.load.maturity import maturity_of
from convenant.locale import N_
from convenant.model.event import ATTENDED, OPENED, OVERRIDDEN, RAISED, Event
from convenant.plan.meeting import Sitting
from convenant.plan.order import Hurdle, hurdles


def open_meeting(
    table: Table,
    kind: str,
    day: str,
    id: str,
    sections: Sequence[int],
    present: Sequence[str],
    absent: Sequence[str],
    because: str,
) -> tuple[str, Reach]:
    """Keep that a meeting is open, unless the order advises against it and no reason is given.

    Returns:
        The meeting's id, empty where it was not opened.

    Raises:
        click.UsageError: when the name is taken or a party takes no part.
    """
    if id and free_id(table, id) != id:
        said = N_("There is a meeting “{id}” already.")
        raise click.UsageError(table.voice.say(said, id=id))
    name = id or free_id(table, day)
    found = _hurdles(table, sections, {})
    if found and not because:
        _explain(table, found)
        return "", Reach.ALONE
    events = [
        note(table, OPENED, name, kind=kind, date=day, sections=" ".join(map(str, sections))),
        *attendance(table, name, present, "present"),
        *attendance(table, name, absent, "absent"),
        *(_override(table, name, hurdle, because) for hurdle in found),
    ]
    return name, keep(table, *events)


def attendance(table: Table, id: str, parties: Sequence[str], state: str) -> list[Event]:
    """Who is there or is not.

    Raises:
        click.UsageError: when one takes no part in the covenant.
    """
    known = [party.id for party in table.round.cover(table.slug).parties]
    for party in parties:
        if party not in known:
            said = N_("“{party}” is no party of this covenant. There are: {names}.")
            names = ", ".join(known)
            raise click.UsageError(table.voice.say(said, party=party, names=names))
    return [note(table, ATTENDED, id, party=party, state=state) for party in parties]


def raise_section(table: Table, sitting: Sitting, number: int, maturity: str, because: str) -> bool:
    """Keep that a section is more mature, unless the order advises against it without a reason."""
    raised = {**sitting.raised, number: maturity}
    found = [h for h in _hurdles(table, (), raised) if h.about not in sitting.overrides]
    if found and not because:
        _explain(table, found)
        return False
    event = note(table, RAISED, sitting.id, section=str(number), maturity=maturity)
    keep(table, event, *(_override(table, sitting.id, hurdle, because) for hurdle in found))
    return True


def _hurdles(table: Table, sections: Sequence[int], raised: dict[int, str]) -> tuple[Hurdle, ...]:
    files = read_files(table.round.repository, table.round.tip, table.slug)
    return hurdles(sections, raised, maturity_of(files))


def _override(table: Table, id: str, hurdle: Hurdle, because: str) -> Event:
    return note(table, OVERRIDDEN, id, about=hurdle.about, reason=because)


def _explain(table: Table, found: Sequence[Hurdle]) -> None:
    for line in hurdle_lines(found, table.voice):
        click.echo(line)
