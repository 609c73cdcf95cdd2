"""Editions: other documents from the same covenant, each for one reader.

An edition says nothing of its own. It is made of the blocks of the full text, over a part of the
same data, and `unsupported` finds what the full text does not say.
"""

from __future__ import annotations

from msgspec.structs import replace

from convenant.locale import N_, voice
from convenant.model.ast import Node
from convenant.model.covenant import Covenant
from convenant.model.document import Document
from convenant.model.party import Party
from convenant.render.blocks.party import name_of
from convenant.render.editions.annexes import annex_blocks
from convenant.render.editions.brief import brief_blocks
from convenant.render.editions.decision import decision_blocks
from convenant.render.editions.party import party_blocks
from convenant.render.walk import nodes_of, rewrite

BRIEF, PARTY, ANNEXES = "brief", "party", "annexes"


def brief(covenant: Covenant, full: Document) -> Document:
    """One page for who decides: what, with whom, at what cost, bound to what."""
    speaker = voice(covenant.language)
    blocks = brief_blocks(covenant, speaker)
    said = speaker.say(N_("In brief, for who decides"))
    return _sheet(full, BRIEF, said, blocks, pages=1)


def for_party(covenant: Covenant, full: Document, party: Party) -> Document:
    """What one party brings, does, may expect, and when."""
    speaker = voice(covenant.language)
    said = speaker.say(N_("For {party}"), party=name_of(party))
    blocks = party_blocks(covenant, party, speaker)
    return _sheet(full, f"{PARTY}-{party.id}", said, blocks, pages=2)


def annexes(covenant: Covenant, full: Document) -> Document:
    """The annexes, with the register that lists them."""
    speaker = voice(covenant.language)
    blocks = annex_blocks(covenant, full, speaker)
    shown = {node["c"][2][0] for node in nodes_of(blocks) if node["t"] == "Image"}
    return replace(
        full,
        edition=ANNEXES,
        subtitle=speaker.say(N_("Annexes")),
        blocks=tuple(_without_far_links(blocks)),
        images={name: image for name, image in full.images.items() if name in shown},
        drawings={},
    )


def decision_note(covenant: Covenant, full: Document, party: Party) -> Document:
    """A note with which a party's competent body can decide; it says things of its own."""
    speaker = voice(covenant.language)
    said = speaker.say(N_("Decision note for {party}"), party=party.name or party.label)
    blocks = decision_blocks(covenant, full, party, speaker)
    return _sheet(full, f"decision-{party.id}", said, blocks, pages=2)


def _sheet(full: Document, edition: str, said: str, blocks: list[Node], *, pages: int) -> Document:
    shown = {node["c"][2][0] for node in nodes_of(blocks) if node["t"] == "Image"}
    return replace(
        full,
        edition=edition,
        subtitle=said,
        blocks=tuple(_without_far_links(blocks)),
        images={},
        drawings={name: one for name, one in full.drawings.items() if name in shown},
        sheet=True,
        pages=pages,
    )


def _without_far_links(blocks: list[Node]) -> list[Node]:
    """The words of a link where what it leads to is in another edition."""
    here = {node["c"][0][0] for node in nodes_of(blocks) if node["t"] in ("Span", "Div", "Figure")}
    here |= {node["c"][1][0] for node in nodes_of(blocks) if node["t"] == "Header"}

    def visit(node: Node) -> list[Node] | None:
        if node["t"] != "Link":
            return None
        _, inlines, (target, _) = node["c"]
        near = not target.startswith(("#", "@")) or target[1:] in here
        return [node] if near else rewrite(inlines, visit)

    return rewrite(blocks, visit)
