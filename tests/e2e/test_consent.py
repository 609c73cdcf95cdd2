"""A consent round in a real repository: answers, what makes them stale, what lets them stand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from sample_repository import MINIMAL, git, repository, store

Run = Callable[..., Result]
GIVE = ("--function", "wethouder", "--date", "2026-11-20")


@pytest.fixture
def room(tmp_path: Path, convenant: Run) -> Path:
    folder = repository(tmp_path / "work", MINIMAL, "buurtkamer")
    (folder / "1-ambition.md").write_text(
        "# Maatschappelijke ambitie\n\n## Waarom {#waarom}\n\n"
        "Buren ontmoeten elkaar graag op 3 dagen, en betalen niet.\n"
    )
    cover = folder / "covenant.yaml"
    cover.write_text(
        cover.read_text().replace(
            "form: municipality\n", "form: municipality\n    minor_changes_by: griffier\n"
        )
    )
    store(folder.parents[1], "Tekst")
    return folder


def stands(convenant: Run, folder: Path) -> dict[str, str]:
    said = json.loads(convenant("consent", "status", folder, "--json").stdout)
    return {one["party"]: one["stand"] for one in said["parties"]}


def test_a_round_names_the_text_and_who_is_still_to_answer(room: Path, convenant: Run) -> None:
    words = ("--function", "gespreksleider", "--until", "2026-12-01", "--date", "2026-11-18")
    assert convenant("consent", "open", room, *words).exit_code == 0
    assert "geen partij is gebonden" in convenant("consent", "status", room).stdout
    convenant("consent", "give", room, "--party", "linde", "--answer", "agree", *GIVE)
    told = convenant("consent", "status", room).stdout
    assert "✓ De Linde: akkoord met deze tekst (wethouder, 20 november 2026)" in told
    assert "Nog te vragen: de gemeente." in told
    assert "18 november 2026" in told
    record = (room / "consents/linde.yaml").read_text()
    assert "round: '2026-11-18'" in record
    assert git(room, "status", "--porcelain") == ""


def test_the_same_text_is_not_put_to_the_parties_twice(room: Path, convenant: Run) -> None:
    words = ("--function", "gespreksleider", "--date", "2026-11-18")
    convenant("consent", "open", room, *words)
    again = convenant("consent", "open", room, *words)
    assert again.exit_code == 1
    assert "al aan de partijen voorgelegd" in again.stderr


def test_a_changed_word_voids_a_consent_and_a_changed_layout_does_not(
    room: Path, convenant: Run
) -> None:
    convenant("consent", "give", room, "--party", "gemeente", "--answer", "agree", *GIVE)
    text = room / "1-ambition.md"
    text.write_text(text.read_text().replace("graag op", "graag\nop"))
    store(room.parents[1], "Regels")
    assert stands(convenant, room)["gemeente"] == "agrees"
    text.write_text(text.read_text().replace("3 dagen", "2 dagen"))
    store(room.parents[1], "Twee")
    assert stands(convenant, room)["gemeente"] == "stale"
    told = convenant("consent", "status", room).stdout
    assert "sprak over een eerdere tekst" in told
    assert "§1" in told


def test_a_condition_stays_open_until_its_party_says_otherwise(room: Path, convenant: Run) -> None:
    give = ("consent", "give", room, "--party", "linde")
    text = ("--text", "Ook op zaterdag.", "--section", "ambition")
    convenant(*give, "--answer", "agree_if", *text, *GIVE)
    assert "Nog open voor De Linde (§1): Ook op zaterdag." in (
        convenant("consent", "status", room).stdout
    )
    convenant(*give, "--answer", "agree", *GIVE)
    assert "Nog open" not in convenant("consent", "status", room).stdout
    assert stands(convenant, room)["linde"] == "agrees"


def test_a_change_of_wording_stands_again_once_the_named_function_confirms(
    room: Path, convenant: Run
) -> None:
    convenant("consent", "give", room, "--party", "gemeente", "--answer", "agree", *GIVE)
    text = room / "1-ambition.md"
    text.write_text(text.read_text().replace("Buren ontmoeten", "Bewoners ontmoeten"))
    store(room.parents[1], "Woord")
    confirm = ("consent", "confirm", room, "--party", "gemeente", "--date", "2026-11-21")
    other = convenant(*confirm, "--function", "wethouder")
    assert other.exit_code == 1
    assert "Alleen griffier" in other.stderr
    done = convenant(*confirm, "--function", "griffier")
    assert done.exit_code == 0, done.stderr
    assert "§1" in done.stdout
    assert stands(convenant, room)["gemeente"] == "confirmed"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("3 dagen", "4 dagen"),
        ("betalen niet", "betalen wel"),
        ("{#waarom}", "{#daarom}"),
        (", en betalen", ". Zij betalen"),
    ],
)
def test_more_than_wording_is_not_confirmed(room: Path, convenant: Run, old: str, new: str) -> None:
    convenant("consent", "give", room, "--party", "gemeente", "--answer", "agree", *GIVE)
    text = room / "1-ambition.md"
    text.write_text(text.read_text().replace(old, new))
    store(room.parents[1], "Anders")
    confirm = ("consent", "confirm", room, "--party", "gemeente", "--function", "griffier")
    refused = convenant(*confirm)
    assert refused.exit_code == 1
    assert "meer veranderd" in refused.stderr
    assert stands(convenant, room)["gemeente"] == "stale"


def test_what_was_said_elsewhere_needs_its_evidence(
    room: Path, convenant: Run, tmp_path: Path
) -> None:
    give = ("consent", "give", room, "--party", "linde", "--answer", "agree", *GIVE)
    without = convenant(*give, "--recorded-by", "secretaris")
    assert without.exit_code == 2
    assert not (room / "consents").exists()
    mail = tmp_path / "mail.eml"
    mail.write_text("Akkoord. Groet, Jan")
    words = ("--evidence", "mail", "--evidence-file", mail, "--reference", "2026-5")
    assert convenant(*give, "--recorded-by", "secretaris", *words).exit_code == 0
    record = (room / "consents/linde.yaml").read_text()
    assert "sha256: " in record
    assert "Jan" not in record


def test_nothing_is_recorded_about_a_text_that_no_version_holds(room: Path, convenant: Run) -> None:
    (room / "1-ambition.md").write_text("# Maatschappelijke ambitie\n\nAnders.\n")
    give = ("consent", "give", room, "--party", "linde", "--answer", "agree", *GIVE)
    refused = convenant(*give)
    assert refused.exit_code == 1
    assert "geen versie" in refused.stderr
    assert not (room / "consents").exists()


def test_a_dry_run_shows_the_record_and_writes_nothing(room: Path, convenant: Run) -> None:
    give = ("consent", "give", room, "--party", "linde", "--answer", "agree", *GIVE)
    before = git(room, "rev-parse", "HEAD")
    shown = convenant(*give, "--dry-run")
    assert "+  - answer: agree" in shown.stdout
    assert not (room / "consents").exists()
    assert git(room, "rev-parse", "HEAD") == before


def test_what_others_are_working_on_is_not_stored_with_it(room: Path, convenant: Run) -> None:
    (room.parents[1] / "notes.txt").write_text("concept")
    git(room.parents[1], "add", "notes.txt")
    convenant("consent", "give", room, "--party", "linde", "--answer", "agree", *GIVE)
    assert git(room, "status", "--porcelain") == "A  notes.txt"


def test_an_unknown_party_is_a_wrong_command(room: Path, convenant: Run) -> None:
    give = ("consent", "give", room, "--party", "niemand", "--answer", "agree", *GIVE)
    result = convenant(*give)
    assert result.exit_code == 2
    assert "gemeente, linde" in result.stderr


def test_a_legal_review_is_kept_with_its_text(room: Path, convenant: Run) -> None:
    words = ("--party", "gemeente", "--function", "juridisch adviseur", "--date", "2026-11-20")
    assert convenant("review", room, "--outcome", "approved", *words).exit_code == 0
    assert "outcome: approved" in (room / "reviews/gemeente.yaml").read_text()
    assert convenant("check", room).exit_code == 0


def test_a_reminder_is_ready_for_each_party_that_is_still_to_answer(
    room: Path, convenant: Run
) -> None:
    words = ("--function", "gespreksleider", "--until", "2026-12-01", "--date", "2026-11-18")
    convenant("consent", "open", room, *words)
    convenant("consent", "give", room, "--party", "gemeente", "--answer", "agree", *GIVE)
    told = convenant("consent", "status", room, "--remind").stdout
    assert told.startswith("Aan Stichting De Linde\n")
    assert "uiterlijk 1 december 2026" in told
    assert "geen partij is gebonden" in told
    assert "Gemeente Wolderveen" not in told


def test_what_changed_since_a_consent_is_said_in_sentences(room: Path, convenant: Run) -> None:
    convenant("consent", "give", room, "--party", "gemeente", "--answer", "agree", *GIVE)
    text = room / "1-ambition.md"
    text.write_text(text.read_text().replace("3 dagen", "2 dagen"))
    store(room.parents[1], "Twee")
    told = convenant("consent", "status", room).stdout
    assert "3 dagen" in told
    assert "2 dagen" in told


def test_the_commands_of_the_handbook_are_there(convenant: Run) -> None:
    root = Path(__file__).parents[2]
    for page in ("docs/signing.md", "docs/nl/ondertekenen.md", "docs/nl/controleren.md"):
        for line in (root / page).read_text().splitlines():
            if line.startswith("    convenant "):
                words = line.split()[1:]
                known = convenant(*[w for w in words[:2] if w.isalpha()], "--help").stdout
                assert known
                options = [w for w in words if w.startswith("--")]
                assert [o for o in options if o not in known] == [], line


@pytest.mark.parametrize(
    "words",
    [
        ("--answer", "agree_if", "--text", "Bel Jan op 06-12345678."),
        ("--answer", "agree_if", "--text", "Mail jan@example.org."),
        ("--answer", "agree_if", "--text", "x" * 3000),
        ("--answer", "agree", "--meeting", "Derde Overleg!"),
    ],
)
def test_what_may_not_be_kept_is_refused_before_anything_is_written(
    room: Path, convenant: Run, words: tuple[str, ...]
) -> None:
    before = git(room, "rev-parse", "HEAD")
    refused = convenant("consent", "give", room, "--party", "linde", *words, *GIVE)
    assert refused.exit_code == 1
    assert "Er is niets vastgelegd." in refused.stderr
    assert not (room / "consents").exists()
    assert git(room, "rev-parse", "HEAD") == before
