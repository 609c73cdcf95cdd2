"""The note for a competent body: what to decide, what it costs, what goes with it."""

from __future__ import annotations

from convenant.locale import N_, Voice
from convenant.model.ast import Node, bullets, para, plain
from convenant.model.covenant import Covenant
from convenant.model.document import Document
from convenant.model.party import Party
from convenant.render.editions.brief import part, uncaptioned
from convenant.render.editions.party import contributions_of
from convenant.render.words import text


def decision_blocks(covenant: Covenant, full: Document, party: Party, voice: Voice) -> list[Node]:
    """A help for who writes the proposal to the body; it decides nothing itself."""
    asked = uncaptioned(contributions_of(covenant, party.id, voice))
    return [
        *part(N_("To decide"), _points(covenant, full, party, voice), voice),
        *part(N_("What it asks of us"), asked, voice),
        *part(N_("Where the money comes from"), _cover(covenant, party, voice), voice),
        *part(N_("What it means for the council"), _council(party, voice), voice),
        *part(N_("Legal questions answered with yes"), _signals(covenant, voice), voice),
        *part(N_("Attached"), _attached(covenant, full, voice), voice),
        para(text(voice.say(_HELP))),
    ]


_HELP = N_(
    "This note is a help, no legal advice. No party is bound before its competent body has decided "
    "and all parties have signed."
)


def _points(covenant: Covenant, full: Document, party: Party, voice: Voice) -> list[Node]:
    functions = voice.enumerate([s.function for s in party.signatories if s.function])
    title = full.citation_title or full.title
    # One thing to a reader: it is not to be broken over two lines.
    digest = full.short_digest.replace(" ", "\u00a0")
    entering = N_("To enter into “{title}”, version {version}, fingerprint {digest}.")
    points = [voice.say(entering, title=title, version=full.stamp.version, digest=digest)]
    if functions:
        said = N_("To let {functions} sign for {party}.")
        points.append(voice.say(said, functions=functions, party=party.label))
    if any(one.party == party.id for one in covenant.partnership.contributions):
        points.append(voice.say(N_("To make the contributions below available.")))
    return [_numbered(points)]


def _cover(covenant: Covenant, party: Party, voice: Voice) -> list[Node]:
    money = [
        voice.say(N_("{what}: name the budget and the year."), what=one.text or one.id)
        for one in covenant.partnership.contributions
        if one.party == party.id and one.kind == "money"
    ]
    return [_listed(money)] if money else []


def _council(party: Party, voice: Voice) -> list[Node]:
    if party.form != "municipality":
        return []
    said = (
        N_(
            "The council keeps its right of budget: amounts for years without an adopted budget "
            "are promised under that reservation (Gemeentewet, article 189)."
        ),
        N_(
            "Where the consequences are far-reaching, the council can give its wishes and concerns "
            "before the decision (Gemeentewet, article 169, fourth paragraph)."
        ),
    )
    return [_listed([voice.say(one) for one in said])]


def _signals(covenant: Covenant, voice: Voice) -> list[Node]:
    answered = [one for one in covenant.annexes.signals if one.answer == "yes"]
    said = [" ".join(part for part in (one.note, one.follow_up) if part) for one in answered]
    return [_listed([one for one in said if one])] if any(said) else []


def _attached(covenant: Covenant, full: Document, voice: Voice) -> list[Node]:
    said = N_("“{title}”, with all its annexes, as PDF, Word, OpenDocument and web page")
    annexes = [one.title for one in covenant.annexes.annexes if one.title]
    return [_listed([voice.say(said, title=full.title), *annexes])]


def _listed(items: list[str]) -> Node:
    return bullets([plain(text(item))] for item in items)


def _numbered(items: list[str]) -> Node:
    style = [1, {"t": "Decimal"}, {"t": "Period"}]
    return {"t": "OrderedList", "c": [style, [[plain(text(item))] for item in items]]}
