"""Images in the text: their files are inside the covenant's folder, or they are not shown."""

from __future__ import annotations

from typing import Any

from convenant.load.allow_list import is_remote, local_path
from convenant.load.finding import Findings, quote
from convenant.load.position import placed, position
from convenant.load.word import clean, plain_text
from convenant.model.ast import Node, attr
from convenant.model.prose import Picture


def rebuild_image(
    node: Any, caption: list[Node], found: Findings, *, figure: bool
) -> tuple[Node | None, str]:
    """An image, if its file may be shown, and the id of its figure.

    Args:
        caption: its own inlines, rebuilt.
        figure: whether it stands alone in its paragraph.
    """
    (id, classes, pairs), _, (target, title) = node["c"]
    at = position(pairs)
    found.refuse_classes(at, classes, ())
    found.refuse_pairs(at, pairs, "alt")
    if title:
        found.refuse(at, "prose-attribute", name="title")
    file = local_path(target)
    if file is None:
        code = "figure-remote" if is_remote(target) else "figure-outside"
        found.refuse(at, code, file=quote(target))
        return None, ""
    alternative = clean(dict(pairs).get("alt", ""), at, found)
    found.pictures.append(Picture(found.place(at), file, id, alternative, plain_text(caption)))
    attributes = attr(alt=alternative) if alternative else attr()
    # A figure has the id and the caption itself.
    shown: Node = {"t": "Image", "c": [attributes, [] if figure else caption, [file, ""]]}
    if figure:
        return placed(shown, at), found.anchor(at, id, "figure")
    found.refuse_id(at, id)
    return placed(shown, at), ""
