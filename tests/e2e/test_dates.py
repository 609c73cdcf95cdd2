"""`convenant dates`: what is due after signing, as a list and for any calendar."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from icalendar import Calendar

from sample_repository import ROOT, repository

Run = Callable[..., Result]


@pytest.fixture
def linde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = repository(tmp_path / "work", ROOT / "covenants/de-linde", "de-linde")
    monkeypatch.chdir(tmp_path / "work")
    return path


def test_the_list_the_data_and_the_calendar_have_the_same_days(
    linde: Path, convenant: Run, tmp_path: Path
) -> None:
    file = tmp_path / "data.ics"
    told = convenant("dates", linde, "--ics", file)
    assert told.exit_code == 0, told.output
    days = json.loads(convenant("dates", linde, "--json").stdout)["dates"]
    kinds = {day["kind"] for day in days}
    assert {"evaluation", "report", "notice", "end", "commitment"} <= kinds, kinds
    events = list(Calendar.from_ical(file.read_bytes()).walk("VEVENT"))
    assert sorted(str(one["DTSTART"].dt) for one in events) == sorted(day["date"] for day in days)
    assert len({str(one["UID"]) for one in events}) == len(events)
    assert len([line for line in told.stdout.splitlines() if line[:1].isdigit()]) == len(days)


def test_the_same_covenant_gives_the_same_calendar_and_a_plan_writes_nothing(
    linde: Path, convenant: Run, tmp_path: Path
) -> None:
    first, second, third = (tmp_path / f"{n}.ics" for n in range(3))
    convenant("dates", linde, "--ics", first)
    convenant("dates", linde, "--ics", second)
    convenant("dates", linde, "--ics", third, "--dry-run")
    assert first.read_bytes() == second.read_bytes()
    assert not third.exists()
