"""What a workspace or a document says about the rules themselves, each with its reason."""

from __future__ import annotations

from msgspec import Struct

from convenant.problem import Place, Problem, Severity

SILENT = "silent"
"""The severity of a rule that is switched off."""


class RuleSetting(Struct, frozen=True):
    """A line of `rules` in `convenant.yaml`.

    Attributes:
        severity: `error`, `warning`, `hint` or `silent`.
    """

    at: Place
    code: str = ""
    severity: str = ""
    reason: str = ""

    @property
    def weight(self) -> Severity | None:
        """The severity that findings get; None for a rule that is switched off."""
        return None if self.severity == SILENT else Severity(self.severity)


class Thresholds(Struct, frozen=True):
    """From where rules that count speak up; 0 leaves it to the rule."""

    at: Place
    sentence_words: int = 0
    core_words: int = 0


class HouseRules(Struct, frozen=True):
    """The part of `convenant.yaml` that is about rules."""

    at: Place
    thresholds: Thresholds | None = None
    rules: tuple[RuleSetting, ...] = ()


class Waiver(Struct, frozen=True):
    """A remark in a document that one finding is meant to be so.

    Attributes:
        line: the line whose findings it is about.
    """

    at: Place
    line: int
    code: str
    reason: str


class Waived(Struct, frozen=True):
    """A finding that the document says is meant to be so."""

    problem: Problem
    waiver: Waiver
