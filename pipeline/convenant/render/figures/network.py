"""The network of the shared ambition: who meets it where."""

from __future__ import annotations

from convenant.locale import N_, Voice
from convenant.model.covenant import Covenant
from convenant.model.drawing import Drawing
from convenant.render.figures.wording import short, short_name

_CROWD = 8
"""With more parties than this their own ambitions stand in the table alone."""


def network(covenant: Covenant, voice: Voice) -> list[Drawing]:
    """The ambition in the middle, its parties around it; nothing before two have a touch point."""
    touchpoints = covenant.ambition.touchpoints
    if len(touchpoints) < 2:
        return []
    crowded = len(touchpoints) > _CROWD
    names = [short_name(covenant, one.party) for one in touchpoints]
    data = {
        "title": voice.say(N_("Shared ambition")),
        "core": covenant.ambition.core or covenant.cover.title,
        "parties": [
            {
                "name": name,
                "own": "" if crowded else short(one.own_ambition),
                "touch": short(one.touchpoint, 90),
            }
            for name, one in zip(names, touchpoints, strict=True)
        ],
    }
    alternative = voice.say(
        N_(
            "A network with the shared ambition in the middle and {count} parties around it: "
            "{parties}. Each line says where the ambition of a party meets the shared one."
        ),
        count=len(names),
        parties=voice.enumerate(names),
    )
    title = voice.say(N_("The network around the shared ambition"))
    return [Drawing("drawing-network", "network", data, title, alternative)]
