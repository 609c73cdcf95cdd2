"""Blocks for Typst: headings with labels, members, terms, tables, figures and the signing page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, zip_longest
from typing import Any

from convenant.model.ast import Node, attr, heading, para, plain, words
from convenant.model.redline import PAIR
from convenant.render.typst.code import block_code, bracketed, string, wrapped
from convenant.render.typst.inline import InlinePass, Labels, Pictures, base_language
from convenant.render.typst.mark import mark_around, unmarked
from convenant.render.typst.table import table_call
from convenant.render.walk import nodes_of, text_of

_STYLES = {
    "LowerAlpha": "a.",
    "UpperAlpha": "A.",
    "LowerRoman": "i.",
    "UpperRoman": "I.",
}
_NEW_PAGE = "#pagebreak(weak: true)"
_KINDS = ("repealed", "annex", "article")


class TypstPass:
    """One pass over one document, in reading order.

    Attributes:
        labels: the ids written so far.
    """

    def __init__(self, pictures: Pictures, signing: str, fields: Sequence[str] = ()) -> None:
        """Start a pass.

        Args:
            signing: the title of a signing page that has none of its own.
            fields: addresses of the places to sign, in the order of the page; none for a document
                that is not to be signed.
        """
        self.labels = Labels()
        self._pictures = pictures
        self._title = heading(1, words(signing), attr(classes=["unnumbered"]))
        self._inlines = InlinePass(pictures, self.labels, self._aside)
        # Of the last heading: levels may not be skipped.
        self._level = 0
        # Whether the text belongs to an article, so that the items of a list are its members.
        self._article = False
        self._fields = iter(fields)
        # Whether the signing page has begun.
        self._signing = False

    def run(self, nodes: Sequence[Node]) -> list[Node]:
        """The blocks as the writer needs them."""
        result: list[Node] = []
        for node, after in zip_longest(nodes, nodes[1:]):
            # The signing page starts with the heading that stands above the signatures.
            if node["t"] == "Header" and after is not None and _has_class(after, "signatures"):
                result.append(block_code(_NEW_PAGE))
                self._signing = True
            made = self._block(node)
            result += bracketed("#lead-in", made, "") if _leads(node, after) else made
        return result

    def _aside(self, nodes: Sequence[Node]) -> list[Node]:
        """Blocks inside an item, a cell or a note, where a list has no members."""
        outer, self._article = self._article, False
        result = self.run(nodes)
        self._article = outer
        return result

    def _block(self, node: Node) -> list[Node]:
        content: Any = node.get("c")
        match node["t"]:
            case "Header":
                return [self._heading(*content)]
            case "Para" | "Plain":
                inlines = self._inlines.run(content)
                return [{**node, "c": inlines}] if inlines else []
            case "OrderedList":
                return self._ordered(*content)
            case "BulletList":
                return [{**node, "c": [self._aside(item) for item in content]}]
            case "DefinitionList":
                return self._glossary(content)
            case "BlockQuote":
                return [{**node, "c": self._aside(content)}]
            case "CodeBlock":
                return [{**node, "c": [["", [], []], content[1]]}]
            case "Table":
                return table_call(node, self._aside, self.labels.take(content[0]))
            case "Figure":
                return self._figure(*content)
            case "Div":
                return self._div(*content)
            case "HorizontalRule":
                return [node]
        return []

    def _heading(self, level: int, attributes: list[Any], inlines: list[Node]) -> Node:
        _, classes, pairs = attributes
        self._level = min(level, self._level + 1, 6)
        if level <= 2:
            self._article = "article" in classes
        call = f"titled({self._level}"
        kind = "sub" if level > 2 else next((kind for kind in _KINDS if kind in classes), "")
        if kind:
            call += f", kind: {string(kind)}"
        if mark := dict(pairs).get("label", ""):
            call += f", mark: {string(mark)}"
        if id := self.labels.take(attributes):
            call += f", id: {string(id)}"
        if level > 2:
            call += ", outlined: false"
        return para(wrapped(f"{call})", self._inlines.run(inlines)))

    def _ordered(self, attributes: list[Any], items: list[list[Node]]) -> list[Node]:
        start, style, _ = attributes
        if self._article:
            call = f"members(start: {int(start)},"
        else:
            numbering = string(_STYLES.get(style["t"], "1."))
            call = f"numbered(start: {int(start)}, style: {numbering},"
        content = [made for item in items for made in bracketed("", self._aside(item), ",")]
        return [block_code(f"#{call}"), *content, block_code(")")]

    def _glossary(self, pairs: list[Any]) -> list[Node]:
        content: list[Node] = []
        for term, meanings in pairs:
            blocks = [block for meaning in meanings for block in self._aside(meaning)]
            # One paragraph stands on the line of its term.
            if len(blocks) == 1 and blocks[0]["t"] == "Para":
                blocks = [plain(blocks[0]["c"])]
            content += bracketed("(", [plain(self._inlines.run(term))], ",")
            content += bracketed("", blocks, "),")
        return [block_code("#glossary("), *content, block_code(")")]

    def _figure(self, attributes: list[Any], caption: list[Any], blocks: list[Node]) -> list[Node]:
        image = next((node for node in nodes_of(blocks) if node["t"] == "Image"), None)
        options = self._pictures.options(image, caption[1]) if image else None
        if image is None or options is None:
            return [*self.run(blocks), *self.run(caption[1])]
        if framed := mark_around(blocks):
            inner = self._figure(attributes, caption, unmarked(blocks))
            return bracketed(framed, inner, "")
        call = "#drawn" if self._pictures.is_drawn(image) else "#picture"
        if self._pictures.scalable(image):
            options += ", scalable: true"
        if id := self.labels.take(attributes):
            options += f", id: {string(id)}"
        if not caption[1]:
            return [block_code(f"{call}({options})")]
        said = self._aside(caption[1])
        return [block_code(f"{call}({options},"), *bracketed("caption: ", said, ")")]

    def _div(self, attributes: list[Any], blocks: list[Node]) -> list[Node]:
        _, classes, pairs = attributes
        id = self.labels.take(attributes)
        before = [block_code(f"#anchor({string(id)})")] if id else []
        if "signatures" in classes:
            return [*before, *self._signatures(blocks)]
        inner = [] if PAIR in classes else self.run(blocks)
        if PAIR in classes:
            sides = [part for block in blocks for part in bracketed("", self.run([block]), ",")]
            inner = [block_code("#redline-pair("), *sides, block_code(")")]
        if "open-points" in classes:
            inner = bracketed("#aside", inner, "")
        if language := dict(pairs).get("lang"):
            inner = bracketed(f"#text(lang: {string(base_language(language))})", inner, "")
        return [*before, *inner]

    def _signatures(self, blocks: list[Node]) -> list[Node]:
        """The signing page; signatories that follow each other share one grid."""
        result = [] if self._signing else [block_code(_NEW_PAGE)]
        if not self._signing and not any(node["t"] == "Header" for node in blocks):
            result += self._block(self._title)
        for signs, run in groupby(blocks, lambda node: _has_class(node, "signatory")):
            if not signs:
                result += self.run(list(run))
                continue
            result.append(block_code("#signatories("))
            for node in run:
                result += bracketed("signatory", self._signatory(node["c"][1]), ",")
            result.append(block_code(")"))
        return result

    def _signatory(self, blocks: list[Node]) -> list[Node]:
        """A party; lines that follow each other belong to one signature."""
        result: list[Node] = []
        for ruled, run in groupby(blocks, lambda node: _has_class(node, "signature-line")):
            if not ruled:
                result += self._aside(list(run))
                continue
            field = next(self._fields, "")
            named = f"field: {string(field)}, " if field else ""
            result.append(block_code(f"#signature-lines({named}"))
            for node in run:
                label = [plain(b["c"]) if b["t"] == "Para" else b for b in self._aside([node])]
                result += bracketed("", label, ",")
            result.append(block_code(")"))
        return result


def _leads(node: Node, after: Node | None) -> bool:
    """Whether a paragraph may not stand at the foot of a page: a label, or words before a list."""
    if node["t"] != "Para" or after is None or not node["c"]:
        return False
    label = len(node["c"]) == 1 and node["c"][0]["t"] == "Strong"
    listed = after["t"] in ("BulletList", "OrderedList", "DefinitionList", "Table")
    return label or (listed and text_of(node["c"][-1:]).endswith(":"))


def _has_class(node: Node, name: str) -> bool:
    return node["t"] == "Div" and name in node["c"][0][1]
