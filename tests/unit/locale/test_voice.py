from __future__ import annotations

from decimal import Decimal

import pytest

from convenant.locale import voice
from convenant.problem import Term

NL, EN = voice("nl"), voice("en")


@pytest.mark.parametrize(
    ("tag", "language"),
    [("nl", "nl"), ("en", "en"), ("nl-BE", "nl"), ("EN-gb", "en"), ("fy", "nl"), ("", "nl")],
)
def test_a_tag_gives_its_language_and_dutch_when_it_is_not_there(tag: str, language: str) -> None:
    assert voice(tag).language == language


@pytest.mark.parametrize(
    ("iso", "dutch", "english"),
    [
        ("2027-03-01", "1 maart 2027", "1 March 2027"),
        ("2028-02-29", "29 februari 2028", "29 February 2028"),
        ("2027-03", "maart 2027", "March 2027"),
        ("2027", "2027", "2027"),
        ("2027-02-30", "2027-02-30", "2027-02-30"),
        ("2027-13", "2027-13", "2027-13"),
        ("0000-01-01", "0000-01-01", "0000-01-01"),
        ("2027-03-01T12:00", "2027-03-01T12:00", "2027-03-01T12:00"),
        ("voorjaar 2027", "voorjaar 2027", "voorjaar 2027"),
        ("", "", ""),
    ],
)
def test_a_date_is_said_in_words_and_the_rest_as_it_is(iso: str, dutch: str, english: str) -> None:
    assert (NL.date(iso), EN.date(iso)) == (dutch, english)


@pytest.mark.parametrize(
    ("amount", "dutch", "english"),
    [
        (Decimal("20000"), "€\u00a020.000", "€20,000"),
        (Decimal("20000.00"), "€\u00a020.000", "€20,000"),
        (Decimal("20000.5"), "€\u00a020.000,50", "€20,000.50"),
        (Decimal("0.07"), "€\u00a00,07", "€0.07"),
        (0, "€\u00a00", "€0"),
        (1234567, "€\u00a01.234.567", "€1,234,567"),
        (Decimal("-950"), "€\u00a0-950", "-€950"),
        (Decimal("-1950.25"), "€\u00a0-1.950,25", "-€1,950.25"),
        (Decimal("123456789012345678.25"), "€\u00a0123.456.789.012.345.678,25", None),
    ],
)
def test_an_amount_has_cents_only_when_there_are_any(
    amount: Decimal | int, dutch: str, english: str | None
) -> None:
    assert NL.money(amount) == dutch
    assert english is None or EN.money(amount) == english


@pytest.mark.parametrize(
    ("amount", "dutch", "english"),
    [
        (Decimal("1234.5"), "1.234,5", "1,234.5"),
        (Decimal("0.125"), "0,125", "0.125"),
        (12000, "12.000", "12,000"),
        (Decimal("-3.25"), "-3,25", "-3.25"),
        (Decimal("0.12345678901234"), "0,12345678901234", "0.12345678901234"),
    ],
)
def test_a_number_keeps_all_its_digits(amount: Decimal | int, dutch: str, english: str) -> None:
    assert (NL.number(amount), EN.number(amount)) == (dutch, english)


@pytest.mark.parametrize(
    ("items", "dutch", "english"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a en b", "a and b"),
        (["a", "b", "c"], "a, b en c", "a, b and c"),
        (["{last}", "b"], "{last} en b", "{last} and b"),
    ],
)
def test_a_list_ends_with_and(items: list[str], dutch: str, english: str) -> None:
    assert (NL.enumerate(items), EN.enumerate(items)) == (dutch, english)


def test_a_blank_is_filled_once_and_only_by_its_name() -> None:
    said = EN.say("{a} {b} {c} {} {a.b} %s", a="{b}", b="1")
    assert said == "{b} 1 {c} {} {a.b} %s"


def test_our_own_words_among_the_values_are_translated_and_others_are_not() -> None:
    assert NL.say("{a} {b}", a=Term("goal"), b="goal") == "doel goal"


def test_no_text_is_no_text_and_not_the_head_of_a_catalogue() -> None:
    assert NL.say("") == ""
    assert NL.say("{a}", a=Term("")) == ""


def test_a_text_without_a_translation_stays_english() -> None:
    assert NL.say("Nobody translates this {x}.", x=1) == "Nobody translates this 1."


@pytest.mark.parametrize(
    ("count", "dutch", "english"),
    [(0, "0 fouten", "0 errors"), (1, "1 fout", "1 error"), (2, "2 fouten", "2 errors")],
)
def test_a_number_decides_between_one_and_many(count: int, dutch: str, english: str) -> None:
    assert NL.plural("{count} error", "{count} errors", count) == dutch
    assert EN.plural("{count} error", "{count} errors", count) == english


def test_a_voice_is_made_once() -> None:
    assert voice("nl") is NL


@pytest.mark.parametrize(
    ("quoted", "said"),
    [
        ("Er is soep.", "‘Er is soep.’"),
        ("soep", "‘soep’."),
        ("Soep?", "‘Soep?’"),
        ("v. 2", "‘v. 2’."),
    ],
)
def test_a_quoted_sentence_brings_its_own_full_stop(quoted: str, said: str) -> None:
    assert voice("nl").say("Er staat ‘{text}’.", text=quoted) == f"Er staat {said}"
