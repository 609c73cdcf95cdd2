"""What the rules on the legal provisions say."""

from __future__ import annotations

from convenant.check.weight import HHW, HWE, HWW
from convenant.locale import N_
from convenant.model.rule import Example, Rule
from convenant.problem import Severity

RULES = (
    Rule(
        code="provision-no-way-out",
        title=N_("A fixed term has no way out"),
        message=N_("The covenant has a fixed term and says nothing of notice."),
        hint=N_(
            "Say whether a party can leave early, on which grounds and with what "
            "consequence, or that it cannot."
        ),
        reason=N_(
            "An agreement for a fixed term can in general not be ended early unless "
            "it says so. Partners often find that out when one of them has to."
        ),
        severity=Severity.HINT,
        source="awz2003:20",
        example=Example(
            "5-annexes.yaml",
            bad=("maturity: concrete\nduration:\n  kind: fixed\n"),
            good=("maturity: concrete\nduration:\n  kind: fixed\nnotice:\n  months: 3\n"),
        ),
    ),
    Rule(
        code="provision-start-never",
        title=N_("The covenant cannot enter into force"),
        message=N_("It starts once {count} parties have signed, and {parties} are to sign."),
        hint=N_("Choose a number from one up to the number of parties that sign."),
        reason=N_(
            "An agreement that waits for more signatures than there are parties never starts."
        ),
        by_maturity=HWE,
        source="awz2003:19",
        example=Example(
            "5-annexes.yaml",
            bad=("maturity: outline\nentry_into_force:\n  when: n_signed\n  count: 3\n"),
            good=("maturity: outline\nentry_into_force:\n  when: n_signed\n  count: 2\n"),
        ),
    ),
    Rule(
        code="provision-no-reservation",
        title=N_("A public body signs without keeping its powers free"),
        message=N_("{party} has powers under public law, and nothing says that they stay free."),
        hint=N_(
            "Add public_law_reservation: what the covenant leaves to the bodies that "
            "decide on permits, grants and budget."
        ),
        reason=N_(
            "A public body cannot promise away what the law lets it decide. Said "
            "beforehand it is no broken promise later."
        ),
        severity=Severity.WARNING,
        by_maturity=HHW,
        source="awz2003:9",
        example=Example(
            "5-annexes.yaml",
            bad=("maturity: concrete\n"),
            good=(
                "maturity: concrete\n"
                "public_law_reservation: De bevoegdheden van de gemeente blijven "
                "onverlet.\n"
            ),
        ),
    ),
    Rule(
        code="provision-secrecy",
        title=N_("Secrecy leaves out the law on openness"),
        message=N_(
            "{party} must give documents to who asks for them, whatever is said here of secrecy."
        ),
        hint=N_("Add: except where a law such as the Open Government Act requires otherwise."),
        reason=N_(
            "No agreement can limit the Open Government Act or the Archives Act. "
            "Partners who rely on secrecy will be surprised."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        source="awz2003:25",
        example=Example(
            "5-annexes.yaml",
            bad=("maturity: outline\nconfidentiality: Partijen houden alles geheim.\n"),
            good=(
                "maturity: outline\n"
                "confidentiality: Partijen houden alles geheim, tenzij de Wet open "
                "overheid anders bepaalt.\n"
            ),
        ),
    ),
    Rule(
        code="provision-no-forum",
        title=N_("Something can be enforced, and nowhere"),
        message=N_("“{id}” can be enforced, and disputes have no forum."),
        hint=N_("Choose a forum under disputes: court, arbitration or binding advice."),
        reason=N_(
            "Without a choice the court decides by law, and parties lose months on "
            "the question which one."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        source="awz2003:16",
        example=Example(
            "5-annexes.yaml",
            bad=("maturity: outline\ndisputes:\n  forum: none\n"),
            good=("maturity: outline\ndisputes:\n  forum: court\n"),
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
                        "    enforceable: true\n"
                    ),
                ),
            ),
        ),
    ),
)
