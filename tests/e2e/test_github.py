"""The workspace on GitHub, against a double that GitHub's own description judges."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from convenant.edges.web import http
from convenant.edges.web.http import Answer
from convenant.report.request import MARK
from forge_description import FOLDER, needs_node
from forge_double import JOB, REPOSITORY, Double
from gate_case import lay
from round_rig import git

Run = Callable[..., Result]
AGREED = [{"kind": "decided", "said": {"outcome": "agreed"}}]
CHANGE = {"covenants/buurtkamer/1-ambition.md": "# Maatschappelijke ambitie\n\nBuren eten samen.\n"}


@pytest.fixture
def github(monkeypatch: pytest.MonkeyPatch) -> Double:
    double = Double()
    monkeypatch.setattr(http, "connect", lambda: double)
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    monkeypatch.setenv("GITHUB_TOKEN", "x")
    monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
    return double


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "workspace"
    folder.mkdir()
    forge = f"{{repository: {REPOSITORY}, app: convenant-wolderveen}}"
    (folder / "convenant.yaml").write_text(f"name: Proef\nlanguage: nl\nforge: {forge}\n")
    git(folder, "init", "-q", "-b", "main")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def round_(github: Double, workspace: Path, tmp_path: Path, convenant: Run) -> Callable[..., Any]:
    """One event: facts, gate, and what is posted; gives the ruling."""

    def run(form: dict[str, Any], action: str = "synchronize", **event: Any) -> dict[str, Any]:
        form = {"change": CHANGE, "labels": github.labels, **form}
        laid = lay(form | {"event": {"action": action, **event}}, workspace, tmp_path / "case")
        github.head = laid.head
        facts, ruling = tmp_path / "facts.json", tmp_path / "ruling.json"
        asked = convenant("github", "facts", "--event", laid.event, "--output", facts)
        assert asked.exit_code == 0, asked.output
        ruled = convenant("gate", "--event", laid.event, "--facts", facts, "--json")
        ruling.write_text(ruled.stdout)
        told = convenant("github", "tell", "--event", laid.event, "--ruling", ruling)
        assert told.exit_code == 0, told.output
        found: dict[str, Any] = json.loads(ruled.stdout)
        return found

    return run


def test_the_legal_stage_opens_and_closes_by_the_right_people_only(
    github: Double, round_: Callable[..., Any]
) -> None:
    form = {"records": AGREED}
    assert round_(form, "opened")["verdict"] == "allow"
    assert github.labels == ["section/1"]
    github.label("bestuur-linde", "legal-review")
    assert round_(form)["stage"] == "none"
    github.label("bestuur-linde", "legal-review", put=False)
    github.label("gespreksleider", "legal-review")
    assert round_(form)["stage"] == "open"
    github.review("bestuur-linde", "APPROVED", github.head)
    github.review("jurist-gemeente", "APPROVED", github.head)
    waits = round_(form)
    assert [r["party"] for r in waits["reasons"] if r["verdict"] == "wait"] == ["linde"]
    github.comment("bestuur-linde", f"/akkoord {waits['digest'][:12]}")
    assert round_(form)["stage"] == "open"
    github.comment("jurist-linde", f"/akkoord {waits['digest'][:12]}")
    closed = round_(form)
    assert (closed["verdict"], closed["stage"]) == ("allow", "closed")
    assert "legal-approved" in github.labels
    assert [check["conclusion"] for check in github.checks][-1] == "success"
    assert len([c for c in github.comments if c["user"]["login"] == JOB]) == 1


def test_a_later_text_takes_the_label_of_approval_off(
    github: Double, round_: Callable[..., Any]
) -> None:
    github.label("gespreksleider", "legal-review")
    round_({"records": AGREED})
    for jurist in ("jurist-gemeente", "jurist-linde"):
        github.review(jurist, "APPROVED", github.head)
    assert round_({"records": AGREED})["stage"] == "closed"
    later = {"covenants/buurtkamer/1-ambition.md": "# Maatschappelijke ambitie\n\nAnders.\n"}
    assert round_({"records": AGREED, "change": later})["stage"] == "open"
    assert "legal-approved" not in github.labels


def test_the_label_agreed_lasts_as_long_as_the_text_that_it_was_put_on(
    github: Double, round_: Callable[..., Any]
) -> None:
    github.label("gespreksleider", "agreed")
    put = {"label": "agreed", "sender": "gespreksleider"}
    assert round_({}, "labeled", **put)["verdict"] == "allow"
    assert round_({}, "edited")["verdict"] == "allow"
    github.poster = "another-app"
    assert round_({}, "edited")["verdict"] == "wait"
    github.poster = "github-actions"
    later = {"covenants/buurtkamer/1-ambition.md": "# Maatschappelijke ambitie\n\nAnders.\n"}
    assert round_({"change": later})["verdict"] == "wait"


def test_the_report_tells_what_changes_in_words_and_who_goes_on(
    github: Double, round_: Callable[..., Any]
) -> None:
    round_({}, "opened")
    (comment,) = github.comments
    said = comment["body"]
    assert said.startswith(MARK)
    assert "Buren eten samen" in said
    assert "De partijen hebben nog niet over dit voorstel beslist" in said
    assert "de gemeente" in said
    for word in ("commit", "branch", "merge", "pull request"):
        assert word not in said.lower()


def test_the_report_leads_to_the_documents_once_they_are_there(
    github: Double, round_: Callable[..., Any]
) -> None:
    round_({}, "opened")
    shown = f"https://github.com/{REPOSITORY}"
    assert f"{shown}/pull/7/checks" in github.comments[0]["body"]
    github.papers = ["documents", "redline", "evil"]
    round_({}, "edited")
    (comment,) = github.comments
    assert f"gemarkeerd]({shown}/actions/runs/30/artifacts/12)" in comment["body"]
    assert f"worden]({shown}/actions/runs/30/artifacts/11)" in comment["body"]
    assert "evil" not in comment["body"]


def test_documents_by_a_job_that_the_proposal_brings_are_not_led_to(
    github: Double, round_: Callable[..., Any]
) -> None:
    github.papers = ["documents"]
    round_({"change": {**CHANGE, ".github/workflows/check.yml": "name: x\n"}}, "opened")
    assert "artifacts" not in github.comments[0]["body"]


GOALS = "maturity: outline\ngoals:\n  - id: D1\n    text: Meer buren.\n    due: 31-12-2029\n"


def test_what_is_mechanical_is_suggested_once_beside_its_own_line(
    github: Double, round_: Callable[..., Any]
) -> None:
    change = {"covenants/buurtkamer/1-ambition.yaml": GOALS}
    for action in ("opened", "edited"):
        round_({"change": change}, action)
    (remark,) = github.remarks
    assert remark["path"] == "covenants/buurtkamer/1-ambition.yaml"
    assert remark["line"] == 5
    assert "```suggestion\n    due: 2029-12-31\n```" in remark["body"]


def test_a_line_that_was_there_before_is_not_the_business_of_a_proposal(
    github: Double, round_: Callable[..., Any]
) -> None:
    name = "covenants/buurtkamer/1-ambition.yaml"
    more = GOALS + "out_of_scope: [Vervoer]\n"
    round_({"base": {name: GOALS}, "change": {name: more}}, "opened")
    assert github.remarks == []


def test_a_suggestion_that_is_refused_stops_no_ruling(
    github: Double, round_: Callable[..., Any]
) -> None:
    github.deaf = True
    round_({"change": {"covenants/buurtkamer/1-ambition.yaml": GOALS}}, "opened")
    assert [check["conclusion"] for check in github.checks]


def test_a_fence_in_a_text_ends_no_suggestion() -> None:
    from convenant.locale import voice
    from convenant.report.suggestion import suggestions

    old, new = {"1-ambition.md": b""}, {"1-ambition.md": b"a\r\n````\r\n@allen\r\n"}
    (one,) = suggestions(
        old, new, {"1-ambition.md": b"a\n````\n@allen\n"}, "covenants/x", voice("nl")
    )
    assert one.body.endswith("`````suggestion\na\n````\n@allen\n`````")


def test_documents_that_are_not_shown_are_no_doubt(
    github: Double, round_: Callable[..., Any]
) -> None:
    github.trouble = {"actions/runs": [Answer(403, {}, b'{"message":"No"}')]}
    assert round_({"records": AGREED})["verdict"] == "allow"


def test_a_comment_that_copies_the_report_is_not_ours(
    github: Double, round_: Callable[..., Any]
) -> None:
    github.comment("bestuur-linde", f"{MARK}\n\n## ✅ Dit voorstel mag in de hoofdversie")
    github.comment("convenant[bot]", f"{MARK}\n\n## ✅ Dit voorstel mag in de hoofdversie")
    round_({}, "opened")
    assert [c["user"]["login"] for c in github.comments][2:] == [JOB]
    assert "✅" in github.comments[0]["body"]


def test_a_report_that_says_the_same_is_not_posted_again(
    github: Double, round_: Callable[..., Any]
) -> None:
    round_({}, "opened")
    before = len(github.calls)
    round_({}, "edited")
    assert [c for c in github.calls[before:] if "comments" in c and c[0] != "G"] == []


def test_text_of_strangers_is_no_markup_in_the_report(
    github: Double, round_: Callable[..., Any]
) -> None:
    text = "# Maatschappelijke ambitie\n\n@wolderveen/allen &lt;!-- convenant: report --> https://kwaad.example\n"
    round_({"change": {"covenants/buurtkamer/1-ambition.md": text}}, "opened")
    assert "\n@wolderveen" not in github.comments[0]["body"]
    assert " @wolderveen" not in github.comments[0]["body"]


@pytest.mark.parametrize(
    ("part", "answers"),
    [
        ("reviews", [Answer(404, {}, b'{"message":"Not Found"}')]),
        ("timeline", [Answer(403, {}, b'{"message":"Resource not accessible"}')]),
        ("reviews", [Answer(200, {}, b'[{"state": "APPR')]),
        ("reviews", [Answer(200, {}, b'{"message": "odd"}')]),
        ("comments", [Answer(502, {}, b"")] * 4),
        ("timeline", [Answer(429, {"retry-after": "3600"}, b"{}")] * 4),
        ("reviews", [OSError("late")] * 4),
        ("comments", [Answer(422, {}, b'{"message":"Validation Failed"}')]),
    ],
)
def test_the_gate_does_not_allow_on_an_answer_that_fails(
    part: str,
    answers: list[Any],
    github: Double,
    workspace: Path,
    tmp_path: Path,
    convenant: Run,
) -> None:
    laid = lay({"change": CHANGE, "records": AGREED}, workspace, tmp_path / "case")
    github.head, github.trouble = laid.head, {part: list(answers)}
    facts = tmp_path / "facts.json"
    assert convenant("github", "facts", "--event", laid.event, "--output", facts).exit_code == 0
    ruled = convenant("gate", "--event", laid.event, "--facts", facts, "--json")
    assert json.loads(ruled.stdout)["verdict"] == "wait"
    assert "GitHub heeft niet alles verteld" in ruled.stdout


@pytest.mark.parametrize(
    "answers",
    [
        [Answer(503, {}, b""), Answer(500, {}, b"")],
        [Answer(429, {"retry-after": "1"}, b"{}")],
        [Answer(403, {"x-ratelimit-remaining": "0"}, b"{}")],
        [OSError("reset")],
    ],
)
def test_what_only_fails_for_a_moment_is_asked_again(
    answers: list[Any], github: Double, round_: Callable[..., Any]
) -> None:
    github.trouble = {"reviews": list(answers)}
    assert round_({"records": AGREED})["verdict"] == "allow"


def test_every_page_is_read(github: Double, round_: Callable[..., Any]) -> None:
    github.page = 2
    for number in range(5):
        github.comment("bestuur-linde", f"Opmerking {number}")
    github.label("gespreksleider", "legal-review")
    github.label("bestuur-linde", "legal-review", put=False)
    github.label("bestuur-linde", "parked")
    assert round_({"records": AGREED})["stage"] == "open"


def test_a_ruling_about_another_text_is_not_posted(
    github: Double, workspace: Path, tmp_path: Path, convenant: Run
) -> None:
    laid = lay({"change": CHANGE}, workspace, tmp_path / "case")
    ruling = tmp_path / "ruling.json"
    form = {"gate": 1, "verdict": "allow", "title": "x", "report": "x", "labels": []}
    ruling.write_text(json.dumps(form | {"head": laid.head}))
    github.head = "f" * 40
    with pytest.raises(Exception, match="another text"):
        convenant("github", "tell", "--event", laid.event, "--ruling", ruling)
    assert [c for c in github.calls if c[0] != "G"] == []


@pytest.mark.parametrize(
    "change",
    [
        {"gate": 2},
        {"verdict": "yes"},
        {"labels": ["agreed"]},
        {"labels": "section/1"},
        {"report": "x" * 70_000},
        {"head": 7},
        {"suggestions": [{"file": "covenants/../x", "start": 1, "end": 1, "body": "x"}]},
        {"suggestions": [{"file": "covenants/x/y.md", "start": 0, "end": 1, "body": "x"}]},
        {"suggestions": [{"file": "covenants/x/y.md", "start": 1, "end": 1, "body": ""}]},
        {"suggestions": [7]},
        {"suggesting": "x" * 400},
    ],
)
def test_a_ruling_in_another_form_is_not_posted(
    change: dict[str, Any], github: Double, workspace: Path, tmp_path: Path, convenant: Run
) -> None:
    laid = lay({"change": CHANGE}, workspace, tmp_path / "case")
    github.head = laid.head
    ruling = tmp_path / "ruling.json"
    form = {"gate": 1, "verdict": "allow", "title": "x", "report": "x", "labels": []}
    ruling.write_text(json.dumps(form | {"head": laid.head} | change))
    result = convenant("github", "tell", "--event", laid.event, "--ruling", ruling)
    assert result.exit_code == 1
    assert "Er is niets geplaatst" in result.stderr
    assert [c for c in github.calls if c[0] != "G"] == []


def test_setting_up_twice_changes_nothing_the_second_time(
    github: Double, workspace: Path, convenant: Run
) -> None:
    shown = convenant("github", "setup", "--dry-run")
    assert [c for c in github.calls if c[0] != "G"] == []
    first = convenant("github", "setup")
    assert first.stdout == shown.stdout
    assert len(github.known_labels) == 11
    rules = {one["name"]: one["rules"] for one in github.rulesets}
    (check,) = [
        r for r in rules["convenant: main version"] if r["type"] == "required_status_checks"
    ]
    (required,) = check["parameters"]["required_status_checks"]
    assert required == {"context": "convenant gate", "integration_id": 4711}
    before = len(github.calls)
    assert convenant("github", "setup").stdout == ""
    assert [c for c in github.calls[before:] if c[0] != "G"] == []
    assert convenant("github", "status").exit_code == 0


def test_labels_of_another_look_are_mended_and_those_of_others_stay(
    github: Double, workspace: Path, convenant: Run
) -> None:
    convenant("github", "setup")
    github.known_labels[0] |= {"color": "000000"}
    github.known_labels.append({**github.known_labels[1], "name": "hulp", "id": 99})
    assert convenant("github", "status").exit_code == 1
    convenant("github", "setup")
    assert github.known_labels[0]["color"] == "0b6e4f"
    assert github.known_labels[-1]["name"] == "hulp"


def test_without_a_plan_the_next_best_is_told(
    github: Double, workspace: Path, convenant: Run
) -> None:
    github.free = github.private = True
    result = convenant("github", "setup")
    assert "betaald abonnement" in result.stdout
    assert "openbaar" in result.stdout
    assert len(github.known_labels) == 11


def test_without_an_app_the_gate_only_advises(
    github: Double, workspace: Path, convenant: Run
) -> None:
    (workspace / "convenant.yaml").write_text("language: nl\n")
    result = convenant("github", "setup")
    assert "adviseert alleen" in result.stdout
    kinds = {rule["type"] for one in github.rulesets for rule in one["rules"]}
    assert "required_status_checks" not in kinds


def test_a_missing_permission_is_named(github: Double, workspace: Path, convenant: Run) -> None:
    github.admin = False
    github.trouble = {"/labels": [Answer(200, {}, b"[]"), Answer(403, {}, b'{"message":"No"}')]}
    result = convenant("github", "setup")
    assert "Issues: write" in result.stdout
    assert "Administration: write" in result.stdout


MESSAGES = FOLDER / "@octokit/webhooks-examples/api.github.com/index.json"
_HANDLED = ("pull_request", "pull_request_review")


def test_the_message_that_a_job_has_ended_names_the_proposal_of_this_repository() -> None:
    from convenant.load.hook import UnreadableHook, load_hook

    needs_node(MESSAGES)
    kinds = {kind["name"]: kind["examples"] for kind in json.loads(MESSAGES.read_bytes())}
    for message in kinds["workflow_run"]:
        ours = f"https://api.github.com/repos/{message['repository']['full_name']}"
        pull = {"number": 7, "base": {"repo": {"url": ours}}}
        elsewhere = {"number": 9, "base": {"repo": {"url": "https://api.github.com/repos/a/b"}}}
        message["workflow_run"]["pull_requests"] = [elsewhere, pull]
        assert load_hook(json.dumps(message).encode()).request.number == 7
        message["workflow_run"]["pull_requests"] = [elsewhere]
        with pytest.raises(UnreadableHook):
            load_hook(json.dumps(message).encode())


def test_every_real_message_about_a_proposal_is_read_and_nobody_is_taken_for_another() -> None:
    from convenant.load.hook import load_hook

    needs_node(MESSAGES)
    seen: set[tuple[str, str]] = set()
    for kind in json.loads(MESSAGES.read_bytes()):
        if kind["name"] not in _HANDLED:
            continue
        for message in kind["examples"]:
            hook = load_hook(json.dumps(message).encode(), kind["name"])
            pull = message["pull_request"]
            assert hook.request.number == pull["number"]
            assert hook.request.head == pull["head"]["sha"]
            assert hook.request.author.name == pull["user"]["login"]
            assert hook.request.closed == (pull["state"] == "closed")
            assert (hook.labelling is not None) == (message["action"] in ("labeled", "unlabeled"))
            seen.add((kind["name"], message["action"]))
    assert {("pull_request", a) for a in ("opened", "reopened", "synchronize", "closed")} <= seen
    assert {("pull_request", a) for a in ("labeled", "unlabeled", "ready_for_review")} <= seen
    assert {("pull_request_review", a) for a in ("submitted", "dismissed")} <= seen
