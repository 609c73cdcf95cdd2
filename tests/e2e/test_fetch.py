"""A job's lean clone gets of a proposal what the gate looks at, and the gate needs nothing more."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from gate_case import REPOSITORY, lay
from round_rig import git

Run = Callable[..., Result]
TEXT = "# Maatschappelijke ambitie\n\nBuren eten samen.\n"
FORM: dict[str, Any] = {
    "change": {"covenants/buurtkamer/1-ambition.md": TEXT},
    "moved": {"covenants/buurtkamer/2-partnership.md": "# Samenwerkingsverband\n\nWij.\n"},
    "records": [{"kind": "decided", "said": {"outcome": "agreed"}}],
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An origin with a proposal on it, and a main version that went on for sixty versions."""
    work = tmp_path / "work"
    work.mkdir()
    git(work, "init", "-q", "-b", "main")
    laid = lay(FORM, work, tmp_path / "case")
    git(work, "switch", "-q", "main")
    for number in range(60):
        git(work, "commit", "-q", "--allow-empty", "-m", str(number))
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "origin.git")
    origin = str(tmp_path / "origin.git")
    for key in ("uploadpack.allowFilter", "uploadpack.allowAnySHA1InWant"):
        git(tmp_path / "origin.git", "config", key, "true")
    git(work, "push", "-q", origin, "main", "convenant/records")
    git(work, "push", "-q", origin, f"{laid.head}:refs/pull/7/head")
    return tmp_path


@pytest.mark.parametrize(
    "lean",
    [(), ("--depth=5",), ("--filter=blob:none",), ("--depth=5", "--filter=blob:none")],
    ids=["whole", "shallow", "without texts", "both"],
)
def test_what_was_fetched_is_enough_for_the_gate(
    lean: tuple[str, ...], place: Path, convenant: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    origin = place / "origin.git"
    words = ("--single-branch", "--no-tags", *lean, f"file://{origin}", "clone")
    git(place, "clone", "-q", *words)
    monkeypatch.chdir(place / "clone")
    monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
    event, facts = place / "case/event.json", place / "case/facts.json"
    fetched = convenant("github", "fetch", "--event", event)
    assert fetched.exit_code == 0, fetched.output
    shutil.move(origin, place / "gone.git")
    ruled = convenant("gate", "--event", event, "--facts", facts, "--json")
    ruling = json.loads(ruled.stdout)
    assert ruling["verdict"] == "allow", ruling["reasons"]
    assert ruling["head"] == fetched.stdout.strip()


def test_a_proposal_that_is_not_there_is_told_in_words(
    place: Path, convenant: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    origin = place / "origin.git"
    git(origin, "update-ref", "-d", "refs/pull/7/head")
    git(place, "clone", "-q", f"file://{origin}", "clone")
    monkeypatch.chdir(place / "clone")
    monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
    with pytest.raises(Exception, match="cannot be fetched"):
        convenant("github", "fetch", "--event", place / "case/event.json")
