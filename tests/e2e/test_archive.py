"""The archive of a covenant: what was agreed can be proven without any forge."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from convenant.edges.web import http
from forge_double import REPOSITORY, Double
from gate_case import SETTINGS, lay
from round_rig import git

Run = Callable[..., Result]
RECORDS: list[dict[str, Any]] = [
    {"kind": "proposed", "role": "party", "party": "linde", "said": {"title": "Ook 's avonds"}},
    {"kind": "concern", "said": {"text": "Jansen is bang voor lawaai.", "owner": "gemeente"}},
    {"kind": "decided", "said": {"outcome": "parked", "reason": "Eerst de buren vragen."}},
    {"kind": "decided", "said": {"outcome": "agreed"}},
    {"kind": "decided", "proposal": "gemeente-1", "said": {"outcome": "rejected", "reason": "<b>"}},
]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "workspace"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    lay({"records": RECORDS, "change": {}}, folder, tmp_path / "case")
    git(folder, "reset", "-q", "--hard")
    monkeypatch.chdir(folder)
    return folder


def test_decisions_and_reasons_are_kept_and_discussion_is_not(
    workspace: Path, convenant: Run
) -> None:
    assert convenant("archive", "buurtkamer").exit_code == 0
    kept = json.loads((workspace / "archive/buurtkamer.json").read_text())
    linde, gemeente = kept["proposals"]
    assert (linde["id"], linde["party"], linde["concerns"]) == ("linde-1", "linde", 1)
    assert [d["outcome"] for d in linde["decisions"]] == ["parked", "agreed"]
    assert len(linde["decisions"][1]["version"]) == 40
    assert gemeente["decisions"][0]["reason"] == "<b>"
    page = (workspace / "archive/buurtkamer.md").read_text()
    assert "Eerst de buren vragen" in page
    assert "Stichting De Linde" in page
    assert "<b>" not in page
    for file in (workspace / "archive").iterdir():
        assert "Jansen" not in file.read_text()


def test_keeping_it_twice_changes_nothing(workspace: Path, convenant: Run) -> None:
    shown = convenant("archive", "buurtkamer", "--dry-run")
    assert not (workspace / "archive").exists()
    assert convenant("archive", "buurtkamer").stdout == shown.stdout
    assert convenant("archive", "buurtkamer").stdout == ""


def test_publishing_a_version_keeps_the_archive(
    workspace: Path, convenant: Run, tmp_path: Path
) -> None:
    for _ in range(2):
        made = convenant("release", "buurtkamer", "--concept", "-o", tmp_path / "dist")
        assert made.exit_code == 0, made.output
    assert git(workspace, "log", "--format=%s", "--", "archive") == "Archief van buurtkamer v0.1"
    assert git(workspace, "status", "--porcelain") == ""
    assert "Eerst de buren vragen" in (workspace / "archive/buurtkamer.md").read_text()


def test_the_list_of_what_is_due_says_that_an_archive_lags_behind(
    workspace: Path, convenant: Run
) -> None:
    behind = "Het archief loopt achter: convenant archive buurtkamer"
    assert behind not in convenant("github", "remind", "--dry-run").stdout
    git(workspace, "tag", "-a", "buurtkamer/v1.0.0", "-m", "in force")
    assert behind in convenant("github", "remind", "--dry-run").stdout
    convenant("archive", "buurtkamer")
    assert behind not in convenant("github", "remind", "--dry-run").stdout


def test_discussion_is_kept_only_where_the_workspace_chose_so_and_without_names(
    workspace: Path, convenant: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    github = Double(branch="proposal/buurtkamer/linde-1")
    monkeypatch.setattr(http, "connect", lambda: github)
    monkeypatch.setenv("GITHUB_TOKEN", "x")
    monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
    github.open(github.branch, "Ook 's avonds")
    github.comment("bestuur-linde", "Wij willen dit, @gespreksleider; mail a.b@linde.example.")
    github.comment("vreemde", "Ik ook.")
    github.comment("github-actions[bot]", "Een verslag.")
    convenant("archive", "buurtkamer")
    assert github.calls == []
    chosen = SETTINGS.replace("kind: github", f"kind: github, repository: {REPOSITORY}")
    (workspace / "convenant.yaml").write_text(chosen.replace("}", ", discussion: true}"))
    convenant("archive", "buurtkamer")
    kept = json.loads((workspace / "archive/buurtkamer.json").read_text())
    said = {(r["kind"], r["role"], r["party"]): r["text"] for r in kept["proposals"][0]["remarks"]}
    assert said == {
        ("concern", "party", "gemeente"): "Jansen is bang voor lawaai.",
        ("remark", "representative", "linde"): "Wij willen dit, @…; mail ….",
        ("remark", "", ""): "Ik ook.",
    }
    page = (workspace / "archive/buurtkamer.md").read_text()
    assert "Stichting De Linde zei" in page
    assert "bestuur-linde" not in page
