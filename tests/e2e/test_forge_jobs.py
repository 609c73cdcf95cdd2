"""The jobs of the gate and of a form, really run: by act, with a double of GitHub."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import Result

from convenant.edges.disk.resource import read_schemas
from convenant.locale import voice
from convenant.plan.form.field import plan_forms
from forge_double import REPOSITORY
from gate_case import Laid, lay
from job_rig import ROOT, WHOLE, run_job
from round_rig import git
from sample_repository import MINIMAL, repository, store

CALLER = """name: Caller
on: [pull_request_target, issues, push]
jobs:
  job:
    uses: ./.github/workflows/called.yml
    with:
      version: "0.1.0"
"""
START = f"""
import json, os, sys
from pathlib import Path
sys.path[:0] = [{str(ROOT / "tests")!r}]
from forge_double import Double
from convenant.cli import main
from convenant.edges.web import http

around = Path(__file__).parent
double = Double(head=(around / "head").read_text())
http.connect = lambda: double
try:
    main()
finally:
    said = [c["body"] for c in double.comments]
    kept = {{"calls": double.calls, "said": said, "checks": double.checks}}
    with (around / "posted.jsonl").open("a") as file:
        file.write(json.dumps(kept) + "\\n")
"""
PUBLISH = f"""
import json, sys
from pathlib import Path
sys.path[:0] = [{str(ROOT / "tests")!r}]
from release_double import Releases
from convenant.cli import main
from convenant.edges.web import http

around = Path(__file__).parent
double = Releases(around / "origin.git")
http.connect = lambda *_: double
try:
    main()
finally:
    kept = {{"calls": double.calls, "published": double.published()}}
    with (around / "posted.jsonl").open("a") as file:
        file.write(json.dumps(kept) + "\\n")
"""
FORM = {
    "change": {"covenants/buurtkamer/1-ambition.md": "# Maatschappelijke ambitie\n\nEten.\n"},
    "records": [{"kind": "decided", "said": {"outcome": "agreed"}}],
}


def place(tmp_path: Path, job: str, form: dict[str, Any]) -> tuple[Path, Path, Laid]:
    """A workspace that calls a job, its origin beside it, and a case in both."""
    folder, origin = tmp_path / "workspace", tmp_path / "origin.git"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    jobs = {
        ".github/workflows/called.yml": (ROOT / f".github/workflows/{job}.yml").read_text(),
        ".github/workflows/caller.yml": CALLER,
    }
    laid = lay({**form, "base": jobs}, folder, tmp_path / "case")
    git(folder, "reset", "-q", "--hard")
    (tmp_path / "head").write_text(laid.head)
    git(tmp_path, "clone", "-q", "--bare", str(folder), "origin.git")
    git(origin, "update-ref", "refs/pull/7/head", laid.head)
    for key in ("uploadpack.allowFilter", "uploadpack.allowAnySHA1InWant"):
        git(origin, "config", key, "true")
    git(folder, "remote", "add", "origin", f"https://github.com/{REPOSITORY}")
    return folder, origin, laid


def posted(tmp_path: Path) -> list[dict[str, Any]]:
    lines = (tmp_path / "posted.jsonl").read_text().splitlines()
    return [json.loads(line) for line in lines]


def test_both_jobs_of_the_gate_run_and_the_report_is_posted(tmp_path: Path) -> None:
    folder, origin, laid = place(tmp_path, "gate", FORM)
    assert laid.event
    message = json.loads(laid.event.read_bytes())
    message["repository"]["default_branch"] = "main"
    (tmp_path / "event.json").write_text(json.dumps(message))
    done = run_job(folder, "caller.yml", "pull_request_target", START, origin)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    ruling = json.loads((tmp_path / "left/ruling.json").read_bytes())
    assert (ruling["verdict"], ruling["head"]) == ("allow", laid.head)
    *reading, last = posted(tmp_path)
    assert all(call.startswith("GET") for step in reading for call in step["calls"])
    assert "Dit voorstel mag in de hoofdversie" in last["said"][0]
    assert [check["conclusion"] for check in last["checks"]] == ["success"]


def test_both_jobs_of_a_form_run_and_the_proposal_is_there(tmp_path: Path) -> None:
    folder, origin, _ = place(tmp_path, "form", {"change": {}})
    fields = plan_forms(read_schemas(), voice("nl"))[0].fields
    said = {"covenant": "buurtkamer", "summary": "Anders; `x` $(id)", "new": "Buren eten samen."}
    body = "\n\n".join(f"### {f.label}\n\n{said.get(f.id, '_No response_')}" for f in fields)
    user = {"login": "bestuur-linde", "type": "User"}
    message = {
        "action": "opened",
        "issue": {"number": 12, "state": "open", "body": body, "user": user},
        "repository": {"full_name": REPOSITORY, "default_branch": "main"},
        "sender": user,
    }
    (tmp_path / "event.json").write_text(json.dumps(message))
    done = run_job(folder, "caller.yml", "issues", START, origin)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    name = "proposal/buurtkamer/linde-1:covenants/buurtkamer/1-ambition.md"
    assert git(origin, "show", name).endswith("Buren eten samen.")
    reading, making = posted(tmp_path)
    assert reading["calls"] == []
    assert "linde\\-1" in making["said"][0]


def test_both_jobs_of_a_release_run_and_its_very_bytes_are_published(
    tmp_path: Path, convenant: Callable[..., Result]
) -> None:
    room = repository(tmp_path / "workspace", MINIMAL, "buurtkamer")
    folder, origin = room.parents[1], tmp_path / "origin.git"
    jobs = folder / ".github/workflows"
    jobs.mkdir(parents=True)
    (jobs / "called.yml").write_bytes((ROOT / ".github/workflows/release.yml").read_bytes())
    (jobs / "caller.yml").write_text(CALLER)
    store(folder, "Taken")
    git(folder, "push", "-q", "origin", "main")
    made = convenant("release", room, "--concept", "-o", tmp_path / "own", "--push", "origin")
    assert made.exit_code == 0, made.output
    git(folder, "remote", "set-url", "origin", f"https://github.com/{REPOSITORY}")
    about = {"full_name": REPOSITORY, "default_branch": "main", "private": False}
    message = {"ref": "refs/tags/buurtkamer/v0.1", "repository": about}
    (tmp_path / "event.json").write_text(json.dumps(message))
    done = run_job(folder, "caller.yml", "push", PUBLISH, origin, WHOLE)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    making, publishing = posted(tmp_path)
    assert making == {"calls": [], "published": {}}
    (seen,) = publishing["published"].values()
    assert list(publishing["published"]) == ["buurtkamer/v0.1"]
    own = tmp_path / "own/buurtkamer-v0.1"
    for name in ("buurtkamer.pdf", "manifest.json", "SHA256SUMS"):
        assert seen[name] == hashlib.sha256((own / name).read_bytes()).hexdigest()
