"""The rules on wording and commitments are right about sentences that they have not been made for.

`python -m benchmarks wording` prints the figures.
"""

from __future__ import annotations

import pytest
from benchmarks.wording import PARTS, score, sentences


def test_there_are_enough_sentences_of_both_kinds() -> None:
    told = [code for part in PARTS for code, _ in sentences(part)]
    assert sum(bool(code) for code in told) >= 150
    assert sum(not code for code in told) >= 300


def test_no_sentence_is_in_both_parts() -> None:
    tuned, held_out = ({sentence for _, sentence in sentences(part)} for part in PARTS)
    assert tuned & held_out == set()


@pytest.mark.parametrize("part", PARTS)
def test_what_is_flagged_is_rightly_flagged_and_little_is_missed(part: str) -> None:
    measured = score(part)
    assert measured.precision >= 0.95
    assert measured.recall >= 0.80
