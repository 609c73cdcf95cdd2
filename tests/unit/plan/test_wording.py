"""Which changes the function for minor changes may confirm: those of wording, and no other."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

sys.path.insert(0, str(Path(__file__).parents[2]))

from convenant.plan.digest import canonical_form
from convenant.plan.wording import is_wording_only
from sample_covenant import SCHEMAS, read

TEXT = """\
# Ambitie

## Waarom {#waarom}

1. Buren ontmoeten elkaar graag, op 3 dagen; zie [](#lid).
2. []{#lid} De huur van {{ covenant.title }} is niet hoog, of laag.
"""


def same(new: str, data: str = "maturity: outline\n") -> bool:
    def form(text: str, amb: str) -> object:
        files = {"1-ambition.md": text, "1-ambition.yaml": amb}
        return canonical_form(read(files).covenant, SCHEMAS)

    old = form(TEXT, "maturity: outline\n")
    return is_wording_only(old, form(new, data))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("old", "new"),
    [("graag", "gaarne"), ("Buren ontmoeten", "Bewoners treffen"), ("hoog", "duur"), ("", "")],
)
def test_other_words_for_the_same_are_wording(old: str, new: str) -> None:
    assert same(TEXT.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("3 dagen", "4 dagen"),
        ("is niet hoog", "is hoog"),
        ("hoog, of laag", "hoog, en laag"),
        ("(#lid)", "(#waarom)"),
        ("{{ covenant.title }}", "{{ covenant.place.municipality }}"),
        ("2. []{#lid} ", ""),
        ("[]{#lid} ", ""),
        ("{#waarom}", "{#daarom}"),
        ("{#waarom}", "{#waarom .repealed}"),
        ("1. Buren", "Buren"),
        ("\n1. ", "\nEerst.\n\n1. "),
    ],
)
def test_a_number_a_turn_a_reference_or_the_structure_is_more(old: str, new: str) -> None:
    assert not same(TEXT.replace(old, new, 1))


def test_data_are_never_wording() -> None:
    assert not same(TEXT, "maturity: outline\ncore: Samen wonen\n")


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(some.integers(min_value=0, max_value=10**6), some.sampled_from(["3 dagen", "graag"]))
def test_no_number_slips_in(number: int, place: str) -> None:
    assert not same(TEXT.replace(place, f"{place} {number}", 1))
