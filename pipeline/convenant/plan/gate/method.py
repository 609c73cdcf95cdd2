"""The order of the method, the decision of the parties, and their concerns."""

from __future__ import annotations

from collections.abc import Iterator

from convenant.locale import N_
from convenant.model.access import FACILITATOR
from convenant.model.gate import Asked, Gesture, Touched
from convenant.model.ruling import Reason
from convenant.model.saying import Saying, Series
from convenant.model.section import SECTIONS, Maturity
from convenant.plan.gate.form import is_closing
from convenant.plan.gate.words import reason
from convenant.plan.order import PROGRAMME, hurdles

AGREED, PARKED, REJECTED, CONCERN = "agreed", "parked", "rejected", "concern"


def method_reasons(asked: Asked, touched: Touched) -> Iterator[Reason]:
    """What the method has to say about a change of a covenant."""
    if touched.taken_away:
        yield reason("taken-away", covenant=touched.title)
    if touched.clashes:
        yield reason("clash")
    if touched.errors:
        yield reason("errors", said=str(touched.errors))
    yield from _order(touched)
    yield from _decision(asked, touched)
    if touched.concerns or CONCERN in asked.labels:
        yield reason("concern", said=str(touched.concerns or 1))


def too_early(touched: Touched, *, legal: bool = False) -> tuple[int, ...]:
    """The sections that the order of the method still waits for.

    What a proposal makes more mature itself does not count: it would open its own way.
    """
    opened = () if legal else touched.changed
    return next((one.missing for one in hurdles(opened, {}, _least(touched), legal=legal)), ())


def _least(touched: Touched) -> dict[int, Maturity]:
    found = {}
    for number in (section.number for section in SECTIONS):
        now = touched.before.get(number, Maturity.OUTLINE)
        after = touched.after.get(number, Maturity.OUTLINE)
        found[number] = Maturity.OUTLINE if now is Maturity.OUTLINE else after
    return found


def sections_named(numbers: tuple[int, ...]) -> Series:
    """Sections as a reader names them."""
    return Series(tuple(Saying(N_("section {number}"), {"number": str(n)}) for n in numbers))


def last(asked: Asked, label: str) -> Gesture | None:
    """Who last put a label on that is there now; nobody knows where the history is not whole."""
    if label not in asked.labels:
        return None
    put = [g for g in asked.gestures if _puts(g, label)]
    return put[-1] if put else None


def _order(touched: Touched) -> Iterator[Reason]:
    early = too_early(touched)
    if not early:
        return
    if PROGRAMME in touched.overrides:
        yield reason("order-left", said=touched.overrides[PROGRAMME])
    else:
        yield reason("order", said=sections_named(early))


def _decision(asked: Asked, touched: Touched) -> Iterator[Reason]:
    """What a meeting decided is on record; a label is a gesture that a facilitator may make."""
    ruled, slug = asked.ruled, touched.slug
    by_facilitator = {
        label: gesture is not None and gesture.who.holds(FACILITATOR, slug)
        for label in (AGREED, PARKED, REJECTED)
        for gesture in (last(asked, label),)
    }
    outcome = ruled.outcome if ruled else ""
    if outcome == REJECTED or by_facilitator[REJECTED]:
        yield reason("rejected", said=ruled.reason if ruled else "")
    if outcome == PARKED or by_facilitator[PARKED]:
        yield reason("parked", said=ruled.reason if ruled else "")
    if outcome in (REJECTED, PARKED) or is_closing(asked):
        return
    if outcome == AGREED and ruled and ruled.same_text:
        return
    if label_agrees(asked):
        return
    if outcome == AGREED:
        yield reason("decided-other")
    elif by_facilitator[AGREED]:
        yield reason("agreed-unbound")
    elif AGREED in asked.labels:
        yield reason("agreed-by-other")
    else:
        yield reason("undecided")
    settled = tuple(n for n in sorted(touched.changed) if touched.before.get(n) is Maturity.SETTLED)
    if settled:
        yield reason("settled", said=sections_named(settled))


def label_agrees(asked: Asked) -> bool:
    """Whether a facilitator put the label on the present text: now, or on record since then."""
    slug, newest = asked.touched.slug if asked.touched else "", last(asked, AGREED)
    if not slug or newest is None or not newest.who.holds(FACILITATOR, slug):
        return False
    return any(
        g.same_text for g in asked.gestures if _puts(g, AGREED) and g.who.holds(FACILITATOR, slug)
    )


def _puts(gesture: Gesture, label: str) -> bool:
    return gesture.put and gesture.label == label
