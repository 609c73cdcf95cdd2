"""What a rule is: its code, its words and its examples. The check registry holds them all."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from convenant.model.section import Maturity
from convenant.problem import Severity


class Stage(Enum):
    """A step of a covenant before which things have to be solved."""

    CONCRETE = "concrete"
    SETTLED = "settled"
    REVIEW = "review"
    SIGNING = "signing"


class LinkTo(Struct, frozen=True):
    """A symbolic link in place of a file."""

    target: str


class Example(Struct, frozen=True):
    """A file of an otherwise sound covenant that breaks a rule, and one that keeps it.

    Attributes:
        file: path from the covenant's folder.
        bad: the whole content that breaks the rule; bytes where no text can; None for no file.
        good: the whole content that keeps it; None for no file.
        beside: other files that both need, by path.
    """

    file: str
    bad: str | bytes | LinkTo | None
    good: str | bytes | None
    beside: tuple[tuple[str, str | bytes], ...] = ()


class Rule(Struct, frozen=True):
    """One thing that `check` looks at. All texts are English and keys of the catalogues.

    Attributes:
        code: stable, kebab-case; what `convenant explain` takes.
        message: the sentence of a finding; blanks are `{name}`.
        hint: how to mend it, same blanks.
        hint_without: said instead where the problem has no `choices` to offer.
        reason: why the rule is there, one or more paragraphs.
        severity: how much it weighs; `by_maturity` overrides it per maturity of the section.
        source: where an outside rule comes from, such as `awz2003:16.1`.
        stage: the step before which a finding must be solved, where that is no maturity.
    """

    code: str
    title: str
    message: str
    hint: str
    reason: str
    example: Example
    severity: Severity = Severity.ERROR
    by_maturity: tuple[tuple[Maturity, Severity], ...] = ()
    source: str = ""
    hint_without: str = ""
    stage: Stage | None = None

    def weight(self, maturity: Maturity) -> Severity:
        """The severity in a section of this maturity."""
        return dict(self.by_maturity).get(maturity, self.severity)
