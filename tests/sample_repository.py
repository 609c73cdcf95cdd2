"""A workspace kept in Git, with a bare origin: what the records and releases are tested on."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
MINIMAL = ROOT / "tests/golden/minimal"
_DATES = {"GIT_AUTHOR_DATE": "1795000000 +0100", "GIT_COMMITTER_DATE": "1795000000 +0100"}


def git(folder: Path, *words: str) -> str:
    """What git says; the same day for every version."""
    done = subprocess.run(
        ["git", *words],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, **_DATES},
    )
    return done.stdout.strip()


def repository(folder: Path, covenant: Path, slug: str) -> Path:
    """A workspace with one covenant, stored as a first version; gives the covenant's folder."""
    target = folder / "covenants" / slug
    shutil.copytree(covenant, target)
    shutil.copy(ROOT / "convenant.yaml", folder)
    git(folder.parent, "init", "--quiet", "--bare", "--initial-branch=main", "origin.git")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "config", "user.name", "Secretaris")
    git(folder, "config", "user.email", "secretaris@example.org")
    git(folder, "remote", "add", "origin", "../origin.git")
    store(folder, "Eerste versie")
    git(folder, "push", "--quiet", "--set-upstream", "origin", "main")
    return target


def store(folder: Path, message: str) -> str:
    """Store everything as a version and give its id."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)
    return git(folder, "rev-parse", "HEAD")
