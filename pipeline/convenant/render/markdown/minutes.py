"""The minutes of a meeting as Markdown, in the covenant's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from convenant.locale import N_, Voice, voice
from convenant.model.meeting import Decision, Meeting, Worry
from convenant.model.minutes import Minutes
from convenant.model.passage import Passage
from convenant.model.section import Maturity
from convenant.render.markdown.escape import escaped, redline

KINDS = {
    "plenary": N_("plenary meeting"),
    "bilateral": N_("bilateral meeting"),
    "written": N_("written round"),
}
OUTCOMES = {
    "agreed": N_("Agreed; it is part of the text now."),
    "parked": N_("Parked; it comes back later."),
    "rejected": N_("Rejected."),
}
MATURITY = {
    Maturity.OUTLINE: N_("outline"),
    Maturity.CONCRETE: N_("concrete"),
    Maturity.SETTLED: N_("ready for decision"),
}


def minutes_markdown(minutes: Minutes) -> str:
    """The whole report: who, what was decided section by section, and what is to be done."""
    told = voice(minutes.cover.language or "nl")
    return "\n".join(_lines(minutes, told)).rstrip("\n") + "\n"


def _lines(minutes: Minutes, told: Voice) -> Iterator[str]:
    meeting, cover = minutes.meeting, minutes.cover
    title = escaped(cover.title or minutes.slug)
    yield "# " + told.say(N_("Minutes {title}"), title=title)
    yield ""
    kind = told.say(KINDS.get(meeting.kind, KINDS["plenary"]))
    yield f"{kind[:1].upper()}{kind[1:]}, {told.date(meeting.date)}."
    yield ""
    yield f"*{told.say(_state(meeting), meeting=escaped(meeting.adopted_in))}*"
    yield ""
    if meeting.undone:
        yield f"**{told.say(_UNDONE, reason=escaped(meeting.undone))}**"
        yield ""
    yield from _attendance(minutes, told)
    yield from _sections(minutes, told)
    yield from _actions(minutes, told)
    yield from _overrides(meeting, told)
    if absent := [_party(minutes, party) for party in meeting.absent()]:
        yield "## " + told.say(N_("To be consulted"))
        yield ""
        said = N_("Not there, so they hear the decisions and can still react: {names}.")
        yield told.say(said, names=told.enumerate(absent))
        yield ""
    yield told.say(
        N_(
            "No party is bound by these minutes. A party is bound once its competent body has "
            "decided and all have signed."
        )
    )


def adopted_markdown(text: str, meeting: str, language: str) -> str:
    """Minutes that were a draft, as adopted in a later meeting."""
    told = voice(language)
    old = told.say(_DRAFT)
    return text.replace(f"*{old}*", f"*{told.say(_ADOPTED, meeting=escaped(meeting))}*", 1)


_DRAFT = N_("Draft, until a later meeting adopts these minutes.")
_ADOPTED = N_("These minutes were adopted in meeting {meeting}.")


def undone_markdown(text: str, reason: str, language: str) -> str:
    """Minutes of a meeting that was undone: the first thing that they say."""
    head, _, rest = text.partition("\n\n")
    said = voice(language).say(_UNDONE, reason=escaped(reason))
    return f"{head}\n\n**{said}**\n\n{rest}"


_UNDONE = N_("This meeting was undone: {reason}")


def _state(meeting: Meeting) -> str:
    if meeting.minutes == "adopted":
        return _ADOPTED
    return _DRAFT


def _attendance(minutes: Minutes, told: Voice) -> Iterator[str]:
    groups = (("present", N_("Present: {names}.")), ("absent", N_("Absent: {names}.")))
    found = False
    for state, said in groups:
        names = [_party(minutes, a.party) for a in minutes.meeting.attendance if a.state == state]
        if names:
            found = True
            yield told.say(said, names=told.enumerate(names))
            yield ""
    if not found:
        yield told.say(N_("Who was there was not noted."))
        yield ""


def _sections(minutes: Minutes, told: Voice) -> Iterator[str]:
    meeting = minutes.meeting
    named = {*meeting.sections, *(d.section for d in meeting.decisions)}
    named |= {g.section for g in meeting.maturity} | {c.section for c in meeting.concerns}
    for number in sorted(named, key=lambda number: number or 9):
        yield f"## {_title(minutes, number, told)}"
        yield ""
        decisions = [d for d in meeting.decisions if d.section == number]
        concerns = [c for c in meeting.concerns if c.section == number]
        growth = [g for g in meeting.maturity if g.section == number]
        if not decisions and not concerns and not growth:
            yield told.say(N_("Discussed; nothing was decided."))
            yield ""
        for decision in decisions:
            yield from _decision(minutes, decision, told)
        for step in growth:
            word = told.say(MATURITY[Maturity(step.maturity)])
            yield told.say(N_("The meeting finds this section *{maturity}*."), maturity=word)
            yield ""
        if concerns:
            yield told.say(N_("Concerns:"))
            yield ""
            yield from (f"- {_worry(minutes, concern, told)}" for concern in concerns)
            yield ""


def _title(minutes: Minutes, number: int, told: Voice) -> str:
    if not number:
        return told.say(N_("General"))
    return f"§{number} {escaped(minutes.titles.get(number, ''))}".rstrip()


def _decision(minutes: Minutes, decision: Decision, told: Voice) -> Iterator[str]:
    text = escaped(decision.text)
    if decision.outcome == "decided":
        yield f"**{decision.id}** {text}"
    else:
        yield f"**{decision.id}** {_proposed(minutes, decision, told)}"
        yield ""
        yield told.say(OUTCOMES[decision.outcome])
        for amendment in decision.amendments:
            said = N_("Amended: “{old}” became “{new}”.")
            words = {"old": escaped(amendment.instead_of), "new": escaped(amendment.text)}
            yield told.say(said, **words)
        if decision.reason:
            yield told.say(N_("Reason: {reason}"), reason=escaped(decision.reason))
    if decision.reservation:
        yield from ("", _reservation(minutes, decision, told))
    yield ""
    sentences = minutes.sentences.get(decision.proposal, ())
    passages = minutes.passages.get(decision.proposal, ())
    if sentences or passages:
        yield told.say(N_("What changes:"))
        yield ""
        yield from (f"- {escaped(sentence)}" for sentence in sentences)
        yield from (f"- {_passage(passage)}" for passage in passages)
        yield ""


def _proposed(minutes: Minutes, decision: Decision, told: Voice) -> str:
    party = decision.party
    name = _party(minutes, party) if party else told.say(N_("the facilitator"))
    said = N_("{title} (proposal {id} of {name})")
    return told.say(said, title=escaped(decision.text), id=decision.proposal, name=name)


def _reservation(minutes: Minutes, decision: Decision, told: Voice) -> str:
    text = escaped(decision.reservation)
    said = told.say(N_("Reservation: {text}"), text=text.rstrip("."))
    if decision.lifted_by:
        said += told.say(N_("; {name} lifts it"), name=_party(minutes, decision.lifted_by))
    if decision.until:
        said += told.say(N_(" before {date}"), date=told.date(decision.until))
    return f"{said}."


def _passage(passage: Passage) -> str:
    where = f"{escaped(passage.clause)}: " if passage.clause else ""
    return where + redline(passage.before, passage.after)


def _worry(minutes: Minutes, concern: Worry, told: Voice) -> str:
    text = escaped(concern.text)
    if concern.proposal:
        text = told.say(N_("{text} (with proposal {id})"), text=text, id=concern.proposal)
    return f"{text} ({_party(minutes, concern.owner)})" if concern.owner else text


def _actions(minutes: Minutes, told: Voice) -> Iterator[str]:
    if not minutes.meeting.actions:
        return
    yield "## " + told.say(N_("Actions"))
    yield ""
    for action in minutes.meeting.actions:
        parts: Sequence[str] = [
            _party(minutes, action.by) if action.by else "",
            told.say(N_("before {date}"), date=told.date(action.due)) if action.due else "",
        ]
        about = ", ".join(part for part in parts if part)
        yield f"- {escaped(action.text)}" + (f" ({about})" if about else "")
    yield ""


def _overrides(meeting: Meeting, told: Voice) -> Iterator[str]:
    for override in meeting.overrides:
        said = _DEPARTURES.get(override.about, N_("The order of the method was left: {reason}"))
        yield told.say(said, reason=escaped(override.reason))
        yield ""


_DEPARTURES = {
    "section-4": N_("The programme was discussed before sections 1 to 3 were concrete: {reason}"),
    "legal-review": N_("The legal stage was opened early: {reason}"),
    "gate": N_("What was still waiting was taken over on purpose: {reason}"),
}


def _party(minutes: Minutes, id: str) -> str:
    found = (p.label for p in minutes.cover.parties if p.id == id)
    return escaped(next(found, id))
