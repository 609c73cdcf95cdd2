"""The edition of the annexes: the register that lists them, and those that are text."""

from __future__ import annotations

from convenant.locale import N_, Voice
from convenant.model.ast import Node
from convenant.model.covenant import Covenant
from convenant.model.document import Document
from convenant.render.blocks import build_block
from convenant.render.editions.brief import part


def annex_blocks(covenant: Covenant, full: Document, voice: Voice) -> list[Node]:
    """The annexes as they stand in the full text, with the numbers that they have there."""
    texts: list[Node] = []
    inside = False
    for block in full.blocks:
        if block["t"] == "Header" and block["c"][0] == 1:
            inside = "annex" in block["c"][1][1]
        if inside:
            texts.append(block)
    return [*part(N_("The annexes"), build_block("annexes", covenant, voice), voice), *texts]
