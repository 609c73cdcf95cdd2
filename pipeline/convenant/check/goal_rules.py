"""What the rules on goals say."""

from __future__ import annotations

from convenant.check.weight import HHW
from convenant.locale import N_
from convenant.model.rule import Example, Rule
from convenant.problem import Severity

_COMMITMENTS = (
    "maturity: concrete\n"
    "commitments:\n"
    "  - id: A1\n"
    "    by: linde\n"
    "    partners: [gemeente]\n"
    "    text: Opent het huis.\n"
    "    goals: [D1]\n"
)

_D1 = "maturity: outline\ngoals:\n  - id: D1\n    text: Minder eenzaamheid\n"

RULES = (
    Rule(
        code="goal-unserved",
        title=N_("Nobody works on a goal"),
        message=N_("There is no commitment for the goal “{id}”."),
        hint=N_("Say who does what for it, or take the goal out."),
        reason=N_(
            "A goal that nobody works on is a wish. Readers will ask after it at the evaluation."
        ),
        severity=Severity.WARNING,
        by_maturity=HHW,
        example=Example(
            "1-ambition.yaml",
            bad=_D1 + ("  - id: D2\n    text: Meer contact\n"),
            good=_D1,
            beside=(("2-partnership.yaml", _COMMITMENTS),),
        ),
    ),
    Rule(
        code="goal-not-named",
        title=N_("A commitment serves no goal"),
        message=N_("It is not said which goal “{id}” is for."),
        hint=N_("Add the goal under goals, or ask whether the commitment is needed."),
        reason=N_(
            "Partners do what they agreed because it brings something about. What "
            "that is should be easy to see."
        ),
        severity=Severity.WARNING,
        by_maturity=HHW,
        example=Example(
            "2-partnership.yaml",
            bad=(
                "maturity: concrete\n"
                "commitments:\n"
                "  - id: A1\n"
                "    by: linde\n"
                "    partners: [gemeente]\n"
                "    text: Opent het huis.\n"
                "  - id: A2\n"
                "    by: gemeente\n"
                "    partners: [linde]\n"
                "    text: Beheert het plein.\n"
                "    goals: [D1]\n"
            ),
            good=_COMMITMENTS,
            beside=(
                (
                    "1-ambition.yaml",
                    ("maturity: outline\ngoals:\n  - id: D1\n    text: Minder eenzaamheid\n"),
                ),
            ),
        ),
    ),
    Rule(
        code="goal-not-followed",
        title=N_("Nobody keeps track of a goal"),
        message=N_("The monitoring leaves out the goal “{id}”."),
        hint=N_("Add who follows it and how often."),
        reason=N_(
            "What is not followed cannot be steered. The other goals are, so that "
            "this one looks forgotten."
        ),
        severity=Severity.WARNING,
        by_maturity=HHW,
        source="awz2003:14",
        example=Example(
            "1-ambition.yaml",
            bad=_D1 + ("  - id: D2\n    text: Meer contact\n"),
            good=_D1,
            beside=(
                (
                    "4-programme.yaml",
                    (
                        "maturity: outline\n"
                        "monitoring:\n"
                        "  - id: m1\n"
                        "    what: Bezoekers per week\n"
                        "    goal: D1\n"
                    ),
                ),
            ),
        ),
    ),
    Rule(
        code="goal-target-no-number",
        title=N_("A target is no number"),
        message=N_("The target of “{id}” is “{target}”, which cannot be measured."),
        hint=N_("Write the number that the indicator should reach."),
        reason=N_(
            "At the evaluation one party will see more and another the same. A number "
            "ends that conversation."
        ),
        severity=Severity.WARNING,
        by_maturity=HHW,
        example=Example(
            "1-ambition.yaml",
            bad=_D1 + ("    indicator: bezoekers per week\n    target: veel meer\n"),
            good=_D1 + ('    indicator: bezoekers per week\n    target: "180"\n'),
        ),
    ),
    Rule(
        code="goal-nothing-changes",
        title=N_("A target is equal to the baseline"),
        message=N_(
            "The goal “{id}” has been reached already: baseline and target are both {target}."
        ),
        hint=N_("Mend one of the two. To keep something as it is, say so in the text of the goal."),
        reason=N_("Such a goal is a slip of the pen more often than a choice."),
        severity=Severity.WARNING,
        example=Example(
            "1-ambition.yaml",
            bad=_D1 + ("    baseline: 52%\n    target: 52%\n"),
            good=_D1 + ("    baseline: 52%\n    target: 45%\n"),
        ),
    ),
    Rule(
        code="goal-no-source",
        title=N_("A goal rests on no source"),
        message=N_("It is not said on which policy or figures the goal “{id}” rests."),
        hint=N_("Add under sources the key of a source, such as the coalition agreement."),
        reason=N_(
            "A council agrees more easily to a goal of its own policy. The register "
            "of sources is there already."
        ),
        severity=Severity.HINT,
        example=Example(
            "1-ambition.yaml",
            bad=("maturity: concrete\ngoals:\n  - id: D1\n    text: Minder eenzaamheid\n"),
            good=(
                "maturity: concrete\n"
                "goals:\n"
                "  - id: D1\n"
                "    text: Minder eenzaamheid\n"
                "    sources: [akkoord]\n"
            ),
            beside=(
                (
                    "5-annexes.yaml",
                    ("maturity: outline\nsources:\n  - id: akkoord\n    title: Coalitieakkoord\n"),
                ),
            ),
        ),
    ),
)
