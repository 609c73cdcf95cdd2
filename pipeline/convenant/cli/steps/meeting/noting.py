"""From raw notes to records: what is marked, shown first, and without names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from convenant.cli.steps.asking import ask_choice, is_talking
from convenant.cli.steps.meeting.sitting import Table, keep, note
from convenant.errors import ConvenantError
from convenant.locale import N_
from convenant.model.event import ACTION, CONCERN, DECISION
from convenant.plan.notes import Jotting, read_jottings
from convenant.report.shown import shown

_LIMIT = 1_000_000
_KINDS = {"decision": DECISION, "action": ACTION, "concern": CONCERN}
_WORDS = {"decision": N_("decision"), "action": N_("action"), "concern": N_("concern")}


def jottings(table: Table, file: Path) -> tuple[Jotting, ...]:
    """The marked lines of a file of notes.

    Raises:
        ConvenantError: when the notes are inside the workspace, where they would be shared, or
            cannot be read.
    """
    if table.round.repository.top.resolve() in file.resolve().parents:
        raise ConvenantError(
            N_("Your notes are inside the workspace, where others would get them too."),
            N_("Keep them outside of it, and name that place."),
        )
    try:
        if file.stat().st_size > _LIMIT:
            raise OSError("too large")
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise ConvenantError(
            N_("The notes cannot be read."), N_("They are to be a plain text of at most 1 MB.")
        ) from error
    parties: dict[str, str] = {}
    for party in table.round.cover(table.slug).parties:
        parties |= {name: party.id for name in (party.id, party.short, party.name) if name}
    return read_jottings(text, parties)


def previewed(table: Table, found: Sequence[Jotting], named: Sequence[str]) -> str:
    """The lines as they would be kept."""
    voice = table.voice
    if not found:
        said = N_(
            "No line begins with decision:, action: or concern:, so there is nothing to take."
        )
        return voice.say(said) + "\n"
    lines = []
    for jotting in found:
        about = [f"§{jotting.section}" if jotting.section else "", _owner(jotting, named)]
        about += [voice.date(jotting.due) if jotting.due else ""]
        word = voice.say(_WORDS[jotting.kind])
        said = f"{word}: {jotting.text}"
        extra = ", ".join(part for part in about if part)
        lines.append(shown(f"{jotting.line}. {said}" + (f" ({extra})" if extra else "")))
    return "\n".join(lines) + "\n"


def wanted(table: Table, yes: bool) -> bool:
    """Whether the facilitator takes them.

    Raises:
        click.UsageError: when nobody can be asked.
    """
    voice = table.voice
    if yes:
        return True
    if not is_talking():
        raise click.UsageError(voice.say(N_("Look at them, and run it once more with --yes.")))
    words = voice.say(N_("yes")), voice.say(N_("no"))
    asked = voice.say(N_("Take these over? (yes or no)"))
    return ask_choice(asked, words, "--yes", voice) == words[0]


def keep_jottings(
    table: Table, meeting: str, found: Sequence[Jotting], named: Sequence[str]
) -> None:
    """Keep the lines as records of the meeting."""
    events = []
    for jotting in found:
        section = str(jotting.section) if jotting.section else ""
        owner = _owner(jotting, named)
        said = {"text": jotting.text, "section": section}
        if jotting.kind == "action":
            said |= {"by": owner, "due": jotting.due}
        elif jotting.kind == "concern":
            said |= {"owner": owner}
        else:
            said |= {"reservation": jotting.reservation, "until": jotting.due}
            said |= {"lifted_by": jotting.party if jotting.reservation else ""}
        events.append(note(table, _KINDS[jotting.kind], meeting, **said))
    keep(table, *events)


def _owner(jotting: Jotting, named: Sequence[str]) -> str:
    """Who is to act; of a concern whose it is, only where that party agreed to it."""
    if jotting.kind == "concern":
        return jotting.party if jotting.party in named else ""
    return jotting.party if jotting.kind == "action" else ""
