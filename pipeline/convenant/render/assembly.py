"""A covenant becomes one document: its sections in order, blocks from the data in their places.

The result is the one tree that every format is written from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from convenant.locale import N_, Voice, voice
from convenant.model.annotation import Schema
from convenant.model.ast import Node, attr, bullets, div, heading, para, plain, strong, words
from convenant.model.covenant import Covenant
from convenant.model.direction import settled
from convenant.model.document import Document, Stamp
from convenant.model.prose import Prose
from convenant.model.section import SECTIONS, Section
from convenant.render.blocks import BLOCKS, build_block, signature_page
from convenant.render.figure import described
from convenant.render.figures import illustrated, sketches
from convenant.render.identity import with_ids_once
from convenant.render.numbering import number_blocks, surroundings
from convenant.render.reference import Register, data_references, resolve_link, source_numbers
from convenant.render.running_text import joined_words
from convenant.render.sentence import opening_marked
from convenant.render.value import value_nodes
from convenant.render.walk import ids_of, nodes_of, rewrite

TITLES = {
    Section.AMBITION: N_("Shared ambition"),
    Section.PARTNERSHIP: N_("Partnership"),
    Section.VISUALISATION: N_("What it will look like"),
    Section.PROGRAMME: N_("Programme and organisation"),
    Section.ANNEXES: N_("Annexes and legal provisions"),
}
"""What a section is called when its text has no heading of its own."""

_NOT_WHEN_FINAL = frozenset({"signals"})
_LAST = ("annexes", "sources")


class Edition(Struct, frozen=True):
    """What a document is made with, beside the covenant itself.

    Attributes:
        open_points: per section what is still open, printed in a concept.
        placed: whether words keep their places in the source, for a comparison.
    """

    stamp: Stamp
    digest: str
    schemas: Mapping[str, Schema]
    open_points: Mapping[Section, Sequence[str]] = field(default_factory=dict)
    placed: bool = False


def assemble(covenant: Covenant, edition: Edition) -> Document:
    """The document of a covenant, with every number, value and reference filled in."""
    speaker = voice(covenant.language)
    names = data_references(covenant, edition.schemas, speaker)
    blocks = described(list(_body(covenant, edition, speaker)), covenant, speaker)
    blocks = with_ids_once(blocks)
    drawings = sketches(covenant, speaker)
    blocks = illustrated(blocks, drawings)
    # Values first: a title or the words of a link may hold one.
    blocks = rewrite(blocks, lambda node: _value(node, names, covenant, edition, speaker))
    blocks = opening_marked(blocks if edition.placed else joined_words(blocks))
    blocks, numbers = number_blocks(blocks, speaker)
    register = Register(
        references={**surroundings(blocks, speaker), **names, **numbers},
        sources=source_numbers(covenant),
        anchors=frozenset(ids_of(blocks)),
        annexes={annex.file: annex.id for annex in covenant.annexes.annexes if annex.file},
    )
    blocks = rewrite(blocks, lambda node: _resolved(node, register, covenant, speaker))
    cover = covenant.cover
    shown = {node["c"][2][0] for node in nodes_of(blocks) if node["t"] == "Image"}
    return Document(
        slug=covenant.slug,
        language=speaker.language,
        title=settled(cover.title or covenant.slug),
        subtitle=settled(cover.subtitle),
        citation_title=cover.citation_title,
        parties=cover.parties,
        stamp=edition.stamp,
        digest=edition.digest,
        blocks=tuple(blocks),
        images={image.name: image for image in covenant.images.values() if image.name in shown},
        drawings={one.name: one for some in drawings.values() for one in some if one.name in shown},
    )


def _body(covenant: Covenant, edition: Edition, speaker: Voice) -> Iterator[Node]:
    """Sections, signatures, annexes and sources, in this order; not yet numbered."""
    for section in SECTIONS:
        yield from _section(section, covenant, edition, speaker)
    if signatures := signature_page(covenant, speaker):
        title = words(speaker.say(N_("Signatures")))
        yield heading(1, title, attr("signatures", ["section", "unnumbered"]))
        yield _generated("signatures", signatures)
    for number, annex in enumerate(covenant.annexes.annexes, 1):
        prose = covenant.annex_prose.get(annex.file)
        title = words(annex.title or annex.file)
        if prose is not None:
            # The register numbers all annexes, also those that are files and not printed.
            yield heading(1, title, attr(annex.id, ["annex"], number=str(number)))
            blocks = list(_without_title(prose))
            yield from rewrite(blocks, lambda node: _block_at(node, covenant, edition, speaker))
    if sources := build_block("sources", covenant, speaker):
        title = words(speaker.say(N_("Sources")))
        yield heading(1, title, attr("sources", ["section", "unnumbered"]))
        yield _generated("sources", sources)


def _section(
    section: Section, covenant: Covenant, edition: Edition, speaker: Voice
) -> Iterator[Node]:
    prose = covenant.prose.get(section, Prose(f"{covenant.folder}/{section.prose_file}"))
    blocks = list(prose.blocks)
    id, title = "", list[Node]()
    if blocks and blocks[0]["t"] == "Header" and blocks[0]["c"][0] == 1:
        _, (id, _, _), title = blocks.pop(0)["c"]
    title = title or words(speaker.say(TITLES[section]))
    yield heading(1, title, attr(id or section.key, ["section"]))
    placed = {marker.name for prose in covenant.all_prose() for marker in prose.markers}
    yield from rewrite(blocks, lambda node: _block_at(node, covenant, edition, speaker))
    for name, (home, _) in BLOCKS.items():
        if home is section and name not in placed and name not in _LAST:
            yield from _block(name, covenant, edition, speaker)
    if section is Section.ANNEXES and "annexes" not in placed:
        yield from _block("annexes", covenant, edition, speaker)
    yield from _open_points(edition.open_points.get(section, ()), edition.stamp, speaker)


def _block_at(
    node: Node, covenant: Covenant, edition: Edition, speaker: Voice
) -> list[Node] | None:
    """The generated block for a marker, or None where the node is no marker."""
    if node["t"] != "Div" or "block" not in node["c"][0][1]:
        return None
    name = dict(node["c"][0][2])["name"]
    # The list of sources always closes the document.
    if name == "sources":
        return []
    blocks = list(_block(name, covenant, edition, speaker))
    # It keeps the place that its author gave it, as the words around it do.
    known = edition.placed and "at" in node
    return [{**block, "at": node["at"]} for block in blocks] if known else blocks


def _block(name: str, covenant: Covenant, edition: Edition, speaker: Voice) -> Iterator[Node]:
    if name in _NOT_WHEN_FINAL and not edition.stamp.status.binds_nobody:
        return
    if blocks := build_block(name, covenant, speaker):
        yield _generated(name, blocks)


def _generated(name: str, blocks: list[Node]) -> Node:
    return div(blocks, attr(classes=["generated", name]))


def _without_title(prose: Prose) -> Iterator[Node]:
    """An annex's own blocks: its title comes from the register, its headings are no articles."""
    for block in prose.blocks:
        if block["t"] != "Header":
            yield block
        elif block["c"][0] > 1:
            level, (id, classes, pairs), inlines = block["c"]
            classes = [*classes, "unnumbered"] if "unnumbered" not in classes else classes
            yield {**block, "c": [level, [id, classes, pairs], inlines]}


