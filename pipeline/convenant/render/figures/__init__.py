"""Figures from data: what each template of `templates/figures` is to draw, and says in words.

A figure stands above the tables or lists of its block, which hold all that it shows. It takes the
covenant and the voice of its language, reads nothing else and raises for no covenant. What was
agreed is in the data, so that no figure changes the digest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from convenant.locale import Voice
from convenant.model.ast import Node, attr, plain, words
from convenant.model.covenant import Covenant
from convenant.model.drawing import Drawing
from convenant.render.figures.arena import arena
from convenant.render.figures.budget import budget
from convenant.render.figures.calculator import calculator
from convenant.render.figures.commitments import commitments
from convenant.render.figures.contributions import contributions
from convenant.render.figures.governance import governance
from convenant.render.figures.map import partnership_map
from convenant.render.figures.network import network
from convenant.render.figures.plan import plan
from convenant.render.figures.roadmap import roadmap
from convenant.render.walk import rewrite

Figure: TypeAlias = Callable[[Covenant, Voice], list[Drawing]]

FIGURES: Mapping[str, Figure] = MappingProxyType(
    {
        "touchpoints": network,
        "contributions": contributions,
        "commitments": commitments,
        "partnership-map": partnership_map,
        "roadmap": roadmap,
        "plan": plan,
        "governance": governance,
        "budget": budget,
        "effects-arena": arena,
        "effects-calculator": calculator,
    }
)
"""By name of a block the figures that stand above it."""


def sketches(covenant: Covenant, voice: Voice) -> dict[str, list[Drawing]]:
    """By name of a block its figures, where the data suffice for them."""
    return {block: draw(covenant, voice) for block, draw in FIGURES.items()}


def illustrated(blocks: list[Node], drawings: Mapping[str, list[Drawing]]) -> list[Node]:
    """The blocks, each generated one with its figures above its content."""

    def visit(node: Node) -> list[Node] | None:
        if node["t"] != "Div" or node["c"][0][1][:1] != ["generated"]:
            return None
        attributes, content = node["c"]
        figures = [_figure(one) for one in drawings.get(attributes[1][1], ())]
        return [{**node, "c": [attributes, [*figures, *content]]}]

    return rewrite(blocks, visit)


def _figure(drawing: Drawing) -> Node:
    """The figure in the tree: its caption, its alternative text, its name for the picture."""
    image = {
        "t": "Image",
        "c": [attr(classes=["drawing"], alt=drawing.alternative), [], [drawing.name, ""]],
    }
    caption = [None, [plain(words(drawing.title))]]
    return {"t": "Figure", "c": [attr(), caption, [plain([image])]]}
