"""`{{ path.to.value }}` in the tokens of a paragraph."""

from __future__ import annotations

import re
from typing import Any

from convenant.load.finding import Findings
from convenant.load.position import At
from convenant.model.ast import Node, attr, span
from convenant.model.prose import Placeholder

_PATH = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+")
_TOKENS = 80
_SMART = {"–": "--", "—": "---", "…": "..."}
"""What pandoc makes of characters that a path may hold."""


def opens(nodes: list[Any], start: int) -> bool:
    """Whether two braces stand here that the author did not escape."""
    return _is(nodes, start, "{") and _is(nodes, start + 1, "{")


def read_placeholder(nodes: list[Any], start: int, found: Findings) -> tuple[Node | None, int]:
    """The placeholder that two braces open, and the index of the token after it.

    Braces that enclose no path are refused, and stay the text that they are.
    """
    at: At = nodes[start]["at"]
    said, index = "", start + 2
    while index < min(len(nodes), start + _TOKENS):
        node = nodes[index]
        if _is(nodes, index, "}") and _is(nodes, index + 1, "}"):
            if not _PATH.fullmatch(path := said.strip(" ")):
                break
            found.placeholders.append(Placeholder(found.place(at), path))
            value = span([], attr(classes=["value"], path=path))
            value["at"] = [*at[:2], *nodes[index + 1]["at"][2:]]
            return value, index + 2
        if node["t"] in ("Space", "SoftBreak"):
            said += " "
        elif node["t"] == "Str":
            said += _SMART.get(node["c"], node["c"])
        else:
            break
        index += 1
    found.refuse(at, "prose-placeholder")
    return None, start


def _is(nodes: list[Any], index: int, brace: str) -> bool:
    """Whether a token is this brace as such: an escaped one is wider than its text."""
    if index >= len(nodes):
        return False
    node = nodes[index]
    if node["t"] != "Str" or node["c"] != brace:
        return False
    at = node.get("at")
    return bool(at) and at[0] == at[2] and at[3] - at[1] == 1
