"""When a date that went by is a question, and when it is history."""

from __future__ import annotations

from convenant.check.inquiry import Inquiry
from convenant.check.schedule import past
from convenant.load.covenant import load_covenant
from convenant.load.yaml import load_yaml
from convenant.model.folder import Folder
from convenant.model.record import Records, Signatures
from convenant.model.section import Section
from convenant.problem import Place
from sample_covenant import SCHEMAS

DUE = 'commitments:\n  - {id: A1, by: linde, text: Opent., due: "2027-03-01"}\n'


def gone(
    today: str, *, maturity: str = "concrete", annexes: str = "", records: Records | None = None
) -> list[str]:
    texts = {Section.PARTNERSHIP: f"maturity: {maturity}\n{DUE}", Section.ANNEXES: annexes}
    data = {}
    for section, text in texts.items():
        tree, _ = load_yaml(f"covenants/a/{section.data_file}", (text or "{}\n").encode())
        assert tree is not None
        data[section] = tree
    covenant = load_covenant(Folder("a", "covenants/a"), data, {}, {})
    inquiry = Inquiry(covenant, SCHEMAS, today=today, records=records)
    return [one.values["id"] for one in past(inquiry)]


def test_a_date_that_goes_by_while_the_text_is_made_is_told() -> None:
    assert gone("2027-03-02") == ["A1"]
    assert gone("2027-03-01") == []
    assert gone("2027-03-02", maturity="outline") == []


def test_without_a_day_nothing_is_past() -> None:
    assert gone("") == []


def test_a_covenant_that_began_or_was_signed_has_dates_behind_it() -> None:
    assert gone("2028-01-01", annexes='duration: {kind: fixed, start: "2027-01-01"}\n') == []
    signed = Signatures(Place("covenants/a/signatures/linde.yaml"), "a", "linde")
    assert gone("2028-01-01", records=Records(signatures={"signatures/linde.yaml": signed})) == []
