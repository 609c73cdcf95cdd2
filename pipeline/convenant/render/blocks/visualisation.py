"""§3: scenes, places, the roadmap, and what the pictures do not promise."""

from __future__ import annotations

from convenant.locale import N_, Voice
from convenant.model.ast import Node, bullets, definitions, link, para, plain
from convenant.model.covenant import Covenant
from convenant.model.visualisation import Scene
from convenant.render.blocks.label import VISUALISATION_STATUS
from convenant.render.blocks.name import phase_name, who_line
from convenant.render.blocks.register import Row, register
from convenant.render.words import DASH, anchored, cell, paragraphs, text


def scenes(covenant: Covenant, voice: Voice) -> list[Node]:
    """Moments in the life of the result."""
    items = [
        (anchored(scene.id, text(scene.title or scene.id or DASH)), _scene(scene, covenant, voice))
        for scene in covenant.visualisation.scenes
    ]
    full = [(title, blocks) for title, blocks in items if blocks]
    return [definitions(full)] if full else []


def sites(covenant: Covenant, voice: Voice) -> list[Node]:
    """Locations and what they are used for."""
    places = covenant.visualisation.sites
    rows = [Row(site.id, text(site.name), (), [cell(site.use)]) for site in places]
    columns = [(N_("Location"), 0.38), (N_("Use"), 0.62)]
    return register(voice, N_("Locations"), columns, rows)


def roadmap(covenant: Covenant, voice: Voice, most: int | None = None) -> list[Node]:
    """Milestones by date; those without one come last.

    Args:
        most: how many at most; all when not given.
    """
    steps = sorted(covenant.visualisation.roadmap, key=lambda step: (not step.date, step.date))
    rows = [
        Row(
            step.id,
            text(step.text),
            (),
            [
                cell(voice.date(step.date)),
                cell(phase_name(covenant, step.phase)),
                cell(who_line(covenant, step.owner)),
            ],
        )
        for step in steps[:most]
    ]
    columns = [
        (N_("Milestone"), 0.38),
        (N_("When"), 0.18),
        (N_("Phase"), 0.22),
        (N_("Lead"), 0.22),
    ]
    return register(voice, N_("Roadmap"), columns, rows)


def boundaries(covenant: Covenant, voice: Voice) -> list[Node]:
    """How the pictures are meant, and their limits."""
    known = covenant.visualisation
    items = [[plain(text(one))] for one in known.boundaries if one.strip()]
    status = VISUALISATION_STATUS.get(known.status)
    blocks = [para(text(voice.say(status)))] if status else []
    if items:
        blocks += [para(text(voice.say(N_("These limits hold:")))), bullets(items)]
    return blocks


def _scene(scene: Scene, covenant: Covenant, voice: Voice) -> list[Node]:
    blocks = paragraphs(scene.text)
    if blocks and (figure := _shown(scene.figure, covenant)):
        seen = [*text(voice.say(N_("See"))), {"t": "Space"}, link([], f"#{figure}"), *text(".")]
        blocks[-1]["c"] += [{"t": "Space"}, *seen]
    return blocks


def _shown(figure: str, covenant: Covenant) -> str:
    """The id by which the prose shows a figure of the register; empty where it does not."""
    files = {one.file for one in covenant.visualisation.figures if figure and one.id == figure}
    shown = [
        picture.id
        for prose in covenant.all_prose()
        for picture in prose.pictures
        if picture.id == figure or picture.file in files
    ]
    # Without one of its own, a picture carries the id of the register.
    return next((id for id in shown if id), figure if shown and files else "")
