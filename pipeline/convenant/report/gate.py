"""What the gate found: for a person, and for a program."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from convenant.locale import N_, Voice
from convenant.model.forge import Suggestion
from convenant.model.ruling import Reason, Ruling, Verdict
from convenant.report.shown import shown

VERSION = 1
TITLES = {
    Verdict.ALLOW: N_("This proposal may enter the main version."),
    Verdict.WAIT: N_("This proposal waits."),
    Verdict.REFUSE: N_("This proposal cannot enter the main version like this."),
}
SUGGESTING = N_("Some lines can be written as is usual; take that over with one click.")
SIGNS = {Verdict.ALLOW: "✓", Verdict.WAIT: "…", Verdict.REFUSE: "✗"}


def gate_text(ruling: Ruling, voice: Voice) -> str:
    """Lines for a terminal."""
    lines = [voice.say(TITLES[ruling.verdict])]
    for reason in ruling.reasons:
        lines.append(f"  {SIGNS[reason.verdict]} {shown(reason.why.tell(voice))}")
        if step := next_step(reason, voice):
            lines.append(f"    → {shown(step)}")
    return "\n".join(lines) + "\n"


def next_step(reason: Reason, voice: Voice) -> str:
    """What helps, and who can do it; empty where nothing needs to be done."""
    if reason.todo is None:
        return ""
    todo = reason.todo.tell(voice)
    if reason.by is None:
        return todo
    by = reason.by.tell(voice)
    return f"{by[:1].upper()}{by[1:]}: {todo[:1].lower()}{todo[1:]}"


def gate_json(
    subject: Mapping[str, str],
    ruling: Ruling,
    voice: Voice,
    report: str,
    suggestions: Sequence[Suggestion] = (),
) -> str:
    """The ruling as JSON; keys are only ever added.

    Args:
        report: what is shown under the proposal, in Markdown.
    """
    form: dict[str, Any] = {
        "gate": VERSION,
        "verdict": ruling.verdict.value,
        **{key: value for key, value in subject.items() if value},
        "title": voice.say(TITLES[ruling.verdict]),
        "stage": ruling.stage.value,
        "labels": sorted(ruling.labels),
        "agreed": ruling.agreed,
        "reasons": [
            {
                "code": reason.code,
                "verdict": reason.verdict.value,
                "party": reason.party,
                "why": reason.why.tell(voice),
                "todo": reason.todo.tell(voice) if reason.todo else "",
                "by": reason.by.tell(voice) if reason.by else "",
            }
            for reason in ruling.reasons
        ],
        "report": report,
        "suggesting": voice.say(SUGGESTING),
        "suggestions": [
            {"file": one.file, "start": one.start, "end": one.end, "body": one.body}
            for one in suggestions
        ],
    }
    return json.dumps(form, ensure_ascii=False, indent=2) + "\n"
