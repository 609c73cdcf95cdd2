"""Cross-references and citations get the words that a reader sees, the same in every format."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote

from msgspec import Struct, field

from convenant.locale import N_, Voice
from convenant.model.annotation import Leaf, Schema, leaves
from convenant.model.ast import Node, attr, link, span, words
from convenant.model.covenant import Covenant
from convenant.render.sentence import OPENING
from convenant.render.walk import text_of
from convenant.render.words import capital

_BY_ID = {"goal": N_("goal {id}"), "commitment": N_("commitment {id}")}
"""Things that are printed with their id; others are named by what they are called."""

_NAMES = ("short", "name", "title", "caption", "text", "function")


class Register(Struct, frozen=True):
    """Everything that can be referred to.

    Attributes:
        references: by id how a reference to it reads.
        sources: by id of a source its number in the list of sources.
        anchors: ids that the document prints; a reference to another one is no link.
        annexes: by file of an annex, from the covenant's folder, its id.
    """

    references: Mapping[str, str]
    sources: Mapping[str, int]
    anchors: frozenset[str]
    annexes: Mapping[str, str] = field(default_factory=dict)


def data_references(
    covenant: Covenant, schemas: Mapping[str, Schema], voice: Voice
) -> dict[str, str]:
    """By id of a thing in the data how a reference to it reads."""
    found: dict[str, str] = {}
    for section, tree in covenant.data.items():
        for leaf in leaves(tree, schemas.get(section.key, {}), "x-defines"):
            kind = leaf.schema["x-defines"]
            if isinstance(leaf.value, str):
                found[leaf.value] = _name(leaf, str(kind), voice)
    return found


def source_numbers(covenant: Covenant) -> dict[str, int]:
    """By id of a source its number, in the order of the register."""
    return {source.id: n for n, source in enumerate(covenant.annexes.sources, 1) if source.id}


def resolve_link(node: Node, register: Register, voice: Voice) -> list[Node] | None:
    """What a link becomes: a cross-reference, a citation, or itself."""
    (_, classes, _), inlines, (target, _title) = node["c"]
    if target.startswith("#"):
        id = target[1:]
        said = register.references.get(id, f"[{id}?]")
        inlines = inlines or words(capital(said) if OPENING in classes else said)
        attributes = attr(classes=["ref"])
        linked = id in register.anchors
        return [link(inlines, target, attributes) if linked else span(inlines, attributes)]
    if target.startswith("@"):
        return [_citation(target[1:], inlines, register, voice)]
    file = unquote(target).removeprefix("./")
    if file.startswith("annexes/"):
        return _annex(file, inlines, text_of(inlines) == target, register)
    return None


def _annex(file: str, inlines: list[Node], bare: bool, register: Register) -> list[Node]:
    """A reference to an annex by its file: a document that is passed on has no files beside it."""
    id = register.annexes.get(file, "")
    if bare and id in register.references:
        inlines = words(register.references[id])
    attributes = attr(classes=["ref"])
    linked = id in register.anchors
    return [link(inlines, f"#{id}", attributes) if linked else span(inlines, attributes)]


def _citation(id: str, locator: list[Node], register: Register, voice: Voice) -> Node:
    number = str(register.sources.get(id, f"{id}?"))
    inside = [*words(f"[{number},"), {"t": "Space"}, *locator] if locator else words(f"[{number}")
    inside = [*inside, *words("]")]
    name = voice.say(N_("source {number}"), number=number)
    attributes = attr(classes=["cite"], title=name)
    return (
        link(inside, f"#{id}", attributes) if id in register.anchors else span(inside, attributes)
    )


def _name(leaf: Leaf, kind: str, voice: Voice) -> str:
    if kind == "annex":
        # By its place in the register, also when it is a file and not printed.
        return voice.say(N_("annex {number}"), number=int(leaf.path[-2]) + 1)
    if kind in _BY_ID:
        return voice.say(_BY_ID[kind], id=str(leaf.value))
    for key in _NAMES:
        name = leaf.parent.get(key) if leaf.parent else None
        if isinstance(name, str) and name:
            return name
    return str(leaf.value)
