"""The job that checks a proposal, really run: by act on this machine, without GitHub."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from outside import TEST_EXTRA, program
from round_rig import git

ROOT = Path(__file__).parents[2]
STUBBED = (
    "actions/setup-python@42375524e23c412d93fb67b49958b491fce71c38",
    "actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02",
)
CALLER = """name: Check
on: [pull_request]
jobs:
  check:
    uses: ./.github/workflows/called.yml
    with:
      version: "0.1.0"
"""


def act() -> str:
    """The program that runs jobs, which the test extra brings."""
    return program("act", TEST_EXTRA)


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


def run(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the job; installing is left out, and what is only GitHub's own."""
    around = folder.parent
    stub, programs = around / "stub", around / "programs"
    stub.mkdir()
    programs.mkdir()
    (stub / "action.yml").write_text(
        "name: stub\ndescription: stub\nruns:\n  using: composite\n"
        "  steps:\n    - run: echo stub\n      shell: bash\n"
    )
    python = programs / "python"
    python.write_text(
        f'#!/bin/sh\ncase "$*" in *"pip install"*) exit 0;; esac\nexec {sys.executable} "$@"\n'
    )
    python.chmod(0o755)
    own = programs / "convenant"
    start = "from convenant.cli import main; main()"
    own.write_text(f"#!/bin/sh\nexec {sys.executable} -c '{start}' \"$@\"\n")
    own.chmod(0o755)
    (around / ".config/act").mkdir(parents=True)
    (around / ".config/act/actrc").touch()
    words = [act(), "pull_request", "-e", str(around / "event.json")]
    words += ["-P", "ubuntu-24.04=-self-hosted", "-W", ".github/workflows/check.yml"]
    for action in STUBBED:
        words += ["--local-repository", f"{action}={stub}"]
    env = {**os.environ, "HOME": str(around), "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    env = {k: v for k, v in env.items() if k not in ("GITHUB_ACTIONS", "XDG_CONFIG_HOME")}
    return subprocess.run(
        words, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=300
    )


def test_an_error_that_a_proposal_brings_in_fails_the_job_and_the_documents_are_made(
    proposed: Path,
) -> None:
    cover = proposed / "covenants/buurt/covenant.yaml"
    cover.write_text(cover.read_text() + "onzin: 1\n")
    git(proposed, "commit", "-qam", "Onzin")
    done = run(proposed)
    assert done.returncode == 1
    assert "schema-unknown-key" in done.stdout
    assert "Make the documents" in done.stdout


def test_a_sound_proposal_passes(proposed: Path) -> None:
    text = proposed / "covenants/buurt/1-ambition.md"
    text.write_text(text.read_text() + "\nBuren koken samen.\n")
    git(proposed, "commit", "-qam", "Koken")
    done = run(proposed)
    assert done.returncode == 0, done.stdout + done.stderr
