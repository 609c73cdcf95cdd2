"""Findings for a person at a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from unicodedata import category

from convenant.locale import N_, Voice
from convenant.problem import Place, Severity
from convenant.report.finding import Finding

_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.HINT: "36"}


def text_report(findings: Sequence[Finding], *, colour: bool = False) -> str:
    """Every finding as place, weight and code, then the sentence, then what to do.

    What is alike at one place stands together: one line each, and what to do once.
    """
    return "".join(_entry(list(alike), colour) for _, alike in groupby(findings, _kind))


def waived_report(waived: Sequence[Finding], voice: Voice) -> str:
    """What documents say is meant to be so, each with its reason; empty when there is nothing."""
    if not waived:
        return ""
    reason = voice.say(N_("Reason"))
    lines = [
        f"  {_shown(str(one.place))}  {one.code}\n    {_shown(one.message)}\n"
        f"    {reason}: {_shown(one.reason)}"
        for one in waived
    ]
    return "\n".join((voice.say(N_("Left so on purpose:")), *lines)) + "\n"


def summary(findings: Sequence[Finding], covenants: int, voice: Voice) -> str:
    """One line: how many of what, or that nothing is wrong."""
    looked = voice.plural(N_("{count} covenant"), N_("{count} covenants"), covenants)
    counts = [
        voice.plural(one, many, number)
        for severity, one, many in (
            (Severity.ERROR, N_("{count} error"), N_("{count} errors")),
            (Severity.WARNING, N_("{count} warning"), N_("{count} warnings")),
            (Severity.HINT, N_("{count} hint"), N_("{count} hints")),
        )
        if (number := sum(f.severity is severity for f in findings))
    ]
    if not counts:
        return voice.say(N_("Checked {looked}: nothing to mend."), looked=looked)
    found = voice.enumerate(counts)
    return voice.say(N_("Checked {looked}: {found}."), looked=looked, found=found)


def _kind(finding: Finding) -> tuple[Place, str, str, str]:
    return finding.place, finding.weight, finding.code, finding.hint


def _entry(alike: Sequence[Finding], colour: bool) -> str:
    finding = alike[0]
    weight = finding.weight
    if colour:
        weight = f"\x1b[{_COLOURS[finding.severity]}m{weight}\x1b[0m"
    lines = [f"{_shown(str(finding.place))}  {weight}  {finding.code}"]
    lines += [f"  {_shown(one.message)}" for one in alike]
    if finding.hint:
        lines.append(f"  → {_shown(finding.hint)}")
    return "\n".join(lines) + "\n"


def _shown(text: str) -> str:
    """The text with everything escaped that a terminal obeys instead of showing."""
    return text if text.isprintable() else "".join(map(_character, text))


def _character(character: str) -> str:
    if character.isprintable() or category(character) == "Zs":
        return character
    return character.encode("unicode_escape").decode()
