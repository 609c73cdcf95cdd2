"""What the rules on roles for personal data say."""

from __future__ import annotations

from convenant.check.weight import HHW, HWW
from convenant.locale import N_
from convenant.model.rule import Example, Rule, Stage
from convenant.problem import Severity

RULES = (
    Rule(
        code="data-no-privacy-role",
        title=N_("A party has no role for personal data"),
        message=N_(
            "It is not said what {party} is for the personal data: controller, "
            "processor or nothing."
        ),
        hint=N_("Add it under privacy, roles; none is an answer too."),
        reason=N_(
            "When a citizen asks for his data, or a list gets lost, each party must "
            "know at once whether it has to act."
        ),
        severity=Severity.WARNING,
        by_maturity=HHW,
        source="gdpr:26",
        stage=Stage.REVIEW,
        example=Example(
            "5-annexes.yaml",
            bad=(
                "maturity: outline\n"
                "privacy:\n"
                "  personal_data: true\n"
                "  roles:\n"
                "    - {party: linde, role: controller}\n"
            ),
            good=(
                "maturity: outline\n"
                "privacy:\n"
                "  personal_data: true\n"
                "  roles:\n"
                "    - {party: linde, role: controller}\n"
                "    - {party: gemeente, role: none}\n"
            ),
        ),
    ),
    Rule(
        code="data-joint-alone",
        title=N_("One party is controller together with nobody"),
        message=N_("Only one party is a joint controller."),
        hint=N_("Say which other party decides with it, or make it controller."),
        reason=N_(
            "Joint controllers decide together, and arrange between them who answers "
            "to the citizen."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        source="gdpr:26",
        example=Example(
            "5-annexes.yaml",
            bad=(
                "maturity: outline\n"
                "privacy:\n"
                "  personal_data: true\n"
                "  roles:\n"
                "    - {party: linde, role: joint_controller}\n"
                "    - {party: gemeente, role: none}\n"
            ),
            good=(
                "maturity: outline\n"
                "privacy:\n"
                "  personal_data: true\n"
                "  roles:\n"
                "    - {party: linde, role: controller}\n"
                "    - {party: gemeente, role: none}\n"
            ),
        ),
    ),
    Rule(
        code="data-no-controller",
        title=N_("Data are processed for nobody"),
        message=N_("There is a processor, and no party is controller."),
        hint=N_("Say for whom the data are processed."),
        reason=N_(
            "A processor acts on instructions. Without somebody who gives them it is "
            "controller itself, with all duties."
        ),
        severity=Severity.WARNING,
        by_maturity=HWW,
        source="gdpr:28",
        example=Example(
            "5-annexes.yaml",
            bad=(
                "maturity: outline\n"
                "privacy:\n"
                "  personal_data: true\n"
                "  roles:\n"
                "    - {party: linde, role: processor}\n"
                "    - {party: gemeente, role: none}\n"
            ),
            good=(
                "maturity: outline\n"
                "privacy:\n"
                "  personal_data: true\n"
                "  roles:\n"
                "    - {party: linde, role: processor}\n"
                "    - {party: gemeente, role: controller}\n"
            ),
        ),
    ),
)
