"""The agenda as Markdown: for everybody at the table, and a sheet for the facilitator alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from convenant.locale import N_, Voice, voice
from convenant.model.agenda import Agenda, Item, Motion
from convenant.model.party import Cover
from convenant.render.markdown.escape import escaped, redline
from convenant.render.markdown.minutes import MATURITY, OUTCOMES


def agenda_markdown(agenda: Agenda) -> str:
    """What everybody at the table gets: per section why, what is asked and what is proposed."""
    told = voice(agenda.cover.language or "nl")
    return "\n".join(_lines(agenda, told)).rstrip("\n") + "\n"


def sheet_markdown(agenda: Agenda, attitude: Sequence[str]) -> str:
    """What only the facilitator gets: the attitude of the method, and who needs to be heard."""
    told = voice(agenda.cover.language or "nl")
    return "\n".join(_sheet(agenda, attitude, told)).rstrip("\n") + "\n"


def _lines(agenda: Agenda, told: Voice) -> Iterator[str]:
    title = escaped(agenda.cover.title or agenda.slug)
    yield "# " + told.say(N_("Agenda {title}"), title=title)
    yield ""
    when = told.date(agenda.date)
    if agenda.start:
        when = told.say(N_("{date}, {time}"), date=when, time=agenda.start)
    yield told.say(N_("{when}. {count} minutes in all."), when=when, count=agenda.minutes)
    yield ""
    said = N_("Opening: how is everybody? ({count} minutes)")
    yield "- " + told.say(said, count=agenda.opening)
    for item in agenda.items:
        said = N_("§{section} {title} ({count} minutes)")
        title = escaped(item.title)
        yield "- " + told.say(said, section=item.section, title=title, count=item.minutes)
    said = N_("Actions and next meeting ({count} minutes)")
    yield "- " + told.say(said, count=agenda.closing)
    yield ""
    if agenda.draft:
        said = N_("At the opening we adopt the minutes of {meeting}, or mend them.")
        yield told.say(said, meeting=agenda.draft)
        yield ""
    for why, numbers in agenda.waiting:
        missing = told.enumerate([f"§{number}" for number in numbers])
        yield told.say(why) + " " + told.say(N_("Not concrete yet: {missing}."), missing=missing)
        yield ""
    for item in agenda.items:
        yield from _item(agenda.cover, item, told)


def _item(cover: Cover, item: Item, told: Voice) -> Iterator[str]:
    yield f"## §{item.section} {escaped(item.title)}"
    yield ""
    yield told.say(item.purpose)
    state = told.say(MATURITY[item.maturity])
    yield told.say(N_("This section is now: *{maturity}*."), maturity=state)
    yield ""
    yield from _listed(
        N_("Last time"), [_before(d.text, d.outcome, told) for d in item.before], told
    )
    yield from _listed(N_("Questions to prepare"), [told.say(q) for q in item.questions], told)
    yield from _listed(N_("Still to be filled in"), [escaped(p) for p in item.points], told)
    if item.motions:
        yield "### " + told.say(N_("Proposals"))
        yield ""
        for motion in item.motions:
            yield from _motion(cover, motion, told)
    concerns = [escaped(concern.text) for concern in item.concerns]
    yield from _listed(N_("Concerns that are open"), concerns, told)


def _before(text: str, outcome: str, told: Voice) -> str:
    said = OUTCOMES.get(outcome)
    return f"{escaped(text)} – {told.say(said)}" if said else escaped(text)


def _listed(title: str, items: Sequence[str], told: Voice) -> Iterator[str]:
    if items:
        yield f"### {told.say(title)}"
        yield ""
        yield from (f"- {item}" for item in items)
        yield ""


def _motion(cover: Cover, motion: Motion, told: Voice) -> Iterator[str]:
    proposal = motion.proposal
    name = _party(cover, proposal.party, told)
    said = N_("{title} (proposal {id} of {name})")
    head = told.say(said, title=escaped(proposal.draft.message), id=proposal.id, name=name)
    yield f"**{head}**"
    yield ""
    lines = [escaped(sentence) for sentence in motion.sentences]
    for passage in motion.passages:
        where = f"{escaped(passage.clause)}: " if passage.clause else ""
        lines.append(where + redline(passage.before, passage.after))
    if proposal.beside:
        ids = told.enumerate(proposal.beside)
        lines.append(told.say(N_("Touches the same place as {ids}."), ids=ids))
    if not proposal.applies and not proposal.fault:
        lines.append(told.say(N_("The text has changed since; the two have to be compared.")))
    if proposal.reason:
        lines.append(told.say(N_("Parked earlier: {reason}"), reason=escaped(proposal.reason)))
    said = N_("Concern: {text}")
    lines += [told.say(said, text=escaped(concern.text)) for concern in proposal.concerns]
    yield from (f"- {line}" for line in lines)
    yield ""


def _sheet(agenda: Agenda, attitude: Sequence[str], told: Voice) -> Iterator[str]:
    title = escaped(agenda.cover.title or agenda.slug)
    yield "# " + told.say(N_("Facilitator’s sheet {title}"), title=title)
    yield ""
    yield "*" + told.say(N_("For the facilitator only: do not hand this out.")) + "*"
    yield ""
    names = [_party(agenda.cover, id, told) for id in agenda.quiet]
    yield from _part(N_("Give these parties the floor first"), names, told)
    for item in agenda.items:
        lines = list(_hints(agenda.cover, item, told))
        yield from _part(f"§{item.section} {escaped(item.title)}", lines, told)
    yield from _part(N_("Attitude"), [told.say(text) for text in attitude], told)


def _part(title: str, lines: Sequence[str], told: Voice) -> Iterator[str]:
    if lines:
        yield f"## {told.say(title)}"
        yield ""
        yield from (f"- {line}" for line in lines)
        yield ""


def _hints(cover: Cover, item: Item, told: Voice) -> Iterator[str]:
    if item.unheard:
        names = told.enumerate([_party(cover, id, told) for id in item.unheard])
        yield told.say(N_("Not heard about this section yet: {names}."), names=names)
    if any(motion.proposal.beside for motion in item.motions):
        yield told.say(
            N_("Proposals touch the same place: let each say what is behind it before you compare.")
        )
    if item.concerns or any(motion.proposal.concerns for motion in item.motions):
        yield told.say(
            N_("There are concerns: ask on without judging, and look for what is needed.")
        )
    if any(motion.proposal.fault for motion in item.motions):
        yield told.say(N_("A proposal cannot be taken over as it is; see “convenant proposals”."))


def _party(cover: Cover, id: str, told: Voice) -> str:
    if id == "facilitator":
        return told.say(N_("the facilitator"))
    return escaped(next((p.label for p in cover.parties if p.id == id), id))
