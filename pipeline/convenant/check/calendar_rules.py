"""What the rules on dates in the text say."""

from __future__ import annotations

from convenant.locale import N_
from convenant.model.rule import Example, Rule
from convenant.problem import Severity

RULES = (
    Rule(
        code="calendar-no-day",
        title=N_("A date in the text does not exist"),
        message=N_("There is no {text}."),
        hint=N_("Mend the date."),
        reason=N_(
            "A term that ends on a day that does not exist ends for each reader on another day."
        ),
        severity=Severity.WARNING,
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe Linde opent vóór 31 juni 2027.\n"),
            good=("# Samenwerking\n\nDe Linde opent vóór 30 juni 2027.\n"),
        ),
    ),
    Rule(
        code="calendar-other-weekday",
        title=N_("A date has another weekday"),
        message=N_("“{text}” does not exist: that day is a {weekday}."),
        hint=N_("Mend the weekday or the date."),
        reason=N_("Half of the guests come on the day, the other half on the date."),
        severity=Severity.WARNING,
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe Linde opent op zondag 6 september 2027.\n"),
            good=("# Samenwerking\n\nDe Linde opent op maandag 6 september 2027.\n"),
        ),
    ),
)
