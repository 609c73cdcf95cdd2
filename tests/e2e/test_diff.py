"""`convenant diff` in real repositories: versions, meetings, folders, and what it refuses."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from click.testing import Result

ROOT = Path(__file__).parents[2]
Run = Callable[..., Result]


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def edit(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / name
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


@pytest.fixture
def kept(covenant: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small covenant in a repository with version v0.1."""
    root = covenant.parents[1]
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message=v0.1")
    git(root, "tag", "buurtkamer/v0.1")
    monkeypatch.chdir(root)
    return covenant


def commit(folder: Path, message: str = "Change") -> None:
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", f"--message={message}")


def test_a_folder_that_is_as_it_was_has_no_changes(kept: Path, convenant: Run) -> None:
    assert convenant("diff", "v0.1").output == "Er is niets veranderd.\n"


def test_a_change_is_told_before_it_is_a_version(kept: Path, convenant: Run) -> None:
    edit(kept, "covenant.yaml", "Stichting De Linde", "Stichting De Eik")
    output = convenant("diff", "v0.1").output
    assert "van v0.1 naar de werkversie" in output
    assert "Stichting De Linde heet nu Stichting De Eik." in output
    assert "covenants/buurtkamer/covenant.yaml:16:11" in output


def test_two_versions_are_compared_whatever_the_folder_holds(kept: Path, convenant: Run) -> None:
    edit(kept, "covenant.yaml", "De Linde", "De Eik")
    commit(kept)
    git(kept, "tag", "buurtkamer/v0.2")
    edit(kept, "covenant.yaml", "De Eik", "De Beuk")
    output = convenant("diff", "v0.1", "v0.2").output
    assert "heet nu Stichting De Eik" in output
    assert "Beuk" not in output


def test_since_the_last_meeting_is_since_its_annotated_tag(kept: Path, convenant: Run) -> None:
    edit(kept, "covenant.yaml", "De Linde", "De Eik")
    commit(kept)
    git(kept, "tag", "--annotate", "--message=Bijeenkomst", "buurtkamer/meeting/2027-01-12")
    edit(kept, "covenant.yaml", "De Eik", "De Beuk")
    commit(kept)
    # A tag without a message is no iteration.
    git(kept, "tag", "buurtkamer/meeting/2027-02-01")
    for words in (("--since", "last-meeting"), ("last-meeting",), ("2027-01-12",)):
        output = convenant("diff", *words).output
        assert "Stichting De Eik heet nu Stichting De Beuk." in output


def test_without_a_meeting_there_is_nothing_since_it(kept: Path, convenant: Run) -> None:
    result = convenant("diff", "last-meeting")
    assert result.exit_code == 2
    assert "Er is nog geen bijeenkomst afgesloten" in result.output


def propose(kept: Path, convenant: Run, words: str) -> None:
    edit(kept, "covenant.yaml", "Stichting De Linde", words)
    done = convenant("propose", "buurtkamer", "--as", "linde", "-m", "Naam")
    assert done.exit_code == 0, done.output


def test_a_proposal_alone_tells_what_it_changes(kept: Path, convenant: Run) -> None:
    propose(kept, convenant, "Stichting De Eik")
    edit(kept, "covenant.yaml", "Gemeente Wolderveen", "Gemeente Eikstad")
    commit(kept.parents[1])
    told = convenant("diff", "linde-1").output
    assert "van v0.1 naar linde-1" in told
    assert "Stichting De Eik" in told
    assert "Eikstad" not in told
    against_now = convenant("diff", "main", "linde-1").output
    assert "Stichting De Eik" in against_now
    assert "Eikstad" in against_now


def test_a_proposal_that_was_taken_over_still_tells_what_it_changed(
    kept: Path, convenant: Run
) -> None:
    propose(kept, convenant, "Stichting De Eik")
    git(kept, "merge", "--quiet", "--no-ff", "--message=Genomen", "proposal/buurtkamer/linde-1")
    edit(kept, "covenant.yaml", "Gemeente Wolderveen", "Gemeente Eikstad")
    commit(kept.parents[1])
    told = convenant("diff", "linde-1").output
    assert "Stichting De Eik" in told
    assert "Eikstad" not in told


