"""What the rules on the budget say."""

from __future__ import annotations

from convenant.check.weight import HHW, HWE, HWW
from convenant.locale import N_
from convenant.model.rule import Example, Rule
from convenant.problem import Severity

_CONTRIBUTIONS = (
    "maturity: outline\n"
    "contributions:\n"
    "  - {id: c1, party: gemeente, kind: money, text: Bijdrage, amount: "
    "900, frequency: once}\n"
)

RULES = (
    Rule(
        code="budget-not-covered",
        title=N_("Costs and funding differ"),
        message=N_(
            "The costs come to {costs} and the funding to {funding}: a difference of {difference}."
        ),
        hint=N_("Add the source of money that is missing, or bring the costs down."),
        reason=N_(
            "A party that signs wants to know that the plan can be paid for. A gap "
            "that shows up later becomes a quarrel about who fills it."
        ),
        by_maturity=HWE,
        source="awz2003:8",
        example=Example(
            "4-programme.yaml",
            bad=(
                "maturity: outline\n"
                "budget:\n"
                "  costs:\n"
                "    - {id: k1, text: Huur, amount: 1000}\n"
                "  funding:\n"
                "    - {id: f1, text: Fonds, amount: 900}\n"
            ),
            good=(
                "maturity: outline\n"
                "budget:\n"
                "  costs:\n"
                "    - {id: k1, text: Huur, amount: 1000}\n"
                "  funding:\n"
                "    - {id: f1, text: Fonds, amount: 1000}\n"
            ),
        ),
    ),
    Rule(
        code="budget-year-not-covered",
        title=N_("Costs and funding of a year differ"),
        message=N_(
            "In {year} the costs are {costs} and the funding is {funding}: a "
            "difference of {difference}."
        ),
        hint=N_(
            "Move a cost or a source of money to another year, or say in the text how "
            "the gap is bridged."
        ),
        reason=N_(
            "Over all years the budget balances, but in this one there is more to pay "
            "than there is money, or money without a purpose. Public bodies decide a "
            "year at a time."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        source="awz2003:8",
        example=Example(
            "4-programme.yaml",
            bad=(
                "maturity: outline\n"
                "budget:\n"
                "  costs:\n"
                "    - {id: k1, text: Huur, year: 2027, amount: 600}\n"
                "    - {id: k2, text: Huur, year: 2028, amount: 400}\n"
                "  funding:\n"
                "    - {id: f1, text: Fonds, year: 2027, amount: 500}\n"
                "    - {id: f2, text: Fonds, year: 2028, amount: 500}\n"
            ),
            good=(
                "maturity: outline\n"
                "budget:\n"
                "  costs:\n"
                "    - {id: k1, text: Huur, year: 2027, amount: 500}\n"
                "    - {id: k2, text: Huur, year: 2028, amount: 500}\n"
                "  funding:\n"
                "    - {id: f1, text: Fonds, year: 2027, amount: 500}\n"
                "    - {id: f2, text: Fonds, year: 2028, amount: 500}\n"
            ),
        ),
    ),
    Rule(
        code="budget-contribution-differs",
        title=N_("The budget counts on another amount than a party contributes"),
        message=N_(
            "{party} contributes {promised} with “{id}”, and the budget counts on {counted}."
        ),
        hint=N_(
            "Make the two equal: the contribution in 2-partnership.yaml, or its lines "
            "under funding."
        ),
        reason=N_(
            "Each party looks up its own amount, and finds it in two places. If these "
            "differ, it has not agreed to either."
        ),
        by_maturity=HWE,
        source="awz2003:8",
        example=Example(
            "2-partnership.yaml",
            bad=_CONTRIBUTIONS,
            good=(
                "maturity: outline\n"
                "contributions:\n"
                "  - {id: c1, party: gemeente, kind: money, text: Bijdrage, amount: "
                "1000, frequency: once}\n"
            ),
            beside=(
                (
                    "4-programme.yaml",
                    (
                        "maturity: outline\n"
                        "budget:\n"
                        "  costs:\n"
                        "    - {id: k1, text: Huur, amount: 1000}\n"
                        "  funding:\n"
                        "    - {id: f1, party: gemeente, contribution: c1, amount: 1000}\n"
                    ),
                ),
            ),
        ),
    ),
    Rule(
        code="budget-other-party",
        title=N_("A line of funding names another party than its contribution"),
        message=N_(
            "“{line}” names another party than the contribution “{id}”, which is from {party}."
        ),
        hint=N_("Mend the party or the contribution of this line."),
        reason=N_(
            "The money comes from one party. Who reads the budget must not see "
            "another name than who reads the contributions."
        ),
        by_maturity=HWE,
        example=Example(
            "4-programme.yaml",
            bad=(
                "maturity: outline\n"
                "budget:\n"
                "  costs:\n"
                "    - {id: k1, text: Huur, amount: 900}\n"
                "  funding:\n"
                "    - {id: f1, party: linde, contribution: c1, amount: 900}\n"
            ),
            good=(
                "maturity: outline\n"
                "budget:\n"
                "  costs:\n"
                "    - {id: k1, text: Huur, amount: 900}\n"
                "  funding:\n"
                "    - {id: f1, party: gemeente, contribution: c1, amount: 900}\n"
            ),
            beside=(("2-partnership.yaml", _CONTRIBUTIONS),),
        ),
    ),
    Rule(
        code="budget-no-contribution",
        title=N_("The budget counts on money that a party does not contribute"),
        message=N_(
            "This line counts on money of {party}, and says of no contribution that it is the one."
        ),
        hint=N_("Add contribution: with the id of the contribution of this party."),
        reason=N_(
            "What a party pays is agreed in one place, its contribution. The budget "
            "shows what it is used for."
        ),
        severity=Severity.WARNING,
        by_maturity=HHW,
        example=Example(
            "4-programme.yaml",
            bad=(
                "maturity: outline\n"
                "budget:\n"
                "  costs:\n"
                "    - {id: k1, text: Huur, amount: 900}\n"
                "  funding:\n"
                "    - {id: f1, party: gemeente, amount: 900}\n"
            ),
            good=(
                "maturity: outline\n"
                "budget:\n"
                "  costs:\n"
                "    - {id: k1, text: Huur, amount: 900}\n"
                "  funding:\n"
                "    - {id: f1, party: gemeente, contribution: c1, amount: 900}\n"
            ),
            beside=(("2-partnership.yaml", _CONTRIBUTIONS),),
        ),
    ),
    Rule(
        code="budget-shortfall-nobody",
        title=N_("Nobody bears the shortfall"),
        message=N_("What is said about a shortfall names no party."),
        hint=N_("Say which party, or which body, does what when money falls short."),
        reason=N_(
            "When money falls short everybody looks at each other. One sentence now "
            "prevents a dispute then."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        source="awz2003:8",
        example=Example(
            "4-programme.yaml",
            bad=("maturity: concrete\nbudget:\n  shortfall: Dan volgt een oplossing.\n"),
            good=(
                "maturity: concrete\n"
                "budget:\n"
                "  shortfall: Dan legt de gemeente het verschil bij, tot € 500.\n"
            ),
        ),
    ),
)
