"""An id stands once in a document: what carries it a second time loses it, and keeps its words.

A covenant without errors gives no id twice, but it may print one thing in two places: an annex in
the list and above its text. And a concept may be built with its errors.
"""

from __future__ import annotations

from convenant.model.ast import Node
from convenant.render.walk import nodes_of, place_of_attributes, rewrite


def with_ids_once(blocks: list[Node]) -> list[Node]:
    """The blocks, each id on its heading where one has it, else where it comes first.

    Capitals make no other id: to Word two such bookmarks are the same.
    """
    headings = [node for node in nodes_of(blocks) if node["t"] == "Header"]
    of_headings = {_id(node).lower() for node in headings}
    taken = set[str]()

    def visit(node: Node) -> list[Node] | None:
        id = _id(node).lower()
        if not id:
            return None
        if id not in taken and (node["t"] == "Header" or id not in of_headings):
            taken.add(id)
            return None
        return rewrite([_nameless(node)], visit)

    return rewrite(blocks, visit)


def _id(node: Node) -> str:
    """The id of the node itself; empty where it has none."""
    at = place_of_attributes(node)
    return "" if at is None else str(node["c"][at][0])


def _nameless(node: Node) -> Node:
    at, content = place_of_attributes(node), list(node["c"])
    if at is not None:
        content[at] = ["", *content[at][1:]]
    return {**node, "c": content}
