"""A problem put into words."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from convenant.locale import N_, Voice
from convenant.model.rule import Rule
from convenant.problem import Place, Problem, Severity

SEVERITY_WORDS = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.HINT: N_("hint"),
}


class Finding(Struct, frozen=True):
    """What a reader is told: a place, a sentence and what to do about it.

    Attributes:
        weight: the severity as a word in the same language.
        reason: why the document keeps it so, for a finding that is waived.
    """

    place: Place
    code: str
    severity: Severity
    message: str
    hint: str
    weight: str = ""
    reason: str = ""

    @property
    def sort_key(self) -> tuple[Place, str]:
        """By place, then by code."""
        return (self.place, self.code)


def tell(problem: Problem, rules: Mapping[str, Rule], voice: Voice, reason: str = "") -> Finding:
    """The finding for a problem in a reader's language."""
    rule = rules[problem.code]
    bare = rule.hint_without and not problem.values.get("choices", "")
    return Finding(
        problem.place,
        problem.code,
        problem.severity,
        _sentence(voice.say(rule.message), voice.say(rule.message, **problem.values)),
        voice.say(rule.hint_without if bare else rule.hint, **problem.values),
        voice.say(SEVERITY_WORDS[problem.severity]),
        reason,
    )


def _sentence(pattern: str, said: str) -> str:
    """With a capital, where a sentence starts with what a party or a body is called."""
    named = pattern.startswith(("{party}", "{body}"))
    return said[:1].upper() + said[1:] if named else said
