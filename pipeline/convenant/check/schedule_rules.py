"""What the rules on time say."""

from __future__ import annotations

from convenant.check.weight import HWW
from convenant.locale import N_
from convenant.model.rule import Example, Rule, Stage
from convenant.problem import Severity

_TERM = 'maturity: outline\nduration:\n  kind: fixed\n  start: "2027-01-01"\n  end: "2028-12-31"\n'


def _due(day: str, maturity: str = "outline") -> str:
    """A register with one commitment."""
    return (
        f"maturity: {maturity}\ncommitments:\n  - id: A1\n    by: linde\n"
        f'    partners: [gemeente]\n    text: Opent het huis.\n    due: "{day}"\n'
    )


RULES = (
    Rule(
        code="schedule-turned-round",
        title=N_("Something ends before it starts"),
        message=N_("This ends on {end}, before its start on {start}."),
        hint=N_("Mend one of the two dates."),
        reason=N_(
            "Two dates in the wrong order are a slip of the pen, and everything that "
            "is computed from them is wrong."
        ),
        example=Example(
            "4-programme.yaml",
            bad=(
                "maturity: outline\n"
                "plan:\n"
                "  activities:\n"
                '    - {id: w1, text: Werk, start: "2027-05-01", end: "2027-04-01"}\n'
            ),
            good=(
                "maturity: outline\n"
                "plan:\n"
                "  activities:\n"
                '    - {id: w1, text: Werk, start: "2027-04-01", end: "2027-05-01"}\n'
            ),
        ),
    ),
    Rule(
        code="schedule-after-end",
        title=N_("Something is due after the end of the covenant"),
        message=N_("“{id}” is set for {day}, after the end of the covenant on {end}."),
        hint=N_("Bring it forward, or let the covenant run longer."),
        reason=N_(
            "After the last day nobody is bound to anything any more, unless it is "
            "said that it lasts."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        source="awz2003:19",
        example=Example(
            "2-partnership.yaml",
            bad=_due("2029-03-01"),
            good=_due("2028-03-01"),
            beside=(("5-annexes.yaml", _TERM),),
        ),
    ),
    Rule(
        code="schedule-before-start",
        title=N_("A commitment is due before the covenant starts"),
        message=N_("“{id}” is due on {day}, before the covenant starts on {start}."),
        hint=N_("Choose a later date, or make it a condition that has to be met first."),
        reason=N_(
            "A deadline that is past on the day of signing is broken before anybody can keep it."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        source="awz2003:19",
        example=Example(
            "2-partnership.yaml",
            bad=_due("2026-03-01"),
            good=_due("2027-03-01"),
            beside=(("5-annexes.yaml", _TERM),),
        ),
    ),
    Rule(
        code="schedule-too-early",
        title=N_("An activity starts before the one that it waits for is done"),
        message=N_("“{id}” starts on {start}, and waits for “{first}”, which ends on {end}."),
        hint=N_("Move one of the two, or take out after where it need not wait."),
        reason=N_(
            "A plan that cannot happen in this order is found out by the party that "
            "stands there with nothing to do."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        example=Example(
            "4-programme.yaml",
            bad=(
                "maturity: outline\n"
                "plan:\n"
                "  activities:\n"
                '    - {id: w1, text: Werk, start: "2027-04-01", end: "2027-05-31"}\n'
                '    - {id: w2, text: Werk, start: "2027-05-01", after: [w1]}\n'
            ),
            good=(
                "maturity: outline\n"
                "plan:\n"
                "  activities:\n"
                '    - {id: w1, text: Werk, start: "2027-04-01", end: "2027-05-31"}\n'
                '    - {id: w2, text: Werk, start: "2027-06-01", after: [w1]}\n'
            ),
        ),
    ),
    Rule(
        code="schedule-other-phase",
        title=N_("An activity starts outside its phase"),
        message=N_("“{id}” starts on {start}, outside the phase “{phase}”."),
        hint=N_("Mend the date or the phase."),
        reason=N_(
            "The roadmap draws an activity in its phase. With another date readers see two plans."
        ),
        severity=Severity.HINT,
        example=Example(
            "4-programme.yaml",
            bad=(
                "maturity: outline\n"
                "plan:\n"
                "  activities:\n"
                '    - {id: w1, text: Werk, phase: f1, start: "2028-04-01"}\n'
                "  phases:\n"
                '    - {id: f1, name: Bouwen, start: "2027-01-01", end: "2027-12-31"}\n'
            ),
            good=(
                "maturity: outline\n"
                "plan:\n"
                "  activities:\n"
                '    - {id: w1, text: Werk, phase: f1, start: "2027-04-01"}\n'
                "  phases:\n"
                '    - {id: f1, name: Bouwen, start: "2027-01-01", end: "2027-12-31"}\n'
            ),
        ),
    ),
    Rule(
        code="schedule-circle",
        title=N_("Things wait for each other in a circle"),
        message=N_("This comes back to itself: {path}."),
        hint=N_("Take out one step of the circle."),
        reason=N_("In a circle nothing can ever begin, and nobody decides in the end."),
        example=Example(
            "4-programme.yaml",
            bad=(
                "maturity: outline\n"
                "plan:\n"
                "  activities:\n"
                "    - {id: w1, text: Werk, after: [w2]}\n"
                "    - {id: w2, text: Werk, after: [w1]}\n"
            ),
            good=(
                "maturity: outline\n"
                "plan:\n"
                "  activities:\n"
                "    - {id: w1, text: Werk, after: [w2]}\n"
                "    - {id: w2, text: Werk, owner: linde}\n"
            ),
        ),
    ),
    Rule(
        code="schedule-notice-long",
        title=N_("The period of notice is as long as the covenant"),
        message=N_("Notice takes {months} months, and the covenant runs for {term}."),
        hint=N_("Shorten the notice, or say that the covenant cannot be ended early."),
        reason=N_("A way out that leads nowhere is worse than none: a party counts on it."),
        severity=Severity.WARNING,
        source="awz2003:20",
        example=Example(
            "5-annexes.yaml",
            bad=_TERM + ("notice:\n  months: 24\n"),
            good=_TERM + ("notice:\n  months: 6\n"),
        ),
    ),
    Rule(
        code="schedule-already-past",
        title=N_("A commitment was due before anybody signed"),
        message=N_("“{id}” was due on {day}, and nobody has signed yet."),
        hint=N_("Choose a later date; what has been done already can be told in the text."),
        reason=N_(
            "Who signs after the last day is in breach at once. While everybody is busy with the "
            "text, dates in it go by unseen."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        source="awz2003:7",
        example=Example(
            "2-partnership.yaml",
            bad=_due("2024-03-01", "concrete"),
            good=_due("2124-03-01", "concrete"),
        ),
    ),
    Rule(
        code="schedule-condition-overdue",
        title=N_("A condition is past its date and not met"),
        message=N_("The condition “{id}” had to be met by {day}, and is not."),
        hint=N_("Write met: true when it has been met; else agree on a new date."),
        reason=N_(
            "The covenant, or a part of it, applies only once its conditions are met. "
            "Partners must know now whether they can start."
        ),
        severity=Severity.WARNING,
        source="awz2003:19",
        stage=Stage.SIGNING,
        example=Example(
            "5-annexes.yaml",
            bad=(
                "maturity: outline\n"
                "conditions_precedent:\n"
                "  - id: v1\n"
                "    text: De raad heeft de begroting vastgesteld.\n"
                '    due: "2020-12-18"\n'
                "    met: false\n"
            ),
            good=(
                "maturity: outline\n"
                "conditions_precedent:\n"
                "  - id: v1\n"
                "    text: De raad heeft de begroting vastgesteld.\n"
                '    due: "2020-12-18"\n'
                "    met: true\n"
            ),
        ),
    ),
)
