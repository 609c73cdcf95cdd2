"""From the state of a covenant to the agenda of its next meeting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from convenant.check.completeness import open_points
from convenant.cli.steps.meeting.round import Round, change_of, proposals_of, texts_of
from convenant.cli.steps.reading import Reading
from convenant.cli.steps.soundness import comparisons, read_all
from convenant.edges.disk.resource import read_schemas
from convenant.edges.vcs.version_folder import read_files
from convenant.load.maturity import maturity_of
from convenant.load.meeting import load_meeting
from convenant.locale import Voice, voice
from convenant.model.agenda import Agenda, Item, Motion
from convenant.model.comparison import Weight
from convenant.model.meeting import Meeting
from convenant.model.proposal import Concern, Proposal
from convenant.model.section import SECTIONS
from convenant.plan.agenda import quiet_parties, time_boxes, unheard
from convenant.plan.guidance import PURPOSES, open_questions
from convenant.plan.merge import plan_merge
from convenant.plan.order import Company, due_sections, hurdles
from convenant.plan.passage import passages, words_of
from convenant.plan.proposal import plan_concerns
from convenant.render.assembly import TITLES

Files = Mapping[str, bytes]


def plan_agenda(
    round_: Round,
    slug: str,
    *,
    date: str,
    start: str,
    minutes: int,
    company: Company,
    sections: Sequence[int] = (),
) -> Agenda:
    """The agenda that the state of a covenant asks for.

    Args:
        sections: takes these instead of those that are due.
    """
    cover, files = round_.cover(slug), read_files(round_.repository, round_.tip, slug)
    told = voice(cover.language or "nl")
    known = list(proposals_of(round_, slug))
    waiting = [p for p in known if p.standing.is_waiting]
    maturity = maturity_of(files)
    touched = sorted({number for p in waiting for number in p.sections if number})
    due = tuple(sections) or due_sections(maturity, company, touched)
    motions, reading = _motions(round_, slug, files, waiting, told)
    concerns = [c for c in plan_concerns(round_.events) if not c.answered and not c.proposal]
    last = last_meeting(files)
    weights = [_weight(n, waiting, concerns) for n in due]
    opening, boxes, closing = time_boxes(minutes, weights)
    named = _named(reading)
    points = open_points(reading.covenant, read_schemas(), told)
    items = tuple(
        Item(
            section=number,
            title=told.say(TITLES[SECTIONS[number - 1]]),
            maturity=maturity[number],
            minutes=box,
            purpose=PURPOSES[number],
            questions=open_questions(number, reading.covenant.data.get(SECTIONS[number - 1], {})),
            points=points.get(SECTIONS[number - 1], ()),
            motions=tuple(m for m in motions if _home(m.proposal, due) == number),
            concerns=tuple(c for c in concerns if c.section == str(number)),
            before=tuple(d for d in last.decisions if d.section == number) if last else (),
            unheard=unheard(cover.parties, number, named, known),
        )
        for number, box in zip(due, boxes, strict=True)
    )
    found = hurdles([4, *due], {}, maturity)
    return Agenda(
        slug,
        cover,
        date,
        start,
        minutes,
        opening,
        closing,
        items,
        waiting=tuple((hurdle.why, hurdle.missing) for hurdle in found),
        draft=last.meeting if last and last.minutes == "draft" and not last.undone else "",
        quiet=quiet_parties(cover.parties, last, known),
    )


def last_meeting(files: Files) -> Meeting | None:
    """The record of the meeting that was held last; None before the first."""
    names = [n for n in files if n.startswith("meetings/") and n.endswith(".yaml")]
    found = [load_meeting(name, files[name]) for name in names]
    return max(found, key=lambda m: (m.date, m.meeting), default=None)


def _home(proposal: Proposal, due: Sequence[int]) -> int:
    """The section on the agenda under which a proposal is discussed."""
    return next((n for n in due if n in proposal.sections), due[0] if due else 0)


def _weight(number: int, proposals: Sequence[Proposal], concerns: Sequence[Concern]) -> int:
    about = sum(1 for p in proposals if number in p.sections)
    return 2 + about + sum(1 for c in concerns if c.section == str(number))


def _motions(
    round_: Round, slug: str, files: Files, waiting: Sequence[Proposal], told: Voice
) -> tuple[list[Motion], Reading]:
    """Each waiting proposal with what it changes against the present text."""
    sound = [p for p in waiting if not p.fault]
    texts = texts_of(round_, [p.draft for p in sound])
    versions: list[Files] = [files]
    changes = [change_of(p.draft, texts) for p in sound]
    versions += [plan_merge(files, [change], {}).result for change in changes]
    first, *others = read_all(slug, versions)
    found = []
    for proposal, change, other in zip(sound, changes, others, strict=True):
        (said,) = comparisons([first, other])
        sentences = tuple(
            c.sentence(told) for c in said.weighed() if c.weight is not Weight.WORDING
        )
        places = tuple(
            words_of(passage)
            for name in change.files
            if name.endswith(".md")
            for passage in passages(name, change.base.get(name, b""), change.files[name])
        )
        found.append(Motion(proposal, sentences, places))
    found += [Motion(p) for p in waiting if p.fault]
    return found, first


def _named(reading: Reading) -> dict[int, frozenset[str]]:
    """By section the ids of the parties that its data name."""
    ids = {p.id for p in reading.covenant.cover.parties}
    return {
        section.number: frozenset(ids & set(_words(reading.covenant.data.get(section, {}))))
        for section in SECTIONS
    }


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)
