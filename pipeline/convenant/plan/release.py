"""What still stands between a text and its next version: a list per person, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from convenant.locale import N_
from convenant.model.covenant import Covenant
from convenant.model.party import Party
from convenant.model.position import Position, Stand
from convenant.model.record import Authority, Records, Signature
from convenant.model.release import Change, Todo
from convenant.model.section import SECTIONS, Maturity, Section
from convenant.plan.consent import plan_positions
from convenant.problem import Place

FACILITATOR = N_("facilitator")


class Copy(Struct, frozen=True):
    """A copy to sign.

    Attributes:
        name: such as `v1.0.0-sign.1`.
        document: SHA-256 of its PDF.
    """

    name: str
    digest: str
    document: str


def plan_copy(
    covenant: Covenant, records: Records, digest: str, parts: Mapping[Section, str]
) -> tuple[Todo, ...]:
    """What has to be done before a copy can be put up for signature."""
    positions = plan_positions(covenant, records, digest, parts)
    return (
        *_unsettled(covenant),
        *_signals(covenant),
        *(todo for position in positions for todo in _reviewed(position.party, records, digest)),
        *(todo for position in positions for todo in _agreed(position)),
        *(todo for position in positions for todo in _represented(position.party)),
        *_nobody(positions),
    )


def plan_final(
    covenant: Covenant,
    records: Records,
    digest: str,
    parts: Mapping[Section, str],
    copy: Copy | None,
    change: Change,
    joined: Sequence[str] = (),
    *,
    printed: Covenant | None = None,
) -> tuple[Todo, ...]:
    """What has to be done before a version can be published as signed.

    Args:
        copy: the last copy with this very text, where there is one.
        joined: ids of the parties that an accession adds.
        printed: the covenant as the copy prints it; `covenant` itself unless given.
    """
    before = plan_copy(covenant, records, digest, parts)
    approvals = [todo for party in _signing(covenant) for todo in _approved(party)]
    if copy is None:
        said = N_("put this text up for signature: convenant sign open {slug}")
        signed = [Todo(FACILITATOR, said, {"slug": covenant.slug}, role=True)]
    else:
        signed = list(_signed(covenant, records, copy, change, joined))
        if printed is not None and signing_of(printed) != signing_of(covenant):
            said = N_("make a new copy, since others sign now: convenant sign open --again {slug}")
            signed.append(Todo(FACILITATOR, said, {"slug": covenant.slug}, role=True))
    return (*before, *approvals, *signed, *_conditions(covenant))


def _signing(covenant: Covenant) -> list[Party]:
    return [party for party in covenant.cover.parties if party.signs]


def _unsettled(covenant: Covenant) -> Iterator[Todo]:
    for section in SECTIONS:
        if covenant.maturity(section) is not Maturity.SETTLED:
            said = N_("make §{number} ready for decision")
            yield Todo(FACILITATOR, said, {"number": str(section.number)}, role=True)


def _signals(covenant: Covenant) -> Iterator[Todo]:
    for signal in covenant.annexes.signals:
        if signal.answer not in ("yes", "no"):
            said = N_("have the legal question “{signal}” answered")
            yield Todo(FACILITATOR, said, {"signal": signal.id}, role=True)
    if not covenant.annexes.signals:
        yield Todo(FACILITATOR, N_("have the legal questions answered"), role=True)


def _nobody(positions: Sequence[Position]) -> Iterator[Todo]:
    if len(positions) < 2:
        yield Todo(FACILITATOR, N_("name at least two parties that sign"), role=True)


def _reviewed(party: Party, records: Records, digest: str) -> Iterator[Todo]:
    said = records.reviews_of(party.id)
    if not said:
        yield Todo(party.label, N_("have the text reviewed by a jurist, or waive that in writing"))
    elif said[-1].digest != digest:
        yield Todo(party.label, N_("have the present text reviewed: the review is of an older one"))
    elif said[-1].outcome == "remarks":
        yield Todo(party.label, N_("settle the remarks of the jurist"))


def _agreed(position: Position) -> Iterator[Todo]:
    said = {
        Stand.SILENT: N_("say whether you agree"),
        Stand.STALE: N_("say whether you agree to the present text"),
        Stand.AGREES_IF: N_("say whether the condition has been met: {text}"),
        Stand.OBJECTS: N_("talk about the objection: {text}"),
    }.get(position.stand)
    if said:
        text = position.answer.text if position.answer else ""
        yield Todo(position.party.label, said, {"text": text})


def _represented(party: Party) -> Iterator[Todo]:
    person = party.form in ("natural_person", "informal_group")
    if not party.competent_body and not person:
        yield Todo(party.label, N_("say which body decides about the covenant"))
    if not functions(party):
        yield Todo(party.label, N_("say in which function somebody signs"))


def functions(party: Party) -> tuple[str, ...]:
    """The functions that sign for a party: all of them."""
    named = tuple(one.function for one in party.signatories if one.function)
    return named or ((N_("resident"),) if party.form == "natural_person" else ())


def signing_of(covenant: Covenant) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Who signs: the id of each party and its functions, as a copy to sign prints them."""
    return tuple((party.id, functions(party)) for party in _signing(covenant))


