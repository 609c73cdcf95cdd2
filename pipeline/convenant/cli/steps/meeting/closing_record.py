"""What is kept of a meeting that is closed: its record, its minutes, and earlier ones adopted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from convenant.edges.disk.meeting_file import meeting_bytes
from convenant.load.meeting import load_meeting
from convenant.locale import voice
from convenant.model.meeting import Amendment, Meeting
from convenant.model.party import Cover
from convenant.model.passage import Passage
from convenant.model.proposal import Proposal
from convenant.plan.meeting import Sitting, plan_record
from convenant.plan.merge import BOTH, FIRST, SECOND, MergePlan
from convenant.plan.passage import as_words, passages, words_of
from convenant.render.assembly import TITLES
from convenant.render.markdown.minutes import adopted_markdown


def record_of(sitting: Sitting, known: Mapping[str, Proposal]) -> Meeting:
    """What is kept of a meeting, with concerns that its proposals still have."""
    titles = {p.id: (p.draft.message, p.party, tuple(p.draft.files)) for p in known.values()}
    open_ones = [
        concern
        for event in sitting.decided.values()
        if event.proposal in known
        for concern in known[event.proposal].concerns
        if concern.key not in sitting.concerns
    ]
    return plan_record(sitting, titles, open_ones)


def with_choices_told(record: Meeting, plan: MergePlan, sitting: Sitting) -> Meeting:
    """The record, in which a proposal whose words gave way says so as an amendment."""
    gave_way: dict[str, tuple[Amendment, ...]] = {}
    for clash in plan.chosen:
        choice = sitting.choices[clash.key]
        stands = {FIRST: clash.first, BOTH: ""}.get(choice, choice)
        if choice in (SECOND, BOTH) or clash.whole:
            continue
        words = Amendment(record.at, as_words(clash.second) or "–", as_words(stands) or "–")
        gave_way[clash.proposal] = (*gave_way.get(clash.proposal, ()), words)
    decisions = tuple(
        replace(d, amendments=(*d.amendments, *gave_way.get(d.proposal, ())))
        for d in record.decisions
    )
    return replace(record, decisions=decisions)


def passages_of(
    versions: Sequence[Mapping[str, bytes]], plan: MergePlan
) -> dict[str, tuple[Passage, ...]]:
    """By proposal the places in the text that it changed, as words."""
    return {
        step.id: tuple(
            words_of(p)
            for name in step.files
            if name.endswith(".md")
            for p in passages(name, before.get(name, b""), after.get(name, b""))
        )
        for step, before, after in zip(plan.steps, versions, versions[1:], strict=False)
    }


def files_of(
    versions: Sequence[Mapping[str, bytes]], record: Meeting, minutes: str
) -> dict[str, bytes | None]:
    """What the last version adds: maturity, the record, the minutes, and adopted ones."""
    before, after = versions[-2], versions[-1]
    files: dict[str, bytes | None] = {n: d for n, d in after.items() if before.get(n) != d}
    files[f"meetings/{record.meeting}.yaml"] = meeting_bytes(record)
    files[f"meetings/{record.meeting}.md"] = minutes.encode()
    return files


def adopted_files(
    present: Mapping[str, bytes], sitting: Sitting, cover: Cover
) -> dict[str, bytes | None]:
    """Earlier minutes that this meeting adopts, no longer a draft."""
    files: dict[str, bytes | None] = {}
    for id in sitting.adopts:
        name, text = f"meetings/{id}.yaml", f"meetings/{id}.md"
        if name in present:
            meeting = load_meeting(name, present[name])
            adopted = replace(meeting, minutes="adopted", adopted_in=sitting.id)
            files[name] = meeting_bytes(adopted, present[name])
        if text in present:
            said = present[text].decode("utf-8", "replace")
            files[text] = adopted_markdown(said, sitting.id, cover.language or "nl").encode()
    return files


def section_titles(cover: Cover) -> dict[int, str]:
    """By number what each section is called."""
    told = voice(cover.language or "nl")
    return {section.number: told.say(title) for section, title in TITLES.items()}
