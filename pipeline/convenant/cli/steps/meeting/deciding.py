"""Decisions on proposals, and the choices where two texts want the same place."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

import click
from msgspec.structs import replace

from convenant.cli.steps.asking import ask_text, is_talking
from convenant.cli.steps.meeting.closing import NOT_ONCE, Closing, plan_closing
from convenant.cli.steps.meeting.closing_words import clash_lines
from convenant.cli.steps.meeting.round import proposals_of, texts_of
from convenant.cli.steps.meeting.sitting import Table, day_of, keep, note
from convenant.locale import N_
from convenant.model.event import CHOSEN, DECIDED, Event
from convenant.model.proposal import Proposal
from convenant.plan.merge import BOTH, FIRST, SECOND, Clash
from convenant.report.shown import shown


def the_proposal(table: Table, id: str) -> Proposal:
    """The proposal of the covenant with this id.

    Raises:
        click.UsageError: when there is none, or it is done with.
    """
    known = {p.id: p for p in proposals_of(table.round, table.slug)}
    if id in known and known[id].standing.value not in ("merged", "withdrawn"):
        return known[id]
    if id in known:
        said = N_("Proposal {id} is done with; nothing can be decided on it.")
        raise click.UsageError(table.voice.say(said, id=id))
    ids = [p.id for p in known.values() if p.standing.is_waiting]
    near = ", ".join(get_close_matches(id, ids) or ids[:8]) or "–"
    said = N_("There is no proposal “{id}”. There are: {near}.")
    raise click.UsageError(table.voice.say(said, id=id, near=near))


def decision(
    table: Table,
    meeting: str,
    proposal: Proposal,
    outcome: str,
    reason: str,
    instead: Sequence[tuple[str, str]],
    reservation: str,
    lifted_by: str,
    until: str,
) -> Event:
    """What was decided, bound to the text that it was decided on.

    Raises:
        click.UsageError: when a reason is missing, or words to amend do not stand there once.
    """
    if outcome in ("parked", "rejected") and not reason:
        reason = ask_text(N_("What is the reason?"), "--reason", table.voice)
    texts = texts_of(table.round, [proposal.draft])
    after = [texts.get(new, b"") for _, new in proposal.draft.files.values()]
    said: dict[str, str] = {}
    for number, (old, new) in enumerate(instead, 1):
        if not old or sum(data.count(old.encode()) for data in after) != 1:
            raise click.UsageError(table.voice.say(NOT_ONCE, said=old))
        said |= {f"instead-{number}": old, f"text-{number}": new}
    return note(
        table,
        DECIDED,
        meeting,
        proposal.id,
        outcome=outcome,
        head=proposal.draft.head,
        reason=reason,
        reservation=reservation,
        lifted_by=lifted_by,
        until=day_of(until) if until else "",
        **said,
    )


def with_choices(
    table: Table, closing: Closing, given: Sequence[str], *, keep_them: bool
) -> Closing:
    """The closing with the choices that were given, or that the facilitator now makes.

    Raises:
        click.UsageError: when a choice names no clash.
    """
    choices = _given(table, closing, given)
    if is_talking() and keep_them:
        for number, clash in enumerate(closing.clashes, 1):
            if clash.key not in choices:
                choices[clash.key] = _ask(table, number, clash)
    if not choices:
        return closing
    sitting = closing.sitting
    if keep_them:
        id = sitting.id
        keep(table, *(note(table, CHOSEN, id, clash=k, choice=c) for k, c in choices.items()))
    chosen = replace(sitting, choices={**sitting.choices, **choices})
    return plan_closing(table.round, table.slug, chosen)


def _given(table: Table, closing: Closing, given: Sequence[str]) -> dict[str, str]:
    found = {}
    for choice in given:
        number, _, text = choice.partition("=")
        index = int(number) - 1 if number.isdigit() else -1
        if not 0 <= index < len(closing.clashes) or not text:
            said = N_("“{choice}” names no clash. Write the number of one, =, and what you choose.")
            raise click.UsageError(table.voice.say(said, choice=choice))
        clash = closing.clashes[index]
        _refuse(table, clash, text)
        found[clash.key] = text
    return found


def _refuse(table: Table, clash: Clash, text: str) -> None:
    if (clash.whole and text not in (FIRST, SECOND)) or (text == BOTH and not clash.both):
        said = N_("Here you can choose 1 or 2.")
        raise click.UsageError(table.voice.say(said))


def _ask(table: Table, number: int, clash: Clash) -> str:
    for line in clash_lines(number, clash, table.voice):
        click.echo(shown(line), err=True)
    question = N_("Which one? Give 1 or 2, or write a text of your own.")
    while True:
        answer = ask_text(question, "--choose", table.voice)
        if clash.whole and answer not in (FIRST, SECOND):
            continue
        return answer
