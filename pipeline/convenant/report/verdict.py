"""What a verification found, for a person and for a machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from convenant.locale import N_, Voice
from convenant.model.verdict import Outcome, Verdict

VERSION = 1

_MARKS = {
    Outcome.PROVEN: "✓",
    Outcome.UNPROVEN: "?",
    Outcome.FALSE: "✗",
    Outcome.NOTE: "·",
}
_HEADINGS = {
    Outcome.FALSE: N_("Wrong:"),
    Outcome.PROVEN: N_("Proven:"),
    Outcome.UNPROVEN: N_("Not proven:"),
    Outcome.NOTE: N_("Good to know:"),
}
_RECORDED = ("consents", "authority", "signatures")
"""Notes that repeat what was written down; only the papers themselves prove these."""
_CONCLUSIONS = {
    Outcome.FALSE: N_("This is not right: rely on none of it until what is wrong is explained."),
    Outcome.UNPROVEN: N_("Nothing wrong was found, but not everything can be proven here."),
    None: N_("Everything that can be looked at here is right."),
}


def conclusion(verdicts: Sequence[Verdict], voice: Voice) -> str:
    """All of it in one sentence, for who reads no further."""
    found = {verdict.outcome for verdict in verdicts}
    worst = next((o for o in (Outcome.FALSE, Outcome.UNPROVEN) if o in found), None)
    return voice.say(_CONCLUSIONS[worst])


def verdict_lines(verdicts: Sequence[Verdict], voice: Voice) -> Iterator[str]:
    """What is wrong first, then what is proven, what is not, and what cannot be."""
    for outcome, heading in _HEADINGS.items():
        found = [verdict for verdict in verdicts if verdict.outcome is outcome]
        if outcome is Outcome.NOTE:
            recorded = [verdict for verdict in found if verdict.subject in _RECORDED]
            found = [verdict for verdict in found if verdict not in recorded]
            said = N_("Written down, as the parties said it (their own papers prove it):")
            yield from _group(said, recorded, voice)
        yield from _group(heading, found, voice)


def _group(heading: str, found: Sequence[Verdict], voice: Voice) -> Iterator[str]:
    if found:
        yield voice.say(heading)
    for verdict in found:
        yield f"  {_MARKS[verdict.outcome]} {_shown(_said(verdict, voice))}"


def verdict_record(verdicts: Sequence[Verdict], voice: Voice) -> dict[str, Any]:
    """The same for a machine."""
    return {
        "version": VERSION,
        "verdicts": [
            {
                "subject": verdict.subject,
                "outcome": verdict.outcome.value,
                "said": _said(verdict, voice),
            }
            for verdict in verdicts
        ],
    }


def _said(verdict: Verdict, voice: Voice) -> str:
    values = {k: voice.date(v) if k == "date" else v for k, v in verdict.values.items()}
    if todo := verdict.todo:
        values["who"] = voice.say(todo.who) if todo.role else todo.who
        values["todo"] = voice.say(todo.said, **todo.values)
    return voice.say(verdict.said, **values)


def _shown(text: str) -> str:
    """Names come from a bundle of others: what a terminal obeys is escaped."""
    return "".join(c if c.isprintable() or c == "\u00a0" else ascii(c)[1:-1] for c in text)
