"""What the digest binds can be read in the document: nobody signs what is not printed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from convenant.load.record import load_record
from convenant.load.yaml import load_yaml
from convenant.locale import LANGUAGES
from convenant.model.ambition import Ambition
from convenant.model.annexes import Annexes
from convenant.model.annotation import Schema, resolve
from convenant.model.covenant import Covenant
from convenant.model.document import Stamp
from convenant.model.partnership import Partnership
from convenant.model.party import Cover
from convenant.model.picture import ImageFile
from convenant.model.programme import Programme
from convenant.model.prose import Prose
from convenant.model.section import SECTIONS, Section
from convenant.model.visualisation import Visualisation
from convenant.render.assembly import Edition, assemble
from convenant.render.walk import ids_of, nodes_of, text_of
from sample_covenant import PIXEL, SCHEMAS

KINDS = {
    Section.COVER: Cover,
    Section.AMBITION: Ambition,
    Section.PARTNERSHIP: Partnership,
    Section.VISUALISATION: Visualisation,
    Section.PROGRAMME: Programme,
    Section.ANNEXES: Annexes,
}
FIGURE = "figures/kaart.png"
Path = tuple[str | int, ...]

SENTENCES: dict[tuple[Path, Any], str] = {
    (("entry_into_force", "when"), "all_signed"): "zodra alle partijen het hebben ondertekend",
    (("entry_into_force", "when"), "n_signed"): "partijen het hebben ondertekend",
    (("entry_into_force", "when"), "date"): "treedt in werking op",
    (("duration", "kind"), "fixed"): "tot en met",
    ((0, "kind"), "other"): "",  # without a name of its own
    ((0, "form"), "natural_person"): "wonend te",
    ((0, "form"), "other"): "",
    ((0, "role"), "signatory"): "aldus overeengekomen",
    ((0, "role"), "supporting"): "",  # named on the cover
    ((0, "role"), "observer"): "",
    (("contributions", 0, "frequency"), "daily"): "per dag",
    (("contributions", 0, "frequency"), "weekly"): "per week",
    (("contributions", 0, "frequency"), "monthly"): "per maand",
    (("contributions", 0, "frequency"), "quarterly"): "per kwartaal",
    (("contributions", 0, "frequency"), "half_yearly"): "per halfjaar",
    (("contributions", 0, "frequency"), "yearly"): "per jaar",
    (("contributions", 0, "frequency"), "two_yearly"): "per twee jaar",
}
"""Choices that are printed within a sentence, and not by their label."""

SHOWN_OTHERWISE = {
    ("covenant", "language"),  # the language that the document is in
    ("visualisation", "figures", 0, "file"),  # the picture itself
}
ONLY_WHEN = {
    ("annexes", "entry_into_force", "count"): ("n_signed", ("annexes", "entry_into_force", "when")),
    ("annexes", "entry_into_force", "date"): ("date", ("annexes", "entry_into_force", "when")),
}
"""A value that means something with one answer to another question only."""


def leaves(schema: Schema, root: Schema, path: Path) -> Iterator[tuple[Path, Schema]]:
    """Every scalar that is in the digest, each list with one item."""
    schema = resolve(schema, root)
    if "properties" in schema:
        for key, inner in schema["properties"].items():
            if resolve(inner, root).get("x-digest") is True:
                yield from leaves(inner, root, (*path, key))
    elif "items" in schema:
        yield from leaves(schema["items"], root, (*path, 0))
    else:
        yield path, schema


LEAVES = dict(leaf for key, root in SCHEMAS.items() for leaf in leaves(root, root, (key,)))
LEAVES = {path: schema for path, schema in LEAVES.items() if path[0] in {s.key for s in KINDS}}


def token(number: int, schema: Schema) -> Any:
    """A value that no other key has."""
    types = schema["type"]
    if "enum" in schema:
        return next(value for value in schema["enum"] if value is not None)
    if "boolean" in types:
        return True
    if "integer" in types:
        return min(1900 + number % 290, schema.get("maximum", 9999))
    if "number" in types and "string" not in types:
        return 30000 + number
    form = schema.get("x-format") or schema.get("format") or ""
    if "date" in form:
        return f"{2030 + number // 28:04}-05-{number % 28 + 1:02}"
    if "0-9a-fA-F]{64}" in schema.get("pattern", ""):
        return f"{number:064x}"
    if "{8}" in schema.get("pattern", ""):
        return f"{number:08}"
    word = f"zq{number}w"
    return f"https://{word}.example/" if "https" in schema.get("pattern", "") else word


def filled() -> dict[str, Any]:
    """The data of a covenant in which everything agreed is filled in."""
    data: dict[str, Any] = {}
    defined: dict[str, str] = {}
    for number, (path, schema) in enumerate(LEAVES.items()):
        put(data, path, token(number, schema))
        if kind := schema.get("x-defines"):
            defined[kind] = f"zq{number}w"
    for path, schema in LEAVES.items():
        if named := schema.get("x-refers-to"):
            put(data, path, defined[named if isinstance(named, str) else named[0]])
    put(data, ("visualisation", "figures", 0, "file"), FIGURE)
    put(data, ("covenant", "language"), "nl")
    return data


def put(data: Any, path: Path, value: Any) -> None:
    for step, after in pairwise(path):
        empty: Any = [] if isinstance(after, int) else {}
        if isinstance(step, int):
            if len(data) <= step:
                data.append(empty)
            data = data[step]
        else:
            data = data.setdefault(step, empty)
    if isinstance(data, list) and len(data) <= int(path[-1]):
        data.append(value)
    else:
        data[path[-1]] = value


def at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def printed(data: dict[str, Any], language: str = "nl") -> str:
    """All text and all anchors of the document, its cover included."""
    trees, records = {}, {}
    for section, kind in KINDS.items():
        text = json.dumps({**data[section.key]}).encode()
        tree, problems = load_yaml(section.data_file, text)
        assert not problems
        trees[section], records[section] = tree, load_record(kind, tree, section.data_file)
    picture = [
        {"t": "Figure", "c": [["", [], []], [None, []], [{"t": "Plain", "c": [IMAGE]}]]},
    ]
    covenant = Covenant(
        slug="x",
        folder="covenants/x",
        cover=records[Section.COVER],
        ambition=records[Section.AMBITION],
        partnership=records[Section.PARTNERSHIP],
        visualisation=records[Section.VISUALISATION],
        programme=records[Section.PROGRAMME],
        annexes=records[Section.ANNEXES],
        data=trees,
        prose={
            section: Prose(f"{section.key}.md", tuple(picture))
            for section in SECTIONS
            if section is Section.VISUALISATION
        },
        images={FIGURE: ImageFile("kaart.png", "image/png", PIXEL)},
    )
    document = assemble(covenant, Edition(Stamp(), "0" * 64, SCHEMAS))
    blocks = list(document.blocks)
    cover = [document.title, document.subtitle, document.citation_title]
    targets = [n["c"][2][0] for n in nodes_of(blocks) if n["t"] == "Link"]
    alternatives = [str(n["c"][0]) for n in nodes_of(blocks) if n["t"] == "Image"]
    said = [*cover, text_of(blocks), *ids_of(blocks), *targets, *alternatives]
    return "\n".join(said)


IMAGE = {"t": "Image", "c": [["", [], []], [], [FIGURE, ""]]}


def agreed() -> list[Path]:
    return [path for path in LEAVES if path not in SHOWN_OTHERWISE]


def variants(path: Path) -> list[dict[str, Any]]:
    """The covenant with every answer that this key may have, or with two values."""
    data, schema = filled(), LEAVES[path]
    if path in ONLY_WHEN:
        answer, question = ONLY_WHEN[path]
        put(data, question, answer)
    if "enum" in schema:
        values = [value for value in schema["enum"] if value is not None]
    elif "boolean" in schema["type"]:
        values = [True, False]
    else:
        value = at(data, path)
        values = [value, value + 1] if isinstance(value, int | Decimal) else [value]
    result = []
    for value in values:
        other = deepcopy(data)
        put(other, path, value)
        result.append(other)
    return result


@pytest.mark.parametrize("path", agreed(), ids=lambda path: ".".join(map(str, path)))
def test_what_is_agreed_is_printed(path: Path) -> None:
    schema, choices = LEAVES[path], variants(path)
    texts = [printed(data) for data in choices]
    assert len(set(texts)) == len(texts)
    for data, text in zip(choices, texts, strict=True):
        value = at(data, path)
        shown = said(value, schema)
        if "enum" in schema:
            within = SENTENCES.get((path[-3:], value), shown)
            shown = SENTENCES.get((path[-2:], value), within)
        if shown and "x-refers-to" not in schema:
            assert shown.replace(" ", "").lower() in text.replace(" ", "").lower()


def said(value: Any, schema: Schema) -> str:
    """How a value reads; empty for yes and no, which only make a sentence another one."""
    if isinstance(value, bool):
        return ""
    if "enum" in schema:
        return str(schema["x-enum-labels"]["nl"][str(value)])
    if isinstance(value, int | Decimal):
        grouped = value >= 10_000 or schema.get("x-format") == "money"
        return f"{value:,}".replace(",", ".") if grouped else str(value)
    parts = str(value).split("-")
    return f"{int(parts[2])} mei {parts[0]}" if parts[1:2] == ["05"] else str(value)


REFERENCES = [
    path
    for path in agreed()
    # That a scene leads to its figure is tested with real pictures.
    if "x-refers-to" in LEAVES[path] and path[1] != "scenes"
]


@pytest.mark.parametrize("path", REFERENCES, ids=lambda path: ".".join(map(str, path)))
def test_a_reference_reads_as_what_it_points_at(path: Path) -> None:
    named = LEAVES[path]["x-refers-to"]
    for kind in [named] if isinstance(named, str) else named:
        texts = []
        for chosen in (0, 1):
            data = filled()
            (*home, index, _) = next(p for p, s in LEAVES.items() if s.get("x-defines") == kind)
            assert index == 0
            items = at(data, tuple(home))
            items.append(other(items[0]))
            put(data, path, items[chosen]["id"])
            texts.append(printed(data))
        own = [text for key, text in items[1].items() if key in NAMES and isinstance(text, str)]
        assert texts[1] != texts[0]
        if path[-3:] not in MOVES:
            assert any(texts[1].count(name) > texts[0].count(name) for name in own)


MOVES = (("investors", 0, "activity"), ("beneficiaries", 0, "effect"))
"""What is printed in the row of the thing that it points at, without naming it again."""


def other(item: dict[str, Any]) -> dict[str, Any]:
    """One more of the same kind, with an id and names of its own."""
    return {
        key: text.replace("zq", "yr") if isinstance(text, str) and key in NAMES else text
        for key, text in item.items()
    }


NAMES = ("id", "short", "name", "title", "caption", "text", "function")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_covenant_with_everything_is_readable(language: str) -> None:
    data = filled()
    put(data, ("covenant", "language"), language)
    assert "?]" not in printed(data, language)
