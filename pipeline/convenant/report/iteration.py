"""The way of a covenant for a reader: by meeting, what changed in sentences and by whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from convenant.locale import N_, Voice
from convenant.model.iteration import Iteration, Stride
from convenant.model.meeting import Decision
from convenant.model.party import Cover
from convenant.model.passage import Passage
from convenant.model.proposal import section_of
from convenant.report.proposal import party_label
from convenant.report.shown import shown


def history_text(iterations: Sequence[Iteration], cover: Cover, voice: Voice) -> str:
    """Every iteration, the newest first."""
    if not iterations:
        return voice.say(N_("Nothing was found.")) + "\n"
    lines = [line for iteration in iterations for line in _iteration(iteration, cover, voice)]
    return "".join(f"{shown(line)}\n" for line in lines)


def why_text(
    found: Sequence[tuple[int, str, Stride, Decision | None]], cover: Cover, voice: Voice
) -> str:
    """Who made some lines: neighbours of one origin together."""
    lines, before = list[str](), ""
    for number, text, stride, decision in found:
        if stride.id != before:
            before = stride.id
            lines += (
                ["", *_origin(stride, decision, cover, voice)]
                if lines
                else [*_origin(stride, decision, cover, voice)]
            )
        lines.append(f"  {number}  {text}")
    return "".join(f"{shown(line)}\n" for line in lines)


def _iteration(iteration: Iteration, cover: Cover, voice: Voice) -> Iterator[str]:
    day = voice.date(iteration.date)
    if not iteration.meeting:
        said = N_("{date}: changed outside a meeting: {title}")
    elif iteration.strides[0].undoes:
        said = N_("{date}: meeting {id} undone, {reason}")
    else:
        said = N_("{date}: meeting {id}")
    names = {"id": iteration.meeting, "title": iteration.strides[0].title}
    yield voice.say(said, date=day, reason=iteration.undone or "–", **names)
    for stride, changes in iteration.changes:
        if stride.proposal and not stride.undoes:
            name = party_label(cover, stride.party or "facilitator", voice)
            said = N_("{title} (proposal {id} of {name})")
            told = voice.say(said, title=stride.title, id=stride.proposal, name=name)
            yield f"  {told}"
        for change in changes:
            section = f"§{change.section.number} " if change.section.number else ""
            yield f"    {section}{change.sentence(voice)}"
        for passage in iteration.passages.get(stride.id, ()):
            yield f"    {_place(passage)}{_was(passage, voice)}"
    yield ""


def _place(passage: Passage) -> str:
    number = section_of(passage.file)
    where = f"§{number} " if number else ""
    return f"{where}{passage.clause}: " if passage.clause else where


def _was(passage: Passage, voice: Voice) -> str:
    if not passage.before:
        return voice.say(N_("new: “{after}”"), after=passage.after)
    if not passage.after:
        return voice.say(N_("taken away: “{before}”"), before=passage.before)
    said = N_("“{before}” became “{after}”")
    return voice.say(said, before=passage.before, after=passage.after)


def _origin(stride: Stride, decision: Decision | None, cover: Cover, voice: Voice) -> Iterator[str]:
    if stride.proposal:
        name = party_label(cover, stride.party or "facilitator", voice)
        said = N_("Proposed by {name} in {id}: {title}")
        yield voice.say(said, name=name, id=stride.proposal, title=stride.title)
        number = decision.id if decision else "–"
        said = N_("Agreed in meeting {meeting}, decision {number}.")
        yield voice.say(said, meeting=stride.meeting, number=number)
        if decision and decision.reservation:
            said = N_("Reservation: {text}")
            yield voice.say(said, text=decision.reservation)
    elif stride.meeting:
        yield voice.say(N_("Written when meeting {meeting} was closed."), meeting=stride.meeting)
    else:
        from datetime import UTC, datetime

        day = datetime.fromtimestamp(stride.time, UTC).date().isoformat()
        said = N_("Written on {date}, outside a meeting: {title}")
        yield voice.say(said, date=voice.date(day), title=stride.title)
