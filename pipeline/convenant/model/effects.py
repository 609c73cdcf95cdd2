"""The effects arena and the effects calculator, kept in `4-programme.yaml`."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from convenant.problem import Place


class ArenaActivity(Struct, frozen=True):
    """What is done, with its countable output."""

    at: Place
    id: str = ""
    text: str = ""
    output: str = ""
    quantity: Decimal | None = None
    unit: str = ""


class Investor(Struct, frozen=True):
    """A party that puts something into an activity; `value` in euro."""

    at: Place
    party: str = ""
    activity: str = ""
    form: str = ""
    value: Decimal | None = None


class Effect(Struct, frozen=True):
    """A societal effect of one or more activities; `certainty` from 1 (guess) to 3 (proven)."""

    at: Place
    id: str = ""
    activities: tuple[str, ...] = ()
    level: str = ""
    text: str = ""
    certainty: int = 0
    intended: bool | None = None


class Beneficiary(Struct, frozen=True):
    """Who reaps an effect: a party, or a group outside the covenant."""

    at: Place
    party: str = ""
    group: str = ""
    effect: str = ""
    benefit: str = ""


class EffectsArena(Struct, frozen=True):
    """From investor through activity and effect to beneficiary (*effectenarena*)."""

    at: Place
    activities: tuple[ArenaActivity, ...] = ()
    investors: tuple[Investor, ...] = ()
    effects: tuple[Effect, ...] = ()
    beneficiaries: tuple[Beneficiary, ...] = ()


class PriceList(Struct, frozen=True):
    """The societal price list that the calculation uses."""

    at: Place
    name: str = ""
    year: int = 0


class LifeEvent(Struct, frozen=True):
    """What happens to the persona; `effect` is positive or negative."""

    at: Place
    month: int = 0
    text: str = ""
    effect: str = ""


class Support(Struct, frozen=True):
    """Help that is given: `quantity` of `unit` at `price` euro each, paid by `payer`."""

    at: Place
    activity: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    price: Decimal | None = None
    payer: str = ""


class Scenario(Struct, frozen=True):
    """One of the two timelines of a case."""

    at: Place
    events: tuple[LifeEvent, ...] = ()
    support: tuple[Support, ...] = ()


class Case(Struct, frozen=True):
    """An invented persona, never a real client, with and without the intervention."""

    at: Place
    id: str = ""
    persona: str = ""
    intervention: Scenario | None = None
    reference: Scenario | None = None


class PayerResult(Struct, frozen=True):
    """What one payer spends in each scenario, in euro."""

    at: Place
    payer: str = ""
    intervention: Decimal | None = None
    reference: Decimal | None = None


class CalculatorSummary(Struct, frozen=True):
    """The outcome over all cases, in euro."""

    at: Place
    intervention: Decimal | None = None
    reference: Decimal | None = None
    per_payer: tuple[PayerResult, ...] = ()
    assumptions: tuple[str, ...] = ()


class EffectsCalculator(Struct, frozen=True):
    """Two scenarios side by side (*effectencalculator*), only with invented personas."""

    at: Place
    price_list: PriceList | None = None
    cases: tuple[Case, ...] = ()
    summary: CalculatorSummary | None = None
