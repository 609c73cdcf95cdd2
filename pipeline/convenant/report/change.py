"""Changes for a person at a terminal: the heaviest first, each with its place and its id."""

from __future__ import annotations

from collections.abc import Iterator

from convenant.locale import N_, Voice
from convenant.model.comparison import WEIGHT_TITLES, Change, Comparison


def change_report(comparison: Comparison, voice: Voice, *, party: str = "", name: str = "") -> str:
    """Every change by weight, or only what touches one party with the rest in one line.

    Args:
        party: the id of a party; empty for all.
        name: what the party is called.
    """
    shown = comparison.touching(party) if party else comparison.changes
    lines = [note.tell(voice) for note in comparison.notes]
    lines += _groups(Comparison(comparison.slug, comparison.language, shown), voice)
    rest = len(comparison.changes) - len(shown)
    if party and not shown:
        lines.append(voice.say(N_("Nothing that touches {party} has changed."), party=name))
    if rest:
        one = N_("One other change does not touch {party}.")
        many = N_("{count} other changes do not touch {party}.")
        lines.append(voice.plural(one, many, rest, party=name))
    if not comparison.changes and not comparison.notes:
        lines.append(voice.say(N_("Nothing has changed.")))
    return "\n".join(_shown(line) for line in lines) + "\n"


def _groups(comparison: Comparison, voice: Voice) -> Iterator[str]:
    for weight, title in WEIGHT_TITLES.items():
        changes = [change for change in comparison.changes if change.weight is weight]
        if changes:
            yield voice.say(title)
        for change in changes:
            yield f"  {change.sentence(voice)}"
            yield f"    {where(change)}"


def where(change: Change) -> str:
    """Section, article, file and line, and the id of a change."""
    section = f"§{change.section.number}" if change.section.number else ""
    parts = [section, change.clause, str(change.place), change.id]
    return " · ".join(part for part in parts if part)


def _shown(text: str) -> str:
    """The text with everything escaped that a terminal obeys instead of showing."""
    return "".join(
        c if c.isprintable() or c in "\u00a0\u202f" else c.encode("unicode_escape").decode()
        for c in text
    )
