"""Changed places for a person at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from convenant.locale import N_, Voice
from convenant.model.passage import Passage
from convenant.report.shown import shown


def passages_text(passages: Sequence[Passage], voice: Voice) -> str:
    """Per place what stood there and what will, in words and not in signs."""
    lines = list[str]()
    for passage in passages:
        where = f"{passage.file} · {passage.clause}" if passage.clause else passage.file
        lines += ["", shown(where)]
        lines += _part(N_("was"), passage.before, voice)
        lines += _part(N_("becomes"), passage.after, voice)
    return "\n".join(lines) + "\n" if lines else ""


def _part(word: str, text: str, voice: Voice) -> list[str]:
    if not text:
        return []
    head = voice.say(word)
    first, *rest = text.split("\n")
    width = max(len(voice.say(N_("was"))), len(voice.say(N_("becomes"))))
    return [
        shown(f"  {head.ljust(width)}  {first}"),
        *(shown(f"  {''.ljust(width)}  {line}") for line in rest),
    ]
