"""What the rules on the legal signals say."""

from __future__ import annotations

from convenant.check.weight import HHW, HWW
from convenant.locale import N_
from convenant.model.rule import Example, Rule, Stage
from convenant.problem import Severity

_ANSWERED = "maturity: concrete\npublic_law_reservation: Bevoegdheden blijven vrij.\n"

_NINE_NOES = _ANSWERED + (
    "signals:\n"
    '  - {id: state_aid, answer: "no"}\n'
    '  - {id: procurement, answer: "no"}\n'
    '  - {id: competition, answer: "no"}\n'
    '  - {id: real_estate, answer: "no"}\n'
    '  - {id: powers, answer: "no"}\n'
    '  - {id: subsidy, answer: "no"}\n'
    '  - {id: privacy, answer: "no"}\n'
    '  - {id: informal_group, answer: "no"}\n'
    '  - {id: co_determination_vat_housing, answer: "no"}\n'
)

RULES = (
    Rule(
        code="signal-unasked",
        title=N_("A legal question has not been answered"),
        message=N_("The question “{signal}” has no answer yet."),
        hint=N_(
            "Ask it round the table and add {id} under signals: yes, no or unknown, "
            "with a note. No jurist is needed for it."
        ),
        reason=N_(
            "The questions are there so that jurists find no surprise at the end. A "
            "no is an answer too, and takes a minute."
        ),
        severity=Severity.WARNING,
        by_maturity=HHW,
        source="awz2003:9",
        stage=Stage.REVIEW,
        example=Example(
            "5-annexes.yaml",
            bad=_NINE_NOES,
            good=_NINE_NOES + '  - {id: openness, answer: "no"}\n',
        ),
    ),
    Rule(
        code="signal-unknown",
        title=N_("Nobody finds out what is not known"),
        message=N_("The answer to “{signal}” is not known, and nobody is to find out."),
        hint=N_("Write under follow_up who asks whom, and by when."),
        reason=N_(
            "Unknown is an honest answer in the beginning. Without a next step it is "
            "still there on the day of signing."
        ),
        severity=Severity.WARNING,
        by_maturity=HHW,
        source="awz2003:9",
        stage=Stage.REVIEW,
        example=Example(
            "5-annexes.yaml",
            bad=_NINE_NOES + "  - {id: openness, answer: unknown}\n",
            good=_NINE_NOES
            + (
                "  - id: openness\n"
                "    answer: unknown\n"
                "    follow_up: De gemeente vraagt het haar jurist vóór 1 mei.\n"
            ),
        ),
    ),
    Rule(
        code="signal-contradicted",
        title=N_("An answer says no, and the data say yes"),
        message=N_("The answer to “{id}” is no, and {fact}."),
        hint=N_("Change the answer, or the data."),
        reason=N_("A wrong no ends the conversation that the question was meant to start."),
        severity=Severity.WARNING,
        by_maturity=HWW,
        source="awz2003:9",
        example=Example(
            "5-annexes.yaml",
            bad=('maturity: outline\nsignals:\n  - {id: subsidy, answer: "no"}\n'),
            good=('maturity: outline\nsignals:\n  - {id: subsidy, answer: "yes"}\n'),
            beside=(
                (
                    "2-partnership.yaml",
                    (
                        "maturity: outline\n"
                        "contributions:\n"
                        "  - {id: c1, party: gemeente, kind: money, text: Subsidie, basis: "
                        "subsidy}\n"
                    ),
                ),
            ),
        ),
    ),
    Rule(
        code="signal-no-council",
        title=N_("The council has not been asked"),
        message=N_("There is a question of powers, and no council stands among the approvals."),
        hint=N_(
            "Add the council under approvals, with wishes_and_concerns or decision; "
            "or explain in the answer why it need not be asked."
        ),
        reason=N_(
            "Where consequences are far-reaching the council states its wishes and "
            "concerns before the decision (article 169 of the Municipalities Act), "
            "and it holds the budget."
        ),
        severity=Severity.WARNING,
        by_maturity=HHW,
        source="awz2003:24",
        stage=Stage.REVIEW,
        example=Example(
            "5-annexes.yaml",
            bad=_ANSWERED
            + (
                "signals:\n"
                '  - {id: state_aid, answer: "no"}\n'
                '  - {id: procurement, answer: "no"}\n'
                '  - {id: competition, answer: "no"}\n'
                '  - {id: real_estate, answer: "no"}\n'
                '  - {id: powers, answer: "yes"}\n'
                '  - {id: subsidy, answer: "no"}\n'
                '  - {id: privacy, answer: "no"}\n'
                '  - {id: informal_group, answer: "no"}\n'
                '  - {id: openness, answer: "no"}\n'
                '  - {id: co_determination_vat_housing, answer: "no"}\n'
            ),
            good=_ANSWERED
            + (
                "signals:\n"
                '  - {id: state_aid, answer: "no"}\n'
                '  - {id: procurement, answer: "no"}\n'
                '  - {id: competition, answer: "no"}\n'
                '  - {id: real_estate, answer: "no"}\n'
                '  - {id: powers, answer: "no"}\n'
                '  - {id: subsidy, answer: "no"}\n'
                '  - {id: privacy, answer: "no"}\n'
                '  - {id: informal_group, answer: "no"}\n'
                '  - {id: openness, answer: "no"}\n'
                '  - {id: co_determination_vat_housing, answer: "no"}\n'
            ),
        ),
    ),
    Rule(
        code="signal-no-advice",
        title=N_("No council of staff or tenants has been asked"),
        message=N_(
            "Co-determination may play a part, and no council of staff, tenants or "
            "clients stands among the approvals."
        ),
        hint=N_(
            "Add who is asked for advice under approvals, unless the yes is about VAT "
            "or housing only."
        ),
        reason=N_(
            "A works council advises on lasting cooperation (article 25 of the Works "
            "Councils Act). Asked too late it can stop a decision."
        ),
        severity=Severity.HINT,
        stage=Stage.REVIEW,
        example=Example(
            "5-annexes.yaml",
            bad=_ANSWERED
            + (
                "signals:\n"
                '  - {id: state_aid, answer: "no"}\n'
                '  - {id: procurement, answer: "no"}\n'
                '  - {id: competition, answer: "no"}\n'
                '  - {id: real_estate, answer: "no"}\n'
                '  - {id: powers, answer: "no"}\n'
                '  - {id: subsidy, answer: "no"}\n'
                '  - {id: privacy, answer: "no"}\n'
                '  - {id: informal_group, answer: "no"}\n'
                '  - {id: openness, answer: "no"}\n'
                '  - {id: co_determination_vat_housing, answer: "yes"}\n'
            ),
            good=_ANSWERED
            + (
                "signals:\n"
                '  - {id: state_aid, answer: "no"}\n'
                '  - {id: procurement, answer: "no"}\n'
                '  - {id: competition, answer: "no"}\n'
                '  - {id: real_estate, answer: "no"}\n'
                '  - {id: powers, answer: "no"}\n'
                '  - {id: subsidy, answer: "no"}\n'
                '  - {id: privacy, answer: "no"}\n'
                '  - {id: informal_group, answer: "no"}\n'
                '  - {id: openness, answer: "no"}\n'
                '  - {id: co_determination_vat_housing, answer: "no"}\n'
            ),
        ),
    ),
)
