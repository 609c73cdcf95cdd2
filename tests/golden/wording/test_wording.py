"""The rules on wording and commitments are right about sentences that they have not been made for.

`python -m benchmarks wording` prints the figures.
"""

from __future__ import annotations

import pytest
from benchmarks.wording import PARTS, score, sentences


@pytest.mark.parametrize(("language", "flagged", "left"), [("nl", 150, 300), ("en", 60, 120)])
def test_there_are_enough_sentences_of_both_kinds(language: str, flagged: int, left: int) -> None:
    parts = [part for part in PARTS if part.startswith(f"{language}/")]
    told = [code for part in parts for code, _ in sentences(part)]
    assert sum(bool(code) for code in told) >= flagged
    assert sum(not code for code in told) >= left


def test_no_sentence_stands_twice() -> None:
    every = [sentence for part in PARTS for _, sentence in sentences(part)]
    assert sorted(set(every)) == sorted(every)


@pytest.mark.parametrize("part", PARTS)
def test_what_is_flagged_is_rightly_flagged_and_little_is_missed(part: str) -> None:
    measured = score(part)
    assert measured.precision >= 0.95
    assert measured.recall >= 0.80
