"""§4: the effects arena, from who invests to who benefits."""

from __future__ import annotations

from convenant.locale import N_, Voice
from convenant.model.ast import Node
from convenant.model.covenant import Covenant
from convenant.model.effects import ArenaActivity, Beneficiary, Effect, EffectsArena, Investor
from convenant.render.blocks.label import CERTAINTY, EFFECT_LEVEL, INVESTMENT_FORM, spoken
from convenant.render.blocks.name import party_line
from convenant.render.blocks.register import Row, register
from convenant.render.words import aside, capital, listed, remark, text


def effects_arena(covenant: Covenant, voice: Voice) -> list[Node]:
    """Who invests in what, and which effects that has for whom."""
    known = covenant.programme.effects_arena
    if known is None:
        return []
    return [*_investments(known, covenant, voice), *_effects(known, covenant, voice)]


def _investments(known: EffectsArena, covenant: Covenant, voice: Voice) -> list[Node]:
    rows = []
    for activity in known.activities:
        investors = [one for one in known.investors if activity.id and one.activity == activity.id]
        rows.append(_investment(activity, investors, covenant, voice))
    ids = {activity.id for activity in known.activities if activity.id}
    if loose := [one for one in known.investors if one.activity not in ids]:
        other = ArenaActivity(known.at, text=voice.say(N_("Not tied to one activity")))
        rows.append(_investment(other, loose, covenant, voice))
    columns = [(N_("Activity"), 0.46), (N_("Who invests, and what"), 0.54)]
    return register(voice, N_("Effects arena: investments"), columns, rows)


def _investment(
    activity: ArenaActivity, investors: list[Investor], covenant: Covenant, voice: Voice
) -> Row:
    said = [text(_investor(one, covenant, voice)) for one in investors]
    return Row(activity.id, text(activity.text), [text(_output(activity, voice))], [listed(said)])


def _output(activity: ArenaActivity, voice: Voice) -> str:
    """`1.472 openingsuren per jaar (eenheid: uur)`; one of the two words where one is given."""
    quantity = "" if activity.quantity is None else voice.number(activity.quantity)
    what = activity.output or activity.unit
    said = f"{quantity} {what}".strip() if quantity else capital(what)
    if not activity.output or activity.unit.casefold() in activity.output.casefold():
        return said
    return aside(said, voice.say(N_("unit: {unit}"), unit=activity.unit) if activity.unit else "")


def _investor(one: Investor, covenant: Covenant, voice: Voice) -> str:
    value = "" if one.value is None else voice.money(one.value)
    form = spoken(voice, INVESTMENT_FORM, one.form)
    said = " ".join(fact for fact in (value, form) if fact)
    return ": ".join(part for part in (party_line(covenant, one.party), said) if part)


def _effects(known: EffectsArena, covenant: Covenant, voice: Voice) -> list[Node]:
    rows = [_effect(effect, known, covenant, voice) for effect in known.effects]
    columns = [
        (N_("Effect"), 0.30),
        (N_("Who invests"), 0.20),
        (N_("Through which activities"), 0.24),
        (N_("Who benefits, and how"), 0.26),
    ]
    return register(voice, N_("Effects arena: from investment to benefit"), columns, rows)


def _effect(effect: Effect, known: EffectsArena, covenant: Covenant, voice: Voice) -> Row:
    activities = [one for one in known.activities if one.id and one.id in effect.activities]
    parties = dict.fromkeys(
        one.party
        for one in known.investors
        if one.party and one.activity and one.activity in effect.activities
    )
    benefits = [one for one in known.beneficiaries if effect.id and one.effect == effect.id]
    return Row(
        effect.id,
        text(effect.text),
        [
            text(capital(spoken(voice, EFFECT_LEVEL, effect.level))),
            remark(voice, N_("Certainty"), _certainty(effect, voice)),
            text(voice.say(N_("Not intended"))) if effect.intended is False else [],
        ],
        [
            listed([text(party_line(covenant, party)) for party in parties]),
            listed([text(activity.text) for activity in activities]),
            listed([text(_benefit(one, covenant)) for one in benefits]),
        ],
    )


def _certainty(effect: Effect, voice: Voice) -> str:
    return spoken(voice, CERTAINTY, str(effect.certainty)) if effect.certainty else ""


def _benefit(one: Beneficiary, covenant: Covenant) -> str:
    party = party_line(covenant, one.party)
    who = aside(capital(one.group), party) if one.group else party
    return ": ".join(part for part in (who, one.benefit) if part)
