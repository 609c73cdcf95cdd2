"""From a meeting's decisions to the next version of its covenant: all of them or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from convenant.cli.steps.meeting.closing_record import (
    adopted_files,
    files_of,
    passages_of,
    record_of,
    section_titles,
    with_choices_told,
)
from convenant.cli.steps.meeting.letting_in import GATE, held_back
from convenant.cli.steps.meeting.round import Round, change_of, proposals_of, texts_of
from convenant.cli.steps.moment import now
from convenant.cli.steps.soundness import comparisons, errors_between, read_all
from convenant.edges.disk.meeting_file import set_value
from convenant.edges.vcs.closing import Turn, Turned, make_turn
from convenant.edges.vcs.version_folder import read_files
from convenant.edges.vcs.write import Writer, signature
from convenant.load.maturity import maturity_of
from convenant.locale import N_, voice
from convenant.model.comparison import Weight
from convenant.model.meeting import Meeting
from convenant.model.minutes import Minutes
from convenant.model.party import Cover
from convenant.model.proposal import Proposal
from convenant.model.ruling import Reason
from convenant.model.section import SECTIONS
from convenant.plan.meeting import Sitting, amended
from convenant.plan.merge import Change, Clash, MergePlan, plan_merge
from convenant.plan.order import Hurdle, hurdles
from convenant.problem import Problem
from convenant.render.markdown.minutes import minutes_markdown

GONE = N_("It is not there any more.")
MOVED = N_("It was changed after the meeting decided on it. Decide on the new text.")
NOT_ONCE = N_("The words “{said}” do not stand in it exactly once, so they cannot be amended.")


class Refusal(Struct, frozen=True):
    """Why an agreed proposal cannot be taken over; a sentence for the catalogues."""

    proposal: str
    why: str
    said: str = ""


class Closing(Struct, frozen=True):
    """What closing a meeting would do.

    Attributes:
        waits: the agreed proposals that the gate does not let in, with its reasons.
        blamed: the proposals by which the covenant would get errors, with these.
        steps: per proposal its files afterwards and whom it is from.
        files: the covenant's files at the end, records included; None for what is taken away.
    """

    slug: str
    sitting: Sitting
    cover: Cover
    refusals: tuple[Refusal, ...] = ()
    clashes: tuple[Clash, ...] = ()
    hurdles: tuple[Hurdle, ...] = ()
    waits: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict)
    blamed: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    plan: MergePlan | None = None
    proposals: tuple[Proposal, ...] = ()
    record: Meeting | None = None
    minutes: str = ""
    files: Mapping[str, bytes | None] = field(default_factory=dict)

    @property
    def is_possible(self) -> bool:
        """Whether nothing stands in the way."""
        return not (self.refusals or self.clashes or self.hurdles or self.waits or self.blamed)


def plan_closing(round_: Round, slug: str, sitting: Sitting) -> Closing:
    """Everything that closing would do, and everything that stands in the way."""
    cover, present = round_.cover(slug), read_files(round_.repository, round_.tip, slug)
    known = {p.id: p for p in proposals_of(round_, slug)}
    changes, refusals, taken = _changes(round_, sitting, known)
    maturity = maturity_of(present)
    blocked = tuple(
        hurdle
        for hurdle in hurdles(_discussed(sitting, taken), sitting.raised, maturity)
        if hurdle.about not in sitting.overrides
    )
    plan = plan_merge(present, changes, sitting.choices)
    waits = held_back(round_, taken, overruled=GATE in sitting.overrides)
    base = Closing(
        slug, sitting, cover, refusals, plan.clashes, blocked, waits, plan=plan, proposals=taken
    )
    if refusals or plan.clashes:
        return base
    versions = [present, *_after_each(present, plan), _grown(plan.result, sitting)]
    readings = read_all(slug, versions)
    if errors_between(readings[0], readings[-1]):
        return replace(base, blamed=_blamed(plan, readings))
    told = voice(cover.language or "nl")
    sentences = {
        step.id: tuple(
            change.sentence(told)
            for change in said.weighed()
            if change.weight is not Weight.WORDING
        )
        for step, said in zip(plan.steps, comparisons(readings), strict=False)
    }
    record = with_choices_told(record_of(sitting, known), plan, sitting)
    minutes = minutes_markdown(
        Minutes(slug, cover, record, section_titles(cover), sentences, passages_of(versions, plan))
    )
    files = files_of(versions, record, minutes) | adopted_files(present, sitting, cover)
    return replace(base, record=record, minutes=minutes, files=files)


def carry_out(round_: Round, closing: Closing) -> Turned:
    """Take over what was agreed, and name the new version after the meeting.

    Raises:
        ConvenantError: when something is in the way; nothing has changed then.
    """
    repository, slug, moment = round_.repository, closing.slug, now()
    assert closing.plan is not None  # noqa: S101  (for the type checker)
    prefix, here = f"{repository.folder_of(slug)}/", round_.tip
    heads = {proposal.id: proposal for proposal in closing.proposals}
    leader = signature(facilitator_of(closing.cover), "facilitator", slug, moment)
    with Writer(repository) as writer:
        for step in closing.plan.steps:
            proposal = heads[step.id]
            tree = writer.tree(here, {prefix + name: data for name, data in step.files.items()})
            name = author_of(closing.cover, proposal.party)
            author = signature(name, proposal.party, slug, moment)
            message = _step_message(closing, proposal)
            here = writer.commit(tree, [here, proposal.draft.head], author, message)
        tree = writer.tree(here, {prefix + name: data for name, data in closing.files.items()})
        what = f"{slug} {closing.sitting.id}"
        end = writer.commit(tree, [here], leader, _end_message(closing))
        tag = f"{slug}/meeting/{closing.sitting.id}"
        tag_id = writer.tag(end, tag, leader, what)
    return make_turn(
        repository, Turn(round_.main, round_.tip, end, f"refs/tags/{tag}", tag_id, what)
    )


def _changes(
    round_: Round, sitting: Sitting, known: Mapping[str, Proposal]
) -> tuple[list[Change], tuple[Refusal, ...], tuple[Proposal, ...]]:
    """What was agreed, as it is to be taken over, and what cannot be."""
    refusals, taken, changes = list[Refusal](), list[Proposal](), list[Change]()
    for event in sitting.agreed():
        proposal = known.get(event.proposal)
        if proposal is None:
            refusals.append(Refusal(event.proposal, GONE))
        elif proposal.fault:
            refusals.append(Refusal(proposal.id, proposal.fault, proposal.fault_said))
        elif proposal.draft.head != event.get("head"):
            refusals.append(Refusal(proposal.id, MOVED))
        else:
            taken.append(proposal)
    texts = texts_of(round_, [proposal.draft for proposal in taken])
    for proposal in taken:
        change = change_of(proposal.draft, texts)
        files, missing = amended(change.files, sitting.decided[proposal.id])
        if missing:
            refusals.append(Refusal(proposal.id, NOT_ONCE, missing))
        changes.append(replace(change, files=files))
    return changes, tuple(refusals), tuple(taken)


def _discussed(sitting: Sitting, taken: Sequence[Proposal]) -> set[int]:
    """The sections that the meeting dealt with: on its agenda, or by what it agreed on."""
    return {*sitting.sections, *(number for proposal in taken for number in proposal.sections)}


def _after_each(present: Mapping[str, bytes], plan: MergePlan) -> list[dict[str, bytes]]:
    found, files = [], dict(present)
    for step in plan.steps:
        files = {**files, **{n: d for n, d in step.files.items() if d is not None}}
        files = {n: d for n, d in files.items() if step.files.get(n, b"") is not None}
        found.append(files)
    return found


def _grown(files: Mapping[str, bytes], sitting: Sitting) -> dict[str, bytes]:
    """The files with the maturity that the meeting decided on."""
    after = dict(files)
    for section in SECTIONS:
        if level := sitting.raised.get(section.number):
            name = section.data_file
            after[name] = set_value(after.get(name, b""), "maturity", level)
    return after


def _blamed(plan: MergePlan, readings: Sequence[object]) -> dict[str, tuple[Problem, ...]]:
    """The first proposal by which an error comes in; else the maturity that was decided on."""
    names = [*(step.id for step in plan.steps), ""]
    for name, old, new in zip(names, readings, readings[1:], strict=False):
        if errors := errors_between(old, new):  # type: ignore[arg-type]
            return {name: errors}
    return {}


def author_of(cover: Cover, party: str) -> str:
    """A party as the author of a version."""
    found = (p.name or p.label for p in cover.parties if p.id == party)
    return next(found, facilitator_of(cover) if party == "facilitator" else party)


def facilitator_of(cover: Cover) -> str:
    """The function of the facilitator, as the author of a version."""
    found = (f.function for f in cover.functions if f.role == "facilitator" and f.function)
    return next(found, "facilitator")


def _step_message(closing: Closing, proposal: Proposal) -> str:
    lines = [proposal.draft.message, "", f"Covenant: {closing.slug}", f"Proposal: {proposal.id}"]
    party = [f"Party: {proposal.party}"] if proposal.party != "facilitator" else []
    return "\n".join([*lines, *party, f"Meeting: {closing.sitting.id}", ""])


def _end_message(closing: Closing) -> str:
    told = voice(closing.cover.language or "nl")
    said = told.say(N_("Meeting {id} closed"), id=closing.sitting.id)
    return f"{said}\n\nCovenant: {closing.slug}\nMeeting: {closing.sitting.id}\n"
