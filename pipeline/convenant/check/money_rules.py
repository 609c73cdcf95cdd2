"""What the rules on amounts and hours say."""

from __future__ import annotations

from convenant.check.weight import HWE, HWW
from convenant.locale import N_
from convenant.model.rule import Example, Rule
from convenant.problem import Severity

RULES = (
    Rule(
        code="money-kind-mixed",
        title=N_("Money and valued kind are mixed"),
        message=N_(
            "The contribution “{id}” of {party} is counted both as money and as "
            "something with a value."
        ),
        hint=N_(
            "Money has an amount. For hours, products, services and facilities write "
            "a quantity and, if the partners want it, a valuation."
        ),
        reason=N_(
            "An hour that is worth fifty euro pays no bill. Added up with money it "
            "makes a budget look covered that is not."
        ),
        by_maturity=HWE,
        example=Example(
            "2-partnership.yaml",
            bad=(
                "maturity: outline\n"
                "contributions:\n"
                "  - {id: c1, party: linde, kind: staff, text: Gastvrouwen, quantity: "
                "100, unit: uur, amount: 2500}\n"
            ),
            good=(
                "maturity: outline\n"
                "contributions:\n"
                "  - {id: c1, party: linde, kind: staff, text: Gastvrouwen, quantity: "
                "100, unit: uur, valuation: 2500}\n"
            ),
        ),
    ),
    Rule(
        code="money-vat-mixed",
        title=N_("Some money includes VAT and some does not"),
        message=N_(
            "“{first}” includes VAT and “{second}” does not, so the contributions "
            "cannot be added up."
        ),
        hint=N_("Write all amounts with VAT, or all without it."),
        reason=N_(
            "A sum of both is neither. The difference of a fifth comes to light when "
            "the bills are paid."
        ),
        by_maturity=HWE,
        example=Example(
            "2-partnership.yaml",
            bad=(
                "maturity: outline\n"
                "contributions:\n"
                "  - {id: c1, party: gemeente, kind: money, text: Bijdrage, amount: "
                "900, frequency: once, vat: incl}\n"
                "  - {id: c2, party: linde, kind: money, text: Bijdrage, amount: 900, "
                "frequency: once, vat: excl}\n"
            ),
            good=(
                "maturity: outline\n"
                "contributions:\n"
                "  - {id: c1, party: gemeente, kind: money, text: Bijdrage, amount: "
                "900, frequency: once, vat: incl}\n"
                "  - {id: c2, party: linde, kind: money, text: Bijdrage, amount: 900, "
                "frequency: once, vat: incl}\n"
            ),
        ),
    ),
    Rule(
        code="money-vat-differs",
        title=N_("The budget treats VAT in another way than the contributions"),
        message=N_("The budget and the contributions differ on whether amounts include VAT."),
        hint=N_("Choose one of the two for both, and write the amounts that way."),
        reason=N_(
            "The contributions pay for the budget. With VAT on one side only, the "
            "money falls short by as much as the tax."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        example=Example(
            "4-programme.yaml",
            bad=(
                "maturity: outline\n"
                "budget:\n"
                "  vat: incl\n"
                "  costs:\n"
                "    - {id: k1, text: Huur, amount: 900}\n"
                "  funding:\n"
                "    - {id: f1, party: gemeente, contribution: c1, amount: 900}\n"
            ),
            good=(
                "maturity: outline\n"
                "budget:\n"
                "  vat: excl\n"
                "  costs:\n"
                "    - {id: k1, text: Huur, amount: 900}\n"
                "  funding:\n"
                "    - {id: f1, party: gemeente, contribution: c1, amount: 900}\n"
            ),
            beside=(
                (
                    "2-partnership.yaml",
                    (
                        "maturity: outline\n"
                        "contributions:\n"
                        "  - {id: c1, party: gemeente, kind: money, text: Bijdrage, amount: "
                        "900, frequency: once, vat: excl}\n"
                    ),
                ),
            ),
        ),
    ),
    Rule(
        code="money-year-outside",
        title=N_("The budget is about a year outside the term"),
        message=N_("“{line}” is for {year}, and the covenant runs from {of} to {to}."),
        hint=N_("Mend the year, or the term in 5-annexes.yaml."),
        reason=N_("Nobody has promised anything for a year in which the covenant does not run."),
        severity=Severity.WARNING,
        by_maturity=HWW,
        example=Example(
            "4-programme.yaml",
            bad=(
                "maturity: outline\n"
                "budget:\n"
                "  costs:\n"
                "    - {id: k1, text: Huur, year: 2029, amount: 900}\n"
                "  funding:\n"
                "    - {id: f1, text: Fonds, year: 2029, amount: 900}\n"
            ),
            good=(
                "maturity: outline\n"
                "budget:\n"
                "  costs:\n"
                "    - {id: k1, text: Huur, year: 2028, amount: 900}\n"
                "  funding:\n"
                "    - {id: f1, text: Fonds, year: 2028, amount: 900}\n"
            ),
            beside=(
                (
                    "5-annexes.yaml",
                    (
                        "maturity: outline\n"
                        "duration:\n"
                        "  kind: fixed\n"
                        '  start: "2027-01-01"\n'
                        '  end: "2028-12-31"\n'
                    ),
                ),
            ),
        ),
    ),
    Rule(
        code="money-hours-short",
        title=N_("A party promises more hours than it has said it has"),
        message=N_("{party} promises {promised} hours a year, and contributes {has}."),
        hint=N_("Raise the contribution, or promise less."),
        reason=N_(
            "Hours that nobody has set apart are the first to be dropped. Better say "
            "now what can be kept."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        example=Example(
            "2-partnership.yaml",
            bad=(
                "maturity: outline\n"
                "contributions:\n"
                "  - {id: c1, party: linde, kind: staff, text: Gastvrouwen, quantity: "
                "100, unit: uur, frequency: yearly}\n"
                "commitments:\n"
                "  - id: A1\n"
                "    by: linde\n"
                "    text: Ontvangt bezoekers, 150 uur per jaar.\n"
            ),
            good=(
                "maturity: outline\n"
                "contributions:\n"
                "  - {id: c1, party: linde, kind: staff, text: Gastvrouwen, quantity: "
                "150, unit: uur, frequency: yearly}\n"
                "commitments:\n"
                "  - id: A1\n"
                "    by: linde\n"
                "    text: Ontvangt bezoekers, 150 uur per jaar.\n"
            ),
        ),
    ),
    Rule(
        code="money-currency",
        title=N_("An amount is not in euro"),
        message=N_("“{text}” is an amount in another currency."),
        hint=N_("Write it in euro, with the rate and the day if another currency is meant."),
        reason=N_(
            "All amounts of the data are in euro. An amount in another currency "
            "changes in value while the covenant runs."
        ),
        severity=Severity.WARNING,
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe gemeente betaalt $ 500 aan De Linde.\n"),
            good=("# Samenwerking\n\nDe gemeente betaalt € 500 aan De Linde.\n"),
        ),
    ),
    Rule(
        code="money-written",
        title=N_("An amount is written in another way than the rest"),
        message=N_(
            "“{text}” is written differently from the amounts that the document prints itself."
        ),
        hint=N_("Write {better}, or take the amount from the data with {{ … }}."),
        reason=N_(
            "The build prints amounts as € 12.500 or € 12.500,50. Amounts in one form "
            "are easy to find and to compare."
        ),
        severity=Severity.HINT,
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe gemeente betaalt €12500,- aan De Linde.\n"),
            good=("# Samenwerking\n\nDe gemeente betaalt € 12.500 aan De Linde.\n"),
        ),
    ),
)
