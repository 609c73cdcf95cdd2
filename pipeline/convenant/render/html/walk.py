"""One pass over a tree for the page: nodes are changed, and words are joined to running text.

With `--wrap=none` pandoc writes `Str "a b"` as it writes three nodes. A third of the nodes is a
third of the JSON, and reading that is what pandoc spends most of its time on.
"""

from __future__ import annotations

from typing import Any

from convenant.model.ast import Node
from convenant.render.walk import Visit

_BLANK = frozenset({"Space", "SoftBreak"})


def tidy(nodes: list[Node], visit: Visit) -> list[Node]:
    """The nodes with `visit` applied to each, outermost first, and without their places.

    What `visit` gives in place of a node stands as it is; None goes on inside the node.
    """
    result: list[Any] = []
    text: list[str] = []
    for node in nodes:
        kind = node["t"] if isinstance(node, dict) else ""
        if kind == "Str":
            text.append(node["c"])
            continue
        if kind in _BLANK:
            text.append(" ")
            continue
        if text:
            result.append({"t": "Str", "c": "".join(text)})
            text = []
        if not kind:
            # `Quoted` and `Math` mix a node with other things in one list.
            result.append(_inside(node, visit))
        elif (given := visit(node)) is not None:
            result.extend(given)
        elif "c" in node:
            result.append({"t": kind, "c": _inside(node["c"], visit)})
        else:
            result.append({"t": kind})
    if text:
        result.append({"t": "Str", "c": "".join(text)})
    return result


def _inside(value: Any, visit: Visit) -> Any:
    if not isinstance(value, list) or not value:
        return value
    first = value[0]
    if isinstance(first, dict) and "t" in first:
        return tidy(value, visit)
    return [_inside(item, visit) if isinstance(item, list) else item for item in value]
