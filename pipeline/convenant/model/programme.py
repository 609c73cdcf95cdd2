"""§4, the programme and how it is run: `4-programme.yaml`. Effects have a module of their own."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from convenant.model.effects import EffectsArena, EffectsCalculator
from convenant.problem import Place


class Phase(Struct, frozen=True):
    """A stretch of the plan, between two ISO dates."""

    at: Place
    id: str = ""
    name: str = ""
    start: str = ""
    end: str = ""


class Activity(Struct, frozen=True):
    """Something that a party does in the plan; `after` names the activities it waits for."""

    at: Place
    id: str = ""
    text: str = ""
    owner: str = ""
    partners: tuple[str, ...] = ()
    phase: str = ""
    start: str = ""
    end: str = ""
    after: tuple[str, ...] = ()


class GoNoGo(Struct, frozen=True):
    """A moment at which a body decides whether to go on."""

    at: Place
    id: str = ""
    text: str = ""
    date: str = ""
    by: str = ""


class Plan(Struct, frozen=True):
    """The plan of approach (*plan van aanpak*)."""

    at: Place
    occasion: str = ""
    result: str = ""
    scope: str = ""
    phases: tuple[Phase, ...] = ()
    activities: tuple[Activity, ...] = ()
    go_no_go: tuple[GoNoGo, ...] = ()


class Member(Struct, frozen=True):
    """A seat in a body, by function."""

    at: Place
    party: str = ""
    function: str = ""
    chair: bool | None = None


class Body(Struct, frozen=True):
    """A steering group, core team, advisory council or working group.

    Attributes:
        decides: decision rule: consensus, consent, majority or unanimity.
        reports_to: id of the body above it.
    """

    at: Place
    id: str = ""
    name: str = ""
    kind: str = ""
    task: str = ""
    members: tuple[Member, ...] = ()
    meets: str = ""
    decides: str = ""
    quorum: str = ""
    reports_to: str = ""


class Governance(Struct, frozen=True):
    """How the programme is steered. Source: awz2003:12."""

    at: Place
    bodies: tuple[Body, ...] = ()
    deadlock: str = ""
    escalation: tuple[str, ...] = ()


class Cost(Struct, frozen=True):
    """A line of the budget, in euro."""

    at: Place
    id: str = ""
    text: str = ""
    year: int = 0
    amount: Decimal | None = None


class Funding(Struct, frozen=True):
    """Where money comes from: a party, by its contribution, or a source outside."""

    at: Place
    id: str = ""
    party: str = ""
    contribution: str = ""
    text: str = ""
    year: int = 0
    amount: Decimal | None = None
    status: str = ""


class Budget(Struct, frozen=True):
    """Costs and funding in euro. Source: awz2003:8."""

    at: Place
    vat: str = ""
    costs: tuple[Cost, ...] = ()
    funding: tuple[Funding, ...] = ()
    shortfall: str = ""
    surplus: str = ""


class Monitoring(Struct, frozen=True):
    """What is followed, by whom, how often and for whom. Source: awz2003:14-15."""

    at: Place
    id: str = ""
    what: str = ""
    goal: str = ""
    by: str = ""
    frequency: str = ""
    reported_to: str = ""


class Evaluation(Struct, frozen=True):
    """Who evaluates, when, and what follows from it. Source: awz2003:18."""

    at: Place
    id: str = ""
    what: str = ""
    by: str = ""
    due: str = ""
    follow_up: str = ""


class Communication(Struct, frozen=True):
    """Who speaks for the partners, and how names and logos are used."""

    at: Place
    spokesperson: str = ""
    press: str = ""
    logos: str = ""
    channels: tuple[str, ...] = ()


class Risk(Struct, frozen=True):
    """What may go wrong; `chance` and `impact` are low, medium or high."""

    at: Place
    id: str = ""
    text: str = ""
    chance: str = ""
    impact: str = ""
    owner: str = ""
    measure: str = ""


class Programme(Struct, frozen=True):
    """`4-programme.yaml`."""

    at: Place
    maturity: str = ""
    effects_arena: EffectsArena | None = None
    effects_calculator: EffectsCalculator | None = None
    plan: Plan | None = None
    governance: Governance | None = None
    budget: Budget | None = None
    monitoring: tuple[Monitoring, ...] = ()
    evaluation: tuple[Evaluation, ...] = ()
    communication: Communication | None = None
    risks: tuple[Risk, ...] = ()
