"""§2: who the parties are, in the words of an agreement."""

from __future__ import annotations

from collections.abc import Sequence

from convenant.locale import N_, Voice
from convenant.model.ast import Node, emphasis, numbered, para, plain, strong
from convenant.model.covenant import Covenant
from convenant.model.party import Party
from convenant.render.blocks.label import LEGAL_FORM, spoken
from convenant.render.words import anchored, capital, text

PUBLIC_FORMS = frozenset(
    {"municipality", "province", "water_authority", "state", "joint_arrangement", "public_body"}
)
_ARTICLES = frozenset({"de", "het"})
_SEAT = {
    "natural_person": N_("living in {place}"),
    "informal_group": N_("active in {place}"),
}


def parties(covenant: Covenant, voice: Voice) -> list[Node]:
    """The parties as a numbered list; who does not sign stands apart and is counted on."""
    groups = [
        ("", [party for party in covenant.cover.parties if _takes_part(party)]),
        (
            N_("These partners support the covenant without signing it:"),
            [p for p in covenant.cover.parties if p.role == "supporting" and not _has_left(p)],
        ),
        (
            N_("These observers follow the covenant without signing it:"),
            [p for p in covenant.cover.parties if p.role == "observer" and not _has_left(p)],
        ),
        (N_("Parties that have left:"), [p for p in covenant.cover.parties if _has_left(p)]),
    ]
    blocks: list[Node] = []
    count = 0
    for title, group in groups:
        if not group:
            continue
        if title:
            blocks.append(para(text(voice.say(title))))
        blocks.append(_list(group, voice, start=count + 1))
        count += len(group)
    return blocks


def name_of(party: Party) -> str:
    """The full name as a sentence starts with it: `De gemeente Wolderveen`."""
    name = party.name or party.short or party.id
    article = party.short.partition(" ")[0]
    if article.casefold() in _ARTICLES and name[:1].islower():
        name = name if name.partition(" ")[0] in _ARTICLES else f"{article} {name}"
    return capital(name)


def capacity_of(party: Party, voice: Voice) -> str:
    """In which capacity the party acts; nothing where its name says so already."""
    capacity = party.capacity.strip()
    if not capacity or capacity.casefold() in party.name.casefold():
        return ""
    if party.form in PUBLIC_FORMS:
        return voice.say(N_("acting as {capacity}"), capacity=capacity)
    return capacity


def _list(group: Sequence[Party], voice: Voice, *, start: int) -> Node:
    items = [
        [plain([*_description(party, voice), *text("." if party is group[-1] else ";")])]
        for party in group
    ]
    block = numbered(items)
    block["c"][0] = [start, *block["c"][0][1:]]
    return block


def _description(party: Party, voice: Voice) -> list[Node]:
    seat = _SEAT.get(party.form, N_("established in {place}"))
    facts = [
        _form(party, voice),
        capacity_of(party, voice),
        voice.say(seat, place=party.seat) if party.seat else "",
        voice.say(
            N_("registered in the trade register under number {number}"), number=party.registration
        )
        if party.registration
        else "",
        _left(party, voice),
        voice.say(N_("competent body: {body}"), body=party.competent_body)
        if party.competent_body.strip()
        else "",
        voice.say(
            N_("changes of wording only may be confirmed by: {function}"),
            function=party.minor_changes_by,
        )
        if party.minor_changes_by.strip()
        else "",
    ]
    inlines = anchored(party.id, [strong(text(name_of(party)))])
    for fact in facts:
        if fact.strip():
            inlines += [*text(","), {"t": "Space"}, *text(fact)]
    if party.short and party.short != party.name:
        hereafter = text(voice.say(N_("hereafter:")))
        inlines += [*text(","), {"t": "Space"}, *hereafter, {"t": "Space"}]
        inlines.append(emphasis(text(party.short)))
    return inlines


def _form(party: Party, voice: Voice) -> str:
    """The legal form, unless the name or the capacity says it or it is nobody's business."""
    if party.form in ("", "other", "natural_person"):
        return ""
    form = spoken(voice, LEGAL_FORM, party.form)
    said = f"{party.name} {party.capacity}".casefold()
    return "" if form.casefold() in said else form


def _left(party: Party, voice: Voice) -> str:
    if not _has_left(party) or party.status is None or not party.status.left:
        return ""
    return voice.say(N_("left on {date}"), date=voice.date(party.status.left))


def _has_left(party: Party) -> bool:
    return party.status is not None and party.status.state == "left"


def _takes_part(party: Party) -> bool:
    """Parties without a role yet stand with those that sign."""
    return party.role not in ("supporting", "observer") and not _has_left(party)
