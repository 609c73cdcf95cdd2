from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from convenant.edges.vcs import place as edge
from convenant.edges.vcs.place import Version, read_version
from convenant.errors import ConvenantError


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


@pytest.fixture
def kept(covenant: Path) -> Path:
    git(covenant.parents[1], "init", "-q")
    git(covenant.parents[1], "add", ".")
    git(covenant.parents[1], "commit", "-qm", "eerste", "--date=2026-01-01T00:00:00Z")
    return covenant


def test_a_clean_folder_has_the_version_that_last_touched_it(kept: Path) -> None:
    (kept.parents[1] / "elsewhere.txt").write_text("x")
    git(kept.parents[1], "add", ".")
    before = read_version(kept)
    git(kept.parents[1], "commit", "-qm", "elders")
    assert read_version(kept).commit == before.commit != git(kept, "rev-parse", "HEAD")
    assert not before.changed
    assert before.time > 0


def test_a_new_or_a_changed_file_is_a_change(kept: Path) -> None:
    (kept / "1-ambition.md").write_text("# Anders\n")
    assert read_version(kept).changed
    git(kept, "checkout", "-q", "--", ".")
    assert not read_version(kept).changed
    (kept / "notes.txt").write_text("nieuw")
    assert read_version(kept).changed


def test_only_tags_of_this_covenant_count(kept: Path) -> None:
    git(kept, "tag", "-a", "buurtkamer/v0.3", "-m", "v0.3")
    git(kept, "tag", "other/v0.9")
    assert read_version(kept).tags == ("v0.3",)


def test_outside_git_there_is_no_version(covenant: Path) -> None:
    assert read_version(covenant) == Version()


def test_no_program_of_the_workspace_runs(kept: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    trap.chmod(0o755)
    git(kept, "config", "core.fsmonitor", str(trap))
    git(kept.parents[1], "-c", "core.fsmonitor=false", "status")
    assert not (tmp_path / "sprung").exists()
    read_version(kept)
    assert not (tmp_path / "sprung").exists()


def test_a_tag_stays_the_version_when_only_other_folders_change(kept: Path) -> None:
    git(kept, "tag", "buurtkamer/v0.3")
    (kept.parents[1] / "README.md").write_text("Welkom\n")
    git(kept.parents[1], "add", ".")
    git(kept.parents[1], "commit", "-qm", "elders")
    assert read_version(kept).tags == ("v0.3",)


def test_a_tag_of_another_content_is_not_the_version(kept: Path) -> None:
    git(kept, "tag", "buurtkamer/v0.3")
    (kept / "1-ambition.md").write_text("# Anders\n")
    git(kept, "commit", "-qam", "anders")
    assert read_version(kept).tags == ()


def test_a_later_tag_of_the_same_content_is_no_version_of_an_earlier_time(kept: Path) -> None:
    git(kept, "tag", "buurtkamer/v0.3")
    git(kept, "commit", "-q", "--allow-empty", "-m", "later")
    git(kept, "tag", "buurtkamer/v0.4")
    git(kept, "checkout", "-q", "buurtkamer/v0.3")
    assert read_version(kept).tags == ("v0.3",)


def test_a_version_costs_three_short_processes_without_tags_and_four_with(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions: list[str] = []
    ask = edge.ask_git

    def counted(folder: Path, *question: str, said: str = "") -> str | None:
        questions.append(question[0])
        return ask(folder, *question, said=said)

    monkeypatch.setattr(edge, "ask_git", counted)
    read_version(kept)
    assert questions == ["log", "status", "for-each-ref"]
    git(kept, "tag", "buurtkamer/v0.3")
    questions.clear()
    read_version(kept)
    assert questions == ["log", "status", "for-each-ref", "cat-file"]


def test_a_repository_without_any_version_has_none(covenant: Path) -> None:
    git(covenant, "init", "-q", str(covenant.parents[1]))
    assert read_version(covenant) == Version()


def test_without_git_on_the_machine_there_is_no_version(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert read_version(kept) == Version()


def test_a_broken_repository_is_an_error_and_no_working_version(kept: Path) -> None:
    objects = kept.parents[1] / ".git/objects"
    for file in objects.glob("??/*"):
        file.unlink()
    with pytest.raises(ConvenantError, match="does not say which version"):
        read_version(kept)


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="only root gives files away")
def test_a_folder_of_another_user_is_an_error_with_the_way_out(
    kept: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for path in (kept.parents[1], kept.parents[1] / ".git"):
        os.chown(path, 12345, 12345)
    with pytest.raises(ConvenantError) as caught:
        read_version(kept)
    assert "safe.directory" in caught.value.hint


def test_signatures_are_not_asked_for_even_where_git_shows_them(kept: Path, tmp_path: Path) -> None:
    trap = tmp_path / "gpg.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\nexit 1\n")
    trap.chmod(0o755)
    head = git(kept, "cat-file", "commit", "HEAD")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"
    before, _, message = head.partition("\n\n")
    signed = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin"],
        cwd=kept,
        input=f"{before}\n{signature}\n\n{message}\n",
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    git(kept, "reset", "-q", "--soft", signed)
    git(kept, "config", "log.showSignature", "true")
    git(kept, "config", "gpg.program", str(trap))
    assert read_version(kept).commit == signed
    assert not (tmp_path / "sprung").exists()
