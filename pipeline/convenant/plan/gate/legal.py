"""The legal stage: opened by a facilitator, closed by the jurist of every party that signs.

It limits only when jurists review: section 5 itself is open to the partners from the start.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from convenant.model.access import FACILITATOR, JURIST
from convenant.model.gate import Approval, Asked, Gesture, Touched
from convenant.model.party import Party
from convenant.model.ruling import Reason, Stage
from convenant.plan.gate.method import sections_named, too_early
from convenant.plan.gate.words import reason
from convenant.plan.order import LEGAL

APPROVED = "legal-approved"
SHORTEST = 12
"""Characters of a digest that name a text: as many as a document prints."""


def legal_stage(asked: Asked) -> Stage:
    """How far the legal review of a proposal is."""
    touched = asked.touched
    if touched is None or not _is_open(asked, touched):
        return Stage.NONE
    waiting = list(_waiting(asked, touched))
    return Stage.OPEN if waiting or asked.doubts or touched.clashes else Stage.CLOSED


def legal_reasons(asked: Asked, touched: Touched) -> Iterator[Reason]:
    """What the legal stage has to say, and to whom."""
    stage = legal_stage(asked)
    if stage is Stage.CLOSED:
        yield reason("legal-closed")
    elif stage is Stage.OPEN:
        yield from _waiting(asked, touched)
        if _taken_off_by_other(asked, touched):
            yield reason("legal-kept")
    elif LEGAL in asked.labels or _is_wanted(asked, touched):
        yield from _not_opened(asked, touched)
    elif any(a.who.holds(JURIST, touched.slug) for a in asked.approvals):
        yield reason("jurist-early")
    if stage is not Stage.NONE and _strangers(asked, touched):
        yield reason("legal-stranger")
    if APPROVED in asked.labels and stage is not Stage.CLOSED:
        yield reason("legal-label")


def _is_open(asked: Asked, touched: Touched) -> bool:
    return _is_wanted(asked, touched) and not _early(touched)


def _is_wanted(asked: Asked, touched: Touched) -> bool:
    """Whether the last gesture by a facilitator was to open it; others open and close nothing."""
    made = [g for g in _made(asked) if g.who.holds(FACILITATOR, touched.slug)]
    return bool(made) and made[-1].put


def _made(asked: Asked) -> list[Gesture]:
    return [gesture for gesture in asked.gestures if gesture.label == LEGAL]


def _early(touched: Touched) -> tuple[int, ...]:
    return () if LEGAL in touched.overrides else too_early(touched, legal=True)


def _not_opened(asked: Asked, touched: Touched) -> Iterator[Reason]:
    if not _is_wanted(asked, touched):
        yield reason("legal-by-other")
    if early := _early(touched):
        yield reason("legal-early", said=sections_named(early))


def _taken_off_by_other(asked: Asked, touched: Touched) -> bool:
    made = _made(asked)
    return bool(made) and not made[-1].put and not made[-1].who.holds(FACILITATOR, touched.slug)


def _waiting(asked: Asked, touched: Touched) -> Iterator[Reason]:
    signing = {party.id: party for party in touched.parties if party.signs}
    for party in signing.values():
        if code := _lacking(asked, touched, party):
            shown = touched.digest[:SHORTEST]
            yield reason(code, party=party.id, party_name=party.label, digest=shown)


def _lacking(asked: Asked, touched: Touched, party: Party) -> str:
    """Why a party still keeps the stage open; empty where it does not."""
    review = touched.reviews.get(party.id)
    if review and review.digest == touched.digest and review.outcome in ("approved", "waived"):
        return ""
    said = [a for a in asked.approvals if a.who.holds(JURIST, touched.slug, party.id)]
    valid = [a for a in said if not a.edited]
    if valid and not valid[-1].approves:
        return "legal-objects"
    if any(a.approves and _names(a.digest, touched.digest) for a in _since_objection(valid)):
        return ""
    if said and said[-1].edited:
        return "legal-edited"
    if valid or (review and review.outcome in ("approved", "waived")):
        return "legal-stale"
    if review and review.outcome == "remarks":
        return "legal-objects"
    return "legal-waits" if party.id in asked.with_jurist else "legal-nobody"


def _since_objection(said: Sequence[Approval]) -> Sequence[Approval]:
    objections = [number for number, one in enumerate(said) if not one.approves]
    return said[objections[-1] + 1 :] if objections else said


def _names(said: str, digest: str) -> bool:
    return len(said) >= SHORTEST and digest.startswith(said)


def _strangers(asked: Asked, touched: Touched) -> bool:
    """Whether somebody approved who is jurist of none of the parties."""
    return any(a.approves and not a.who.holds(JURIST, touched.slug) for a in asked.approvals)
