"""What the document calls its headings, captions and images, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from convenant.model.ast import Node

_KINDS = ("section", "article", "annex")
_LOOKED_FOR = frozenset({"Header", "Figure", "Table", "Image"})


class Label(Struct, frozen=True):
    """What a heading is called; `kind` is empty for a heading without a number."""

    level: int
    kind: str = ""
    number: int = 0
    text: str = ""


class Outline(Struct, frozen=True):
    """The parts of a document that its writers count.

    Attributes:
        labels: of every heading.
        captions: the id of every figure and table that has a caption, empty where it has none.
        images: name and alternative text.
    """

    labels: tuple[Label, ...]
    captions: tuple[str, ...]
    images: tuple[tuple[str, str], ...]


def outline(blocks: Sequence[Node]) -> Outline:
    """What stands where in the document."""
    labels: list[Label] = []
    captions: list[str] = []
    images: list[tuple[str, str]] = []
    for node in _found(blocks):
        content = node["c"]
        match node["t"]:
            case "Header":
                labels.append(_label(node))
            case "Image":
                (_, _, pairs), inlines, (name, _) = content
                images.append((name, dict(pairs).get("alt") or _words(inlines)))
            case _ if content[1][1]:
                captions.append(content[0][0])
    return Outline(tuple(labels), tuple(captions), tuple(images))


def _label(heading: Node) -> Label:
    level, (_, classes, pairs), _ = heading["c"]
    given: dict[str, str] = dict(pairs)
    kind = next((kind for kind in _KINDS if kind in classes), "")
    number = given.get("number", "")
    if not kind or not number.isdigit():
        return Label(level)
    return Label(level, kind, int(number), given.get("label", number))


def _found(blocks: Sequence[Node]) -> Iterator[Node]:
    """The nodes looked for, parents first. A loop: recursion would be half of the whole work."""
    waiting: list[object] = [list(blocks)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict):
            if value.get("t") in _LOOKED_FOR:
                yield value
            if isinstance(content := value.get("c"), list):
                waiting.append(content)


def _words(inlines: list[Node]) -> str:
    """The plain words that pandoc would take for a description."""
    spaces = ("Space", "SoftBreak", "LineBreak")
    words = ""
    for node in inlines:
        if node["t"] == "Str":
            words += node["c"]
        elif node["t"] in spaces:
            words += " "
        elif node["t"] in ("Emph", "Strong"):
            words += _words(node["c"])
    return words
