"""What GitHub's jobs cost for a change of one section among many covenants, in a lean clone."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.corpus import WORK, many_covenants
from benchmarks.measure import Command, compare, table

TOOL = (sys.executable, "-m", "convenant")
CACHE, PLACE = WORK / "cache", WORK / "gate"
REPOSITORY = "wolderveen/convenanten"
ROLES = "roles:\n  - {login: leader, role: facilitator}\n"


def gate() -> str:
    """Gate with report, and check, of one section: in a workspace of 1, and in one of 1,000."""
    commands = [command for count in (1, 1000) for command in _commands(count)]
    results = compare(*commands, runs=5)
    return table("Jobs for a change of one section, nothing kept", results)


def _commands(count: int) -> list[Command]:
    base, head, clone = _clone(count)
    asked = {"number": 7, "repository": REPOSITORY, "head": head, "branch": "x", "base": "main"}
    facts = PLACE / f"facts-{count}.json"
    author = {"name": "leader", "account": "person"}
    more = {"author": author, "title": "x", "fork": False, "draft": False, "closed": False}
    form = {"request": {**asked, **more, "labels": []}, "labellings": [], "words": []}
    facts.write_text(json.dumps({"facts": 1, **form, "incomplete": []}))
    event = PLACE / f"event-{count}.json"
    side = {"sha": head, "ref": "x", "repo": {"full_name": REPOSITORY}}
    pull = {"number": 7, "head": side, "base": {**side, "ref": "main"}, "state": "open"}
    repository = {"full_name": REPOSITORY}
    message = {"action": "opened", "pull_request": pull, "repository": repository}
    event.write_text(json.dumps(message))
    around = {"CONVENANT_CACHE": str(CACHE), "GITHUB_REPOSITORY": REPOSITORY}
    here = f"cd {clone} && exec {' '.join(TOOL)}"
    ruled = f"{here} gate --event {event} --facts {facts} --json"
    proposed = f"cd {clone}-proposed && exec {' '.join(TOOL)} check --since {base} --quiet"
    return [
        _shell(f"gate and report, one of {count}", ruled, around),
        _shell(f"check, one of {count}", proposed, around),
    ]


def _shell(name: str, line: str, around: Mapping[str, str]) -> Command:
    return Command(name, ["/bin/sh", "-c", line], around, _forget)


def _clone(count: int) -> tuple[str, str, Path]:
    """A shallow clone without blobs, in which a proposal was fetched; and one that shows it."""
    origin, clone = PLACE / f"origin-{count}", PLACE / f"clone-{count}"
    if not (origin / "complete").exists():
        shutil.rmtree(origin, ignore_errors=True)
        shutil.copytree(many_covenants(count), origin)
        (origin / "convenant.yaml").write_text("language: en\nforge: {kind: github}\n")
        (origin / "access.yaml").write_text(ROLES)
        _git(origin, "init", "-q", "-b", "main")
        for key in ("uploadpack.allowFilter", "uploadpack.allowAnySHA1InWant"):
            _git(origin, "config", key, "true")
        _git(origin, "add", ".")
        _git(origin, "commit", "-qm", "Begin")
        _git(origin, "switch", "-qc", "change")
        text = origin / "covenants/covenant-00000/1-ambition.md"
        text.write_text(text.read_text() + "\nNeighbours cook together.\n")
        _git(origin, "commit", "-qam", "Change")
        _git(origin, "switch", "-q", "main")
        (origin / "complete").touch()
    shutil.rmtree(clone, ignore_errors=True)
    shutil.rmtree(f"{clone}-proposed", ignore_errors=True)
    lean = ("--depth=50", "--filter=blob:none", "--quiet", f"file://{origin}")
    _git(PLACE, "clone", *lean, str(clone))
    fetched = "+refs/heads/change:refs/convenant/proposal"
    _git(clone, "fetch", "-q", "--depth=50", "--filter=blob:none", "origin", fetched)
    _git(PLACE, "clone", "--branch=change", *lean, f"{clone}-proposed")
    head = _git(clone, "rev-parse", "refs/convenant/proposal")
    return _git(clone, "rev-parse", "HEAD"), head, clone


def _git(folder: Path, *words: str) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    who = ("-c", "user.name=b", "-c", "user.email=b@example.org")
    done = subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)
    return done.stdout.decode().strip()


def _forget() -> None:
    shutil.rmtree(CACHE, ignore_errors=True)
