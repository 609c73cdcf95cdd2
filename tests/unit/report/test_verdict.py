"""What a verification says: first the whole in one sentence, then what is sure and what is not."""

from __future__ import annotations

import pytest

from convenant.locale import voice
from convenant.model.verdict import Outcome, Verdict
from convenant.report.verdict import conclusion, verdict_lines

NL, EN = voice("nl"), voice("en")
SURE = Verdict("sums", Outcome.PROVEN, "Sure.")
WRONG = Verdict("sums", Outcome.FALSE, "Wrong.")
UNSURE = Verdict("rebuild", Outcome.UNPROVEN, "Unsure.")
SAID = Verdict("consents", Outcome.NOTE, "Said.")
LIMIT = Verdict("persons", Outcome.NOTE, "Limit.")


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        ([SURE, SAID, LIMIT], "Alles wat hier na te gaan is, klopt."),
        ([SURE, UNSURE], "Er is niets gevonden dat niet klopt, maar niet alles is hier te"),
        ([SURE, UNSURE, WRONG], "Dit klopt niet: ga nergens van uit"),
    ],
)
def test_the_whole_is_told_in_one_sentence(verdicts: list[Verdict], said: str) -> None:
    assert conclusion(verdicts, NL).startswith(said)


def test_what_was_written_down_is_kept_apart_from_what_was_proven() -> None:
    lines = list(verdict_lines([LIMIT, SAID, UNSURE, SURE, WRONG], EN))
    assert [line.strip() for line in lines if not line.startswith("  ")] == [
        "Wrong:",
        "Proven:",
        "Not proven:",
        "Written down, as the parties said it (their own papers prove it):",
        "Good to know:",
    ]
    assert lines.index("  · Said.") < lines.index("Good to know:") < lines.index("  · Limit.")
