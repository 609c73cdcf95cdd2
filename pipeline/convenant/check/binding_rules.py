"""What the rules on the nature of binding say."""

from __future__ import annotations

from convenant.check.weight import HHW, HWE, HWW
from convenant.locale import N_
from convenant.model.rule import Example, Rule
from convenant.problem import Severity

_NONE = "maturity: outline\nbinding:\n  nature: none\n"
_ENFORCEABLE = (
    "maturity: outline\n"
    "commitments:\n"
    "  - id: A1\n"
    "    by: linde\n"
    "    partners: [gemeente]\n"
    "    towards: [gemeente]\n"
    "    text: Opent deur 1.\n"
    "    enforceable: true\n"
)
_NOT_ENFORCEABLE = (
    "maturity: outline\n"
    "commitments:\n"
    "  - id: A1\n"
    "    by: linde\n"
    "    partners: [gemeente]\n"
    "    towards: [gemeente]\n"
    "    text: Opent deur 1.\n"
    "    enforceable: false\n"
)

RULES = (
    Rule(
        code="binding-none-but-enforceable",
        title=N_("Nothing binds in law, and one commitment does"),
        message=N_("“{id}” can be enforced in court, while the covenant says that nothing can."),
        hint=N_("Choose: partial for the whole, or enforceable: false for this one."),
        reason=N_(
            "With two answers a court chooses. It looks at what parties meant, and "
            "that is exactly what they forgot to say."
        ),
        by_maturity=HWE,
        source="awz2003:16.1",
        example=Example(
            "2-partnership.yaml",
            bad=_ENFORCEABLE,
            good=_NOT_ENFORCEABLE,
            beside=(("5-annexes.yaml", _NONE),),
        ),
    ),
    Rule(
        code="binding-full-but-not",
        title=N_("Everything binds in law, except one commitment"),
        message=N_("“{id}” cannot be enforced, while the covenant says that everything can."),
        hint=N_("Choose partial for the whole, or take enforceable: false away."),
        reason=N_(
            "Silence reads as enforceable. Where parties want an exception they have "
            "to say so in one place, and the same everywhere."
        ),
        by_maturity=HWE,
        source="awz2003:16.1",
        example=Example(
            "2-partnership.yaml",
            bad=_NOT_ENFORCEABLE,
            good=_ENFORCEABLE,
            beside=(("5-annexes.yaml", ("maturity: outline\nbinding:\n  nature: full\n")),),
        ),
    ),
    Rule(
        code="binding-partial-unsaid",
        title=N_("A part binds in law, and nobody says which"),
        message=N_(
            "The covenant binds in part, and no commitment says whether it can be enforced."
        ),
        hint=N_("Add enforceable: true or false to each commitment."),
        reason=N_(
            "Mixed covenants are the usual case. They work only when each party knows "
            "which of its promises weigh more."
        ),
        severity=Severity.WARNING,
        by_maturity=HHW,
        source="awz2003:16.1",
        example=Example(
            "5-annexes.yaml",
            bad=("maturity: concrete\nbinding:\n  nature: partial\n"),
            good=("maturity: concrete\nbinding:\n  nature: none\n"),
            beside=(
                (
                    "2-partnership.yaml",
                    (
                        "maturity: outline\n"
                        "commitments:\n"
                        "  - id: A1\n"
                        "    by: linde\n"
                        "    partners: [gemeente]\n"
                        "    towards: [gemeente]\n"
                        "    text: Opent deur 1.\n"
                        "    kind: effort\n"
                    ),
                ),
            ),
        ),
    ),
    Rule(
        code="binding-not-listed",
        title=N_("An enforceable commitment is missing in the text on binding"),
        message=N_(
            "“{id}” can be enforced by the register, and is not named in the text on binding."
        ),
        hint=N_("Name it under binding in 5-annexes.yaml, or write enforceable: false."),
        reason=N_(
            "Two lists of the same thing drift apart. The party that is held to the "
            "longer one will point at the shorter one."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        source="awz2003:16.1",
        example=Example(
            "2-partnership.yaml",
            bad=_ENFORCEABLE
            + (
                "  - id: A2\n"
                "    by: linde\n"
                "    partners: [gemeente]\n"
                "    towards: [gemeente]\n"
                "    text: Opent deur 2.\n"
                "    enforceable: true\n"
            ),
            good=_ENFORCEABLE
            + (
                "  - id: A2\n"
                "    by: linde\n"
                "    partners: [gemeente]\n"
                "    towards: [gemeente]\n"
                "    text: Opent deur 2.\n"
                "    enforceable: false\n"
            ),
            beside=(
                (
                    "5-annexes.yaml",
                    (
                        "maturity: outline\n"
                        "binding:\n"
                        "  nature: partial\n"
                        "  text: Alleen A1 is in rechte afdwingbaar.\n"
                    ),
                ),
            ),
        ),
    ),
    Rule(
        code="binding-listed-but-not",
        title=N_("The text on binding names a commitment that cannot be enforced"),
        message=N_(
            "“{id}” is named in the text on binding, and the register says that it "
            "cannot be enforced."
        ),
        hint=N_("Take it out of the text, or write enforceable: true."),
        reason=N_(
            "Two lists of the same thing drift apart, and each party reads the one that suits it."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        source="awz2003:16.1",
        example=Example(
            "2-partnership.yaml",
            bad=_ENFORCEABLE
            + (
                "  - id: A2\n"
                "    by: linde\n"
                "    partners: [gemeente]\n"
                "    towards: [gemeente]\n"
                "    text: Opent deur 2.\n"
                "    enforceable: false\n"
            ),
            good=_ENFORCEABLE
            + (
                "  - id: A2\n"
                "    by: linde\n"
                "    partners: [gemeente]\n"
                "    towards: [gemeente]\n"
                "    text: Opent deur 2.\n"
                "    enforceable: true\n"
            ),
            beside=(
                (
                    "5-annexes.yaml",
                    (
                        "maturity: outline\n"
                        "binding:\n"
                        "  nature: partial\n"
                        "  text: Alleen A1 en A2 zijn in rechte afdwingbaar.\n"
                    ),
                ),
            ),
        ),
    ),
    Rule(
        code="binding-none-but-duty",
        title=N_("Nothing binds in law, and the text speaks of a duty"),
        message=N_("“{text}” reads as a duty, while the covenant says that nothing binds in law."),
        hint=N_("Write what the party does, without the word duty; or choose partial."),
        reason=N_(
            "The name of a document does not decide, nor one sentence about binding. "
            "Content and intent do, and these words show another intent."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        source="awz2003:16.1",
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nPartijen verplichten zich de zaal te leveren.\n"),
            good=("# Samenwerking\n\nDe gemeente levert de zaal.\n"),
            beside=(("5-annexes.yaml", _NONE),),
        ),
    ),
    Rule(
        code="binding-none-but-penalty",
        title=N_("Nothing binds in law, and there is a penalty"),
        message=N_(
            "“{text}” goes with a duty that can be enforced, and the covenant says "
            "that nothing can."
        ),
        hint=N_("Take the penalty out, or choose partial."),
        reason=N_(
            "A penalty is the strongest sign that parties meant to be bound (article "
            "6:92 of the Civil Code is about what it replaces)."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        source="awz2003:17",
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nWie te laat levert, betaalt een boete van € 100.\n"),
            good=("# Samenwerking\n\nWie te laat levert, meldt dat vooraf.\n"),
            beside=(("5-annexes.yaml", _NONE),),
        ),
    ),
)
