"""Whether an edition says something that the full text does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from convenant.model.ast import Node
from convenant.model.document import Document
from convenant.render.walk import nodes_of, text_of

_BLANK = re.compile(r"[\s\u00a0]+")


def unsupported(edition: Document, full: Document) -> list[str]:
    """What the edition says, line by line, and the full text does not.

    Headings, heads of tables, captions and labels are words of the program and no statements; so
    is a line of class `told`, in which it counts.
    """
    said = _plain(" ".join(_lines(list(full.blocks))))
    known = f"{said} {_plain(full.title)} {_plain(full.subtitle)}".casefold()
    return [
        line
        for line in map(_plain, _lines(list(edition.blocks)))
        if line and line.casefold().rstrip(".") not in known
    ]


def _lines(blocks: list[Node]) -> Iterator[str]:
    """Each paragraph, item and cell; a line break within one ends a line."""
    for node in nodes_of(_without_heads(blocks)):
        if node["t"] in ("Para", "Plain"):
            yield from _broken(node["c"])


def _broken(inlines: list[Node]) -> Iterator[str]:
    line: list[Node] = []
    for inline in inlines:
        if inline["t"] == "Span" and "told" in inline["c"][0][1]:
            continue
        if inline["t"] == "Emph" and text_of(inline).endswith(":"):
            continue  # the label of a remark
        if inline["t"] == "LineBreak":
            yield text_of(line)
            line = []
        else:
            line.append(inline)
    yield text_of(line)


def _without_heads(blocks: list[Node]) -> list[Node]:
    """The blocks with tables as nothing but the cells of their bodies and feet."""
    result: list[Node] = []
    for block in blocks:
        if block["t"] == "Table":
            _, _, _, _, bodies, foot = block["c"]
            rows = [row for body in bodies for row in (*body[2], *body[3])]
            result += [node for row in (*rows, *foot[1]) for cell in row[1] for node in cell[4]]
        elif block["t"] == "Div":
            result += _without_heads(block["c"][1])
        elif block["t"] not in ("Header", "Figure"):
            result.append(block)
    return result


def _plain(text: str) -> str:
    return _BLANK.sub(" ", text).strip()
