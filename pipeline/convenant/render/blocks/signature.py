"""The page on which the parties sign: by function, never by name."""

from __future__ import annotations

from convenant.locale import N_, Voice
from convenant.model.ast import Node, attr, div, para, strong
from convenant.model.covenant import Covenant
from convenant.model.party import Approval, Party, PowerOfAttorney
from convenant.render.blocks.party import capacity_of, name_of
from convenant.render.words import text

_LINES = (N_("Place"), N_("Date"), N_("Signature"))


def signature_page(covenant: Covenant, voice: Voice) -> list[Node]:
    """A place to sign for each function of each party that signs.

    A party is a Div of class `signatory`; a line to write on is a Div of class `signature-line`
    around the paragraph with its label.
    """
    signing = [party for party in covenant.cover.parties if party.signs]
    if not signing:
        return []
    agreed = para(text(voice.say(N_("Agreed and signed by:"))))
    return [agreed, *(_signatory(party, voice) for party in signing)]


def _signatory(party: Party, voice: Voice) -> Node:
    blocks = [para([strong(text(name_of(party)))])]
    if capacity := capacity_of(party, voice):
        blocks.append(para(text(capacity)))
    blocks += [para(text(said)) for said in _authority(party, voice)]
    functions = [one.function.strip() for one in party.signatories if one.function.strip()]
    if len(functions) == 1:
        said = voice.say(N_("represented by: {function}"), function=functions[0])
        blocks += [para(text(said)), *_lines(voice)]
    elif functions:
        blocks.append(para(text(voice.say(N_("represented jointly by:")))))
        for function in functions:
            blocks += [para(text(function)), *_lines(voice)]
    if not functions and party.form == "natural_person":
        blocks += _lines(voice)
    elif not functions:
        blocks += [_line(N_("Function"), voice), *_lines(voice)]
    return div(blocks, attr(classes=["signatory"]))


def _authority(party: Party, voice: Voice) -> list[str]:
    """What proves that the party may sign: decisions that have been taken, and the proxy."""
    granted = [one for one in party.approvals if one.status == "granted"]
    said = [_approval(one, voice) for one in granted if one.kind in _APPROVED]
    if party.power_of_attorney:
        said.append(_proxy(party.power_of_attorney, voice))
    return [one for one in said if one]


_APPROVED = {
    "decision": (N_("by decision ({details})"), N_("by decision of {date} ({details})")),
    "consent": (N_("with consent ({details})"), N_("with consent given on {date} ({details})")),
}


def _approval(one: Approval, voice: Voice) -> str:
    return _dated(*_APPROVED[one.kind], one.date, (one.body, one.reference), voice)


def _proxy(one: PowerOfAttorney, voice: Voice) -> str:
    return _dated(
        N_("under a power of attorney ({details})"),
        N_("under a power of attorney of {date} ({details})"),
        one.date,
        (one.granted_by, one.reference),
        voice,
    )


def _dated(undated: str, dated: str, date: str, facts: tuple[str, ...], voice: Voice) -> str:
    """The sentence with or without its date; nothing where no details are known."""
    details = "; ".join(fact for fact in facts if fact.strip())
    if not details:
        return ""
    said = dated if date else undated
    return voice.say(said, date=voice.date(date), details=details)


def _lines(voice: Voice) -> list[Node]:
    return [_line(label, voice) for label in _LINES]


def _line(label: str, voice: Voice) -> Node:
    return div([para(text(voice.say(label)))], attr(classes=["signature-line"]))
