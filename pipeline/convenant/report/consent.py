"""Where the parties stand, as lines for a person and as data for a machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from convenant.locale import N_, Voice
from convenant.model.cover_page import RESERVATION
from convenant.model.position import Concern, Position, Stand
from convenant.model.record import Round

VERSION = 1

_STANDS = {
    Stand.AGREES: N_("agrees to this text"),
    Stand.CONFIRMED: N_("agrees, and confirmed the new wording"),
    Stand.AGREES_IF: N_("agrees if: {text}"),
    Stand.OBJECTS: N_("objects: {text}"),
    Stand.STALE: N_("spoke about an earlier text ({day})"),
    Stand.SILENT: N_("has not answered yet"),
}
_MARKS = {Stand.AGREES: "✓", Stand.CONFIRMED: "✓", Stand.OBJECTS: "✗"}
_PARTS = {
    "covenant": N_("the cover"),
    "ambition": "§1",
    "partnership": "§2",
    "visualisation": "§3",
    "programme": "§4",
    "annexes": "§5",
}


def consent_lines(
    positions: Sequence[Position],
    concerns: Sequence[Concern],
    round: Round | None,
    today: str,
    changes: Mapping[str, Sequence[str]],
    voice: Voice,
) -> Iterator[str]:
    """A line a party, then what changed for whom, what stands in the way, and what is not said.

    Args:
        changes: by party the sentences that changed since its last answer.
    """
    if round:
        yield _round_line(round, today, voice)
    for position in positions:
        yield position_line(position, voice)
        if position.stand is Stand.STALE:
            parts = voice.enumerate([voice.say(_PARTS[key]) for key in position.changed])
            if parts:
                yield "  " + voice.say(N_("Changed since: {parts}."), parts=parts)
            yield from (f"  - {sentence}" for sentence in changes.get(position.party.id, ()))
    for concern in concerns:
        section = _PARTS.get(concern.section, "")
        where = f" ({section})" if section else ""
        said = N_("Still open for {party}{where}: {text}")
        yield "! " + voice.say(said, party=concern.party.label, where=where, text=concern.text)
    missing = [p.party.label for p in positions if not p.stand.is_consent]
    if missing:
        yield voice.say(N_("Still to ask: {parties}."), parties=voice.enumerate(missing))
    elif positions:
        yield voice.say(N_("All parties agree to exactly this text."))
    yield voice.say(RESERVATION)


def position_line(position: Position, voice: Voice) -> str:
    """Where one party stands."""
    answer = position.answer
    said = voice.say(
        _STANDS[position.stand],
        text=answer.text if answer else "",
        day=voice.date(answer.date) if answer else "",
    )
    who = f" ({answer.function}, {voice.date(answer.date)})" if answer else ""
    mark = _MARKS.get(position.stand, "·")
    return f"{mark} {position.party.label}: {said}{who if position.stand.is_consent else ''}"


def _round_line(round: Round, today: str, voice: Voice) -> str:
    said = N_("Round {name}, since {day}.")
    if round.until and round.until < today:
        said = N_("Round {name}, since {day}; answers were asked by {until}.")
    elif round.until:
        said = N_("Round {name}, since {day}; answers are asked by {until}.")
    day, until = voice.date(round.opened), voice.date(round.until)
    return voice.say(said, name=round.round, day=day, until=until)


def consent_record(
    digest: str, positions: Sequence[Position], concerns: Sequence[Concern]
) -> dict[str, Any]:
    """The same for a machine."""
    return {
        "version": VERSION,
        "digest": digest,
        "complete": all(p.stand.is_consent for p in positions),
        "parties": [
            {
                "party": p.party.id,
                "stand": p.stand.value,
                "digest": p.answer.digest if p.answer else "",
                "date": p.answer.date if p.answer else "",
                "function": p.answer.function if p.answer else "",
                "changed": list(p.changed),
            }
            for p in positions
        ],
        "concerns": [
            {"party": c.party.id, "section": c.section, "text": c.text, "since": c.since}
            for c in concerns
        ],
    }