def test_word_says_that_a_proposal_is_of_its_party(
    kept: Path, convenant: Run, tmp_path: Path
) -> None:
    (kept / "1-ambition.md").write_text("# Ambitie {#ambitie}\n\nBuren kennen elkaar.\n")
    commit(kept)
    (kept / "1-ambition.md").write_text("# Ambitie {#ambitie}\n\nBuren helpen elkaar.\n")
    assert convenant("propose", "buurtkamer", "--as", "linde", "-m", "Hulp").exit_code == 0
    done = convenant("diff", "linde-1", "--format", "docx", "-o", str(tmp_path))
    assert done.exit_code == 0, done.output
    with zipfile.ZipFile(tmp_path / "buurtkamer-redline.docx") as package:
        text = package.read("word/document.xml").decode()
    assert set(re.findall(r'<w:(?:ins|del) [^>]*w:author="([^"]*)"', text)) == {
        "Stichting De Linde"
    }
    assert "van de tekst vóór linde-1 naar linde-1" in convenant("diff", "linde-1").output


def test_an_unknown_version_names_the_nearest(kept: Path, convenant: Run) -> None:
    result = convenant("diff", "v0.11")
    assert result.exit_code == 2
    assert "v0.11" in result.output
    assert "Er zijn: v0.1." in result.output
    propose(kept, convenant, "Stichting De Eik")
    result = convenant("diff", "v0.1", "linde-7")
    assert result.exit_code == 2
    assert "Er zijn: linde-1" in result.output


def test_without_a_version_the_command_asks_for_one(kept: Path, convenant: Run) -> None:
    result = convenant("diff")
    assert result.exit_code == 2
    assert "Met welke versie?" in result.output


def test_two_folders_are_compared(kept: Path, convenant: Run, tmp_path: Path) -> None:
    copy = tmp_path / "other" / "covenants" / "buurtkamer"
    shutil.copytree(kept, copy)
    edit(copy, "covenant.yaml", "De Linde", "De Eik")
    assert "heet nu Stichting De Eik" in convenant("diff", kept, copy).output


def test_a_covenant_that_was_not_there_yet_is_called_new(kept: Path, convenant: Run) -> None:
    shutil.copytree(kept, kept.parent / "tweede")
    output = convenant("diff", "v0.1", "--covenant", "buurtkamer").output
    assert output == "Er is niets veranderd.\n"
    assert "Dit convenant is nieuw" in convenant("diff", "HEAD").output


def test_a_party_reads_what_touches_it_and_the_rest_in_one_line(kept: Path, convenant: Run) -> None:
    edit(kept, "covenant.yaml", "Stichting De Linde", "Stichting De Eik")
    output = convenant("diff", "v0.1", "--party", "gemeente").output
    assert "Voor de gemeente is er niets veranderd." in output
    assert "Daarnaast is er 1 wijziging die de gemeente niet raakt." in output
    assert "heet nu" in convenant("diff", "v0.1", "--party", "linde").output


def test_an_unknown_party_names_those_that_there_are(kept: Path, convenant: Run) -> None:
    edit(kept, "covenant.yaml", "Stichting De Linde", "Stichting De Eik")
    result = convenant("diff", "v0.1", "--party", "gemeete")
    assert result.exit_code == 2
    assert "gemeente, linde" in result.output


def test_one_section_is_told_alone(kept: Path, convenant: Run) -> None:
    edit(kept, "covenant.yaml", "Stichting De Linde", "Stichting De Eik")
    edit(kept, "2-partnership.yaml", "outline", "concrete")
    output = convenant("diff", "v0.1", "--section", "2").output
    assert "Paragraaf 2 was globaal en is nu concreet." in output
    assert "Eik" not in output


def test_json_has_a_version_and_both_languages(kept: Path, convenant: Run) -> None:
    edit(kept, "covenant.yaml", "Stichting De Linde", "Stichting De Eik")
    report = json.loads(convenant("diff", "v0.1", "--json").output)
    assert report["version"] == 1
    (covenant,) = report["covenants"]
    assert covenant["old"]["name"] == "v0.1"
    (change,) = covenant["changes"]
    assert change["sentence"] == {
        "nl": "Stichting De Linde heet nu Stichting De Eik.",
        "en": "Stichting De Linde is now called Stichting De Eik.",
    }
    assert (change["before"], change["after"]) == ("Stichting De Linde", "Stichting De Eik")


