"""What asks for attention in a workspace: what is due, and what is about an earlier text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from convenant.locale import N_, Voice
from convenant.model.due import DueDay
from convenant.model.status import CovenantStatus
from convenant.report.dates import day_title
from convenant.report.markdown import plain

DUE_MARK = "<!-- convenant: due -->"
"""By this we know our own list again, together with who wrote it."""

QUIET_DAYS = 30
"""After so many days without any movement, open proposals are spoken of."""


class Attention(Struct, frozen=True):
    """What is known of one covenant.

    Attributes:
        silent: names of parties that have not agreed to the present text, in a round.
        stale: names of parties of which the legal review is about an earlier text.
        days: that are near, each with who it is up to.
        archive_behind: whether it is in force, and its archive does not have the last decisions.
    """

    status: CovenantStatus
    silent: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    days: tuple[tuple[DueDay, str], ...] = ()
    meeting_near: bool = False
    archive_behind: bool = False


def due_title(voice: Voice) -> str:
    """What the list is called."""
    return voice.say(N_("What asks for attention now"))


def due_text(found: Sequence[Attention], voice: Voice) -> str:
    """The list in Markdown; empty where nothing asks for attention."""
    parts = []
    for one in found:
        if lines := [f"- {line}" for line in _lines(one, voice)]:
            parts.append("\n".join((f"### {plain(one.status.title)}", "", *lines)))
    if not parts:
        return ""
    about = voice.say(
        N_("The program keeps this list up to date. It closes when everything is done.")
    )
    return "\n\n".join((DUE_MARK, *parts, about)) + "\n"


def _lines(one: Attention, voice: Voice) -> Iterator[str]:
    status = one.status
    for day, who in one.days:
        title = plain(day_title(day, voice))
        said = N_("{day}: {what} ({who})") if who else N_("{day}: {what}")
        yield voice.say(said, day=voice.date(day.day), what=title, who=plain(who))
    if one.meeting_near:
        yield voice.say(N_("Meeting on {day}."), day=voice.date(status.next_meeting))
    if one.silent:
        names = plain(voice.enumerate(list(one.silent)))
        yield voice.say(N_("Not yet agreed to the present text: {names}."), names=names)
    if one.stale:
        names = plain(voice.enumerate(list(one.stale)))
        yield voice.say(N_("The legal review is about an earlier text: {names}."), names=names)
    if status.concerns:
        one_, many = (
            N_("{count} concern waits for an answer."),
            N_("{count} concerns wait for an answer."),
        )
        yield voice.plural(one_, many, status.concerns)
    if one.archive_behind:
        yield voice.say(N_("The archive lags behind: convenant archive {slug}"), slug=status.slug)
    if status.proposals and status.days >= QUIET_DAYS:
        one_, many = (
            N_("{count} proposal waits, and nothing moved for {days} days."),
            N_("{count} proposals wait, and nothing moved for {days} days."),
        )
        yield voice.plural(one_, many, status.proposals, days=status.days)
