"""§2: the partnership map, in its five parts."""

from __future__ import annotations

from collections.abc import Iterable

from convenant.locale import N_, Voice
from convenant.model.ast import Node, bullets, plain
from convenant.model.covenant import Covenant
from convenant.model.partnership import PartnershipMap
from convenant.render.blocks.name import party_name, who
from convenant.render.words import DASH, aside, capital, labelled, text


def partnership_map(covenant: Covenant, voice: Voice) -> list[Node]:
    """Values, relations, conduct, conditions and actions, each as a labelled list."""
    known = covenant.partnership.partnership_map
    if known is None:
        return []
    return labelled(
        voice,
        [
            (N_("Values"), _list(_values(known, voice))),
            (N_("Relations"), _list(_relations(known, covenant, voice))),
            (N_("Conduct"), _list(_conduct(known, covenant))),
            (N_("Conditions"), _list(_conditions(known, voice))),
            (N_("Actions"), _list(_actions(known, covenant, voice))),
        ],
    )


def _list(items: Iterable[str]) -> list[Node]:
    full = [[plain(text(item))] for item in items if item.strip()]
    return [bullets(full)] if full else []


def _values(known: PartnershipMap, voice: Voice) -> Iterable[str]:
    for value in known.values:
        if value.success_when:
            yield voice.say(
                N_("{value}. We live up to it when: {sign}"),
                value=value.text.rstrip("."),
                sign=value.success_when,
            )
        else:
            yield value.text


def _relations(known: PartnershipMap, covenant: Covenant, voice: Voice) -> Iterable[str]:
    for relation in known.relations:
        parties = [party_name(covenant, id) for id in relation.between if id]
        if len(parties) == 2:
            yield capital(
                voice.say(
                    N_("Expectation of {one} towards {other}: {expectation}"),
                    one=parties[0],
                    other=parties[1],
                    expectation=relation.expectation or DASH,
                )
            )
        elif parties:
            yield capital(f"{voice.enumerate(parties)}: {relation.expectation or DASH}")
        else:
            yield relation.expectation


def _conduct(known: PartnershipMap, covenant: Covenant) -> Iterable[str]:
    for conduct in known.conduct:
        yield aside(conduct.text, who(covenant, conduct.by))


def _conditions(known: PartnershipMap, voice: Voice) -> Iterable[str]:
    state = {True: N_("arranged"), False: N_("not arranged yet"), None: ""}
    for condition in known.conditions:
        yield aside(condition.text, voice.say(state[condition.arranged]))


def _actions(known: PartnershipMap, covenant: Covenant, voice: Voice) -> Iterable[str]:
    for action in known.actions:
        facts = [fact for fact in (who(covenant, action.owner), voice.date(action.due)) if fact]
        yield aside(action.text, ", ".join(facts))
