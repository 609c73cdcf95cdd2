"""The papers of a meeting, from the state of a real covenant, and notes that become records."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from icalendar import Calendar

from convenant.errors import ConvenantError
from round_rig import clone, edit, git, make_origin

ROOT = Path(__file__).parents[2]
KADE = "covenants/groene-kade"
Run = Callable[..., Result]


@pytest.fixture
def one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = clone(make_origin(tmp_path, ROOT / KADE), "one")
    monkeypatch.chdir(folder)
    return folder


def well(result: Result) -> Result:
    assert result.exit_code == 0, result.output
    return result


def test_the_agenda_follows_the_order_of_the_method(one: Path, convenant: Run) -> None:
    def order(*words: str) -> list[str]:
        text = well(convenant("agenda", "--offline", *words)).stdout
        return [line[3:5] for line in text.split("\n") if line.startswith("## §")]

    assert order() == ["§3", "§2", "§1"]
    assert order("--with", "administrators") == ["§1", "§2", "§3"]
    assert order("--section", "2") == ["§2"]


def test_the_agenda_tells_why_the_programme_waits(one: Path, convenant: Run) -> None:
    assert "Nog niet concreet: §1, §2 en §3." in well(convenant("agenda")).stdout


def test_an_open_proposal_is_on_the_agenda_with_its_change_and_its_concern(
    one: Path, convenant: Run
) -> None:
    edit(one / KADE, "1-ambition.md", "tien thermometers", "twintig thermometers")
    well(convenant("propose", "--as", "gemeente", "-m", "Meer meten"))
    well(convenant("proposal", "concern", "gemeente-1", "Wie leest ze af?"))
    text = well(convenant("agenda", "--minutes", "60")).stdout
    assert "**Meer meten (voorstel gemeente-1 van de gemeente)**" in text
    assert "~~tien~~ **twintig** thermometers" in text
    assert "Zorg: Wie leest ze af?" in text
    assert "In totaal 60 minuten" in text


def test_the_pack_is_markdown_pdf_word_and_a_calendar_file(
    one: Path, convenant: Run, tmp_path: Path
) -> None:
    words = ("--date", "2026-12-09", "--start", "19:30", "-o", str(tmp_path / "uit"))
    well(convenant("agenda", *words))
    names = sorted(file.name for file in (tmp_path / "uit").iterdir())
    stems = ["groene-kade-agenda-2026-12-09", "groene-kade-gespreksleider-2026-12-09"]
    assert names == sorted(
        [f"{stem}.{form}" for stem in stems for form in ("md", "pdf", "docx")] + [f"{stems[0]}.ics"]
    )
    (event,) = Calendar.from_ical((tmp_path / "uit" / f"{stems[0]}.ics").read_bytes()).events
    assert event.decoded("dtstart").isoformat() == "2026-12-09T19:30:00"
    assert (tmp_path / "uit" / f"{stems[0]}.pdf").read_bytes().startswith(b"%PDF")
    agenda = (tmp_path / "uit" / f"{stems[0]}.md").read_text()
    assert "nog niet gehoord" not in agenda
    assert "nog niet gehoord" in (tmp_path / "uit" / f"{stems[1]}.md").read_text()
    assert git(one, "status", "--porcelain") == ""


def test_marked_lines_of_notes_become_records_without_names_unless_agreed(
    one: Path, convenant: Run, tmp_path: Path
) -> None:
    notes = tmp_path / "aantekeningen.txt"
    notes.write_text(
        "Gezellige avond, Jan was te laat.\n"
        "- besluit: §3 De kade blijft 's avonds open, onder voorbehoud van de achterban\n"
        "actie (kadegroep): belt de gemeente vóór 2026-12-15\n"
        "zorg (de gemeente): §2 Wie betaalt het onderhoud?\n"
        "Concern (zaaierij): is there enough work in winter?\n"
    )
    well(convenant("meeting", "open", "--id", "avond"))
    shown = well(convenant("meeting", "notes", str(notes), "--dry-run")).stdout
    assert "besluit: §3 De kade" in shown
    assert "Jan" not in shown
    assert convenant("meeting", "notes", str(notes)).exit_code == 2
    well(convenant("meeting", "notes", str(notes), "--yes", "--name", "zaaierij"))
    well(convenant("meeting", "close"))
    text = (one / KADE / "meetings/avond.md").read_text()
    assert "Onder voorbehoud: de achterban." in text
    assert "(de kadegroep, vóór 15 december 2026)" in text
    assert "- §2 Wie betaalt het onderhoud?\n" in text
    assert "is there enough work in winter? (De Zaaierij)" in text
    assert "Jan" not in git(one, "log", "--all", "-p")
    well(convenant("check", "groene-kade"))


def test_notes_inside_the_workspace_are_refused(one: Path, convenant: Run) -> None:
    (one / "notes.txt").write_text("besluit: x\n")
    well(convenant("meeting", "open"))
    with pytest.raises(ConvenantError, match="inside the workspace"):
        convenant("meeting", "notes", "notes.txt", "--yes")


def test_minutes_leave_as_papers(one: Path, convenant: Run, tmp_path: Path) -> None:
    well(convenant("meeting", "open", "--id", "avond"))
    well(convenant("meeting", "close"))
    well(convenant("meeting", "minutes", "avond", "-o", str(tmp_path / "uit")))
    assert len(list((tmp_path / "uit").glob("groene-kade-verslag-avond.*"))) == 3
