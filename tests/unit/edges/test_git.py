from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from convenant.edges.git import Version, read_version


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
