"""Proposals for a person at a terminal, and for a machine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from convenant.locale import N_, Voice
from convenant.model.party import Cover
from convenant.model.proposal import Proposal, Standing, sections_of
from convenant.report.shown import shown

JSON_VERSION = 1
_DAY = 24 * 3600

STANDINGS: Mapping[Standing, str] = {
    Standing.OPEN: N_("open"),
    Standing.AGREED: N_("agreed"),
    Standing.PARKED: N_("parked"),
    Standing.REJECTED: N_("rejected"),
    Standing.WITHDRAWN: N_("withdrawn"),
    Standing.MERGED: N_("taken over"),
}


def intent_text(
    id: str, name: str, message: str, edits: Mapping[str, bytes | None], voice: Voice
) -> str:
    """What a proposal will be, before it is made."""
    head = voice.say(N_("Proposal {id} of {name}: {message}"), id=id, name=name, message=message)
    lines = [shown(head)]
    for file, data in edits.items():
        said = N_("  takes away {file}") if data is None else N_("  changes {file}")
        lines.append(shown(voice.say(said, file=file)))
    sections = section_names(sections_of(edits), voice)
    lines.append(voice.say(N_("  about {sections}"), sections=sections))
    return "\n".join(lines) + "\n"


def proposals_text(
    proposals: Sequence[Proposal], covers: Mapping[str, Cover], time: int, voice: Voice
) -> str:
    """Proposals by covenant, the oldest first."""
    if not proposals:
        return voice.say(N_("There are no open proposals.")) + "\n"
    lines, here = list[str](), ""
    for proposal in proposals:
        if proposal.draft.covenant != here:
            here = proposal.draft.covenant
            lines += ["", here] if lines else [here]
        lines += _entry(proposal, covers[here], time, voice)
    return "\n".join(lines) + "\n"


def proposals_json(proposals: Iterable[Proposal], covers: Mapping[str, Cover], time: int) -> str:
    """The same for a machine; a later version only adds keys."""
    form = {"version": JSON_VERSION, "proposals": [_record(p, time) for p in proposals]}
    return json.dumps(form, ensure_ascii=False, indent=2) + "\n"


def section_names(numbers: Sequence[int], voice: Voice) -> str:
    """`§1 en §3`; the cover by its own name."""
    cover = voice.say(N_("the cover"))
    return voice.enumerate([f"§{n}" if n else cover for n in numbers])


def party_label(cover: Cover, party: str, voice: Voice) -> str:
    """What a party is called; the facilitator by the role."""
    if party == "facilitator":
        return voice.say(N_("the facilitator"))
    return next((p.label for p in cover.parties if p.id == party), party)


def age(time: int, now: int, voice: Voice) -> str:
    """How long ago, in whole days."""
    days = max(0, (now - time) // _DAY)
    return (
        voice.plural(N_("{count} day"), N_("{count} days"), days)
        if days
        else voice.say(N_("today"))
    )


def _entry(proposal: Proposal, cover: Cover, time: int, voice: Voice) -> list[str]:
    name = party_label(cover, proposal.party, voice)
    if proposal.claimed:
        name = voice.say(N_("{name} (as stated)"), name=name)
    about = section_names(proposal.sections, voice) if proposal.sections else "–"
    standing = voice.say(STANDINGS[proposal.standing])
    when = age(proposal.draft.time, time, voice)
    head = f"  {proposal.id}  {standing}  {about}  {when}  {name}"
    lines = [shown(head), shown(f"      {proposal.draft.message}")]
    lines += [shown(f"      {line}") for line in remarks(proposal, voice)]
    return lines


def remarks(proposal: Proposal, voice: Voice) -> list[str]:
    """What is to be known of a proposal before it is discussed, a sentence each."""
    found = []
    if proposal.fault:
        why = voice.say(proposal.fault, said=proposal.fault_said)
        found.append(voice.say(N_("Cannot be taken over. {why}"), why=why))
    elif proposal.standing.is_waiting and not proposal.applies:
        found.append(voice.say(N_("The text has changed since; the two have to be compared.")))
    if proposal.beside:
        ids = voice.enumerate(proposal.beside)
        found.append(voice.say(N_("Touches the same place as {ids}."), ids=ids))
    if proposal.reason:
        found.append(voice.say(N_("Reason: {reason}"), reason=proposal.reason))
    found += [voice.say(N_("Concern: {text}"), text=concern.text) for concern in proposal.concerns]
    return found


def _record(proposal: Proposal, time: int) -> dict[str, Any]:
    return {
        "id": proposal.id,
        "covenant": proposal.draft.covenant,
        "party": proposal.party,
        "claimed": proposal.claimed,
        "title": proposal.draft.message,
        "standing": proposal.standing.value,
        "sections": list(proposal.sections),
        "labels": sorted(proposal.labels),
        "days": max(0, (time - proposal.draft.time) // _DAY),
        "clauses": list(proposal.clauses),
        "applies": proposal.applies,
        "beside": list(proposal.beside),
        "concerns": [concern.text for concern in proposal.concerns],
        "meeting": proposal.meeting,
        "reason": proposal.reason,
        "fault": proposal.fault.replace("{said}", proposal.fault_said),
        "head": proposal.draft.head,
    }
