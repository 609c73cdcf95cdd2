"""Records are judged by the roles that held just before each of them."""

from __future__ import annotations

import pytest

from convenant.model.access import Access, AccessRole
from convenant.model.record_line import RecordStep
from convenant.plan.record_line import judge_record_line
from convenant.problem import Place

AT = Place("")


def access(*lines: tuple[str, str]) -> Access:
    return Access(AT, tuple(AccessRole(AT, "x", role, party) for role, party in lines))


NOBODY, SECRETARY = access(), access(("secretary", ""))
CONSENT, REVIEW, SIGNATURE = "consents/linde.yaml", "reviews/linde.yaml", "signatures/linde.yaml"


def step(name: str, roles: Access | None, before: bytes = b"", after: bytes = b"x\n") -> RecordStep:
    return RecordStep(f"{len(before)}" * 40, "2026-11-24", {name: before}, {name: after}, roles)


def outcomes(*steps: RecordStep) -> list[tuple[str, str]]:
    found = judge_record_line(steps, "buurtkamer")
    return [(one.subject, one.outcome.value) for one in found]


@pytest.mark.parametrize(
    ("name", "roles", "may"),
    [
        (CONSENT, SECRETARY, True),
        (CONSENT, access(("facilitator", "")), True),
        (CONSENT, access(("representative", "linde")), True),
        (CONSENT, access(("representative", "gemeente")), False),
        (CONSENT, access(("jurist", "linde")), False),
        (REVIEW, access(("jurist", "linde")), True),
        (REVIEW, access(("representative", "linde")), False),
        (SIGNATURE, SECRETARY, True),
        (SIGNATURE, access(("representative", "linde")), False),
        (SIGNATURE, NOBODY, False),
    ],
)
def test_who_may_write_what_down(name: str, roles: Access, may: bool) -> None:
    assert outcomes(step(name, roles)) == [("roles", "proven" if may else "false")]


def test_of_what_a_party_said_the_last_word_counts_and_every_signature_does() -> None:
    again = {"before": b"x\n", "after": b"x\ny\n"}
    for name, found in ((CONSENT, [("roles", "proven")]), (SIGNATURE, [("roles", "false")])):
        assert outcomes(step(name, NOBODY), step(name, SECRETARY, **again)) == found


@pytest.mark.parametrize("after", [b"", b"y\n", b"x"])
def test_what_is_rewritten_or_taken_away_is_told(after: bytes) -> None:
    found = outcomes(step(CONSENT, SECRETARY), step(CONSENT, SECRETARY, b"xx\n", after))
    assert found == [("records", "unproven")]


def test_without_a_list_of_roles_nothing_is_proven_and_nothing_is_wrong() -> None:
    assert outcomes(step(CONSENT, None)) == [("roles", "note")]
    assert outcomes() == []
