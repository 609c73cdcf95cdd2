"""The canonical form of prose: what the words say, without how they look.

`docs/digest.md` specifies this exactly; a change here is a new version of the digest.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal
from hashlib import sha256
from typing import Any, TypeAlias

from msgspec import Struct

from convenant.model.ast import Node
from convenant.model.covenant import Covenant
from convenant.model.value import find_value

Canonical: TypeAlias = "str | list[Canonical] | dict[str, Canonical]"
"""JSON of strings, arrays and objects only: numbers are written out, so that none is rounded."""

_LOOKS_ONLY = frozenset({"Emph", "Strong", "Underline", "SmallCaps"})
_MARKS = {"Strikeout": "del", "Superscript": "sup", "Subscript": "sub"}
_QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}
_SPACES = re.compile(r"\s+")


def canonical_text(text: str) -> str:
    """NFC, every run of white space one space, no soft hyphens, nothing around it."""
    text = unicodedata.normalize("NFC", text.replace("\u00ad", ""))
    return _SPACES.sub(" ", text).strip(" ")


def canonical_scalar(value: str | bool | int | Decimal) -> str:
    """A scalar as text: 20000.50 is `20000.5`, true is `true`."""
    match value:
        case bool():
            return "true" if value else "false"
        case Decimal():
            # Not `normalize`: that rounds to the digits of a context.
            whole, _, part = format(value, "f").partition(".")
            part = part.rstrip("0")
            return (f"{whole}.{part}" if part else whole) if value else "0"
        case _:
            return canonical_text(str(value))


class ProseForm(Struct, frozen=True):
    """Turns the blocks of one covenant into their canonical form."""

    covenant: Covenant
    alternatives: Mapping[str, str]

    def blocks(self, nodes: list[Node]) -> list[Canonical]:
        """The canonical form of blocks; generated ones and empty ones leave no trace."""
        return [form for node in nodes for form in self._block(node)]

    def _block(self, node: Node) -> list[Canonical]:
        content: Any = node.get("c")
        match node["t"]:
            case "Para" | "Plain":
                words = self.inlines(content)
                return [["p", words]] if words else []
            case "Header":
                level, (id, classes, _), inlines = content
                kept: list[Canonical] = [*sorted({"unnumbered", "repealed"} & set(classes))]
                return [["h", str(level), id, kept, self.inlines(inlines)]]
            case "OrderedList":
                (start, style, _), items = content
                return [["ol", str(start), style["t"], [self.blocks(item) for item in items]]]
            case "BulletList":
                return [["ul", [self.blocks(item) for item in content]]]
            case "DefinitionList":
                return [["dl", [self._definition(term, meanings) for term, meanings in content]]]
            case "BlockQuote":
                return [["quote", self.blocks(content)]]
            case "CodeBlock":
                return [["code", content[1]]]
            case "Table":
                return [self._table(content)]
            case "Figure":
                (id, _, _), (_, caption), blocks = content
                return [["figure", id, self.blocks(blocks), self.blocks(caption)]]
            case "Div":
                return self.blocks(content[1])
            case _:
                return []

    def inlines(self, nodes: list[Node]) -> list[Canonical]:
        """Runs of text as strings, everything else as an array; looks leave no trace."""
        parts: list[Canonical] = []
        for node in nodes:
            parts.extend(self._inline(node))
        return _joined(parts)

    def _inline(self, node: Node) -> list[Canonical]:
        content: Any = node.get("c")
        match node["t"]:
            case "Str":
                return [content]
            case "Space" | "SoftBreak" | "LineBreak":
                return [" "]
            case "Quoted":
                opening, closing = _QUOTES[content[0]["t"]]
                return [opening, *self._each(content[1]), closing]
            case name if name in _LOOKS_ONLY:
                return self._each(content)
            case name if name in _MARKS:
                return [[_MARKS[name], self.inlines(content)]]
            case "Code":
                return [["code", content[1]]]
            case "Link":
                _, inlines, (target, _) = content
                return [["link", target, self.inlines(inlines)]]
            case "Image":
                return [self._image(content)]
            case "Note":
                return [["note", self.blocks(content)]]
            case "Span":
                return self._span(*content)
            case _:
                return []

    def _each(self, nodes: list[Node]) -> list[Canonical]:
        return [part for node in nodes for part in self._inline(node)]

    def _span(self, attributes: list[Any], inlines: list[Node]) -> list[Canonical]:
        id, _, pairs = attributes
        if path := dict(pairs).get("path"):
            found = find_value(self.covenant.data, self.covenant.totals, path)
            return [["value", canonical_scalar(found.value) if found else ""]]
        anchor: list[Canonical] = [["id", id]] if id else []
        return [*anchor, *self._each(inlines)]

    def _image(self, content: list[Any]) -> Canonical:
        (_, _, pairs), _, (target, _) = content
        image = self.covenant.images.get(target)
        alternative = dict(pairs).get("alt") or self.alternatives.get(target, "")
        digest = sha256(image.data).hexdigest() if image else ""
        return ["image", digest, canonical_text(alternative)]

    def _definition(self, term: list[Node], meanings: list[list[Node]]) -> Canonical:
        return [self.inlines(term), [self.blocks(meaning) for meaning in meanings]]

    def _table(self, content: list[Any]) -> Canonical:
        (id, _, _), (_, caption), _, head, bodies, foot = content
        rows = [*head[1], *(row for b in bodies for row in (*b[2], *b[3])), *foot[1]]
        cells: Callable[[Any], Canonical] = lambda row: [self.blocks(cell[4]) for cell in row[1]]  # noqa: E731
        return ["table", id, self.blocks(caption), [cells(row) for row in rows]]


def _joined(parts: list[Canonical]) -> list[Canonical]:
    """Neighbouring texts as one, spaces folded; a part that is nothing but space at an end goes."""
    joined: list[Canonical] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        else:
            joined.append(part)
    last = len(joined) - 1
    folded = [
        _folded(part, first=i == 0, last=i == last) if isinstance(part, str) else part
        for i, part in enumerate(joined)
    ]
    return [part for part in folded if part != ""]


def _folded(text: str, *, first: bool, last: bool) -> str:
    text = unicodedata.normalize("NFC", text.replace("\u00ad", ""))
    text = _SPACES.sub(" ", text)
    text = text.lstrip(" ") if first else text
    return text.rstrip(" ") if last else text
