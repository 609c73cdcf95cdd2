"""What the rules on parties say."""

from __future__ import annotations

from convenant.check.weight import HWE, HWW
from convenant.locale import N_
from convenant.model.rule import Example, Rule
from convenant.problem import Severity

_WITH = (
    "schema_version: 2\n"
    "title: Convenant Buurtkamer\n"
    "parties:\n"
    "  - {id: gemeente, name: Gemeente Wolderveen, form: municipality, "
    "role: signatory}\n"
)
_HEAD = "schema_version: 2\ntitle: Convenant Buurtkamer\nparties:\n"

RULES = (
    Rule(
        code="party-alone",
        title=N_("A covenant has one party that signs, or none"),
        message=N_("Parties that sign: {count}. A covenant is between two at least."),
        hint=N_("Add the other parties, or give them the role signatory."),
        reason=N_(
            "What one party promises to itself is a plan. It becomes an agreement "
            "when another one accepts it."
        ),
        by_maturity=HWE,
        source="awz2003:5",
        example=Example(
            "covenant.yaml",
            bad=_WITH
            + ("  - {id: linde, name: Stichting De Linde, form: foundation, role: observer}\n"),
            good=_WITH
            + ("  - {id: linde, name: Stichting De Linde, form: foundation, role: signatory}\n"),
            beside=(("2-partnership.yaml", ("maturity: concrete\n")),),
        ),
    ),
    Rule(
        code="party-same-name",
        title=N_("Two parties are called the same"),
        message=N_("“{name}” is called the same as the party “{other}”."),
        hint=N_("Give one of them another short name."),
        reason=N_(
            "Readers find their own part by the name. With one name for two parties "
            "they read the commitments of the other."
        ),
        severity=Severity.WARNING,
        example=Example(
            "covenant.yaml",
            bad=_HEAD
            + (
                "  - id: gemeente\n"
                "    name: Gemeente Wolderveen\n"
                "    short: Wolderveen\n"
                "    form: municipality\n"
                "    role: signatory\n"
                "  - id: linde\n"
                "    name: Stichting Wolderveen\n"
                "    short: Wolderveen\n"
                "    form: foundation\n"
                "    role: signatory\n"
            ),
            good=_HEAD
            + (
                "  - id: gemeente\n"
                "    name: Gemeente Wolderveen\n"
                "    short: de gemeente\n"
                "    form: municipality\n"
                "    role: signatory\n"
                "  - id: linde\n"
                "    name: Stichting Wolderveen\n"
                "    short: de stichting\n"
                "    form: foundation\n"
                "    role: signatory\n"
            ),
        ),
    ),
    Rule(
        code="party-brings-nothing",
        title=N_("A party brings nothing in"),
        message=N_("{party} is to sign, and contributes nothing yet."),
        hint=N_(
            "Add what it brings: money, hours, products, services or facilities. Or "
            "make it a supporting party."
        ),
        reason=N_(
            "A covenant is for parties that make a real contribution, of whatever "
            "kind. Others can support or look on, and then everybody knows it."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        example=Example(
            "2-partnership.yaml",
            bad=(
                "maturity: concrete\n"
                "contributions:\n"
                "  - id: c1\n"
                "    party: linde\n"
                "    kind: staff\n"
                "    text: Gastvrouwen\n"
            ),
            good=(
                "maturity: concrete\n"
                "contributions:\n"
                "  - id: c1\n"
                "    party: linde\n"
                "    kind: staff\n"
                "    text: Gastvrouwen\n"
                "  - id: c2\n"
                "    party: gemeente\n"
                "    kind: facility\n"
                "    text: De zaal\n"
            ),
        ),
    ),
    Rule(
        code="party-does-nothing",
        title=N_("A party has nothing to do"),
        message=N_("{party} is to sign, and there is no commitment that it leads or joins in."),
        hint=N_("Add what it does and when, or make it a supporting party."),
        reason=N_(
            "Who signs wants to know what it signs for. Without a commitment of its "
            "own a party can keep every promise by doing nothing."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        source="awz2003:7",
        example=Example(
            "2-partnership.yaml",
            bad=(
                "maturity: concrete\n"
                "commitments:\n"
                "  - id: A1\n"
                "    by: linde\n"
                "    text: Opent het huis.\n"
            ),
            good=(
                "maturity: concrete\n"
                "commitments:\n"
                "  - id: A1\n"
                "    by: linde\n"
                "    partners: [gemeente]\n"
                "    text: Opent het huis.\n"
            ),
        ),
    ),
    Rule(
        code="party-only-invited",
        title=N_("A party that has not joined yet is to sign"),
        message=N_("{party} has been invited only, and stands among those who sign."),
        hint=N_("Write state: joined once it takes part, or give it another role until then."),
        reason=N_(
            "Nobody is bound by an agreement that it did not make. Partners must be "
            "able to see who really sits at the table."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        example=Example(
            "covenant.yaml",
            bad=_WITH
            + (
                "  - id: linde\n"
                "    name: Stichting De Linde\n"
                "    form: foundation\n"
                "    role: signatory\n"
                "    status:\n"
                "      state: invited\n"
            ),
            good=_WITH
            + (
                "  - id: linde\n"
                "    name: Stichting De Linde\n"
                "    form: foundation\n"
                "    role: signatory\n"
                "    status:\n"
                "      state: joined\n"
            ),
        ),
    ),
)
