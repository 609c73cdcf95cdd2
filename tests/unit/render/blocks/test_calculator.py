"""The effects calculator claims no more than its sums."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from convenant.locale import voice
from convenant.model.covenant import Covenant
from convenant.model.effects import CalculatorSummary, EffectsCalculator, PayerResult
from convenant.problem import Place
from convenant.render.blocks.calculator import effects_calculator
from convenant.render.walk import text_of

AT = Place("4-programme.yaml")


def said(sample: Covenant, summary: CalculatorSummary) -> str:
    calculator = EffectsCalculator(AT, summary=summary)
    covenant = replace(sample, programme=replace(sample.programme, effects_calculator=calculator))
    return text_of(effects_calculator(covenant, voice("nl"))).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("intervention", "reference", "outcome"),
    [
        ("100", "250", "kost de aanpak € 150 minder dan"),
        ("250", "100", "kost de aanpak € 150 meer dan"),
        ("100", "100", "kost de aanpak evenveel als"),
    ],
)
def test_the_outcome_is_the_difference_of_the_two_sums(
    sample: Covenant, intervention: str, reference: str, outcome: str
) -> None:
    text = said(sample, CalculatorSummary(AT, Decimal(intervention), Decimal(reference)))
    assert outcome in text
    assert "geen voorspelling" in text


def test_without_both_sums_there_is_no_outcome(sample: Covenant) -> None:
    payer = PayerResult(AT, "gemeente", Decimal(100), None)
    text = said(sample, CalculatorSummary(AT, Decimal(100), None, (payer,)))
    assert "In deze berekening" not in text
    assert "€ 100" in text


def test_sums_that_are_not_given_are_counted_from_the_payers(sample: Covenant) -> None:
    payers = (
        PayerResult(AT, "gemeente", Decimal(100), Decimal(300)),
        PayerResult(AT, "kade", Decimal(50), Decimal(0)),
    )
    assert "€ 150 minder" in said(sample, CalculatorSummary(AT, per_payer=payers))
