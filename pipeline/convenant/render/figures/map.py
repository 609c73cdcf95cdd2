"""The partnership map as a canvas of five columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from convenant.locale import N_, Voice
from convenant.model.covenant import Covenant
from convenant.model.drawing import Drawing
from convenant.model.partnership import PartnershipMap
from convenant.render.blocks.name import who
from convenant.render.figures.wording import short, short_name
from convenant.render.words import capital

_NOTES = 40
"""Notes on a canvas that still fits on one page."""


def partnership_map(covenant: Covenant, voice: Voice) -> list[Drawing]:
    """The columns with something in them; nothing before there are two."""
    known = covenant.partnership.partnership_map
    if known is None:
        return []
    columns = [
        (N_("Values"), list(_values(known, voice))),
        (N_("Relations"), list(_relations(known, covenant))),
        (N_("Conduct"), [_note(one.text, remark=who(covenant, one.by)) for one in known.conduct]),
        (N_("Conditions"), list(_conditions(known, voice))),
        (N_("Actions"), list(_actions(known, covenant, voice))),
    ]
    filled = [(title, notes) for title, notes in columns if notes]
    if len(filled) < 2 or sum(len(notes) for _, notes in filled) > _NOTES:
        return []
    data = {"columns": [{"title": voice.say(title), "notes": notes} for title, notes in filled]}
    alternative = voice.say(
        N_("A canvas with the columns {columns}. The list that follows has all its notes."),
        columns=voice.enumerate([voice.say(title).lower() for title, _ in filled]),
    )
    title = voice.say(N_("The partnership map"))
    return [Drawing("drawing-map", "map", data, title, alternative)]


def _note(
    label: str, *, lead: str = "", remark: str = "", done: bool | None = None
) -> dict[str, Any]:
    return {"label": short(label), "lead": lead, "remark": short(remark), "done": done}


def _values(known: PartnershipMap, voice: Voice) -> Iterator[dict[str, Any]]:
    for one in known.values:
        sign = voice.say(N_("when {sign}"), sign=one.success_when) if one.success_when else ""
        yield _note(one.text, remark=sign)


def _relations(known: PartnershipMap, covenant: Covenant) -> Iterator[dict[str, Any]]:
    for one in known.relations:
        names = [short_name(covenant, id) for id in one.between if id]
        yield _note(capital(one.expectation), lead=" → ".join(names))


def _conditions(known: PartnershipMap, voice: Voice) -> Iterator[dict[str, Any]]:
    state = {True: N_("arranged"), False: N_("not arranged yet"), None: ""}
    for one in known.conditions:
        yield _note(one.text, remark=voice.say(state[one.arranged]), done=one.arranged)


def _actions(known: PartnershipMap, covenant: Covenant, voice: Voice) -> Iterator[dict[str, Any]]:
    for one in known.actions:
        facts = [fact for fact in (who(covenant, one.owner), voice.date(one.due)) if fact]
        yield _note(one.text, remark=capital(", ".join(facts)))
