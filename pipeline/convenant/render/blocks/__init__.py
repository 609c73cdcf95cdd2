"""Generated blocks: what the data say, as nodes of a document.

A block takes the covenant and the voice of its language and gives the nodes of its content,
nothing where the data have none. It reads nothing else and raises for no covenant.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from convenant.locale import Voice
from convenant.model.ast import Node
from convenant.model.covenant import Covenant
from convenant.model.section import Section
from convenant.render.blocks.ambition import (
    challenge,
    goals,
    horizon,
    out_of_scope,
    statutes,
    third_party_interests,
    touchpoints,
    values,
)
from convenant.render.blocks.calculator import effects_calculator
from convenant.render.blocks.contents import annexes, sources
from convenant.render.blocks.contribution import contributions
from convenant.render.blocks.effects import effects_arena
from convenant.render.blocks.governance import (
    communication,
    evaluation,
    governance,
    monitoring,
    risks,
)
from convenant.render.blocks.legal import conditions, definition_list, duration, privacy, signals
from convenant.render.blocks.money import budget, funding
from convenant.render.blocks.partnership import accession, benefits, commitments, roles
from convenant.render.blocks.partnership_map import partnership_map
from convenant.render.blocks.party import parties
from convenant.render.blocks.plan import plan
from convenant.render.blocks.provisions import provisions
from convenant.render.blocks.signature import signature_page
from convenant.render.blocks.visualisation import boundaries, roadmap, scenes, sites

__all__ = ["BLOCKS", "Block", "build_block", "signature_page"]

Block: TypeAlias = Callable[[Covenant, Voice], list[Node]]
"""Gives the content of a block, without the Div around it."""

BLOCKS: Mapping[str, tuple[Section, Block]] = MappingProxyType(
    {
        "challenge": (Section.AMBITION, challenge),
        "horizon": (Section.AMBITION, horizon),
        "goals": (Section.AMBITION, goals),
        "touchpoints": (Section.AMBITION, touchpoints),
        "values": (Section.AMBITION, values),
        "out-of-scope": (Section.AMBITION, out_of_scope),
        "third-party-interests": (Section.AMBITION, third_party_interests),
        "statutes": (Section.AMBITION, statutes),
        "parties": (Section.PARTNERSHIP, parties),
        "contributions": (Section.PARTNERSHIP, contributions),
        "benefits": (Section.PARTNERSHIP, benefits),
        "commitments": (Section.PARTNERSHIP, commitments),
        "roles": (Section.PARTNERSHIP, roles),
        "accession": (Section.PARTNERSHIP, accession),
        "partnership-map": (Section.PARTNERSHIP, partnership_map),
        "scenes": (Section.VISUALISATION, scenes),
        "sites": (Section.VISUALISATION, sites),
        "roadmap": (Section.VISUALISATION, roadmap),
        "boundaries": (Section.VISUALISATION, boundaries),
        "plan": (Section.PROGRAMME, plan),
        "governance": (Section.PROGRAMME, governance),
        "budget": (Section.PROGRAMME, budget),
        "funding": (Section.PROGRAMME, funding),
        "effects-arena": (Section.PROGRAMME, effects_arena),
        "effects-calculator": (Section.PROGRAMME, effects_calculator),
        "monitoring": (Section.PROGRAMME, monitoring),
        "evaluation": (Section.PROGRAMME, evaluation),
        "communication": (Section.PROGRAMME, communication),
        "risks": (Section.PROGRAMME, risks),
        "definitions": (Section.ANNEXES, definition_list),
        "conditions": (Section.ANNEXES, conditions),
        "duration": (Section.ANNEXES, duration),
        "privacy": (Section.ANNEXES, privacy),
        "provisions": (Section.ANNEXES, provisions),
        "signals": (Section.ANNEXES, signals),
        "annexes": (Section.ANNEXES, annexes),
        "sources": (Section.ANNEXES, sources),
    }
)
"""By name the section that a block belongs to and what builds it, in the order of the document."""


def build_block(name: str, covenant: Covenant, voice: Voice) -> list[Node]:
    """The content of the block of this name; nothing when its data are absent.

    Raises:
        KeyError: there is no block of this name.
    """
    return BLOCKS[name][1](covenant, voice)
