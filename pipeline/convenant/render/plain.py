"""The tree for pandoc's plain writer: the words of the document, for any reader and any age."""

from __future__ import annotations

from convenant.model import ast
from convenant.model.ast import Node
from convenant.model.cover_page import cover_page
from convenant.model.document import Document
from convenant.render.walk import rewrite
from convenant.render.words import text

PLAIN_ARGUMENTS = ("--to=plain", "--wrap=none")


def plain_tree(document: Document) -> Node:
    """Title, parties and status first, then every part with its printed numbers."""
    page = cover_page(document)
    names = [[ast.plain(text(name))] for group in page.groups for name, _ in group.members]
    facts = [ast.para(text(f"{fact.term}: {fact.value}")) for fact in page.facts]
    blocks: list[Node] = [
        ast.para(text(document.title)),
        *([ast.para(text(document.subtitle))] if document.subtitle else []),
        *([ast.para(text(page.reservation))] if page.reservation else []),
        *([{"t": "BulletList", "c": names}] if names else []),
        *facts,
    ]
    return ast.document([*blocks, *rewrite(list(document.blocks), _plainly)])


def _plainly(node: Node) -> list[Node] | None:
    if node["t"] == "Header":
        level, (id, classes, pairs), inlines = node["c"]
        label = dict(pairs).get("label", "")
        said = [*text(f"{label} "), *inlines] if label else inlines
        return [{"t": "Header", "c": [level, [id, classes, pairs], said]}]
    if node["t"] == "Image":
        alt = dict(node["c"][0][2]).get("alt", "")
        return [*text(f"[{alt}]")] if alt else []
    return None
