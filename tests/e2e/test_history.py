"""`--at`: a covenant as it was in an earlier version."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def kept(covenant: Path) -> Path:
    root = covenant.parents[1]
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "eerste")
    git(root, "tag", "-a", "buurtkamer/v0.1", "-m", "v0.1")
    (covenant / "1-ambition.md").write_text("# Ambitie\n\nZie [](#nergens).\n")
    git(root, "commit", "-qam", "tweede")
    return covenant


def test_the_text_of_then_is_checked_not_that_of_now(kept: Path, convenant: Run) -> None:
    assert convenant("check", kept).exit_code == 1
    assert convenant("check", kept, "--at", "v0.1").exit_code == 0
    assert convenant("check", kept, "--at", "buurtkamer/v0.1").exit_code == 0


def test_a_build_of_then_is_the_build_that_was_made_then(kept: Path, tmp_path: Path) -> None:
    def build(folder: Path, output: Path, *more: str) -> dict[str, bytes]:
        words = [sys.executable, "-m", "convenant", "build", folder, "-o", output, "-q", *more]
        subprocess.run([*map(str, words), "--no-cache"], check=True, capture_output=True)
        return {file.name: file.read_bytes() for file in output.iterdir()}

    later = build(kept, tmp_path / "later", "--at", "v0.1")
    git(kept, "checkout", "-q", "buurtkamer/v0.1")
    assert later == build(kept, tmp_path / "then")
    assert len(later) == 4
    assert b"v0.1" in later["buurtkamer.html"]


def test_a_version_keeps_its_name_after_changes_elsewhere(
    kept: Path, tmp_path: Path, convenant: Run
) -> None:
    git(kept, "tag", "buurtkamer/v0.2")
    (kept.parents[1] / "README.md").write_text("Welkom\n")
    git(kept.parents[1], "add", ".")
    git(kept.parents[1], "commit", "-qm", "elders")
    options = ("--format", "html", "--anyway", "--at", "HEAD")
    convenant("build", kept, "-o", tmp_path / "uit", *options)
    assert "v0.2" in (tmp_path / "uit/buurtkamer.html").read_text()


def test_an_unknown_version_is_a_wrong_command(kept: Path, convenant: Run) -> None:
    for name in ("v9.9", "--help", "HEAD:covenants", "$(id)"):
        result = convenant("check", kept, f"--at={name}")
        assert result.exit_code == 2, name
        assert "geen versie" in result.stderr


def test_a_link_in_an_earlier_version_is_refused(kept: Path, convenant: Run) -> None:
    (kept / "2-partnership.md").unlink()
    (kept / "2-partnership.md").symlink_to("/etc/hostname")
    git(kept, "add", ".")
    git(kept, "commit", "-qm", "link")
    result = convenant("check", kept, "--at", "HEAD")
    assert "file-link" in result.stdout


def test_without_git_there_is_one_clear_error(covenant: Path) -> None:
    shutil.rmtree(covenant.parents[1] / ".git", ignore_errors=True)
    done = subprocess.run(
        [sys.executable, "-m", "convenant", "check", str(covenant), "--at", "v0.1"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "GIT_CEILING_DIRECTORIES": str(covenant.parents[2])},
    )
    assert done.returncode == 3
    assert "Git" in done.stderr
    assert "Traceback" not in done.stderr
