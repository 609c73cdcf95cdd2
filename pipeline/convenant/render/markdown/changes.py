"""Changes as the blocks of one page: sums of a party, then sentences, the heaviest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from convenant.locale import N_, Voice
from convenant.model.ast import Node, attr, bullets, heading, para, plain, table, words
from convenant.model.comparison import WEIGHT_TITLES, Change, Comparison, Weight
from convenant.model.party import Party
from convenant.render.words import cell

_LINES = 26
"""Sentences that one page has room for."""


def change_sheet(
    comparison: Comparison,
    voice: Voice,
    *,
    party: Party | None = None,
    facts: Sequence[tuple[str, str, str]] = (),
) -> list[Node]:
    """The page.

    Args:
        party: whose page it is; None for everybody.
        facts: label, old and new value of sums about the party.
    """
    shown = comparison.touching(party.id) if party else comparison.changes
    blocks = [para(words(note.tell(voice))) for note in comparison.notes]
    if facts:
        blocks += [
            _heading(voice.say(N_("In figures"))),
            _figures(party.label if party else "", facts, voice),
        ]
    heavy = [change for change in shown if change.weight is not Weight.WORDING]
    blocks += list(_groups(heavy[:_LINES], voice))
    if not heavy:
        blocks.append(para(words(voice.say(N_("Nothing changes but wording and layout.")))))
    rest = len(comparison.changes) - min(len(heavy), _LINES)
    if rest:
        one = N_("One other change is in the redline.")
        said = voice.plural(one, N_("{count} other changes are in the redline."), rest)
        blocks.append(para(words(said)))
    return blocks


def _groups(changes: Sequence[Change], voice: Voice) -> Iterator[Node]:
    for weight, title in WEIGHT_TITLES.items():
        told = [change for change in changes if change.weight is weight]
        if told:
            yield _heading(voice.say(title))
            yield bullets([plain(words(_line(change, voice)))] for change in told)


def _line(change: Change, voice: Voice) -> str:
    said = change.sentence(voice)
    shown = change.clause and change.clause not in said
    return f"{said} ({change.clause})" if shown else said


def _heading(text: str) -> Node:
    return heading(1, words(text), attr(classes=["section", "unnumbered"]))


def _figures(party: str, facts: Sequence[tuple[str, str, str]], voice: Voice) -> Node:
    head = [cell(party), cell(voice.say(N_("It was"))), cell(voice.say(N_("It becomes")))]
    rows = [[cell(label), cell(before), cell(after)] for label, before, after in facts]
    return table(head, rows, attributes=attr(), widths=(0.6, 0.2, 0.2), right=(1, 2), row_headers=1)