def test_data_that_cannot_be_read_get_a_note(kept: Path, convenant: Run) -> None:
    (kept / "5-annexes.yaml").write_text("a: [1\n")
    output = convenant("diff", "v0.1").output
    assert "5-annexes.yaml zijn in een van de versies niet te lezen" in output


def test_a_redline_is_written_as_asked(kept: Path, convenant: Run, tmp_path: Path) -> None:
    edit(kept, "1-ambition.md", "# ", "# Onze ")
    words = ("--format", "docx", "--format", "pdf", "--format", "html", "--output", tmp_path / "x")
    files = convenant("diff", "v0.1", *words).output.split()
    assert [Path(file).name for file in files] == [
        "buurtkamer-redline.docx",
        "buurtkamer-redline.pdf",
        "buurtkamer-redline.html",
    ]
    assert all(Path(file).stat().st_size > 1000 for file in files)
    assert '<ins class="insertion"' in Path(files[2]).read_text()


def test_the_screen_and_a_comment_show_the_changed_lines(kept: Path, convenant: Run) -> None:
    edit(kept, "1-ambition.md", "# ", "# Onze ")
    assert "{+Onze" in convenant("diff", "v0.1", "--format", "txt").output
    assert "<ins>Onze" in convenant("diff", "v0.1", "--format", "md").output


def test_a_summary_is_one_page(kept: Path, convenant: Run, tmp_path: Path) -> None:
    edit(kept, "covenant.yaml", "Stichting De Linde", "Stichting De Eik")
    words = ("--summary", "--format", "pdf", "--output", tmp_path)
    (file,) = convenant("diff", "v0.1", *words).output.split()
    pdf = pikepdf.open(file)
    assert len(pdf.pages) == 1
    assert "heet nu Stichting De Eik" in convenant("diff", "v0.1", "--summary").output


def test_two_covenants_that_share_nothing_are_refused_kindly(convenant: Run) -> None:
    result = convenant("diff", ROOT / "covenants/de-linde", ROOT / "covenants/riverside-kitchen")
    assert result.exit_code == 2
    assert "twee verschillende convenanten" in result.output


def test_a_text_that_cannot_be_read_keeps_the_rest(kept: Path, convenant: Run) -> None:
    edit(kept, "covenant.yaml", "Stichting De Linde", "Stichting De Eik")
    (kept / "1-ambition.md").write_bytes(b"# Titel\n\xff\n")
    output = convenant("diff", "v0.1").output
    assert "1-ambition.md is in een van de versies niet te lezen" in output
    assert "heet nu Stichting De Eik" in output


def test_the_json_applied_to_the_old_version_gives_the_new_one(
    kept: Path, convenant: Run, tmp_path: Path
) -> None:
    old = {path.name: path.read_bytes() for path in kept.iterdir() if path.is_file()}
    edit(kept, "covenant.yaml", "Stichting De Linde", "Stichting De Eik")
    edit(kept, "1-ambition.md", "# ", "# Onze ")
    (kept / "2-partnership.md").write_text("# Samen\n\nEen nieuwe zin.\n")
    report = json.loads(convenant("diff", "v0.1", "--json").output)
    made = dict(old)
    for file in report["covenants"][0]["files"]:
        # As any program would, with nothing of ours.
        lines = made.get(file["file"], b"").decode().splitlines(keepends=True)
        for one in reversed(file["edits"]):
            lines[one["start"] - 1 : one["start"] - 1 + one["count"]] = one["lines"]
        made[file["file"]] = "".join(lines).encode()
        assert hashlib.sha256(made[file["file"]]).hexdigest() == file["sha256"]
    assert made == {path.name: path.read_bytes() for path in kept.iterdir() if path.is_file()}


def test_a_redline_of_one_section_holds_that_section_alone(
    kept: Path, convenant: Run, tmp_path: Path
) -> None:
    edit(kept, "1-ambition.md", "# ", "# Onze ")
    edit(kept, "3-visualisation.md", "# ", "# Ons ")
    words = ("--section", "1", "--format", "txt", "--format", "docx", "--format", "pdf")
    output = convenant("diff", "v0.1", *words, "--output", tmp_path).output
    assert "{+Onze" in output
    assert "{+Ons" not in output
    assert len(list(tmp_path.glob("buurtkamer-redline.*"))) == 2
