"""The hook for pre-commit: its manifest is valid, and it stops a change that breaks a covenant."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"


def process(
    *words: str | Path, cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="module")
def hook() -> dict[str, Any]:
    (only,) = yaml.safe_load(MANIFEST.read_text())
    assert isinstance(only, dict)
    return only


def test_the_manifest_is_valid() -> None:
    done = process(sys.executable, "-m", "pre_commit", "validate-manifest", MANIFEST)
    assert done.returncode == 0, done.stdout


def test_a_fault_in_a_manifest_is_seen(tmp_path: Path) -> None:
    broken = tmp_path / "hooks.yaml"
    broken.write_text(MANIFEST.read_text().replace("language: python", "language: piton"))
    done = process(sys.executable, "-m", "pre_commit", "validate-manifest", broken)
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("file", "looked_at"),
    [
        ("covenants/de-linde/1-ambition.md", True),
        ("covenants/de-linde/figures/plan.svg", True),
        ("convenant.yaml", True),
        ("access.yaml", True),
        ("README.md", False),
        ("docs/covenants/one.md", False),
        ("my-convenant.yaml", False),
    ],
)
def test_the_hook_runs_for_files_of_covenants(
    file: str, looked_at: bool, hook: dict[str, Any]
) -> None:
    assert bool(re.search(hook["files"], file)) is looked_at


def test_the_hook_calls_a_command_that_is_there(hook: dict[str, Any]) -> None:
    program, *arguments = hook["entry"].split()
    assert program == "convenant"
    done = process(sys.executable, "-m", program, *arguments, "--help")
    assert done.returncode == 0


def test_pre_commit_runs_the_hook_and_stops_a_broken_covenant(
    covenant: Path, tmp_path: Path
) -> None:
    work, kept = covenant.parents[1], tmp_path / "pre-commit"

    def git(*words: str) -> None:
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        done = process("git", *identity, *words, cwd=work)
        assert done.returncode == 0, done.stderr

    def commit() -> subprocess.CompletedProcess[str]:
        git("add", "--all")
        return process(
            *(sys.executable, "-m", "pre_commit", "run", "--color", "never"),
            cwd=work,
            PRE_COMMIT_HOME=str(kept),
        )

    # From the working tree, as `pip install .` would, so that no version needs to be made first.
    settings = {"repos": [{"repo": "local", "hooks": [*yaml.safe_load(MANIFEST.read_text())]}]}
    settings["repos"][0]["hooks"][0]["additional_dependencies"] = [str(ROOT)]
    (work / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings))
    git("init", "--quiet")
    sound = commit()
    assert sound.returncode == 0, sound.stdout
    assert "Passed" in sound.stdout
    (covenant / "1-ambition.md").write_text("# Ambitie\n\nZie [](#nergens).\n")
    broken = commit()
    assert broken.returncode == 1
    assert "covenants/buurtkamer/1-ambition.md:3:" in broken.stdout
    git("rm", "--cached", "--quiet", "-r", "covenants")
    (work / ".gitignore").write_text("covenants/\n")
    (work / "notes.md").write_text("Iets anders.\n")
    other = commit()
    assert "Skipped" in other.stdout
    shutil.rmtree(kept)
