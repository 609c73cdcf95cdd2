"""A workspace that several people share: a bare origin and their clones, as real repositories."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
FREE = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
WHO = {
    "GIT_AUTHOR_NAME": "t",
    "GIT_AUTHOR_EMAIL": "t@example.org",
    "GIT_COMMITTER_NAME": "t",
    "GIT_COMMITTER_EMAIL": "t@example.org",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_DATE": "2026-11-20T12:00:00Z",
    "GIT_COMMITTER_DATE": "2026-11-20T12:00:00Z",
}


def git(folder: Path, *words: str, fail: bool = False) -> str:
    """What git says in a folder."""
    done = subprocess.run(
        ["git", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**FREE, **WHO},
    )
    if done.returncode and not fail:
        raise AssertionError(f"git {' '.join(words)}: {done.stderr}")
    return done.stdout.rstrip("\n")


def make_origin(place: Path, *sources: Path) -> Path:
    """A bare repository whose main version holds some covenants."""
    start = place / "start"
    for source in sources:
        shutil.copytree(source, start / "covenants" / source.name)
    (start / "convenant.yaml").write_text("name: Proef\nlanguage: nl\n")
    git(start, "init", "-q", "-b", "main")
    git(start, "add", ".")
    git(start, "commit", "-qm", "Begin")
    git(place, "clone", "-q", "--bare", str(start), "origin.git")
    shutil.rmtree(start)
    return place / "origin.git"


def clone(origin: Path, name: str) -> Path:
    """A clone of the origin, beside it."""
    git(origin.parent, "clone", "-q", str(origin), name)
    return origin.parent / name


def edit(folder: Path, name: str, old: str, new: str) -> None:
    """Change one passage of a file; it must be there exactly once."""
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, (name, old, text.count(old))
    file.write_text(text.replace(old, new), encoding="utf-8")


def state(folder: Path) -> dict[str, str]:
    """Every ref of a repository with what it points at."""
    lines = git(folder, "for-each-ref", "--format=%(refname) %(objectname)").split("\n")
    return dict(line.split(" ") for line in lines if line)


def copy_to(place: Path, to: Path) -> Path:
    """A copy of an origin with its clone `one`, which knows the copied origin."""
    shutil.copytree(place, to, symlinks=True)
    git(to / "one", "remote", "set-url", "origin", str(to / "origin.git"))
    return to
