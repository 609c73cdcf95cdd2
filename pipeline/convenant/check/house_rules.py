"""What is said of settings and waivers that do not work."""

from __future__ import annotations

from convenant.locale import N_
from convenant.model.rule import Example, Rule
from convenant.problem import Severity

RULES = (
    Rule(
        code="house-rule-unknown",
        title=N_("A setting names a rule that does not exist"),
        message=N_("There is no rule “{code}”."),
        hint=N_("Did you mean: {choices}?"),
        hint_without=N_("Run `convenant explain` to see all rules."),
        reason=N_(
            "A setting of a rule that is not there does nothing, while its author counts on it."
        ),
        example=Example(
            "../../convenant.yaml",
            bad=(
                "language: nl\n"
                "rules:\n"
                "  - code: annex-unlistd\n"
                "    severity: hint\n"
                "    reason: Kladversies horen erbij.\n"
            ),
            good=(
                "language: nl\n"
                "rules:\n"
                "  - code: annex-unlisted\n"
                "    severity: error\n"
                "    reason: Losse bestanden leidden tot verwarring.\n"
            ),
        ),
    ),
    Rule(
        code="house-rule-firm",
        title=N_("A setting is about a rule that always counts"),
        message=N_("The rule “{code}” cannot be changed: without it no document can be made."),
        hint=N_("Take the setting out, and mend what the rule finds."),
        reason=N_(
            "Some rules say that a file cannot be read, or that a reference leads "
            "nowhere. A workspace can weigh advice; it cannot decide that a broken "
            "file is whole."
        ),
        example=Example(
            "../../convenant.yaml",
            bad=(
                "language: nl\n"
                "rules:\n"
                "  - code: yaml-syntax\n"
                "    severity: hint\n"
                "    reason: Komt later.\n"
            ),
            good=(
                "language: nl\n"
                "rules:\n"
                "  - code: annex-unlisted\n"
                "    severity: error\n"
                "    reason: Losse bestanden leidden tot verwarring.\n"
            ),
        ),
    ),
    Rule(
        code="house-rule-twice",
        title=N_("A rule is set twice"),
        message=N_("The rule “{code}” has a setting already."),
        hint=N_("Keep one of the two settings."),
        reason=N_("Of two settings for one rule nobody can tell which one counts."),
        example=Example(
            "../../convenant.yaml",
            bad=(
                "language: nl\n"
                "rules:\n"
                "  - code: annex-unlisted\n"
                "    severity: error\n"
                "    reason: Losse bestanden leidden tot verwarring.\n"
                "  - code: annex-unlisted\n"
                "    severity: warning\n"
                "    reason: Toch liever minder streng.\n"
            ),
            good=(
                "language: nl\n"
                "rules:\n"
                "  - code: annex-unlisted\n"
                "    severity: error\n"
                "    reason: Losse bestanden leidden tot verwarring.\n"
            ),
        ),
    ),
    Rule(
        code="house-rule-unused",
        title=N_("A setting of a rule changes nothing"),
        message=N_(
            "The rule “{code}” finds nothing in any covenant, so this setting does nothing."
        ),
        hint=N_("Take the setting out. It can come back when it is needed."),
        reason=N_("An exception that is no longer needed hides the next mistake of the same kind."),
        severity=Severity.HINT,
        example=Example(
            "../../convenant.yaml",
            bad=(
                "language: nl\n"
                "rules:\n"
                "  - code: annex-unlisted\n"
                "    severity: silent\n"
                "    reason: Kladversies horen erbij.\n"
            ),
            good=("language: nl\n"),
        ),
    ),
    Rule(
        code="house-waiver-bare",
        title=N_("A waiver has no reason"),
        message=N_("The waiver of “{code}” does not say why."),
        hint=N_("Write the reason behind a colon: waive {code}: why the partners want it so."),
        reason=N_(
            "Who reads the covenant a year from now must be able to see why a remark "
            "was set aside. Until there is a reason, the finding stands."
        ),
        example=Example(
            "1-ambition.md",
            bad=(
                "# Maatschappelijke ambitie\n\nWij beginnen samen. <!-- waive annex-unlisted -->\n"
            ),
            good=("# Maatschappelijke ambitie\n\nWij beginnen samen.\n"),
        ),
    ),
    Rule(
        code="house-waiver-unknown",
        title=N_("A waiver names a rule that does not exist"),
        message=N_("There is no rule “{code}” to waive."),
        hint=N_("Take the code from the report of `convenant check`."),
        reason=N_(
            "A waiver works for one rule on one line. With a code that is misspelt it does nothing."
        ),
        example=Example(
            "1-ambition.md",
            bad=(
                "# Maatschappelijke ambitie\n"
                "\n"
                "Wij beginnen samen. <!-- waive wording-vaag: zo bedoeld -->\n"
            ),
            good=("# Maatschappelijke ambitie\n\nWij beginnen samen.\n"),
        ),
    ),
    Rule(
        code="house-waiver-firm",
        title=N_("A waiver is about a rule that always counts"),
        message=N_("The rule “{code}” cannot be waived: without it no document can be made."),
        hint=N_("Take the waiver out, and mend what the rule finds."),
        reason=N_(
            "A waiver sets advice aside, with a reason. What cannot be read or leads "
            "nowhere stays so, whatever the reason is."
        ),
        example=Example(
            "1-ambition.md",
            bad=(
                "# Maatschappelijke ambitie\n"
                "\n"
                "Wij beginnen samen. <!-- waive reference-text: komt later -->\n"
            ),
            good=("# Maatschappelijke ambitie\n\nWij beginnen samen.\n"),
        ),
    ),
    Rule(
        code="house-waiver-unused",
        title=N_("A waiver waives nothing"),
        message=N_("The rule “{code}” finds nothing on this line."),
        hint=N_("Take the waiver out, or put it at the end of the line that it is about."),
        reason=N_("A waiver that outlives its cause hides the next mistake on the same line."),
        severity=Severity.WARNING,
        example=Example(
            "1-ambition.md",
            bad=(
                "# Maatschappelijke ambitie\n"
                "\n"
                "Wij beginnen samen. <!-- waive annex-unlisted: zo bedoeld -->\n"
            ),
            good=("# Maatschappelijke ambitie\n\nWij beginnen samen.\n"),
        ),
    ),
)
