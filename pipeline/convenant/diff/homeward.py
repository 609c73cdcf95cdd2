"""Whether a Word file says what its source says: the promise that the file can come home.

Both trees are read as lines: every heading, paragraph, item and cell, with what it stands in. Only
then can a change that somebody makes in Word be found again in the source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from convenant.diff.sequence import common
from convenant.model.ast import Node


class Deviation(Struct, frozen=True):
    """A line that differs; empty where one side lacks it.

    Attributes:
        where: the label and words of the heading that it stands under.
    """

    where: str
    source: str
    found: str


class _Line(Struct, frozen=True):
    kind: str
    text: str
    where: str

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.text


def deviations(source: Sequence[Node], read: Sequence[Node]) -> tuple[Deviation, ...]:
    """Where the tree of a Word file differs from that of its document.

    Args:
        source: the document's own blocks.
        read: what was read back; what stands before its first heading is the title page.
    """
    old, new = list(_lines(source)), list(_lines(read))
    new = new[next((n for n, line in enumerate(new) if line.kind == "h1"), len(new)) :]
    start = next((n for n, line in enumerate(old) if line.kind == "h1"), 0)
    old = old[start:]
    found: list[Deviation] = []
    i = j = 0
    same = common([line.key for line in old], [line.key for line in new])
    for a, b in [*same, (len(old), len(new))]:
        for n in range(max(a - i, b - j)):
            was = old[i + n] if i + n < a else None
            now = new[j + n] if j + n < b else None
            where = was.where if was else old[min(i, len(old) - 1)].where if old else ""
            found.append(Deviation(where, was.text if was else "", now.text if now else ""))
        i, j = a + 1, b + 1
    return tuple(found)


def _lines(blocks: Sequence[Node]) -> Iterator[_Line]:
    where = ""
    for kind, text, label in _flat(list(blocks), ""):
        shown = " ".join(text.replace("\u00a0", " ").replace("\u00ad", "").split())
        if kind.startswith("h"):
            where = f"{label} {shown}".strip()
        if shown:
            yield _Line(kind, shown, where)


def _flat(  # noqa: PLR0912  (one case a kind of block)
    blocks: list[Node], within: str
) -> Iterator[tuple[str, str, str]]:
    """Per line what it is in, its text, and of a heading its label."""
    for block in blocks:
        content: Any = block.get("c")
        match block["t"]:
            case "Para" | "Plain":
                yield within or "p", _text(content), ""
            case "Header":
                label = dict(content[1][2]).get("label", "")
                yield f"h{content[0]}", _text(content[2]), label
            case "BulletList":
                for item in content:
                    yield from _flat(item, f"{within}u")
            case "OrderedList":
                for item in content[1]:
                    yield from _flat(item, f"{within}o")
            case "DefinitionList":
                for term, meanings in content:
                    yield within or "p", _text(term), ""
                    for meaning in meanings:
                        yield from _flat(meaning, within)
            case "BlockQuote":
                yield from _flat(content, within)
            case "Div":
                yield from _flat(content[1], within)
            case "Figure":
                yield from _flat(content[1][1], within)
            case "CodeBlock":
                yield within or "p", content[1], ""
            case "LineBlock":
                yield within or "p", " ".join(_text(line) for line in content), ""
            case "Table":
                yield from _flat(content[1][1], within)
                bodies = [row for body in content[4] for row in (*body[2], *body[3])]
                for row in (*content[3][1], *bodies, *content[5][1]):
                    for cell in row[1]:
                        yield from _flat(cell[4], f"{within}c")


def _text(value: Any) -> str:
    """The words; pictures have none that a Word file would keep."""
    if isinstance(value, list):
        return "".join(_text(item) for item in value)
    if not isinstance(value, dict):
        return ""
    content: Any = value.get("c")
    match value["t"]:
        case "Str":
            return str(content)
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Code" | "Math":
            return str(content[1])
        case "Quoted":
            marks = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
            return marks[0] + _text(content[1]) + marks[1]
        case "Span" | "Link":
            return _text(content[1])
        case "Note":
            return f"[{' '.join(text.strip() for _, text, _ in _flat(content, ''))}]"
        case "Image" | "RawInline":
            return ""
        case _:
            return _text(content)
