"""What the rules on authority say."""

from __future__ import annotations

from convenant.check.weight import HHW, HWE, HWW
from convenant.locale import N_
from convenant.model.rule import Example, Rule, Stage
from convenant.problem import Severity

_WITH = (
    "schema_version: 2\n"
    "title: Convenant Buurtkamer\n"
    "parties:\n"
    "  - {id: gemeente, name: Gemeente Wolderveen, form: municipality, "
    "role: signatory}\n"
)
_HEAD = "schema_version: 2\ntitle: Convenant Buurtkamer\nparties:\n"

_LINDE = (
    "schema_version: 2\n"
    "title: Convenant Buurtkamer\n"
    "parties:\n"
    "  - {id: gemeente, name: Gemeente Wolderveen, form: municipality, role: signatory}\n"
    "  - id: linde\n"
    "    name: Stichting De Linde\n"
    "    form: foundation\n"
    "    role: signatory\n"
)

RULES = (
    Rule(
        code="authority-refused",
        title=N_("A competent body has refused"),
        message=N_("{body} has refused, so that {party} cannot sign."),
        hint=N_("Talk about what the refusal asks for, or take the party out."),
        reason=N_("A signature without the decision behind it binds nobody, or the wrong person."),
        by_maturity=HWE,
        source="awz2003:5",
        stage=Stage.SIGNING,
        example=Example(
            "covenant.yaml",
            bad=_LINDE
            + ("    approvals:\n      - {body: bestuur, kind: decision, status: refused}\n"),
            good=_LINDE
            + ("    approvals:\n      - {body: bestuur, kind: decision, status: requested}\n"),
        ),
    ),
    Rule(
        code="authority-unproven",
        title=N_("A decision cannot be found"),
        message=N_("{body} of {party} has decided, and the date or the reference is missing."),
        hint=N_("Add date and reference of the decision."),
        reason=N_(
            "Who doubts a signature years from now looks for the decision. A date and "
            "a reference are enough to find it."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        source="awz2003:5",
        stage=Stage.SIGNING,
        example=Example(
            "covenant.yaml",
            bad=_LINDE
            + ("    approvals:\n      - {body: bestuur, kind: decision, status: granted}\n"),
            good=_LINDE
            + (
                "    approvals:\n"
                "      - body: bestuur\n"
                "        kind: decision\n"
                "        status: granted\n"
                '        date: "2026-11-05"\n'
                "        reference: besluit 2026-19\n"
            ),
        ),
    ),
    Rule(
        code="authority-missing",
        title=N_("Nothing is said of the decision to sign"),
        message=N_("It is not said which body of {party} decides that it may sign."),
        hint=N_("Add the decision under approvals, also when it has still to be taken."),
        reason=N_(
            "Representation must be proven before anybody signs. A board, a council "
            "or a meeting of members needs weeks for that."
        ),
        severity=Severity.WARNING,
        by_maturity=HHW,
        source="awz2003:5",
        stage=Stage.SIGNING,
        example=Example(
            "covenant.yaml",
            bad=_HEAD
            + (
                "  - id: gemeente\n"
                "    name: Gemeente Wolderveen\n"
                "    form: municipality\n"
                "    role: signatory\n"
                "    approvals:\n"
                "      - {body: bestuur, kind: decision, status: requested}\n"
                "  - {id: linde, name: Stichting De Linde, form: foundation, role: "
                "signatory}\n"
            ),
            good=_HEAD
            + (
                "  - id: gemeente\n"
                "    name: Gemeente Wolderveen\n"
                "    form: municipality\n"
                "    role: signatory\n"
                "    approvals:\n"
                "      - {body: bestuur, kind: decision, status: requested}\n"
                "  - id: linde\n"
                "    name: Stichting De Linde\n"
                "    form: foundation\n"
                "    role: signatory\n"
                "    approvals:\n"
                "      - {body: bestuur, kind: decision, status: requested}\n"
            ),
            beside=(("2-partnership.yaml", ("maturity: concrete\n")),),
        ),
    ),
)
