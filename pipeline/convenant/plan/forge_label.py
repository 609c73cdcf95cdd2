"""Which labels a workspace has, and which of a proposal's labels the tool keeps itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from convenant.locale import N_, Voice

KEPT = frozenset({*(f"section/{number}" for number in range(1, 6)), "legal-approved"})
"""Those that the tool puts on and takes off by itself."""


class Label(Struct, frozen=True):
    """A label as it is to be.

    Attributes:
        colour: six hexadecimal digits.
    """

    name: str
    colour: str
    meaning: str


LABELS = (
    Label("section/1", "0b6e4f", N_("Touches section 1: the ambition.")),
    Label("section/2", "1d5b79", N_("Touches section 2: the partnership.")),
    Label("section/3", "7a4f9a", N_("Touches section 3: what it will look like.")),
    Label("section/4", "8a5a00", N_("Touches section 4: the programme.")),
    Label("section/5", "5a5a5a", N_("Touches section 5: the annexes.")),
    Label("agreed", "0e8a16", N_("Agreed by the parties; put on by the facilitator.")),
    Label("parked", "c5a100", N_("Put aside for now; put on by the facilitator.")),
    Label("rejected", "b60205", N_("Not accepted; put on by the facilitator.")),
    Label("legal-review", "5319e7", N_("Jurists review; put on by the facilitator.")),
    Label("legal-approved", "3b1e8f", N_("All jurists approved; comes by itself.")),
    Label("concern", "d93f0b", N_("There is a concern without an answer.")),
)

FORMER: Mapping[str, tuple[str, ...]] = {
    **{f"section/{n}": (f"paragraaf/{n}", f"§{n}") for n in range(1, 6)},
    "agreed": ("akkoord",),
    "parked": ("geparkeerd",),
    "rejected": ("afgewezen",),
    "legal-review": ("juridische toets",),
    "concern": ("zorg",),
}
"""What people call a label who make it by hand: it is given our name, and stays where it is."""


class LabelStep(Struct, frozen=True):
    """One thing to do.

    Attributes:
        name: of the label as the forge has it now; empty where it has none.
    """

    name: str
    label: Label
    meaning: str


def plan_labels(present: Iterable[Mapping[str, str]], voice: Voice) -> tuple[LabelStep, ...]:
    """The labels to make or mend; those of the forge's own that we do not know stay.

    Args:
        present: name, color and description of each.
    """
    known = {one["name"].casefold(): one for one in present}
    steps = []
    for label in LABELS:
        meaning = voice.say(label.meaning)
        others = (known[name] for name in FORMER.get(label.name, ()) if name in known)
        now = known.get(label.name) or next(others, None)
        as_it_is = (now["name"], now["color"].casefold(), now["description"]) if now else None
        if as_it_is != (label.name, label.colour, meaning):
            steps.append(LabelStep(now["name"] if now else "", label, meaning))
    return tuple(steps)


def plan_label_change(
    present: Collection[str], wanted: Collection[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The labels to put on a proposal and to take off; people's own gestures stay."""
    add = sorted(set(wanted) - set(present))
    return tuple(add), tuple(sorted((KEPT & set(present)) - set(wanted)))
