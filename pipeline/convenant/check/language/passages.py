"""The words of a covenant in reading order, taken from its trees once for all rules on language.

A passage is a paragraph, an item, a heading, a cell, a note or a text in the data. Values and
references that the build fills in are one sign in it, so that no rule trips over them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Any

from msgspec import Struct, field

from convenant.check.language.passage import FILLED, Passage
from convenant.model.annotation import Schema, resolve
from convenant.model.covenant import Covenant
from convenant.model.section import Section
from convenant.model.tree import Map, Seq

_NO_TEXTS = frozenset(
    (
        *("name", "short", "title", "subtitle", "citation_title", "function", "reference", "id"),
        *("author", "url", "seat", "unit", "law", "term", "variants", "registration", "sha256"),
        *("municipality", "kind", "source", "licence", "persona", "note", "occasion", "capacity"),
        *("file", "competent_body", "body", "granted_by", "minor_changes_by"),
    )
)
"""Keys of names, and of notes that are no part of what is agreed."""


class _Scribe(Struct):
    """Writes down one passage at a time while a tree is walked."""

    file: str
    section: Section
    found: list[Passage] = field(default_factory=list)
    article: str = ""


def passages(covenant: Covenant, schemas: Mapping[str, Schema]) -> tuple[Passage, ...]:
    """Everything that a covenant says, in the order of the document; each section's data last."""
    found: list[Passage] = []
    for section in Section:
        if prose := covenant.prose.get(section):
            found += _of_blocks(prose.file, section, list(prose.blocks))
        if tree := covenant.data.get(section):
            found += _of_data(section, tree, schemas[section.key])
    for prose in covenant.annex_prose.values():
        found += _of_blocks(prose.file, Section.ANNEXES, list(prose.blocks))
    return tuple(found)


def _of_data(section: Section, tree: Map, schema: Schema) -> Iterator[Passage]:
    keys = _text_keys(schema)
    for key, text, line, column in _values(tree, keys, ""):
        spot = (0, line, column)
        yield Passage(tree.file, section, "data", text.replace("\n", " "), (spot,), key)


def _values(tree: Map | Seq, keys: Set[str], above: str) -> Iterator[tuple[str, str, int, int]]:
    """Texts of these keys with their places, in the order of the file."""
    if isinstance(tree, Map):
        for key, value in tree.items():
            if isinstance(value, str):
                if key in keys and value:
                    yield key, value, *tree.value_spots.get(key, tree.spot)
            elif isinstance(value, Map | Seq):
                yield from _values(value, keys, key)
    else:
        for index, value in enumerate(tree):
            if isinstance(value, str):
                if above in keys and value:
                    yield above, value, *tree.item_spots[index]
            elif isinstance(value, Map | Seq):
                yield from _values(value, keys, above)


_known: dict[int, tuple[Schema, Set[str]]] = {}


def _text_keys(root: Schema) -> Set[str]:
    """Keys of texts that are no names, numbers or choices; looked up once for each schema."""
    known = _known.get(id(root))
    if known is None or known[0] is not root:
        keys = {key for key, schema in _properties(root, root) if _is_text(key, schema)}
        known = _known[id(root)] = (root, keys)
    return known[1]


def _properties(part: Any, root: Schema) -> Iterator[tuple[str, Schema]]:
    if isinstance(part, dict):
        for key, inner in part.get("properties", {}).items():
            whole = resolve(inner, root)
            yield key, resolve(whole["items"], root) if "items" in whole else whole
        for inner in part.values():
            yield from _properties(inner, root)


def _is_text(key: str, schema: Schema) -> bool:
    return key not in _NO_TEXTS and not schema.keys() & {
        *("enum", "pattern", "format", "x-format", "x-refers-to", "x-defines", "properties")
    }


def _of_blocks(file: str, section: Section, blocks: list[Any]) -> list[Passage]:
    scribe = _Scribe(file, section)
    _walk(blocks, scribe, "paragraph")
    return scribe.found


def _walk(blocks: list[Any], scribe: _Scribe, kind: str) -> None:
    for block in blocks:
        content = block.get("c")
        if block["t"] == "Header":
            if content[0] == 2:
                scribe.article = content[1][0]
            _write(content[2], scribe, "heading")
        elif block["t"] in ("Para", "Plain"):
            _write(content, scribe, kind)
        elif block["t"] == "LineBlock":
            for line in content:
                _write(line, scribe, kind)
        elif block["t"] == "Table":
            _walk(content[1][1] or [], scribe, kind)
            for cell in _cells(content):
                _walk(cell, scribe, "cell")
        else:
            for inner in _inside(block["t"], content):
                _walk(inner, scribe, kind)


def _inside(kind: str, content: Any) -> Iterator[list[Any]]:
    """The blocks that a block of this kind holds."""
    if kind == "BulletList":
        yield from content
    elif kind == "OrderedList":
        yield from content[1]
    elif kind == "DefinitionList":
        for term, meanings in content:
            yield [{"t": "Plain", "c": term}]
            yield from meanings
    elif kind == "BlockQuote":
        yield content
    elif kind == "Div":
        yield content[1]
    elif kind == "Figure":
        yield content[1][1] or []


def _cells(table: Any) -> Iterator[list[Any]]:
    _, _, _, head, bodies, foot = table
    rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
    for row in rows:
        for cell in row[1]:
            yield cell[4]


def _write(inlines: list[Any], scribe: _Scribe, kind: str) -> None:
    line = _Line()
    _spell(inlines, line)
    if line.length and line.spots:
        passage = Passage(
            *(scribe.file, scribe.section, kind, "".join(line.parts), tuple(line.spots)),
            article=scribe.article,
            targets=tuple(line.targets),
        )
        scribe.found.append(passage)
    for note in line.notes:
        _walk(note, scribe, kind)


class _Line(Struct):
    """The words of one passage while they are gathered."""

    parts: list[str] = field(default_factory=list)
    spots: list[tuple[int, int, int]] = field(default_factory=list)
    notes: list[list[Any]] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, node: Any) -> None:
        if at := node.get("at"):
            self.spots.append((self.length, at[0], at[1]))
        self.parts.append(text)
        self.length += len(text)


def _spell(inlines: list[Any], line: _Line) -> None:
    """Add the words of inlines to a line."""
    for node in inlines:
        kind, content = node["t"], node.get("c")
        if kind == "Str":
            line.add(content, node)
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            line.parts.append(" ")
            line.length += 1
        elif kind == "Code":
            line.add(content[1], node)
        elif kind == "Span" and "value" in content[0][1]:
            line.add(FILLED, node)
        elif kind == "Link":
            line.targets.append(content[2][0])
            if content[1]:
                _spell(content[1], line)
            else:
                line.add(FILLED, node)
        elif kind == "Note":
            line.notes.append(content)
        elif kind == "Quoted":
            single = content[0]["t"] == "SingleQuote"
            line.add("‘" if single else "“", node)
            _spell(content[1], line)
            line.parts.append("’" if single else "”")
            line.length += 1
        elif kind == "Span":
            _spell(content[1], line)
        elif isinstance(content, list) and kind != "Image":
            _spell(content, line)
