"""What the rules on references in words say."""

from __future__ import annotations

from convenant.locale import N_
from convenant.model.rule import Example, Rule
from convenant.problem import Severity

RULES = (
    Rule(
        code="clause-number",
        title=N_("A clause is referred to by a number"),
        message=N_("“{text}” stays as it is when articles move."),
        hint=N_(
            "Refer by id: [](#…). The build prints the number. A law is named with its article."
        ),
        reason=N_(
            "One new article, and every number behind it points at the wrong text. "
            "Nobody sees it until it matters."
        ),
        severity=Severity.HINT,
        example=Example(
            "2-partnership.md",
            bad=(
                "# Samenwerking\n\n## Geld {#geld}\n\nDe gemeente betaalt zoals artikel 3 zegt.\n"
            ),
            good=(
                "# Samenwerking\n\n## Geld {#geld}\n\nDe gemeente betaalt zoals [](#geld) zegt.\n"
            ),
        ),
    ),
    Rule(
        code="clause-label-number",
        title=N_("The words of a reference hold a number"),
        message=N_("“{text}” stays as it is when articles move."),
        hint=N_("Leave the words out: [](#{id}) prints the right number."),
        reason=N_(
            "The link leads to the right place while its words name another one. On "
            "paper only the words are left."
        ),
        severity=Severity.HINT,
        example=Example(
            "2-partnership.md",
            bad=(
                "# Samenwerking\n"
                "\n"
                "## Geld {#geld}\n"
                "\n"
                "De gemeente betaalt volgens [artikel 9](#geld).\n"
            ),
            good=("# Samenwerking\n\n## Geld {#geld}\n\nDe gemeente betaalt volgens [](#geld).\n"),
        ),
    ),
    Rule(
        code="clause-annex-number",
        title=N_("An annex is referred to by a number"),
        message=N_("“{text}” stays as it is when annexes are added."),
        hint=N_("Refer by the id of the annex: [](#…)."),
        reason=N_(
            "Annexes are numbered in the order of the register. A number in the text "
            "points at another annex as soon as one is added."
        ),
        severity=Severity.HINT,
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe regels staan in bijlage 2.\n"),
            good=("# Samenwerking\n\nDe regels hangen in de hal.\n"),
        ),
    ),
    Rule(
        code="clause-annex-unnamed",
        title=N_("An annex is named nowhere"),
        message=N_("Nothing in the text says what the annex “{title}” is for."),
        hint=N_("Refer to it where it belongs, or take it out."),
        reason=N_(
            "Who signs also signs the annexes. What an annex is for, and whether it "
            "binds, stands in the text."
        ),
        severity=Severity.HINT,
        example=Example(
            "5-annexes.md",
            bad=("# Bijlagen\n\nHier staan de bijlagen.\n"),
            good=("# Bijlagen\n\nDe huisregels in [](#b-regels) gelden voor iedereen.\n"),
            beside=(
                (
                    "5-annexes.yaml",
                    (
                        "maturity: concrete\n"
                        "annexes:\n"
                        "  - id: b-regels\n"
                        "    title: Regels van het huis\n"
                        "    file: annexes/regels.md\n"
                    ),
                ),
                ("annexes/regels.md", ("# Regels\n\nVoeten vegen.\n")),
            ),
        ),
    ),
)
