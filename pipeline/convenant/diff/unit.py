"""What is aligned: a block, an item, a row, or a heading with all that stands under it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from msgspec import Struct, field

from convenant.model.ast import Node

_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+")

ImageKey: TypeAlias = Callable[[str], Hashable]
"""Tells by its name which picture it is."""


class Unit(Struct):
    """A part of a text that can come, go, move, split or change as one.

    Attributes:
        kind: what it may be compared with: only units of one kind are.
        content: the node, or the blocks of an item, or a row.
        key: equal for what reads the same.
        id: of a heading, by which its unit is found again.
        inner: of a heading the units under it.
    """

    kind: str
    content: Any
    key: Hashable
    words: Counter[str]
    id: str = ""
    inner: tuple[Unit, ...] = ()
    size: int = field(default=0)

    def __post_init__(self) -> None:
        """Count the words once."""
        self.size = self.words.total()

    def likeness(self, other: Unit) -> float:
        """From 0 to 1, by the words that both have."""
        return likeness(self.words, other.words)


def likeness(some: Counter[str], others: Counter[str]) -> float:
    """Dice's coefficient of two bags of words."""
    both = some.total() + others.total()
    return 2 * shared(some, others) / both if both else 1.0


def shared(some: Counter[str], others: Counter[str]) -> int:
    """How many words two bags have in common."""
    if len(some) > len(others):
        some, others = others, some
    return sum(min(count, others[word]) for word, count in some.items() if word in others)


def text_of(value: Any, image: ImageKey = str) -> str:
    """All that is read of a node: words, alternative texts, footnotes, but no counted labels."""
    parts: list[str] = []
    _text(value, parts, image)
    return "".join(parts)


def _text(value: Any, parts: list[str], image: ImageKey) -> None:
    if isinstance(value, list):
        for item in value:
            _text(item, parts, image)
    elif isinstance(value, dict):
        kind, content = str(value.get("t")), value.get("c")
        if kind == "Str":
            parts.append(str(content))
        elif kind in _SPACES:
            parts.append(" ")
        elif kind in _READ:
            _READ[kind](content, parts, image)
        else:
            _text(content, parts, image)


def _quoted(content: Any, parts: list[str], image: ImageKey) -> None:
    marks = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
    parts.append(marks[0])
    _text(content[1], parts, image)
    parts.append(marks[1])


def _span(content: Any, parts: list[str], image: ImageKey) -> None:
    if "label" not in content[0][1]:
        _text(content[1], parts, image)


def _link(content: Any, parts: list[str], image: ImageKey) -> None:
    parts.append(f"\x01{content[2][0]}\x01")
    _text(content[1], parts, image)


def _note(content: Any, parts: list[str], image: ImageKey) -> None:
    parts.append("\x03")
    _text(content, parts, image)
    parts.append("\x03")


def _line(content: Any, parts: list[str], image: ImageKey) -> None:
    _text(content, parts, image)
    parts.append("\n")


def _listed(content: Any, parts: list[str], image: ImageKey) -> None:
    for item in content:
        parts.append("\n")
        _text(item, parts, image)


def _table(content: Any, parts: list[str], image: ImageKey) -> None:
    _text(content[1][1], parts, image)
    for row in table_rows(content):
        parts.append("\n")
        for cell in row[1]:
            parts.append("\t")
            _text(cell[4], parts, image)


_SPACES = frozenset(("Space", "SoftBreak", "LineBreak"))
_READ: Mapping[str, Callable[[Any, list[str], ImageKey], None]] = {
    **dict.fromkeys(("Code", "CodeBlock", "Math"), lambda c, parts, _: parts.append(c[1])),
    **dict.fromkeys(("Para", "Plain"), _line),
    **dict.fromkeys(("BulletList", "DefinitionList", "LineBlock"), _listed),
    **dict.fromkeys(("RawBlock", "RawInline", "HorizontalRule"), lambda *_: None),
    "Quoted": _quoted,
    "Span": _span,
    "Link": _link,
    "Image": lambda c, parts, image: parts.append(f"\x02{image(c[2][0])}\x02"),
    "Note": _note,
    "Header": lambda c, parts, image: _line(c[2], parts, image),
    "Table": _table,
    "OrderedList": lambda c, parts, image: _listed(c[1], parts, image),
    "Figure": lambda c, parts, image: _text([c[1][1], c[2]], parts, image),
    "Div": lambda c, parts, image: _text(c[1], parts, image),
}
"""By kind of node what is read of it; of other kinds all that is in it."""


def table_rows(content: Sequence[Any]) -> list[Any]:
    """Every row of a table, those of its head and foot too."""
    return [
        *content[3][1],
        *(row for body in content[4] for rows in (body[2], body[3]) for row in rows),
        *content[5][1],
    ]


def bag(text: str) -> Counter[str]:
    """The words of a text and how often each stands in it."""
    return Counter(_WORD.findall(text.lower()))


def unit(content: Any, kind: str, image: ImageKey) -> Unit:
    """A block, an item (a list of blocks) or a row as a unit."""
    text = text_of(content[1] if kind == "row" else content, image)
    if kind == "row":
        text = "\t".join(text_of(cell[4], image) for cell in content[1])
    return Unit(kind, content, (kind, text), bag(text))


def block_units(blocks: Iterable[Node], image: ImageKey) -> list[Unit]:
    """Blocks as units; a heading of the first or second level takes what is under it along."""
    return _nested([unit(block, _kind(block), image) for block in blocks], 1)


def _nested(units: Sequence[Unit], level: int) -> list[Unit]:
    if level > 2:
        return list(units)
    result: list[Unit] = []
    # A block of the data that no author gave a place closes its section, and no article of it.
    end = len(units)
    while level == 2 and end and _is_unplaced(units[end - 1]):
        end -= 1
    units, tail = units[:end], units[end:]
    start = next((n for n, u in enumerate(units) if _level(u) == level), len(units))
    result += _nested(units[:start], level + 1)
    while start < len(units):
        end = next(
            (n for n in range(start + 1, len(units)) if _level(units[n]) == level), len(units)
        )
        head, inner = units[start], _nested(units[start + 1 : end], level + 1)
        words = Counter(head.words)
        for one in inner:
            words.update(one.words)
        id = head.content["c"][1][0]
        key = ("part", head.key, tuple(one.key for one in inner))
        result.append(Unit(f"part{level}", head.content, key, words, id, tuple(inner)))
        start = end
    return [*result, *tail]


def _is_unplaced(one: Unit) -> bool:
    return one.kind.startswith("Div generated") and "at" not in one.content


def _level(one: Unit) -> int:
    return one.content["c"][0] if one.kind == "Header" else 0


def _kind(block: Node) -> str:
    kind = str(block["t"])
    if kind == "Plain":
        return "Para"
    if kind == "Div":
        return "Div " + " ".join(block["c"][0][1])
    return kind


def nodes_of(one: Unit) -> list[Node]:
    """The blocks of a unit, of a heading those under it too."""
    if one.kind in ("item", "term"):
        return list(one.content)
    return [one.content, *(node for inner in one.inner for node in nodes_of(inner))]


def shown_text(one: Unit) -> str:
    """What a reader reads of a unit, on one line."""
    nodes = nodes_of(one)
    text = text_of(nodes)
    if one.kind.startswith("part") and nodes[1:]:
        text = f"{text_of(nodes[0]).strip()}: {text_of(nodes[1:])}"
    text = text.replace("\x03", " ")
    for sign in "\x01\x02":
        parts = text.split(sign)
        text = "".join(parts[::2])
    return " ".join(text.split())
