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


def verdict_lines(verdicts: Sequence[Verdict], voice: Voice) -> Iterator[str]:
    """What is wrong first, then what is proven, what is not, and what cannot be."""
    for outcome, heading in _HEADINGS.items():
        found = [verdict for verdict in verdicts if verdict.outcome is outcome]
        if found:
            yield voice.say(heading)
        for verdict in found:
            yield f"  {_MARKS[outcome]} {_shown(_said(verdict, voice))}"


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
