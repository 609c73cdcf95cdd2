"""§1, the shared ambition: `1-ambition.yaml`, with the network ambition."""

from __future__ import annotations

from msgspec import Struct

from convenant.problem import Place


class Challenge(Struct, frozen=True):
    """The problem that brings the parties together."""

    at: Place
    problem: str = ""
    target_group: str = ""
    area: str = ""
    urgency: str = ""


class Horizon(Struct, frozen=True):
    """The picture of success and the year it is set in."""

    at: Place
    year: int = 0
    picture: str = ""


class Goal(Struct, frozen=True):
    """A measurable goal. `baseline` and `target` are words or numbers as text."""

    at: Place
    id: str = ""
    text: str = ""
    indicator: str = ""
    baseline: str = ""
    target: str = ""
    due: str = ""
    phase: str = ""
    sources: tuple[str, ...] = ()


class Touchpoint(Struct, frozen=True):
    """Where a party's own ambition meets the shared one."""

    at: Place
    party: str = ""
    own_ambition: str = ""
    touchpoint: str = ""
    source: str = ""


class Value(Struct, frozen=True):
    """A value that the parties share, and when they would call it lived up to."""

    at: Place
    text: str = ""
    success_when: str = ""


class ThirdPartyInterest(Struct, frozen=True):
    """An interest of others, and how it was weighed. Source: awz2003:10-11."""

    at: Place
    who: str = ""
    interest: str = ""
    weighed: str = ""


class Statute(Struct, frozen=True):
    """A law that the covenant touches, and how. Source: awz2003:9."""

    at: Place
    law: str = ""
    relation: str = ""


class Ambition(Struct, frozen=True):
    """`1-ambition.yaml`.

    Attributes:
        core: the shared ambition in one sentence of at most 40 words.
        alternatives: why a covenant and not another instrument. Source: awz2003:3.
    """

    at: Place
    maturity: str = ""
    core: str = ""
    challenge: Challenge | None = None
    horizon: Horizon | None = None
    goals: tuple[Goal, ...] = ()
    touchpoints: tuple[Touchpoint, ...] = ()
    values: tuple[Value, ...] = ()
    out_of_scope: tuple[str, ...] = ()
    third_party_interests: tuple[ThirdPartyInterest, ...] = ()
    statutes: tuple[Statute, ...] = ()
    alternatives: str = ""
