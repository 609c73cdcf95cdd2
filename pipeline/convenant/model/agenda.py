"""The agenda of a meeting, with everything that the people at the table need to prepare."""

from __future__ import annotations

from msgspec import Struct

from convenant.model.meeting import Decision
from convenant.model.party import Cover
from convenant.model.passage import Passage
from convenant.model.proposal import Concern, Proposal
from convenant.model.section import Maturity


class Motion(Struct, frozen=True):
    """A proposal as it is on the agenda: what it changes, in sentences and in the text."""

    proposal: Proposal
    sentences: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()


class Item(Struct, frozen=True):
    """A section on the agenda.

    Attributes:
        minutes: its time box.
        questions: of the method, that are still open.
        points: what is still to be filled in before its next step.
        before: decisions about it of the last meeting.
        unheard: ids of parties of which nothing about this section is known.
    """

    section: int
    title: str
    maturity: Maturity
    minutes: int
    purpose: str
    questions: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    motions: tuple[Motion, ...] = ()
    concerns: tuple[Concern, ...] = ()
    before: tuple[Decision, ...] = ()
    unheard: tuple[str, ...] = ()


class Agenda(Struct, frozen=True):
    """The agenda.

    Attributes:
        date: ISO date; `start` a time such as `19:30`, empty where it is not known.
        opening: minutes before the first section; `closing` after the last.
        waiting: why sections are not on it yet, a sentence for the catalogues each, with numbers.
        draft: the earlier meeting whose minutes are still to be adopted; empty for none.
        quiet: ids of parties that were absent last time or that proposed nothing yet.
    """

    slug: str
    cover: Cover
    date: str
    start: str
    minutes: int
    opening: int
    closing: int
    items: tuple[Item, ...]
    waiting: tuple[tuple[str, tuple[int, ...]], ...] = ()
    draft: str = ""
    quiet: tuple[str, ...] = ()
