"""What a misspelt word stands for."""

import pytest

from convenant.check.language.suggestion import Nearby, closest, suggest

KEYS = {"goals": "goals", "Doelen": "goals", "due": "due", "third_party_interests": "third"}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("gaols", "goals"),
        ("Goals", "goals"),
        ("doelen", "goals"),
        ("third-party-interests", "third"),
        ("third party interest", "third"),
        ("DUE", "due"),
    ],
)
def test_a_slip_another_case_and_another_language_are_understood(word, meant):
    assert suggest(word, KEYS) == meant


@pytest.mark.parametrize("word", ["sue", "mascot", "", "g" * 100_000])
def test_what_is_near_to_nothing_gets_no_suggestion(word):
    assert suggest(word, KEYS) is None


def test_of_two_meanings_the_first_wins():
    assert suggest("start", {"start": "start", "Start": "other"}) == "start"


def test_the_closest_choice_is_itself_the_suggestion():
    assert closest("gemeete", ["linde", "gemeente"]) == "gemeente"
    assert closest("zorggroep", ["linde", "gemeente"]) is None


def test_the_nearest_names_come_first_whatever_their_capitals() -> None:
    assert Nearby().names("d1", ["a", "D1", "D12"], 2) == ["D1", "D12"]
    assert Nearby().names("zzz", ["b", "a"], 2) == ["a", "b"]
    assert Nearby().names("zzz", ["c", "b", "a"], 2) == []


def test_no_more_is_compared_than_is_cheap() -> None:
    near = Nearby(left=5)
    assert near.names("ab", ["abc", "xyz", "pqr"], 1) == ["abc"]
    assert near.names("ab", ["abc", "xyz", "pqr"], 1) == []
    assert near.names("ab", ["abc", "xyz"], 1) == ["abc"]
    assert Nearby().names("a" * 100, ["a" * 99], 1) == []
