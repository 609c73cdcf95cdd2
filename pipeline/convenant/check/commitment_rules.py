"""What the rules on commitments say."""

from __future__ import annotations

from convenant.check.weight import HWW
from convenant.locale import N_
from convenant.model.rule import Example, Rule
from convenant.problem import Severity

_A1 = "maturity: outline\ncommitments:\n  - id: A1\n    by: linde\n    partners: [gemeente]\n"

RULES = (
    Rule(
        code="commitment-other-actor",
        title=N_("A commitment is led by another party than its text says"),
        message=N_("The text of “{id}” starts with {said}, and {by} leads it."),
        hint=N_(
            "Mend the text or the lead; a text without a name at its start says the "
            "same in fewer words."
        ),
        reason=N_(
            "The register prints the lead in front of the text. With two names nobody "
            "knows whose promise it is."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        source="awz2003:7",
        example=Example(
            "2-partnership.yaml",
            bad=_A1 + "    text: De gemeente opent het huis.\n",
            good=_A1 + "    text: De Linde opent het huis.\n",
        ),
    ),
    Rule(
        code="commitment-to-itself",
        title=N_("A party promises something to itself"),
        message=N_(
            "{party} leads “{id}” and stands among its partners, or among those to whom it is owed."
        ),
        hint=N_("Take it out of partners or towards."),
        reason=N_("A promise needs somebody else who can hold you to it."),
        severity=Severity.WARNING,
        example=Example(
            "2-partnership.yaml",
            bad=_A1 + ("    towards: [linde]\n    text: Opent het huis.\n"),
            good=_A1 + ("    towards: [gemeente]\n    text: Opent het huis.\n"),
        ),
    ),
    Rule(
        code="commitment-weak-result",
        title=N_("A result is promised as an effort"),
        message=N_("“{id}” is called a result, and its text says “{text}”."),
        hint=N_("Write what will be there, or call it an effort."),
        reason=N_(
            "Effort and result are two promises. A court looks at the words and at "
            "what parties could expect; these two point different ways."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        source="awz2003:7",
        example=Example(
            "2-partnership.yaml",
            bad=_A1 + ("    text: Opent het huis doorgaans elke dag.\n    kind: result\n"),
            good=_A1 + ("    text: Opent het huis elke dag.\n    kind: result\n"),
        ),
    ),
    Rule(
        code="commitment-owed-to-nobody",
        title=N_("Nobody can claim an enforceable commitment"),
        message=N_("“{id}” can be enforced in court, and it is not said by whom."),
        hint=N_("Add under towards the parties to whom it is owed."),
        reason=N_(
            "What can be enforced can be enforced by somebody. When that is left "
            "open, each of the others will think it is them, or that it is not."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        source="awz2003:16",
        example=Example(
            "2-partnership.yaml",
            bad=_A1 + ("    text: Opent het huis.\n    enforceable: true\n"),
            good=_A1
            + ("    text: Opent het huis.\n    enforceable: true\n    towards: [gemeente]\n"),
        ),
    ),
    Rule(
        code="commitment-twice",
        title=N_("A commitment is in the register twice"),
        message=N_("“{id}” says the same as “{other}”."),
        hint=N_("Keep one of them."),
        reason=N_("Of two equal commitments one is changed and the other forgotten."),
        severity=Severity.WARNING,
        example=Example(
            "2-partnership.yaml",
            bad=_A1
            + (
                "    text: Opent het huis.\n"
                "  - id: A2\n"
                "    by: linde\n"
                "    partners: [gemeente]\n"
                "    text: Opent het huis.\n"
            ),
            good=_A1
            + (
                "    text: Opent het huis.\n"
                "  - id: A2\n"
                "    by: linde\n"
                "    partners: [gemeente]\n"
                "    text: Sluit het huis.\n"
            ),
        ),
    ),
    Rule(
        code="commitment-unregistered",
        title=N_("The text promises something that is not in the register"),
        message=N_("“{text} …” is a promise outside the register of commitments."),
        hint=N_(
            "Add it to the commitments in 2-partnership.yaml, and refer to it here by "
            "its id: [A1](#A1)."
        ),
        reason=N_(
            "The register is what partners keep at hand: who does what and when. A "
            "promise that stands in the text only is overlooked, until somebody finds "
            "it."
        ),
        severity=Severity.HINT,
        source="awz2003:7",
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe gemeente zal een contactpersoon aanwijzen.\n"),
            good=("# Samenwerking\n\nDe gemeente wijst een contactpersoon aan, zie [A1](#A1).\n"),
            beside=(
                (
                    "2-partnership.yaml",
                    (
                        "maturity: outline\n"
                        "commitments:\n"
                        "  - id: A1\n"
                        "    by: gemeente\n"
                        "    partners: [linde]\n"
                        "    text: Wijst een contactpersoon aan.\n"
                    ),
                ),
            ),
        ),
    ),
    Rule(
        code="commitment-unmentioned",
        title=N_("A commitment is named nowhere in the text"),
        message=N_("Nothing in the text leads a reader to “{id}”."),
        hint=N_("Give the register its place in the text, or refer to this one: [{id}](#{id})."),
        reason=N_(
            "Without a place of its own the register lands at the end of the section, "
            "behind everything that readers look at."
        ),
        severity=Severity.HINT,
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nWij doen het samen.\n"),
            good=("# Samenwerking\n\nWij doen het samen.\n\n::: commitments\n:::\n"),
            beside=(
                (
                    "2-partnership.yaml",
                    (
                        "maturity: concrete\n"
                        "commitments:\n"
                        "  - id: A1\n"
                        "    by: linde\n"
                        "    partners: [gemeente]\n"
                        "    text: Opent het huis.\n"
                    ),
                ),
            ),
        ),
    ),
)
