"""Rules on the legal signals: all are answered, and the answers agree with the data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from convenant.check.inquiry import Found, Inquiry, Look
from convenant.locale import N_
from convenant.model.section import Section
from convenant.problem import Term

_MUNICIPAL = ("municipality", "province", "water_authority")
_COUNCILS = ("raad", "council", "staten", "algemeen bestuur")
_ADVICE = ("ondernemingsraad", "works council", "huurders", "tenant", "cliëntenraad", "client")


def answered(inquiry: Inquiry) -> Iterator[Found]:
    """Every question has an answer before jurists come in."""
    if not inquiry.grown(Section.ANNEXES):
        return
    schema = inquiry.schemas["annexes"]["$defs"]["signal"]["properties"]["id"]
    said = {one.id: one for one in inquiry.covenant.annexes.signals}
    place = inquiry.covenant.annexes.at
    for id in schema["enum"]:
        labels = schema.get("x-enum-labels", {}).get(inquiry.covenant.language[:2], {})
        values = {"signal": str(labels.get(id, id)), "id": id}
        if id not in said:
            yield Found("signal-unasked", place, values)
        elif said[id].answer in ("", "unknown") and not said[id].follow_up:
            yield Found("signal-unknown", said[id].at, values)


def contradicted(inquiry: Inquiry) -> Iterator[Found]:
    """No answer says no to what the data say themselves."""
    facts = dict(_facts(inquiry))
    for one in inquiry.covenant.annexes.signals:
        if one.answer == "no" and one.id in facts:
            yield Found("signal-contradicted", one.at, {"id": one.id, "fact": facts[one.id]})


def decided(inquiry: Inquiry) -> Iterator[Found]:
    """A yes that calls for a decision finds it among the approvals."""
    if not inquiry.grown(Section.ANNEXES):
        return
    parties = [party for party in inquiry.covenant.cover.parties if party.signs]
    bodies = " ".join(a.body for party in parties for a in party.approvals).casefold()
    municipal = any(party.form in _MUNICIPAL for party in parties)
    asks = {
        "powers": ("signal-no-council", _COUNCILS if municipal else ()),
        "co_determination_vat_housing": ("signal-no-advice", _ADVICE),
    }
    for one in inquiry.covenant.annexes.signals:
        if one.answer == "yes" and one.id in asks:
            code, names = asks[one.id]
            if names and not any(name in bodies for name in names):
                yield Found(code, one.at)


def _facts(inquiry: Inquiry) -> Iterator[tuple[str, str]]:
    """By signal, what the data say that makes the answer yes."""
    covenant = inquiry.covenant
    if covenant.annexes.privacy and covenant.annexes.privacy.personal_data:
        yield "privacy", Term(_FACTS["privacy"])
    if any(p.form == "informal_group" and p.signs for p in covenant.cover.parties):
        yield "informal_group", Term(_FACTS["informal_group"])
    if any(one.basis == "subsidy" for one in covenant.partnership.contributions):
        yield "subsidy", Term(_FACTS["subsidy"])


_FACTS = {
    "privacy": N_("personal data are processed"),
    "informal_group": N_("an informal group signs"),
    "subsidy": N_("a contribution is a subsidy"),
}

LOOKS: Mapping[str, Look] = {
    "signal-unasked": answered,
    "signal-contradicted": contradicted,
    "signal-no-council": decided,
}
