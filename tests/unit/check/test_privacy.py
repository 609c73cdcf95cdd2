"""Personal data in the files, and what only looks like it."""

from __future__ import annotations

import pytest

from convenant.check.inquiry import Inquiry
from convenant.check.privacy import written_down
from convenant.load.covenant import load_covenant
from convenant.model.folder import Folder
from sample_covenant import SCHEMAS

COVENANT = load_covenant(Folder("a", "covenants/a"), {}, {}, {})


def told(text: str, name: str = "2-partnership.md") -> list[tuple[str, str]]:
    inquiry = Inquiry(COVENANT, SCHEMAS, {f"covenants/a/{name}": text})
    return [(one.code, one.values["text"]) for one in written_down(inquiry)]


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        ("Bel met 06-12345678.", "privacy-phone", "06-12345678"),
        ("Bel met 06 12 34 56 78.", "privacy-phone", "06 12 34 56 78"),
        ("Bel met +31 (0)6 12 34 56 78.", "privacy-phone", "+31 (0)6 12 34 56 78"),
        ("Bel met (0521) 123 456.", "privacy-phone", "(0521) 123 456"),
        ("Haar nummer is 111222333.", "privacy-bsn", "11…33"),
        ("Op NL91 ABNA 0417 1643 00.", "privacy-iban", "NL…00"),
        (
            "Mail j.jansen@wolderveen.example.org.",
            "privacy-mail",
            "j.jansen@wolderveen.example.org",
        ),
        ("Wij spraken mevrouw Jansen.", "privacy-name", "mevrouw Jansen"),
    ],
)
def test_what_points_to_a_person_is_told(text: str, code: str, shown: str) -> None:
    assert told(text) == [(code, shown)]


@pytest.mark.parametrize(
    "text",
    [
        "Van 2027-01-01 tot en met 2029-12-31.",
        "Zie zaak 20260117 en besluit Z2026-004512.",
        "De begroting is 1.234.567,89 euro.",
        "Mail info@wolderveen.nl of iemand@wolderveen.example.",
        "Om 12.30 uur op 4 september 2027.",
    ],
)
def test_dates_amounts_and_general_addresses_are_nobody(text: str) -> None:
    assert told(text) == []


def test_the_people_in_a_picture_of_the_future_are_made_up() -> None:
    text = "Mevrouw Bakker is 86. Bel haar op 06-12345678."
    assert [code for code, _ in told(text)] == ["privacy-name", "privacy-phone"]
    for name in ("3-visualisation.md", "3-visualisation.yaml"):
        assert [code for code, _ in told(text, name)] == ["privacy-phone"]
