"""A short text for each party that is still to answer, ready to be sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from convenant.locale import N_, Voice
from convenant.model.covenant import Covenant
from convenant.model.cover_page import RESERVATION
from convenant.model.position import Position, Stand
from convenant.model.record import Round

_ASKED = {
    Stand.SILENT: N_("We have not yet heard whether you agree to “{title}”."),
    Stand.STALE: N_("You answered about an earlier text of “{title}”. Do you agree to this one?"),
    Stand.AGREES_IF: N_("You agreed to “{title}” on a condition: {text} Has it been met?"),
    Stand.OBJECTS: N_("You objected to “{title}”: {text} Can we talk about it?"),
}


def reminders(
    covenant: Covenant,
    positions: Sequence[Position],
    round: Round | None,
    changes: Mapping[str, Sequence[str]],
    voice: Voice,
) -> Iterator[str]:
    """The lines of all reminders, an empty line between two.

    Args:
        changes: by party the sentences that changed since its last answer.
    """
    title = covenant.cover.citation_title or covenant.cover.title
    for position in positions:
        if position.stand.is_consent:
            continue
        text = position.answer.text if position.answer else ""
        yield voice.say(N_("To {party}"), party=position.party.name or position.party.label)
        yield voice.say(_ASKED[position.stand], title=title, text=text)
        if known := changes.get(position.party.id):
            yield voice.say(N_("This has changed since:"))
            yield from (f"- {sentence}" for sentence in known)
        if round and round.until:
            said = N_("Please let us know by {day}: agree, agree if, or object.")
            yield voice.say(said, day=voice.date(round.until))
        yield voice.say(RESERVATION)
        yield ""
