"""Who does what when: a lane of time for each party."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from convenant.locale import N_, Voice
from convenant.model.covenant import Covenant
from convenant.model.drawing import Drawing
from convenant.model.partnership import Commitment
from convenant.render.blocks.label import FREQUENCY, spoken
from convenant.render.figures.axis import Axis, axis_over, first_day
from convenant.render.figures.wording import short_name
from convenant.render.words import is_code


def commitments(covenant: Covenant, voice: Voice) -> list[Drawing]:
    """The commitments that have a number; nothing before three of them have a time."""
    known = [one for one in covenant.partnership.commitments if is_code(one.id)]
    timed = [one for one in known if first_day(one.due) or one.frequency]
    if len(timed) < 3:
        return []
    axis = axis_over(first_day(one.due) for one in timed)
    parties = list(dict.fromkeys(one.by for one in timed))
    lanes = [
        _lane(short_name(covenant, party), [one for one in timed if one.by == party], axis, voice)
        for party in parties
    ]
    words = [
        ({"mark": "A1", "result": True, "enforceable": False}, N_("result")),
        ({"mark": "A1", "result": False, "enforceable": False}, N_("effort, or not said")),
        ({"mark": "A1", "result": True, "enforceable": True}, N_("enforceable")),
    ]
    kinds = [
        any(one.kind == "result" for one in timed),
        any(one.kind != "result" for one in timed),
        any(one.enforceable for one in timed),
    ]
    data = {
        "axis": axis.data() if axis else None,
        "lanes": lanes,
        "words": {"recurring": voice.say(N_("Recurring"))},
        "legend": [
            {**mark, "mark": known[0].id, "words": voice.say(said)}
            for (mark, said), used in zip(words, kinds, strict=True)
            if used
        ],
    }
    due = sum(bool(first_day(one.due)) for one in timed)
    alternative = voice.say(
        N_(
            "A timeline with a lane for each of {parties} parties: {due} commitments on the date "
            "that they are due, {recurring} that recur. The register has the words of each number."
        ),
        parties=len(parties),
        due=due,
        recurring=len(timed) - due,
    )
    title = voice.say(N_("Commitments in time, by the party that leads"))
    return [Drawing("drawing-commitments", "commitments", data, title, alternative)]


def _lane(name: str, some: Sequence[Commitment], axis: Axis | None, voice: Voice) -> dict[str, Any]:
    dated = [(day, one) for one in some if (day := first_day(one.due))]
    return {
        "name": name,
        "moments": [
            {**_mark(one), "at": axis.share(day)}
            for day, one in sorted(dated, key=lambda pair: pair[0])
            if axis
        ],
        "recurring": [
            {**_mark(one), "label": spoken(voice, FREQUENCY, one.frequency)}
            for one in some
            if not first_day(one.due)
        ],
    }


def _mark(one: Commitment) -> dict[str, Any]:
    return {
        "mark": one.id,
        "result": one.kind == "result",
        "enforceable": bool(one.enforceable),
    }
