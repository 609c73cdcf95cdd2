"""The order that the method advises, with its reasons, and what has to be there first.

Source: the instrument "Convenant" (Emergent), tips 1 to 3 and 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

from msgspec import Struct

from convenant.locale import N_
from convenant.model.section import Maturity

PROGRAMME = "section-4"
LEGAL = "legal-review"


class Company(Enum):
    """Who sits at the table, which decides where to begin."""

    PARTNERS = "partners"
    ADMINISTRATORS = "administrators"


class Hurdle(Struct, frozen=True):
    """Something that comes earlier than the method advises.

    Attributes:
        about: `section-4` or `legal-review`.
        why: why the method waits; a sentence for the catalogues.
        missing: numbers of the sections that are not yet far enough.
    """

    about: str
    why: str
    missing: tuple[int, ...]


WHY_PROGRAMME = N_(
    "The programme is discussed once the first three sections are concrete: who plans and budgets "
    "before it is clear what for, with whom and how it will look, plans for something else."
)
WHY_LEGAL = N_(
    "Jurists look at what can go wrong. Those are the right questions, but asked too early they "
    "stop a cooperation that is only beginning."
)


def hurdles(
    sections: Iterable[int],
    raised: Mapping[int, str],
    maturity: Mapping[int, Maturity],
    *,
    legal: bool = False,
) -> tuple[Hurdle, ...]:
    """What the method advises against at this moment.

    Args:
        sections: that are to be discussed.
        raised: sections that are to become more mature, with what they become.
        maturity: of each section by its number, as it is now.
        legal: whether the legal stage is to be opened.
    """
    after = {**maturity, **{n: Maturity(m) for n, m in raised.items() if m}}
    found = []
    early = tuple(n for n in (1, 2, 3) if after.get(n, Maturity.OUTLINE) is Maturity.OUTLINE)
    opens = 4 in tuple(sections) or raised.get(4, "outline") != "outline"
    if opens and early:
        found.append(Hurdle(PROGRAMME, WHY_PROGRAMME, early))
    unready = tuple(n for n in (1, 2, 3, 4) if after.get(n, Maturity.OUTLINE) is Maturity.OUTLINE)
    if (legal or raised.get(5) == "settled") and unready:
        found.append(Hurdle(LEGAL, WHY_LEGAL, unready))
    return tuple(found)


def due_sections(
    maturity: Mapping[int, Maturity], company: Company, with_proposals: Sequence[int] = ()
) -> tuple[int, ...]:
    """The sections to discuss, in the order that the method advises for this company.

    What is settled is left out unless somebody proposes to change it. The programme waits for the
    first three sections; the annexes come last, since they are filled along the way.
    """
    first = (3, 2, 1) if company is Company.PARTNERS else (1, 2, 3)
    due = [n for n in first if _grows(maturity, n) or n in with_proposals]
    concrete = all(maturity.get(n, Maturity.OUTLINE) is not Maturity.OUTLINE for n in first)
    if concrete and (_grows(maturity, 4) or 4 in with_proposals):
        due.append(4)
    if 5 in with_proposals or (concrete and _grows(maturity, 5)):
        due.append(5)
    return tuple(due)


def next_maturity(now: Maturity) -> Maturity | None:
    """What a section grows to next."""
    steps = list(Maturity)
    place = steps.index(now) + 1
    return steps[place] if place < len(steps) else None


def _grows(maturity: Mapping[int, Maturity], number: int) -> bool:
    return maturity.get(number, Maturity.OUTLINE) is not Maturity.SETTLED
