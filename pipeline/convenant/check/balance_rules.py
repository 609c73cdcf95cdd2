"""What the rules on balance and voice say."""

from __future__ import annotations

from convenant.check.weight import HHW
from convenant.locale import N_
from convenant.model.rule import Example, Rule
from convenant.problem import Severity

_GIVEN = (
    "maturity: outline\n"
    "contributions:\n"
    "  - {id: c1, party: linde, kind: staff, text: Gastvrouwen}\n"
    "  - {id: c2, party: gemeente, kind: facility, text: De zaal}\n"
    "benefits:\n"
    "  - {party: linde, text: Een eigen huis}\n"
)
_STEERING = (
    "maturity: outline\n"
    "governance:\n"
    "  bodies:\n"
    "    - id: sg\n"
    "      name: Stuurgroep\n"
    "      kind: steering_group\n"
    "      members:\n"
    "        - {party: linde, function: voorzitter}\n"
)
_TALKED = (
    "covenant: buurtkamer\n"
    "meeting: 2026-10-01-plenary\n"
    "kind: plenary\n"
    "date: 2026-10-01\n"
    "minutes: draft\n"
    "sections: [3]\n"
    "attendance:\n"
    "  - {party: linde, state: present}\n"
)


def _jobs(*leads: str) -> str:
    """A register with a commitment for each of these parties."""
    other = {"linde": "gemeente", "gemeente": "linde"}
    return "maturity: concrete\ncommitments:\n" + "".join(
        f"  - id: A{n}\n    by: {lead}\n    partners: [{other[lead]}]\n    text: Doet klus {n}.\n"
        for n, lead in enumerate(leads, 1)
    )


RULES = (
    Rule(
        code="balance-only-gives",
        title=N_("A party contributes and says of no benefit"),
        message=N_("It is not said what {party} gets out of it."),
        hint=N_(
            "Ask, and add it under benefits; a party that truly wants nothing back can say that."
        ),
        reason=N_(
            "Bringing and getting belong together. A party that only gives leaves as "
            "soon as it becomes hard, or has an interest that nobody knows."
        ),
        severity=Severity.HINT,
        example=Example(
            "2-partnership.yaml",
            bad=_GIVEN,
            good=_GIVEN + ("  - {party: gemeente, text: Minder zorgvragen}\n"),
        ),
    ),
    Rule(
        code="balance-no-ambition",
        title=N_("A party has not said what it wants for itself"),
        message=N_("The own ambition of {party} is missing beside those of the others."),
        hint=N_("Ask for it, and add it under touchpoints."),
        reason=N_(
            "The shared ambition holds when everybody can hook its own on to it. Who "
            "was not asked was not heard."
        ),
        severity=Severity.HINT,
        example=Example(
            "1-ambition.yaml",
            bad=("maturity: outline\ntouchpoints:\n  - {party: linde, touchpoint: Buren}\n"),
            good=(
                "maturity: outline\n"
                "touchpoints:\n"
                "  - {party: linde, touchpoint: Buren}\n"
                "  - {party: gemeente, touchpoint: Wijkaanpak}\n"
            ),
        ),
    ),
    Rule(
        code="balance-no-seat",
        title=N_("A party has no seat where decisions are taken"),
        message=N_("{party} signs, and has no seat in {body}."),
        hint=N_("Add a member of this party, or say in the text how it is heard."),
        reason=N_(
            "Who is bound by decisions wants to take part in them. A missing seat is "
            "often forgotten and seldom meant."
        ),
        severity=Severity.WARNING,
        by_maturity=HHW,
        source="awz2003:12",
        example=Example(
            "4-programme.yaml",
            bad=_STEERING,
            good=_STEERING + ("        - {party: gemeente, function: wethouder}\n"),
        ),
    ),
    Rule(
        code="balance-one-carries",
        title=N_("One party carries nearly everything"),
        message=N_("{party} leads {count} of the {all} commitments."),
        hint=N_("Ask the others what they can take over."),
        reason=N_(
            "When one party carries nearly everything, the covenant is its own plan "
            "with supporters, and falls when it falls."
        ),
        severity=Severity.HINT,
        example=Example(
            "2-partnership.yaml",
            bad=_jobs(*6 * ["linde"]),
            good=_jobs(*4 * ["linde"], *2 * ["gemeente"]),
        ),
    ),
    Rule(
        code="balance-not-heard",
        title=N_("A party was not heard about a part"),
        message=N_("The records hold nothing that {party} said about {section}."),
        hint=N_(
            "Ask the party, and write its answer down: as present at a meeting, as a proposal, as "
            "a concern, or as its consent."
        ),
        reason=N_(
            "A part that others talked about and made concrete binds the absent too. Who was not "
            "heard finds out late, and then the work starts again. It counts as heard that a "
            "party was at a meeting about the part, that a proposal of its own was decided on, "
            "that it owns a concern, or that it answered in a consent round. Where no meeting "
            "about the part was written down, nothing is said."
        ),
        severity=Severity.HINT,
        by_maturity=HHW,
        example=Example(
            "meetings/2026-10-01-plenary.yaml",
            bad=_TALKED + "  - {party: gemeente, state: absent}\n",
            good=_TALKED + "  - {party: gemeente, state: present}\n",
            beside=(("3-visualisation.yaml", "maturity: concrete\n"),),
        ),
    ),
)
