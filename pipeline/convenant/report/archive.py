"""The archive of a covenant, for programs and for readers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from msgspec import to_builtins

from convenant.locale import N_, Voice
from convenant.model.archive import ArchivedDecision, ArchivedProposal, ArchivedRemark
from convenant.report.markdown import plain

VERSION = 1
_OUTCOMES = {
    "agreed": N_("Agreed on {date}, in meeting {meeting}."),
    "parked": N_("Put aside on {date}, in meeting {meeting}."),
    "rejected": N_("Not accepted on {date}, in meeting {meeting}."),
}


def archive_json(slug: str, proposals: Sequence[ArchivedProposal]) -> str:
    """The archive as JSON; keys are only ever added."""
    form = {"archive": VERSION, "covenant": slug, "proposals": to_builtins(proposals)}
    return json.dumps(form, ensure_ascii=False, indent=2) + "\n"


def archive_text(
    title: str, proposals: Sequence[ArchivedProposal], names: Mapping[str, str], voice: Voice
) -> str:
    """The archive as Markdown.

    Args:
        names: of the parties, by id.
    """
    head = voice.say(N_("Proposals and decisions: {title}"), title=title)
    parts = [f"# {plain(head)}"]
    for proposal in proposals:
        parts.append(f"## {plain(proposal.title or proposal.id)}")
        parts.append("\n".join(f"- {plain(line)}" for line in _lines(proposal, names, voice)))
    return "\n\n".join(parts) + "\n"


def _lines(proposal: ArchivedProposal, names: Mapping[str, str], voice: Voice) -> Iterator[str]:
    who = names.get(proposal.party, proposal.party) or voice.say(N_("the facilitator"))
    date = voice.date(proposal.time[:10])
    proposed = N_("Proposal {id}, of {who}, on {date}.")
    yield voice.say(proposed, id=proposal.id, who=who, date=date)
    for decision in proposal.decisions:
        yield from _decision(decision, voice)
    if proposal.concerns:
        said = N_("Concerns: {count}, of which answered: {answered}.")
        yield voice.say(said, count=proposal.concerns, answered=proposal.answered)
    if proposal.withdrawn:
        yield voice.say(N_("Withdrawn."))
    for remark in proposal.remarks:
        yield _remark(remark, names, voice)


def _remark(remark: ArchivedRemark, names: Mapping[str, str], voice: Voice) -> str:
    who = names.get(remark.party, remark.party) or voice.say(
        N_("the facilitator") if remark.role == "facilitator" else N_("somebody")
    )
    text = " ".join(remark.text.split())
    said = N_("Concern of {who}: {text}") if remark.kind == "concern" else N_("{who} said: {text}")
    return voice.say(said, who=who, text=text)


def _decision(decision: ArchivedDecision, voice: Voice) -> Iterator[str]:
    date = voice.date(decision.time[:10])
    yield voice.say(_OUTCOMES[decision.outcome], date=date, meeting=decision.meeting or "–")
    if decision.reason:
        yield voice.say(N_("Reason: {reason}"), reason=decision.reason)
    if decision.reservation:
        yield voice.say(N_("Reservation: {said}"), said=decision.reservation)
