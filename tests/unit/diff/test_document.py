"""The redline of two texts: accepting it gives the new one, rejecting it the old one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

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


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "| post | bedrag |\n|---|--:|\n| huur | 4.200 |\n",
            "| post | bedrag | jaar |\n|---|--:|---|\n| huur | 4.200 | 2027 |\n",
        ),
        ("| post | bedrag |\n|---|--:|\n| huur | 4.200 |\n", "Er is geen tabel meer.\n"),
        ("- een\n- twee\n", "1. een\n2. twee\n"),
        ("", "Voor het eerst een tekst.\n"),
        ("Dezelfde zin.\n\n" * 40, "Dezelfde zin.\n\n" * 37 + "Een andere zin.\n"),
    ],
    ids=["columns", "no-table", "other-list", "first-text", "repeated"],
)
def test_what_changes_its_shape_is_gone_and_come(old: str, new: str) -> None:
    texts = (f"# Afspraken {{#afspraken}}\n\n## Een {{#een}}\n\n{text}" for text in (old, new))
    before, after, redline = redlined(*texts)
    assert redline.drawn
    assert_sound(before, after, redline)


def test_a_long_text_that_repeats_itself_is_compared_in_the_end(
    ends: Callable[[], AbstractContextManager[None]],
) -> None:
    lines = ["Partijen overleggen elk kwartaal over de voortgang van het werk."] * 1500
    changed = [
        one.replace("kwartaal", "jaar") if n % 97 == 0 else one for n, one in enumerate(lines)
    ]
    texts = ("# A {#a}\n\n" + "\n\n".join(some) + "\n" for some in (lines, changed[3:]))
    with ends():
        before, after, redline = redlined(*texts)
    assert_sound(before, after, redline)
