"""Parties are named as an agreement names them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from convenant.locale import voice
from convenant.model.covenant import Covenant
from convenant.model.party import Party, Standing
from convenant.problem import Place
from convenant.render.blocks.party import name_of, parties
from convenant.render.walk import text_of

AT = Place("covenant.yaml")


def described(sample: Covenant, *named: Party) -> str:
    return text_of(
        parties(replace(sample, cover=replace(sample.cover, parties=named)), voice("nl"))
    )


def test_a_municipality_is_named_with_its_seat_and_number(sample: Covenant) -> None:
    party = Party(
        AT,
        id="gemeente",
        name="gemeente Wolderveen",
        short="de gemeente",
        form="municipality",
        capacity="gemeente",
        registration="12345678",
        seat="Wolderveen",
    )
    assert described(sample, party) == (
        "De gemeente Wolderveen, gevestigd te Wolderveen, ingeschreven in het handelsregister "
        "onder nummer 12345678, hierna: de gemeente."
    )


def test_a_public_body_says_in_which_capacity_it_acts(sample: Covenant) -> None:
    party = Party(AT, name="Gemeente Wolderveen", form="municipality", capacity="burgemeester")
    assert described(sample, party) == "Gemeente Wolderveen, handelend als burgemeester."


def test_a_legal_form_is_said_unless_the_name_says_it(sample: Covenant) -> None:
    named = Party(AT, name="Stichting Lindewonen", form="foundation")
    silent = Party(AT, name="Lindewonen", form="foundation")
    assert described(sample, named, silent) == "Stichting Lindewonen;Lindewonen, stichting."


def test_a_person_lives_and_a_group_is_active_somewhere(sample: Covenant) -> None:
    person = Party(AT, name="een bewoner", form="natural_person", seat="Oost")
    group = Party(AT, name="Kookploeg", form="informal_group", seat="Oost")
    assert described(sample, person, group) == (
        "Een bewoner, wonend te Oost;Kookploeg, groep zonder rechtsvorm, actief in Oost."
    )


def test_who_does_not_sign_stands_apart_and_is_counted_on(sample: Covenant) -> None:
    blocks = parties(sample, voice("nl"))
    lists = [block["c"] for block in blocks if block["t"] == "OrderedList"]
    assert [(start, len(items)) for (start, *_), items in lists] == [(1, 4), (5, 1), (6, 1), (7, 1)]
    assert [text_of(b) for b in blocks if b["t"] == "Para"] == [
        "Deze partners ondersteunen het convenant zonder het te ondertekenen:",
        "Deze toehoorders volgen het convenant zonder het te ondertekenen:",
        "Uitgetreden partijen:",
    ]


def test_a_party_that_left_says_since_when(sample: Covenant) -> None:
    gone = Party(AT, name="Markt", role="signatory", status=Standing(AT, "left", left="2027-06-01"))
    assert "Markt, uitgetreden op 1 juni 2027." in described(sample, gone)


@pytest.mark.parametrize(
    ("name", "short", "said"),
    [
        ("gemeente Wolderveen", "de gemeente", "De gemeente Wolderveen"),
        ("waterschap Oost", "het waterschap", "Het waterschap Oost"),
        ("de gemeente Wolderveen", "de gemeente", "De gemeente Wolderveen"),
        ("Gemeente Wolderveen", "de gemeente", "Gemeente Wolderveen"),
        ("", "de gemeente", "De gemeente"),
    ],
)
def test_a_name_starts_a_sentence(name: str, short: str, said: str) -> None:
    assert name_of(Party(AT, id="g", name=name, short=short)) == said
