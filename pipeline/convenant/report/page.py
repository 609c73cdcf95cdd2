"""A rule explained on a page, for the terminal and for the documentation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from convenant.locale import N_, Voice
from convenant.model.rule import LinkTo, Rule
from convenant.model.section import Maturity
from convenant.report.finding import SEVERITY_WORDS
from convenant.report.readiness import MATURITY_WORDS

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
    return "\n\n".join((f"# {rule.code}", *_parts(rule, voice))) + "\n"


def rule_book(rules: Iterable[Rule], voice: Voice) -> str:
    """The pages of all rules in one, for the documentation: a chapter for each family."""
    parts = [f"# {voice.say(_HEAD)}", *(voice.say(text) for text in _ABOUT)]
    parts += [f"```yaml\n{_SETTING}```", f"```markdown\n{_WAIVER}```"]
    family = ""
    for rule in sorted(rules, key=lambda rule: rule.code):
        if (name := rule.code.partition("-")[0]) != family:
            family = name
            parts.append(f"## {family}")
        parts += [f"### {rule.code}", *_parts(rule, voice)]
    return "\n\n".join(parts) + "\n"


def _parts(rule: Rule, voice: Voice) -> list[str]:
    example = rule.example
    return [
        f"**{voice.say(rule.title)}** ({_weight(rule, voice)})",
        voice.say(rule.reason),
        *([_source(rule.source, voice)] if rule.source else []),
        voice.say(N_("Not like this, in {file}:"), file=example.file),
        _content(example.bad, voice),
        voice.say(N_("But like this:")),
        _content(example.good, voice),
        f"→ {_BLANK.sub('…', voice.say(rule.hint))}",
    ]


def _weight(rule: Rule, voice: Voice) -> str:
    """How much it weighs, for each maturity where that differs."""
    if not rule.by_maturity:
        return voice.say(SEVERITY_WORDS[rule.severity])
    return ", ".join(
        f"{voice.say(MATURITY_WORDS[maturity])}: {voice.say(SEVERITY_WORDS[rule.weight(maturity)])}"
        for maturity in Maturity
    )


_HEAD = N_("The rules of convenant check")
_ABOUT = (
    N_(
        "This page is made from the rules themselves, as `convenant explain` shows them. How much "
        "a finding weighs follows the maturity of its section: what is a hint in an outline can be "
        "an error once the section is ready for decision. Only an error makes a check fail."
    ),
    N_(
        "A workspace can weigh a rule otherwise in `convenant.yaml`, with a reason; `silent` "
        "switches it off. A document can set one finding aside with a waiver at the end of its "
        "line, with a reason too; the report lists it. Settings and waivers that do nothing are "
        "reported. Rules without which no document can be made always count."
    ),
    N_(
        "`convenant check --since VERSION` tells what came up after that version, also where a "
        "rule looks at the whole covenant. Both versions are held to the rules, the settings and "
        "the day of now: a new setting, a newer program or a date that went by makes no old "
        "problem new. Waivers count in the version that has them."
    ),
)
_SETTING = """\
rules:
  - code: wording-jargon
    severity: silent
    reason: De woordenlijst van de gemeente geldt.
"""
_WAIVER = """\
De zaal is in principe open. <!-- waive wording-vague: citaat uit het coalitieakkoord -->
"""


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
