"""Where a party stands: its last word, on this text or on another."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parents[2]))

from convenant.model.approval_review import ApprovingReview
from convenant.model.position import Stand
from convenant.model.record import Answer, Consents, PartDigests, Records
from convenant.model.section import Section
from convenant.plan.consent import open_concerns, plan_positions, plan_review_consents
from convenant.problem import Place
from sample_covenant import read

AT = Place("")
NOW, BEFORE, LATER = "a" * 64, "b" * 64, "c" * 64
PARTS = {section: f"{section.number}" * 64 for section in Section}
COVER = """\
schema_version: 2
language: nl
title: Convenant Buurtkamer
parties:
  - {id: gemeente, name: Gemeente Wolderveen, role: signatory, minor_changes_by: griffier}
  - {id: linde, name: Stichting De Linde, role: signatory}
  - {id: gast, name: Stichting Gast, role: observer}
"""
COVENANT = read({"covenant.yaml": COVER}).covenant


def said(*answers: Answer) -> Records:
    name = "consents/gemeente.yaml"
    return Records(consents={name: Consents(AT, "buurtkamer", "gemeente", answers)})


def answer(kind: str, digest: str, function: str = "wethouder") -> Answer:
    parts = PartDigests(AT, ambition="9" * 64, programme=PARTS[Section.PROGRAMME])
    return Answer(AT, kind, digest, parts, function=function, date="2026-11-20", text="Mits.")


@pytest.mark.parametrize(
    ("answers", "stand"),
    [
        ([], Stand.SILENT),
        ([answer("agree", NOW)], Stand.AGREES),
        ([answer("agree_if", NOW)], Stand.AGREES_IF),
        ([answer("object", NOW)], Stand.OBJECTS),
        ([answer("object", NOW), answer("agree", NOW)], Stand.AGREES),
        ([answer("agree", NOW), answer("object", NOW)], Stand.OBJECTS),
        ([answer("agree", NOW), answer("agree", BEFORE)], Stand.STALE),
        ([answer("agree", BEFORE)], Stand.STALE),
        ([answer("agree", BEFORE), answer("confirm", NOW, "griffier")], Stand.CONFIRMED),
        ([answer("agree", BEFORE), answer("confirm", NOW, "wethouder")], Stand.STALE),
        ([answer("agree", BEFORE), answer("confirm", LATER, "griffier")], Stand.STALE),
        ([answer("agree_if", BEFORE), answer("confirm", NOW, "griffier")], Stand.STALE),
        ([answer("object", BEFORE), answer("confirm", NOW, "griffier")], Stand.STALE),
        ([answer("confirm", NOW, "griffier"), answer("agree", BEFORE)], Stand.STALE),
        ([answer("confirm", NOW, "griffier")], Stand.SILENT),
    ],
)
def test_the_last_word_counts_and_only_on_this_text(answers: list[Answer], stand: Stand) -> None:
    first, *_ = plan_positions(COVENANT, said(*answers), NOW, PARTS)
    assert first.stand is stand
    assert first.stand.is_consent == (stand in (Stand.AGREES, Stand.CONFIRMED))


def test_only_who_signs_is_asked() -> None:
    asked = [p.party.id for p in plan_positions(COVENANT, Records(), NOW, PARTS)]
    assert asked == ["gemeente", "linde"]


def test_a_stale_consent_names_the_parts_that_changed() -> None:
    first, *_ = plan_positions(COVENANT, said(answer("agree", BEFORE)), NOW, PARTS)
    assert first.changed == ("ambition",)


def test_a_condition_is_open_until_the_party_says_otherwise() -> None:
    (concern,) = open_concerns(COVENANT, said(answer("agree_if", BEFORE)))
    assert (concern.party.id, concern.text) == ("gemeente", "Mits.")
    assert not list(open_concerns(COVENANT, said(answer("object", BEFORE), answer("agree", NOW))))


def review(party: str = "gemeente", commit: str = "1" * 40) -> ApprovingReview:
    return ApprovingReview(party, "wethouder", commit, "2026-11-20")


@pytest.mark.parametrize(
    ("one", "counts"),
    [
        (review(), True),
        (review(commit="2" * 40), False),
        (review("gast"), False),
        (review("niemand"), False),
    ],
)
def test_a_review_is_a_consent_of_who_signs_on_exactly_this_version(
    one: ApprovingReview, counts: bool
) -> None:
    planned = plan_review_consents([one], COVENANT, Records(), NOW, PARTS, "1" * 40)
    assert [(party, made.digest) for party, made in planned] == [("gemeente", NOW)] * counts


def test_a_review_is_recorded_once() -> None:
    known = said(answer("agree", NOW))
    assert plan_review_consents([review()], COVENANT, known, NOW, PARTS, "1" * 40) == ()


@pytest.mark.parametrize(
    ("day", "counts"), [("2026-11-19", False), ("2026-11-20", False), ("2026-11-21", True)]
)
def test_an_older_approval_does_not_undo_an_objection(day: str, counts: bool) -> None:
    known = said(answer("object", NOW))
    one = replace(review(), date=day)
    assert bool(plan_review_consents([one], COVENANT, known, NOW, PARTS, "1" * 40)) == counts
