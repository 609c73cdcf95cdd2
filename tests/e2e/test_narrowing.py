"""A check or a build since a version looks at what differs, and at nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from round_rig import git

Run = Callable[..., Result]
MINIMAL = Path(__file__).parents[1] / "golden/minimal"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("een", "twee"):
        shutil.copytree(MINIMAL, tmp_path / "covenants" / name)
    (tmp_path / "convenant.yaml").write_text("language: nl\n")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Begin")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def add(workspace: Path, name: str) -> None:
    file = workspace / "covenants" / name / "1-ambition.md"
    file.write_text(f"{file.read_text()}\nBuren eten samen.\n")


def test_only_what_differs_is_built(workspace: Path, convenant: Run) -> None:
    start = git(workspace, "rev-parse", "HEAD")
    add(workspace, "twee")
    shutil.copytree(MINIMAL, workspace / "covenants/drie")
    built = convenant("build", "--since", start, "--format", "html", "-o", "uit", "--quiet")
    assert built.exit_code == 0, built.output
    assert sorted(file.name for file in (workspace / "uit").iterdir()) == ["drie.html", "twee.html"]


def test_nothing_differs_and_nothing_is_looked_at(workspace: Path, convenant: Run) -> None:
    start = git(workspace, "rev-parse", "HEAD")
    (workspace / "LEESMIJ.md").write_text("x\n")
    checked = convenant("check", "--since", start)
    assert checked.exit_code == 0
    assert "0 convenanten" in checked.stderr
    assert convenant("build", "--since", start, "-o", "uit").exit_code == 0
    assert list(workspace.glob("uit/*")) == []


def test_what_a_covenant_that_differs_had_wrong_before_is_no_news(
    workspace: Path, convenant: Run
) -> None:
    cover = workspace / "covenants/een/covenant.yaml"
    cover.write_text(cover.read_text() + "onzin: 1\n")
    git(workspace, "commit", "-qam", "Onzin")
    start = git(workspace, "rev-parse", "HEAD")
    add(workspace, "een")
    assert convenant("check", "--since", start, "--quiet").exit_code == 0
    assert convenant("check", "--quiet").exit_code == 1
