"""Sections and articles as nested elements, and the contents list that leads to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from convenant.model.ast import Node, attr, bullets, div, link, plain, span, words
from convenant.render.walk import rewrite

_NESTED = 2
"""Headings down to this level of the document open an element, and are listed."""


def nest_sections(blocks: Iterable[Node]) -> list[Node]:
    """The blocks with each section and article, heading included, in an element of its own."""
    body: list[Node] = []
    open_parts: list[list[Node]] = [body]
    unnamed = 0
    for block in blocks:
        if block["t"] != "Header" or block["c"][0] > _NESTED:
            if _signs(block) and len(open_parts[-1]) > 1:
                # All sign the whole, not the article that happens to be the last.
                del open_parts[1:]
            open_parts[-1].append(block)
            continue
        level, (id, classes, _), _ = block["c"]
        if not id:
            unnamed += 1
            id = f"_part-{unnamed}"
        kind = next((name for name in ("section", "annex", "article") if name in classes), "")
        kind = {1: kind or "section", 2: kind or "passage"}[level]
        del open_parts[level:]
        # pandoc writes a Div of class `section` as that element; CSS goes by the second class.
        inside = [_titled(block, id)]
        part = div(inside, attr(classes=["section", f"part-{kind}"]))
        open_parts[-1].append(part)
        open_parts.append(inside)
    return body


def contents_list(body: Iterable[Node]) -> Node:
    """A nested list of links to what `nest_sections` made."""
    return bullets(_entries(body))


def _entries(blocks: Iterable[Node]) -> Iterator[list[Node]]:
    for block in blocks:
        if block["t"] != "Div" or not (inside := block["c"][1]) or inside[0]["t"] != "Header":
            continue
        _, (id, _, _), title = inside[0]["c"]
        entry = [plain([link(rewrite(title, _bare), f"#{id}")])]
        if below := list(_entries(inside)):
            entry.append(bullets(below))
        yield entry


def _bare(node: Node) -> list[Node] | None:
    """A heading's words for the list: no links in a link, no id twice, no note."""
    match node["t"]:
        case "Note":
            return []
        case "Link" if "note-call" in node["c"][0][1]:
            return []
        case "Link":
            return rewrite(node["c"][1], _bare)
        case "Span":
            (_, classes, pairs), inlines = node["c"]
            kept = [classes, [pair for pair in pairs if pair[0] == "lang"]]
            return [span(rewrite(inlines, _bare), ["", *kept])] if inlines else []
    return None


def _signs(block: Node) -> bool:
    return block["t"] == "Div" and "signatures" in block["c"][0][1]


def lowered(heading: Node) -> Node:
    """A heading one level lower: the title of the page is its only one of the first level."""
    level, (id, classes, _), inlines = heading["c"]
    shown = [name for name in classes if name in ("repealed", "unnumbered")]
    return {"t": "Header", "c": [min(level + 1, 6), [id, shown, []], inlines]}


def _titled(block: Node, id: str) -> Node:
    """The heading of a section or article, its label before its title."""
    level, (_, classes, pairs), inlines = block["c"]
    label = dict(pairs).get("label", "")
    lead = [span(words(label), attr(classes=["label"])), {"t": "Space"}] if label else []
    return {"t": "Header", "c": [level, [id, classes, pairs], [*lead, *inlines]]}