def _approved(party: Party) -> Iterator[Todo]:
    for approval in party.approvals:
        if approval.status == "refused":
            said = N_("go back to {body}, which did not agree")
        elif approval.status != "granted":
            said = N_("obtain the decision of {body}")
        elif not (approval.date and approval.reference):
            said = N_("note the date and the number of the decision of {body}")
        else:
            continue
        yield Todo(party.label, said, {"body": approval.body})
    decides = {"natural_person", "informal_group"}
    if party.competent_body in functions(party):
        return  # who signs is who decides
    decided = [a for a in party.approvals if a.kind == "decision" and a.status == "granted"]
    if not decided and not party.power_of_attorney and party.form not in decides:
        if any(a.kind == "decision" for a in party.approvals):
            return  # named above already
        said = N_("note the decision of {body} to enter into the covenant")
        yield Todo(party.label, said, {"body": party.competent_body or "—"})


def _signed(
    covenant: Covenant, records: Records, copy: Copy, change: Change, joined: Sequence[str]
) -> Iterator[Todo]:
    if change is Change.EXIT:
        return
    parties = _signing(covenant)
    if change is Change.ACCESSION:
        parties = [party for party in parties if party.id in joined]
    missing = {party.id: list(_unsigned(party, records, copy)) for party in parties}
    force = covenant.annexes.entry_into_force
    some = force and force.when == "n_signed" and change is Change.FIRST
    if force and some and sum(not todos for todos in missing.values()) >= max(force.count, 1):
        return
    for todos in missing.values():
        yield from todos


def _unsigned(party: Party, records: Records, copy: Copy) -> Iterator[Todo]:
    signed = {s.function for s in records.signatures_of(party.id) if is_signature_of(s, copy)}
    for function in functions(party):
        if function not in signed:
            said = N_("have {copy} signed by: {function}")
            yield Todo(party.label, said, {"copy": copy.name, "function": function})


def is_signature_of(signature: Signature, copy: Copy) -> bool:
    """Whether a signature stands under exactly these bytes."""
    return (signature.copy, signature.digest, signature.document) == (
        copy.name,
        copy.digest,
        copy.document,
    )


def granted_authority(party: Party) -> Authority | None:
    """The last decision by which the party's body lets it sign, or its power of attorney."""
    for approval in reversed(party.approvals):
        if approval.kind == "decision" and approval.status == "granted":
            return Authority(Place(""), approval.body, approval.date, approval.reference)
    if given := party.power_of_attorney:
        return Authority(Place(""), given.granted_by, given.date, given.reference)
    return None


def _conditions(covenant: Covenant) -> Iterator[Todo]:
    for condition in covenant.annexes.conditions_precedent:
        if condition.met is not True:
            owner = covenant.party(condition.owner)
            said = N_("see to the condition “{text}”")
            values = {"text": condition.text or condition.id}
            yield Todo(owner.label if owner else FACILITATOR, said, values, role=owner is None)
