"""What the rules on defined terms say."""

from __future__ import annotations

from convenant.locale import N_
from convenant.model.rule import Example, Rule
from convenant.problem import Severity

RULES = (
    Rule(
        code="term-twice",
        title=N_("A term is defined twice"),
        message=N_("“{term}” is also a form of “{other}”, which has been defined before."),
        hint=N_("Keep one definition, and add other forms of the word as variants."),
        reason=N_("A word with two meanings has none when it matters."),
        severity=Severity.WARNING,
        source="awz2003:7.4",
        example=Example(
            "5-annexes.yaml",
            bad=(
                "maturity: outline\n"
                "definitions:\n"
                "  - term: bezoeker\n"
                "    meaning: Wat partijen zo noemen.\n"
                "  - term: gast\n"
                "    meaning: Wat partijen zo noemen.\n"
                "    variants: [bezoeker]\n"
            ),
            good=(
                "maturity: outline\n"
                "definitions:\n"
                "  - term: bezoeker\n"
                "    meaning: Wat partijen zo noemen.\n"
                "  - term: gast\n"
                "    meaning: Wat partijen zo noemen.\n"
                "    variants: [gasten]\n"
            ),
        ),
    ),
    Rule(
        code="term-unused",
        title=N_("A term is defined and not used"),
        message=N_("“{term}” is used nowhere."),
        hint=N_("Take the definition out, or use the word where it is meant."),
        reason=N_(
            "Readers look for what a defined word is for. Often it shows that the "
            "text uses another word for the same thing."
        ),
        severity=Severity.HINT,
        source="awz2003:7.4",
        example=Example(
            "5-annexes.yaml",
            bad=(
                "maturity: concrete\n"
                "definitions:\n"
                "  - term: eettafel\n"
                "    meaning: Wat partijen zo noemen.\n"
            ),
            good=(
                "maturity: concrete\n"
                "definitions:\n"
                "  - term: buren\n"
                "    meaning: Wat partijen zo noemen.\n"
            ),
        ),
    ),
    Rule(
        code="term-spelling",
        title=N_("A term is written in another way than it was defined"),
        message=N_("“{text}” is written as “{term}” in the definitions."),
        hint=N_("Write it the same way, or add this form as a variant."),
        reason=N_("A jurist asks whether a word that is written otherwise means something else."),
        severity=Severity.HINT,
        source="awz2003:7.4",
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe buurt-verbinder belt aan.\n"),
            good=("# Samenwerking\n\nDe buurtverbinder belt aan.\n"),
            beside=(
                (
                    "5-annexes.yaml",
                    (
                        "maturity: outline\n"
                        "definitions:\n"
                        "  - term: buurtverbinder\n"
                        "    meaning: Wat partijen zo noemen.\n"
                    ),
                ),
            ),
        ),
    ),
    Rule(
        code="term-capital",
        title=N_("A term has a capital that its definition lacks"),
        message=N_("“{text}” is written “{term}” in the definitions."),
        hint=N_("Write it without a capital; convenant check --fix does it for you."),
        reason=N_(
            "Capitals mark defined terms in some documents. Used here and there they "
            "raise the question whether something else is meant."
        ),
        severity=Severity.HINT,
        source="awz2003:7.4",
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDaar helpt de Buurtverbinder bewoners verder.\n"),
            good=("# Samenwerking\n\nDaar helpt de buurtverbinder bewoners verder.\n"),
            beside=(
                (
                    "5-annexes.yaml",
                    (
                        "maturity: outline\n"
                        "definitions:\n"
                        "  - term: buurtverbinder\n"
                        "    meaning: Wat partijen zo noemen.\n"
                    ),
                ),
            ),
        ),
    ),
    Rule(
        code="term-in-passing",
        title=N_("A term is defined in passing"),
        message=N_("“{term}” gets its meaning here and not among the definitions."),
        hint=N_("Add it under definitions in 5-annexes.yaml."),
        reason=N_(
            "Definitions stand together, so that readers find them and two sections "
            "do not each make their own."
        ),
        severity=Severity.HINT,
        source="awz2003:7.4",
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe voormalige bibliotheek (hierna: de Plek) gaat open.\n"),
            good=("# Samenwerking\n\nDe voormalige bibliotheek gaat open.\n"),
        ),
    ),
    Rule(
        code="term-unknown-body",
        title=N_("The text gives work to a body that does not exist"),
        message=N_("“{body}” is none of the bodies in 4-programme.yaml."),
        hint=N_("Add it under bodies, or name the body that is meant."),
        reason=N_("What is left to a body without members is left to nobody."),
        severity=Severity.HINT,
        source="awz2003:12",
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe klankbordgroep adviseert elk kwartaal.\n"),
            good=("# Samenwerking\n\nHet kernteam adviseert elk kwartaal.\n"),
            beside=(
                (
                    "4-programme.yaml",
                    (
                        "maturity: outline\n"
                        "governance:\n"
                        "  bodies:\n"
                        "    - id: kern\n"
                        "      name: Kernteam\n"
                    ),
                ),
            ),
        ),
    ),
    Rule(
        code="term-undefined",
        title=N_("A word looks like a defined term and is none"),
        message=N_("“{term}” has a capital {count} times, like a defined term, and no definition."),
        hint=N_("Define it under definitions, or write “{low}”."),
        reason=N_(
            "A capital in the middle of a sentence tells a jurist that the word has a meaning of "
            "its own, to be found in this document. When it is nowhere, two readers fill it in "
            "in two ways."
        ),
        severity=Severity.HINT,
        source="awz2003:7.4",
        example=Example(
            "1-ambition.md",
            bad=(
                "# Maatschappelijke ambitie\n\n"
                "Wij openen het Steunpunt in mei. Buren beheren het Steunpunt samen.\n\n"
                "Elk steunpunt heeft een keuken.\n"
            ),
            good=(
                "# Maatschappelijke ambitie\n\n"
                "Wij openen het steunpunt in mei. Buren beheren het steunpunt samen.\n\n"
                "Elk steunpunt heeft een keuken.\n"
            ),
        ),
    ),
)
