"""The effects arena and the effects calculator, kept in `4-programme.yaml`."""

from __future__ import annotations

from decimal import Decimal

from convenant.model.frozen import frozen
from convenant.problem import Place


@frozen
class ArenaActivity:
    """What is done, with its countable output."""

    at: Place
    id: str = ""
    text: str = ""
    output: str = ""
    quantity: Decimal | None = None
    unit: str = ""


@frozen
class Investor:
    """A party that puts something into an activity; `value` in euro."""

    at: Place
    party: str = ""
    activity: str = ""
    form: str = ""
    value: Decimal | None = None


@frozen
class Effect:
    """A societal effect of one or more activities; `certainty` from 1 (guess) to 3 (proven)."""

    at: Place
    id: str = ""
    activities: tuple[str, ...] = ()
    level: str = ""
    text: str = ""
    certainty: int = 0
    intended: bool | None = None


@frozen
class Beneficiary:
    """Who reaps an effect: a party, or a group outside the covenant."""

    at: Place
    party: str = ""
    group: str = ""
    effect: str = ""
    benefit: str = ""


@frozen
class EffectsArena:
    """From investor through activity and effect to beneficiary (*effectenarena*)."""

    at: Place
    activities: tuple[ArenaActivity, ...] = ()
    investors: tuple[Investor, ...] = ()
    effects: tuple[Effect, ...] = ()
    beneficiaries: tuple[Beneficiary, ...] = ()


@frozen
class PriceList:
    """The societal price list that the calculation uses."""

    at: Place
    name: str = ""
    year: int = 0


@frozen
class LifeEvent:
    """What happens to the persona; `effect` is positive or negative."""

    at: Place
    month: int = 0
    text: str = ""
    effect: str = ""


@frozen
class Support:
    """Help that is given: `quantity` of `unit` at `price` euro each, paid by `payer`."""

    at: Place
    activity: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    price: Decimal | None = None
    payer: str = ""


@frozen
class Scenario:
    """One of the two timelines of a case."""

    at: Place
    events: tuple[LifeEvent, ...] = ()
    support: tuple[Support, ...] = ()


@frozen
class Case:
    """An invented persona, never a real client, with and without the intervention."""

    at: Place
    id: str = ""
    persona: str = ""
    intervention: Scenario | None = None
    reference: Scenario | None = None


@frozen
class PayerResult:
    """What one payer spends in each scenario, in euro."""

    at: Place
    payer: str = ""
    intervention: Decimal | None = None
    reference: Decimal | None = None


@frozen
class CalculatorSummary:
    """The outcome over all cases, in euro."""

    at: Place
    intervention: Decimal | None = None
    reference: Decimal | None = None
    per_payer: tuple[PayerResult, ...] = ()
    assumptions: tuple[str, ...] = ()


@frozen
class EffectsCalculator:
    """Two scenarios side by side (*effectencalculator*), only with invented personas."""

    at: Place
    price_list: PriceList | None = None
    cases: tuple[Case, ...] = ()
    summary: CalculatorSummary | None = None
