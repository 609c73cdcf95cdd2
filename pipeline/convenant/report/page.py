"""A rule explained on a page, for the terminal and for the documentation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from convenant.locale import N_, Voice
from convenant.model.rule import LinkTo, Rule
from convenant.report.finding import SEVERITY_WORDS

_LONGEST = 1_000

_SOURCES = {
    "awz2003": N_(
        "Rule of thumb: Instructions for Covenants 2003, rule {number} (replaced by the "
        "Instructions of 2025). A help, no legal advice."
    ),
    "gdpr": N_("Source: General Data Protection Regulation (GDPR), article {number}."),
    "wcag22": N_("Source: Web Content Accessibility Guidelines (WCAG) 2.2, criterion {number}."),
}
"""By the first word of a rule's source."""
_BLANK = re.compile(r"\{\w+\}")
"""What a finding fills in; a page is about no finding in particular."""


def rule_page(rule: Rule, voice: Voice) -> str:
    """The page of one rule, as Markdown."""
    example = rule.example
    parts = [
        f"# {rule.code}",
        f"**{voice.say(rule.title)}** ({voice.say(SEVERITY_WORDS[rule.severity])})",
        voice.say(rule.reason),
        *([_source(rule.source, voice)] if rule.source else []),
        voice.say(N_("Not like this, in {file}:"), file=example.file),
        _content(example.bad, voice),
        voice.say(N_("But like this:")),
        _content(example.good, voice),
        f"→ {_BLANK.sub('…', voice.say(rule.hint))}",
    ]
    return "\n\n".join(parts) + "\n"


def rule_list(rules: Iterable[Rule], voice: Voice) -> str:
    """Every rule on a line: its code and what it is about."""
    ordered = sorted(rules, key=lambda rule: rule.code)
    width = max(len(rule.code) for rule in ordered)
    return "".join(f"{rule.code:{width}}  {voice.say(rule.title)}\n" for rule in ordered)


def _source(source: str, voice: Voice) -> str:
    """Where an outside rule comes from, and how much that says."""
    origin, _, number = source.partition(":")
    return voice.say(_SOURCES[origin], number=number)


def _content(content: str | bytes | LinkTo | None, voice: Voice) -> str:
    match content:
        case None:
            return "    " + voice.say(N_("(no such file)"))
        case LinkTo(target):
            return "    " + voice.say(N_("(a link to {target})"), target=target)
        case bytes():
            return f"    {_shortened(repr(content)[2:-1])}"
        case text:
            return "\n".join(f"    {line}" for line in _shortened(text).splitlines())


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:80]} … ({len(text)})"
