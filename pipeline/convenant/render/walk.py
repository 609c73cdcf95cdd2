"""Rewriting a tree: one recursive pass, nodes that stay are shared, not copied."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import is_
from typing import Any

from convenant.model.ast import Node

Visit = Callable[[Node], "list[Node] | None"]
"""Gives what stands in place of a node; None keeps the node and goes on inside it."""


def rewrite(nodes: list[Node], visit: Visit) -> list[Node]:
    """The nodes with `visit` applied to each, outermost first."""
    result: list[Node] = []
    for node in nodes:
        # `Quoted` mixes a node with other things in one list.
        if not isinstance(node, dict) or (replaced := visit(node)) is None:
            result.append(_inside(node, visit))
        else:
            result.extend(replaced)
    return result


def _inside(value: Any, visit: Visit) -> Any:
    """The value with all nodes below it rewritten; itself where nothing has changed."""
    if isinstance(value, list):
        if value and isinstance(value[0], dict) and "t" in value[0]:
            changed = rewrite(value, visit)
        else:
            changed = [
                _inside(item, visit) if isinstance(item, list | dict) else item for item in value
            ]
        same = len(changed) == len(value) and all(map(is_, changed, value))
        return value if same else changed
    if isinstance(value, dict) and isinstance(content := value.get("c"), list):
        inner = _inside(content, visit)
        return value if inner is content else {**value, "c": inner}
    return value


def nodes_of(value: Any) -> Iterator[Node]:
    """Every node in a tree, depth first, parents before children."""
    # A stack of its own: generators within generators pass each node up through every level.
    left = [value]
    while left:
        item = left.pop()
        if isinstance(item, dict):
            if "t" in item:
                yield item
            if isinstance(content := item.get("c"), list):
                left.append(content)
        elif isinstance(item, list):
            left.extend(reversed(item))


def ids_of(value: Any) -> Iterator[str]:
    """Every id in a tree, in the order of the text."""
    for node in nodes_of(value):
        at = place_of_attributes(node)
        if at is not None and (id := node["c"][at][0]):
            yield id


def place_of_attributes(node: Node) -> int | None:
    """Where in a node's content its attributes stand, for nodes that an id can be on."""
    match node["t"]:
        case "Header":
            return 1
        case "Span" | "Div" | "Table" | "Figure" | "Code" | "CodeBlock":
            return 0
    return None


def text_of(value: Any) -> str:
    """What a reader sees of some inlines or blocks, without markup and without notes."""
    if isinstance(value, list):
        return "".join(text_of(item) for item in value)
    if not isinstance(value, dict):
        return ""
    match value.get("t"):
        case "Str":
            return str(value["c"])
        case "Code" | "CodeBlock":
            return str(value["c"][1])
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Note":
            return ""
        case "Quoted":
            marks = "‘’" if value["c"][0]["t"] == "SingleQuote" else "“”"
            return marks[0] + text_of(value["c"][1]) + marks[1]
        case "Link" | "Span" | "Image":
            return text_of(value["c"][1])
        case _:
            return text_of(value.get("c"))
