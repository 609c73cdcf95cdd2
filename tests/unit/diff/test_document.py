"""The redline of two texts: accepting it gives the new one, rejecting it the old one."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from convenant.model.document import Document
from convenant.model.redline import Redline
from redline_reader import ACCEPT, REJECT, changes_in, resolved
from sample_redline import SCRIPTS, edited, redlined


def assert_sound(old: Document, new: Document, redline: Redline) -> None:
    blocks = list(redline.document.blocks)
    assert resolved(blocks, ACCEPT) == resolved(list(new.blocks), ACCEPT)
    assert resolved(blocks, REJECT) == resolved(list(old.blocks), REJECT)
    ids = [change.id for change in redline.drawn]
    assert len(ids) == len(set(ids))
    assert set(ids) == changes_in(blocks)


@settings(
    max_examples=SCRIPTS, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
@given(st.integers(0, 10_000_000), st.integers(1, 4))
def test_accepting_gives_the_new_text_and_rejecting_the_old(seed: int, articles: int) -> None:
    assert_sound(*redlined(*edited(articles, seed)))


def test_equal_texts_have_no_changes() -> None:
    old, _ = edited(2, 1)
    _, _, redline = redlined(old, old)
    assert redline.drawn == redline.listed == ()


@pytest.mark.parametrize("seed", range(3))
def test_a_text_compared_twice_has_the_same_changes(seed: int) -> None:
    texts = edited(3, seed)
    assert redlined(*texts)[2] == redlined(*texts)[2]
