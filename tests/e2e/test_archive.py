"""The archive of a covenant: what was agreed can be proven without any forge."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from gate_case import lay
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