def _open_points(points: Sequence[str], stamp: Stamp, speaker: Voice) -> Iterator[Node]:
    if points and stamp.status.binds_nobody:
        title = para([strong(words(speaker.say(N_("Still open in this section"))))])
        items = bullets([plain(words(point))] for point in points)
        yield _generated("open-points", [title, items])


def _value(
    node: Node, names: Mapping[str, str], covenant: Covenant, edition: Edition, speaker: Voice
) -> list[Node] | None:
    """The words of a placeholder, or None where the node is none."""
    if node["t"] != "Span" or "path" not in (pairs := dict(node["c"][0][2])):
        return None
    return value_nodes(pairs["path"], covenant, edition.schemas, names, speaker)


def _resolved(
    node: Node, register: Register, covenant: Covenant, speaker: Voice
) -> list[Node] | None:
    """A link with its words, an image with its name in the document; None for other nodes."""
    if node["t"] == "Image":
        return [_named(node, covenant)]
    if node["t"] != "Link":
        return None
    attributes, inlines, target = node["c"]
    inlines = rewrite(inlines, lambda inner: _resolved(inner, register, covenant, speaker))
    return resolve_link({**node, "c": [attributes, inlines, target]}, register, speaker)


def _named(node: Node, covenant: Covenant) -> Node:
    """An image by its name in the document, with the alternative text of the register."""
    (id, classes, pairs), inlines, (target, _) = node["c"]
    image = covenant.images.get(target)
    known = {figure.file: figure for figure in covenant.visualisation.figures}
    alternative = dict(pairs).get("alt") or (known[target].alternative if target in known else "")
    attributes = [id, classes, [*(p for p in pairs if p[0] != "alt"), ["alt", alternative]]]
    return {**node, "c": [attributes, inlines, [image.name if image else target, ""]]}
