"""How far a covenant is, in a line for each section."""

from __future__ import annotations

from collections.abc import Sequence

from convenant.locale import N_, Voice
from convenant.model.readiness import Readiness
from convenant.model.rule import Stage
from convenant.model.section import Maturity

_BEFORE = {
    Stage.CONCRETE: N_("{number} before concrete"),
    Stage.SETTLED: N_("{number} before ready for decision"),
    Stage.REVIEW: N_("{number} before the legal review"),
    Stage.SIGNING: N_("{number} before signing"),
}

MATURITY_WORDS = {
    Maturity.OUTLINE: N_("outline"),
    Maturity.CONCRETE: N_("concrete"),
    Maturity.SETTLED: N_("ready for decision"),
}


def readiness_report(title: str, sections: Sequence[Readiness], voice: Voice) -> str:
    """What must still be solved before which step; sections that lack nothing say so together.

    Args:
        title: what the covenant is called here.
    """
    lines = [f"  {head}: {said}" for head, said in readiness_rows(sections, voice) if said]
    if not lines:
        return ""
    return "\n".join((voice.say(N_("{title}, still to be solved:"), title=title), *lines)) + "\n"


def readiness_rows(sections: Sequence[Readiness], voice: Voice) -> list[tuple[str, str]]:
    """Per section its name with its maturity, and what it asks for before which step."""
    return [
        (
            f"§{one.section.number} ({voice.say(MATURITY_WORDS[one.maturity])})",
            ", ".join(
                voice.say(_BEFORE[stage], number=count)
                for stage, count in one.todo.items()
                if count
            ),
        )
        for one in sections
    ]
