"""What a party brings in is told whole."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from msgspec.structs import replace

from convenant.locale import voice
from convenant.model.ast import Node
from convenant.model.covenant import Covenant
from convenant.model.partnership import Contribution
from convenant.problem import Place
from convenant.render.blocks.contribution import contributions

AT = Place("2-partnership.yaml")


def told(one: Contribution, sample: Covenant, plain: Callable[[list[Node]], str]) -> str:
    covenant = replace(sample, partnership=replace(sample.partnership, contributions=(one,)))
    return plain(contributions(covenant, voice("nl")))


def test_a_contribution_with_an_amount_keeps_its_quantity(
    sample: Covenant, plain: Callable[[list[Node]], str]
) -> None:
    one = Contribution(
        AT, "c-1", "kade", "staff", amount=Decimal(500), quantity=Decimal(40), unit="uur"
    )
    shown = told(replace(one, frequency="yearly"), sample, plain)
    assert "€ 500 per jaar" in shown.replace("\u00a0", " ")
    assert "40 uur per jaar" in shown


def test_a_frequency_without_an_extent_is_not_lost(
    sample: Covenant, plain: Callable[[list[Node]], str]
) -> None:
    one = Contribution(AT, "c-1", "kade", "facility", text="De hal", frequency="weekly")
    assert "Wekelijks" in told(one, sample, plain)
