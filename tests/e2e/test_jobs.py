"""The job that checks a proposal, really run: by act on this machine, without GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from job_rig import run_job
from round_rig import git

ROOT = Path(__file__).parents[2]
CALLER = """name: Check
on: [pull_request]
jobs:
  check:
    uses: ./.github/workflows/called.yml
    with:
      version: "0.1.0"
"""


@pytest.fixture
def proposed(
    tmp_path: Path, convenant: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A workspace whose working folder shows a proposal, and the message about it beside it."""
    folder = tmp_path / "workspace"
    folder.mkdir()
    monkeypatch.chdir(folder)
    convenant("init", "--covenant", "buurt", "--title", "Buurt")
    jobs = folder / ".github/workflows"
    jobs.mkdir(parents=True)
    (jobs / "called.yml").write_bytes((ROOT / ".github/workflows/check.yml").read_bytes())
    (jobs / "check.yml").write_text(CALLER)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "Begin")
    git(folder, "remote", "add", "origin", "https://github.com/wolderveen/convenanten")
    base = git(folder, "rev-parse", "HEAD")
    message = {"action": "opened", "pull_request": {"number": 7, "base": {"sha": base}}}
    (tmp_path / "event.json").write_text(json.dumps(message))
    return folder


def test_an_error_that_a_proposal_brings_in_fails_the_job_and_the_documents_are_made(
    proposed: Path,
) -> None:
    cover = proposed / "covenants/buurt/covenant.yaml"
    cover.write_text(cover.read_text() + "onzin: 1\n")
    git(proposed, "commit", "-qam", "Onzin")
    done = run_job(proposed, "check.yml", "pull_request")
    assert done.returncode == 1
    assert "schema-unknown-key" in done.stdout
    assert "Make the documents" in done.stdout


def test_a_sound_proposal_passes(proposed: Path) -> None:
    text = proposed / "covenants/buurt/1-ambition.md"
    text.write_text(text.read_text() + "\nBuren koken samen.\n")
    git(proposed, "commit", "-qam", "Koken")
    done = run_job(proposed, "check.yml", "pull_request")
    assert done.returncode == 0, done.stdout + done.stderr
