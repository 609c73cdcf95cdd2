from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from convenant.model.section import Maturity
from convenant.plan.agenda import time_boxes
from convenant.plan.order import Company, due_sections, hurdles

OUTLINE, CONCRETE, SETTLED = Maturity.OUTLINE, Maturity.CONCRETE, Maturity.SETTLED


@given(minutes=st.integers(30, 480), weights=st.lists(st.integers(1, 20), min_size=1, max_size=4))
def test_the_boxes_fill_the_meeting_and_none_is_shorter_than_five_minutes(
    minutes: int, weights: list[int]
) -> None:
    opening, boxes, closing = time_boxes(minutes, weights)
    assert opening + sum(boxes) + closing >= minutes
    assert min(boxes) >= 5
    assert all(box % 5 == 0 for box in boxes)


def test_what_has_more_to_discuss_gets_more_time() -> None:
    _, boxes, _ = time_boxes(90, [2, 6])
    assert boxes[1] > boxes[0]


def test_with_partners_the_picture_comes_first_and_with_administrators_the_ambition() -> None:
    now = dict.fromkeys(range(1, 6), OUTLINE)
    assert due_sections(now, Company.PARTNERS) == (3, 2, 1)
    assert due_sections(now, Company.ADMINISTRATORS) == (1, 2, 3)


def test_the_programme_is_due_once_three_sections_are_concrete() -> None:
    now = {1: CONCRETE, 2: SETTLED, 3: CONCRETE, 4: OUTLINE, 5: OUTLINE}
    assert due_sections(now, Company.ADMINISTRATORS) == (1, 3, 4, 5)
    assert hurdles([4], {}, now) == ()


def test_the_programme_waits_for_what_is_not_concrete() -> None:
    now = {1: CONCRETE, 2: OUTLINE, 3: CONCRETE}
    (hurdle,) = hurdles([4], {}, now)
    assert hurdle.missing == (2,)
    assert hurdles([4], {2: "concrete"}, now) == ()


def test_the_legal_stage_waits_for_the_programme_too() -> None:
    now = {1: CONCRETE, 2: CONCRETE, 3: CONCRETE, 4: OUTLINE}
    (hurdle,) = hurdles([], {}, now, legal=True)
    assert hurdle.missing == (4,)
    assert hurdles([], {5: "settled"}, now)[0].about == "legal-review"
