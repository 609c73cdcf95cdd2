from __future__ import annotations

import pytest

from convenant.model.direction import MARK, settled

SALAAM, ALI, SHALOM = "\u0633\u0644\u0627\u0645", "\u0639\u0644\u064a", "\u05e9\u05dc\u05d5\u05dd"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Eén partij, 2027", "Eén partij, 2027"),
        (f"Stichting {SALAAM}, 3 leden", f"Stichting {SALAAM}{MARK}, 3 leden"),
        (f"{SALAAM} {ALI} 12", f"{SALAAM} {ALI}{MARK} 12"),
        (f"{SALAAM}-{ALI} en {SHALOM} 1", f"{SALAAM}-{ALI}{MARK} en {SHALOM}{MARK} 1"),
        (f"({SHALOM}) 2027", f"({SHALOM}{MARK}) 2027"),
        ("\u0645\u064f\u062d\u064e 5", f"\u0645\u064f\u062d\u064e{MARK} 5"),
    ],
)
def test_what_follows_a_name_from_right_to_left_stays_after_it(text: str, marked: str) -> None:
    assert settled(text) == marked
