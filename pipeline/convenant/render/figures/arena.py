"""The effects arena as a flow from who invests to who benefits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from convenant.locale import N_, Voice
from convenant.model.covenant import Covenant
from convenant.model.drawing import Drawing
from convenant.model.effects import ArenaActivity, Beneficiary, Effect, EffectsArena
from convenant.model.sums import amounts_total
from convenant.render.blocks.label import CERTAINTY, EFFECT_LEVEL, spoken
from convenant.render.figures.wording import short, short_name
from convenant.render.words import capital

_Link = tuple[int, int, int, bool]
"""The column that a line starts in, the node there, the node in the next, whether unintended."""


def arena(covenant: Covenant, voice: Voice) -> list[Drawing]:
    """Four columns and the lines between them; nothing without activities and effects."""
    known = covenant.programme.effects_arena
    if known is None or not known.activities or not known.effects:
        return []
    investors = list(dict.fromkeys(one.party for one in known.investors if one.party))
    reaping = list(dict.fromkeys(_who(one, covenant) for one in known.beneficiaries))
    columns = [
        (N_("Investors"), [_investor(id, known, covenant, voice) for id in investors]),
        (N_("Activities"), [_activity(one, voice) for one in known.activities]),
        (N_("Effects"), [_effect(one, voice) for one in known.effects]),
        (N_("Beneficiaries"), [_reaper(name, known, covenant) for name in reaping]),
    ]
    levels = sorted({one.certainty for one in known.effects if one.certainty})
    data = {
        "columns": [{"title": voice.say(title), "nodes": nodes} for title, nodes in columns],
        "links": [
            {"column": column, "from": start, "to": end, "unwanted": unwanted}
            for column, start, end, unwanted in dict.fromkeys(
                _links(known, investors, reaping, covenant)
            )
        ],
        "legend": [
            {"sure": level, "words": spoken(voice, CERTAINTY, str(level))} for level in levels
        ],
    }
    alternative = voice.say(
        N_(
            "A flow in four columns: {investors} who invest, {activities} activities, {effects} "
            "effects and {beneficiaries} who benefit, with lines from each to what it leads to. "
            "The tables that follow have every line in words."
        ),
        investors=len(investors),
        activities=len(known.activities),
        effects=len(known.effects),
        beneficiaries=len(reaping),
    )
    title = voice.say(N_("From investment to benefit"))
    return [Drawing("drawing-arena", "arena", data, title, alternative)]


def _links(
    known: EffectsArena, investors: Sequence[str], reaping: Sequence[str], covenant: Covenant
) -> Iterator[_Link]:
    activities = {one.id: number for number, one in enumerate(known.activities) if one.id}
    effects = {one.id: (number, one) for number, one in enumerate(known.effects) if one.id}
    for one in known.investors:
        if one.party and one.activity in activities:
            yield 0, investors.index(one.party), activities[one.activity], False
    for number, effect in enumerate(known.effects):
        for id in effect.activities:
            if id in activities:
                yield 1, activities[id], number, effect.intended is False
    for gain in known.beneficiaries:
        if gain.effect in effects:
            number, effect = effects[gain.effect]
            yield 2, number, reaping.index(_who(gain, covenant)), effect.intended is False


def _node(label: str, notes: Sequence[str] = (), **options: Any) -> dict[str, Any]:
    plain = {"filled": False, "strong": False, "unwanted": False, "sure": 0, "mark": ""}
    return {
        **plain,
        "label": short(label),
        "notes": [short(note) for note in notes if note],
        **options,
    }


def _investor(id: str, known: EffectsArena, covenant: Covenant, voice: Voice) -> dict[str, Any]:
    """A party with what its investments come to, where all are valued in euro."""
    total = amounts_total(one.value for one in known.investors if one.party == id)
    note = "" if total is None else voice.money(total)
    return _node(short_name(covenant, id), [note], strong=True, filled=True)


def _activity(one: ArenaActivity, voice: Voice) -> dict[str, Any]:
    quantity = "" if one.quantity is None else voice.number(one.quantity)
    return _node(one.text, [f"{quantity} {one.output or one.unit}".strip()])


def _effect(one: Effect, voice: Voice) -> dict[str, Any]:
    return _node(
        one.text,
        [capital(spoken(voice, EFFECT_LEVEL, one.level))] if one.level else [],
        sure=one.certainty,
        unwanted=one.intended is False,
        mark=voice.say(N_("not intended")),
    )


def _reaper(name: str, known: EffectsArena, covenant: Covenant) -> dict[str, Any]:
    benefits = [one.benefit for one in known.beneficiaries if _who(one, covenant) == name]
    return _node(name, benefits, strong=True, filled=True)


def _who(one: Beneficiary, covenant: Covenant) -> str:
    return capital(one.group) if one.group else short_name(covenant, one.party)
