"""Inlines for Typst: alternative texts, languages, anchors, calls that end in time."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from convenant.model.ast import Node
from convenant.render.typst.code import inline_code, string, wrapped
from convenant.render.typst.mark import typst_mark
from convenant.render.walk import text_of

_QUOTES = {"SingleQuote": "‘’", "DoubleQuote": "“”"}
_CALLS = frozenset(
    ("Emph", "Strong", "Strikeout", "Superscript", "Subscript", "SmallCaps", "Link", "Note", "Code")
)
"""Inlines that may end in a Typst call, after which `.nl` would be read as a field of it."""
_SHORTHANDS = re.compile(r"""(['"‘’“”]|-(?=[-?\d])|--+|\.{2,})""")


class Labels(Struct):
    """The ids that the document writes as labels, each once: a second one stops the compiler."""

    placed: set[str] = field(default_factory=set)

    def take(self, attributes: Sequence[Any]) -> str:
        """The id of an attribute triple, or nothing where it is empty or stands already."""
        id = str(attributes[0])
        if not id or id in self.placed:
            return ""
        self.placed.add(id)
        return id


class Pictures(Struct, frozen=True):
    """The images of the project.

    Attributes:
        files: by image name its path in the project.
        drawings: by name of a drawing the template and the data that draw it, as arguments.
        nameless: the alternative text of a picture that has none and no caption either.
    """

    files: Mapping[str, str]
    nameless: str
    drawings: Mapping[str, str] = field(default_factory=dict)

    def options(self, image: Node, caption: Sequence[Node] = ()) -> str | None:
        """The path and alternative text as arguments; nothing for an image that is not there."""
        (_, _, pairs), words, (name, _) = image["c"]
        if name in self.drawings:
            return f"{self.drawings[name]}, alt: {string(dict(pairs).get('alt', ''))}"
        if name not in self.files:
            return None
        said = dict(pairs).get("alt", "") or text_of(words) or text_of(list(caption))
        alternative = said.strip() or self.nameless
        return f"{string('/' + self.files[name])}, alt: {string(alternative)}"

    def scalable(self, image: Node) -> bool:
        """Whether the image stays sharp at any size."""
        return self.files.get(image["c"][2][0], "").endswith(".svg")

    def is_drawn(self, image: Node) -> bool:
        """Whether the image is a figure that Typst draws from data."""
        return image["c"][2][0] in self.drawings


class InlinePass(Struct, frozen=True):
    """The pass over inlines; `note` prepares the blocks of a footnote."""

    pictures: Pictures
    labels: Labels
    note: Callable[[Sequence[Node]], list[Node]]

    def run(self, nodes: Sequence[Node]) -> list[Node]:
        """The inlines as the writer needs them."""
        result: list[Node] = []
        for node in nodes:
            pointed = node["t"] == "Str" and node["c"].startswith(".")
            if pointed and result and result[-1]["t"] in _CALLS:
                result.append(inline_code("\\"))
            result += self._inline(node)
        return result

    def _inline(self, node: Node) -> list[Node]:
        content: Any = node.get("c")
        match node["t"]:
            case "Str":
                return literal(content)
            case "Space" | "SoftBreak" | "LineBreak":
                return [node]
            case "Emph" | "Strong" | "Strikeout" | "Superscript" | "Subscript" | "SmallCaps":
                return [{**node, "c": self.run(content)}]
            case "Underline":
                return [{"t": "Emph", "c": self.run(content)}]
            case "Quoted":
                marks = _QUOTES[content[0]["t"]]
                return [*literal(marks[0]), *self.run(content[1]), *literal(marks[1])]
            case "Code":
                return [{"t": "Code", "c": [["", [], []], content[1]]}]
            case "Note":
                return [{"t": "Note", "c": self.note(content)}]
            case "Span" if "redline" in content[0][1]:
                return typst_mark(node, self.run)
            case "Span":
                return self._span(*content)
            case "Link":
                return self._link(*content)
            case "Image":
                options = self.pictures.options(node)
                if options is None:
                    return self.run(content[1])
                return [inline_code(f"#inline-picture({options});")]
        return []

    def _span(self, attributes: list[Any], inlines: list[Node]) -> list[Node]:
        _, classes, pairs = attributes
        result = self.run(inlines)
        if "label" in classes:
            result = wrapped("caption-mark", joined(result))
        if "signature-line" in classes:
            result = wrapped("signature-line", result)
        if language := dict(pairs).get("lang"):
            result = wrapped(f"text(lang: {string(base_language(language))})", result)
        if id := self.labels.take(attributes):
            result = [inline_code(f"#anchor({string(id)});"), *result]
        return result

    def _link(
        self, attributes: list[Any], inlines: list[Node], target: tuple[str, str]
    ) -> list[Node]:
        words = self.run(inlines)
        if "ref" in attributes[1]:
            words = joined(words)
        return [{"t": "Link", "c": [["", [], []], words, list(target)]}] if target[0] else words


def literal(text: str) -> list[Node]:
    """Text whose signs Typst prints as they are: it would read -5, --, -? and ' as shorthands."""
    return [
        inline_code(f"#{string(part)};") if n % 2 else {"t": "Str", "c": part}
        for n, part in enumerate(_SHORTHANDS.split(text))
        if part
    ]


def joined(inlines: Sequence[Node]) -> list[Node]:
    """With a fixed space before a number, so that "artikel 5" stays on one line."""
    result: list[Node] = []
    for node in inlines:
        number = node["t"] == "Str" and node["c"][:1].isdigit()
        if number and len(result) > 1 and result[-1]["t"] == "Space" and result[-2]["t"] == "Str":
            result.pop()
            result.append({"t": "Str", "c": f"{result.pop()['c']}\u00a0{node['c']}"})
        else:
            result.append(node)
    return result


def base_language(tag: str) -> str:
    """The language of a tag such as `en-GB`, as Typst takes it."""
    base = tag.partition("-")[0].lower()
    return base if base.isascii() and base.isalpha() and 2 <= len(base) <= 3 else "nl"
