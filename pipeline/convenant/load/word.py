"""Words: their tokens joined, their characters vetted, their text without markup."""

from __future__ import annotations

from typing import Any

from convenant.load.allow_list import MARKS
from convenant.load.finding import Findings
from convenant.load.position import At
from convenant.load.text import FORBIDDEN
from convenant.model.ast import Node

_SPACES = frozenset({"Space", "SoftBreak", "LineBreak"})


def add_word(result: list[Node], node: Any, found: Findings) -> None:
    """Add a token, to the word before it where they touch and every character has one column."""
    text, at = node["c"], node.get("at")
    if not text.isprintable():
        text = clean(text, at, found)
    if at is None:
        result.append({"t": "Str", "c": text})
        return
    found.here = at
    last = result[-1] if result else None
    exact = at[3] - at[1] == len(text)
    if last is not None and last["t"] == "Str" and exact:
        before = last.get("at")
        if (
            before is not None
            and before[2] == at[0]
            and before[3] == at[1]
            and before[3] - before[1] == len(last["c"])
        ):
            result[-1] = {"t": "Str", "c": last["c"] + text, "at": [*before[:2], *at[2:]]}
            return
    result.append({"t": "Str", "c": text, "at": at})


def plain_text(nodes: list[Node]) -> str:
    """What a reader sees of rebuilt inlines, without markup and notes."""
    parts: list[str] = []
    for node in nodes:
        kind: str = node["t"]
        content: Any = node.get("c")
        if kind == "Str":
            parts.append(content)
        elif kind in _SPACES:
            parts.append(" ")
        elif kind == "Code":
            parts.append(content[1])
        elif kind in MARKS:
            parts.append(plain_text(content))
        elif kind == "Quoted":
            marks = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
            parts.append(marks[0] + plain_text(content[1]) + marks[1])
        elif kind in ("Link", "Span"):
            parts.append(plain_text(content[1]))
    return "".join(parts)


def clean(text: str, at: At | None, found: Findings) -> str:
    """The text without characters that no text may hold: entities can bring them in."""
    if text.isprintable() or not (match := FORBIDDEN.search(text)):
        return text
    found.refuse(at, "prose-character", character=f"U+{ord(match[0]):04X}")
    return FORBIDDEN.sub("\ufffd", text)
