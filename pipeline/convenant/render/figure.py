"""What the register of figures says of a picture, with the picture."""

from __future__ import annotations

from convenant.locale import N_, Voice
from convenant.model.ast import Node, emphasis, para, plain
from convenant.model.covenant import Covenant
from convenant.model.visualisation import Figure
from convenant.render.walk import ids_of, nodes_of, rewrite
from convenant.render.words import joined, paragraphs, remark, text


def described(blocks: list[Node], covenant: Covenant, voice: Voice) -> list[Node]:
    """The blocks, each figure with its caption, source, licence and description.

    A caption and an id of the text's own come first. A description stands once, below the first
    picture of that file.
    """
    known = {one.file: one for one in covenant.visualisation.figures if one.file}
    if not known:
        return blocks
    # The first use of a figure carries the id of the register, unless something has it already.
    taken, seen = set(ids_of(blocks)), set[str]()

    def visit(node: Node) -> list[Node] | None:
        if node["t"] != "Figure":
            return None
        (id, classes, pairs), (short, caption), content = node["c"]
        files = [image["c"][2][0] for image in nodes_of(content) if image["t"] == "Image"]
        figure = known.get(files[0]) if files else None
        if figure is None:
            return [node]
        if not id and figure.id and figure.id not in taken:
            id = figure.id
            taken.add(id)
        caption = caption or ([plain(text(figure.caption))] if figure.caption.strip() else [])
        first = figure.file not in seen
        seen.add(figure.file)
        shown = {**node, "c": [[id, classes, pairs], [short, caption], content]}
        return [shown, *_notes(figure, voice, first=first)]

    return rewrite(blocks, visit)


def _notes(figure: Figure, voice: Voice, *, first: bool) -> list[Node]:
    credit = joined(
        [
            remark(voice, N_("Source"), figure.source),
            remark(voice, N_("Licence"), figure.licence),
        ],
        " · ",
    )
    notes = [para(credit)] if credit else []
    parts = paragraphs(figure.description) if first else []
    if parts:
        label = text(voice.say(N_("{label}:"), label=voice.say(N_("Description"))))
        parts[0] = para([emphasis(label), {"t": "Space"}, *parts[0]["c"]])
    return [*notes, *parts]
