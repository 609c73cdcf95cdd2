"""From an empty folder to a merged proposal, by the commands that the guide shows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result

from convenant.edges.web import http
from forge_double import APP, REPOSITORY, Double
from round_rig import git

Run = Callable[..., Result]
BOT = "convenant-wolderveen"
TOOL = f"convenant/convenant@{'a' * 40}"
ACCESS = """roles:
  - {login: gespreksleider, role: facilitator}
  - {login: bestuur-linde, role: representative, party: linde}
  - {login: jurist-linde, role: jurist, party: linde}
  - {login: jurist-gemeente, role: jurist, party: gemeente}
"""


class Place:
    """The workspace of the facilitator, its origin, GitHub, and what jobs do there."""

    def __init__(self, folder: Path, github: Double, convenant: Run, chdir: Any) -> None:
        self.folder, self.github, self.convenant, self.chdir = folder, github, convenant, chdir
        self.home, self.origin = folder / "home", folder / "origin.git"
        self.home.mkdir()
        git(folder, "init", "-q", "--bare", "-b", "main", "origin.git")

    def run(self, *words: object) -> Result:
        result = self.convenant(*words)
        assert result.exit_code == 0, result.output
        return result

    def store(self, said: str) -> None:
        git(self.home, "add", ".")
        git(self.home, "commit", "-qm", said)
        git(self.home, "push", "-q", "origin", "main")

    def job(self, name: str, message: Mapping[str, Any]) -> Path:
        """A fresh clone as a job has one, with the message that it was started by."""
        clone = self.folder / name
        git(self.folder, "clone", "-q", f"file://{self.origin}", name)
        event = self.folder / f"{name}.json"
        event.write_text(json.dumps({"repository": {"full_name": REPOSITORY}, **message}))
        self.chdir(clone)
        return event

    def hand_in(self, name: str, body: str, by: str) -> None:
        """Both jobs of a form."""
        user = {"login": by, "type": "User"}
        issue = {"number": 12, "state": "open", "body": body, "user": user}
        event = self.job(name, {"action": "opened", "issue": issue, "sender": user})
        request = self.folder / "request.json"
        self.run("github", "form", "--event", event, "--output", request)
        self.run("github", "propose", "--event", event, "--form", request)

    def gate(self, name: str, action: str = "synchronize", **more: Any) -> dict[str, Any]:
        """Both jobs of the gate, on what GitHub has now; gives the ruling."""
        head = git(self.origin, "rev-parse", self.github.branch)
        git(self.origin, "update-ref", "refs/pull/7/head", head)
        self.github.head = head
        side = {"sha": head, "ref": self.github.branch, "repo": {"full_name": REPOSITORY}}
        pull = {
            "number": 7,
            "state": "open",
            "head": side,
            "base": {**side, "ref": "main"},
            "user": {"login": f"{BOT}[bot]", "type": "Bot"},
            "labels": [{"name": label} for label in self.github.labels],
        }
        event = self.job(name, {"action": action, "pull_request": pull, **more})
        facts, ruling = self.folder / "facts.json", self.folder / "ruling.json"
        self.run("github", "fetch", "--event", event)
        self.run("github", "facts", "--event", event, "--output", facts)
        ruled = self.convenant("gate", "--event", event, "--facts", facts, "--json")
        ruling.write_text(ruled.stdout)
        self.run("github", "tell", "--event", event, "--ruling", ruling)
        found: dict[str, Any] = json.loads(ruled.stdout)
        return found

    def may_enter(self) -> bool:
        """Whether the rules of the repository let the proposal in."""
        (main,) = [r for r in self.github.rulesets if r["name"] == "convenant: main version"]
        (rule,) = [r for r in main["rules"] if r["type"] == "required_status_checks"]
        (wanted,) = rule["parameters"]["required_status_checks"]
        ours = wanted["integration_id"] == APP[self.github.poster]
        last = [c for c in self.github.checks if c["head_sha"] == self.github.head][-1]
        return ours and (last["name"], last["conclusion"]) == (wanted["context"], "success")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, convenant: Run) -> Place:
    github = Double(poster=BOT)
    monkeypatch.setattr(http, "connect", lambda: github)
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    monkeypatch.setenv("GITHUB_TOKEN", "x")
    monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
    monkeypatch.setenv("CONVENANT_APP", BOT)
    return Place(tmp_path, github, convenant, monkeypatch.chdir)


def begin(place: Place) -> None:
    """What the facilitator does once."""
    place.chdir(place.home)
    git(place.home, "init", "-q", "-b", "main")
    git(place.home, "remote", "add", "origin", f"file://{place.origin}")
    words = ("--facilitator", "gespreksleider", "--repository", REPOSITORY, "--app", BOT)
    place.run("init", *words, "--tool", TOOL)
    parties = ("--party", "gemeente=Gemeente Wolderveen", "--party", "linde=Stichting De Linde")
    place.run("new", "de-buurt", "--title", "De Buurt", "--municipality", "Wolderveen", *parties)
    cover = place.home / "covenants/de-buurt/covenant.yaml"
    signs = "role: signatory\n    signatories:\n      - function: voorzitter"
    cover.write_text(cover.read_text().replace("role: signatory", signs))
    for file in (place.home / "covenants/de-buurt").glob("[1-4]-*.yaml"):
        file.write_text(file.read_text().replace("maturity: outline", "maturity: concrete"))
    (place.home / "access.yaml").write_text(ACCESS)
    place.run("upgrade", "--tool", TOOL)
    place.store("Begin")
    place.run("github", "setup")
    assert place.run("github", "status").stdout == "Op GitHub is alles zoals het hoort.\n"


def body(place: Place) -> str:
    """The form about section 1, filled in by a partner."""
    file = place.home / ".github/ISSUE_TEMPLATE/1-ambition.nl.yml"
    fields = [e for e in yaml.safe_load(file.read_text())["body"] if e["type"] != "markdown"]
    said = {"covenant": "de-buurt", "summary": "Zeg wie het betreft", "new": "Buren eten samen."}
    said |= {"challenge-target-group": "Iedereen in de buurt"}
    return "\n\n".join(
        f"### {e['attributes']['label']}\n\n{said.get(e['id'], '_No response_')}" for e in fields
    )


def test_a_proposal_goes_from_form_to_merged_by_the_right_people_only(place: Place) -> None:
    github = place.github
    begin(place)

    place.hand_in("stranger", body(place), "vreemde")
    assert github.pulls == []
    place.hand_in("form", body(place), "bestuur-linde")
    assert github.branch == "proposal/de-buurt/linde-1"
    assert github.pulls[0]["html_url"] in github.comments[-1]["body"]

    first = place.gate("opened", "opened")
    assert (first["verdict"], first["stage"]) == ("wait", "none")
    assert "section/1" in github.labels
    assert not place.may_enter()
    report = next(c["body"] for c in github.comments if c["issue_url"].endswith("/7"))
    assert "Hierover nog niet gehoord: Gemeente Wolderveen." in report

    github.label("bestuur-linde", "legal-review")
    assert place.gate("by-a-party")["stage"] == "none"
    github.label("bestuur-linde", "legal-review", put=False)
    github.label("gespreksleider", "legal-review")
    assert place.gate("by-the-facilitator")["stage"] == "open"

    github.review("bestuur-linde", "APPROVED", github.head)
    github.review("jurist-linde", "APPROVED", github.head)
    github.label("bestuur-linde", "legal-approved")
    half = place.gate("half")
    assert half["stage"] == "open"
    assert "legal-approved" not in github.labels
    github.comment("bestuur-linde", f"/akkoord {half['digest'][:12]}")
    assert place.gate("by-another")["stage"] == "open"
    github.comment("jurist-gemeente", f"/akkoord {half['digest'][:12]}")
    closed = place.gate("closed")
    assert closed["stage"] == "closed"
    assert "legal-approved" in github.labels
    assert not place.may_enter()

    put = {"label": {"name": "agreed"}}
    github.label("bestuur-linde", "agreed")
    by_party = {"sender": {"login": "bestuur-linde", "type": "User"}, **put}
    assert place.gate("agreed-by-a-party", "labeled", **by_party)["verdict"] == "wait"
    github.label("bestuur-linde", "agreed", put=False)
    github.label("gespreksleider", "agreed")
    by_leader = {"sender": {"login": "gespreksleider", "type": "User"}, **put}
    agreed = place.gate("agreed", "labeled", **by_leader)
    assert agreed["verdict"] == "allow", agreed["reasons"]
    assert place.may_enter()

    git(place.home, "fetch", "-q", "origin")
    git(place.home, "merge", "-q", "--no-ff", "-m", "Verwerkt", f"origin/{github.branch}")
    git(place.home, "push", "-q", "origin", "main")
    place.chdir(place.home)
    text = (place.home / "covenants/de-buurt/1-ambition.md").read_text()
    assert text.endswith("Buren eten samen.\n")
    assert place.convenant("check", "--quiet").exit_code == 0

    shown = place.run("consent", "collect", "de-buurt", "--number", 7, "--dry-run")
    assert "answer: agree\n" in shown.stdout
    written = place.run("consent", "collect", "de-buurt", "--number", 7).stdout.split()
    folder = "covenants/de-buurt/"
    assert written == [
        f"{folder}consents/linde.yaml",
        f"{folder}reviews/gemeente.yaml",
        f"{folder}reviews/linde.yaml",
    ]
    kept = (place.home / written[0]).read_text()
    assert "function: voorzitter" in kept
    assert "bestuur-linde" not in kept
    again = place.run("consent", "collect", "de-buurt", "--number", 7)
    assert "valt niets vast te leggen" in again.stderr


def test_a_text_that_changes_after_the_jurists_must_be_looked_at_again(place: Place) -> None:
    github = place.github
    begin(place)
    place.hand_in("form", body(place), "bestuur-linde")
    github.label("gespreksleider", "legal-review")
    place.gate("opened", "opened")
    for jurist in ("jurist-linde", "jurist-gemeente"):
        github.review(jurist, "APPROVED", github.head)
    assert place.gate("closed")["stage"] == "closed"
    place.hand_in("later", body(place).replace("samen.", "samen, elke dag."), "bestuur-linde")
    assert place.gate("again")["stage"] == "open"
    assert "legal-approved" not in github.labels
