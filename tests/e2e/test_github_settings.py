"""Settings of the repository, the list of what is due, and files that follow it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from convenant.cli.steps import moment
from convenant.edges.web import http
from convenant.edges.web.http import Answer
from convenant.report.due import DUE_MARK
from forge_double import REPOSITORY, Double, plain_issue
from gate_case import lay
from round_rig import git

Run = Callable[..., Result]


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
    settle(folder)
    monkeypatch.chdir(folder)
    return folder


def settle(folder: Path, more: str = "") -> None:
    forge = f"{{repository: {REPOSITORY}, app: convenant-wolderveen{more}}}"
    (folder / "convenant.yaml").write_text(f"name: Proef\nlanguage: nl\nforge: {forge}\n")


def posted(github: Double) -> list[str]:
    return [call for call in github.calls if call[0] != "G"]


def test_jobs_only_read_and_know_the_app(github: Double, workspace: Path, convenant: Run) -> None:
    assert "Elke taak mag schrijven" in convenant("github", "status").stdout
    convenant("github", "setup")
    assert github.jobs["default_workflow_permissions"] == "read"
    assert github.jobs["can_approve_pull_request_reviews"] is False
    assert github.variables == {"CONVENANT_APP_ID": "4711"}
    assert convenant("github", "status").exit_code == 0


def test_a_key_that_only_a_person_has_is_asked_for(
    github: Double, workspace: Path, convenant: Run
) -> None:
    github.secrets = []
    assert "CONVENANT_APP_KEY" in convenant("github", "status").stdout


def test_another_number_of_the_app_is_mended(
    github: Double, workspace: Path, convenant: Run
) -> None:
    github.variables["CONVENANT_APP_ID"] = "1"
    convenant("github", "setup")
    assert github.variables == {"CONVENANT_APP_ID": "4711"}


def test_a_label_made_by_hand_is_given_our_name_and_stays_on_what_it_is_on(
    github: Double, workspace: Path, convenant: Run
) -> None:
    convenant("github", "setup")
    number = next(one["id"] for one in github.known_labels if one["name"] == "concern")
    for one in github.known_labels:
        if one["name"] == "concern":
            one |= {"name": "zorg"}
    assert "Noem het label zorg concern." in convenant("github", "setup").stdout
    assert next(o["id"] for o in github.known_labels if o["name"] == "concern") == number
    assert len(github.known_labels) == 11


def test_pages_are_made_only_where_the_workspace_asks_for_them(
    github: Double, workspace: Path, convenant: Run
) -> None:
    convenant("github", "setup")
    assert github.site == ""
    settle(workspace, ", pages: true")
    convenant("github", "setup")
    assert github.site == "workflow"


def test_pages_that_show_drafts_are_changed(
    github: Double, workspace: Path, convenant: Run
) -> None:
    github.site = "legacy"
    assert "ook concepten" in convenant("github", "status").stdout
    convenant("github", "setup")
    assert github.site == "workflow"


def test_without_a_plan_pages_have_a_next_best(
    github: Double, workspace: Path, convenant: Run
) -> None:
    github.free = github.private = True
    settle(workspace, ", pages: true")
    said = convenant("github", "setup").stdout
    assert "op een eigen website" in said
    assert "openbaar" in said


@pytest.mark.parametrize(
    ("part", "permission"),
    [
        ("/actions/permissions", "Administration: read"),
        ("/actions/variables", "Variables: read"),
        ("/actions/secrets", "Secrets: read"),
        ("/pages", "Pages: read"),
    ],
)
def test_what_is_not_shown_is_named_with_the_permission_and_the_place_to_give_it(
    part: str, permission: str, github: Double, workspace: Path, convenant: Run
) -> None:
    github.trouble = {part: [Answer(403, {}, b'{"message":"Resource not accessible"}')]}
    said = convenant("github", "status").stdout
    assert permission in said
    assert "Settings → Developer settings" in said


def test_sync_does_both_and_the_second_time_nothing(
    github: Double, workspace: Path, convenant: Run
) -> None:
    convenant("new", "tuin")
    shown = convenant("github", "sync", "--dry-run")
    assert posted(github) == []
    assert not (workspace / ".github").exists()
    assert convenant("github", "sync").stdout == shown.stdout
    assert (workspace / ".github/ISSUE_TEMPLATE/1-ambition.nl.yml").exists()
    before = len(posted(github))
    assert convenant("github", "sync").stdout == "Op GitHub is alles zoals het hoort.\n"
    assert len(posted(github)) == before


@pytest.fixture
def waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace in which a proposal waits and a concern has no answer."""
    folder = tmp_path / "waiting"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    records = [
        {"kind": "proposed", "role": "party", "party": "linde", "said": {"title": "Anders"}},
        {"kind": "concern", "said": {"text": "Lawaai <b>", "owner": "gemeente"}},
    ]
    change = {"covenants/buurtkamer/1-ambition.md": "# Maatschappelijke ambitie\n\nAnders.\n"}
    lay({"records": records, "change": change}, folder, tmp_path / "case")
    git(folder, "branch", "-q", "-f", "proposal/buurtkamer/linde-1", "change")
    git(folder, "reset", "-q", "--hard")
    monkeypatch.chdir(folder)
    return folder


def test_what_waits_is_kept_in_one_list(
    github: Double, waiting: Path, convenant: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moment.time, "time", lambda: 1_800_000_000.0)
    shown = convenant("github", "remind", "--dry-run")
    assert posted(github) == []
    for _ in range(2):
        assert convenant("github", "remind").stdout == shown.stdout
    (kept,) = github.lists
    assert kept["body"] == shown.stdout
    assert kept["body"].startswith(DUE_MARK)
    assert "1 zorg wacht op antwoord" in kept["body"]
    assert "1 voorstel wacht; er is" in kept["body"]
    assert "Lawaai" not in kept["body"]


def test_the_list_closes_when_nothing_waits_and_opens_again(
    github: Double, waiting: Path, convenant: Run
) -> None:
    convenant("github", "remind")
    records = git(waiting, "rev-parse", "convenant/records")
    git(waiting, "branch", "-q", "-D", "convenant/records", "proposal/buurtkamer/linde-1")
    assert convenant("github", "remind").stdout == ""
    assert [one["state"] for one in github.lists] == ["closed"]
    git(waiting, "branch", "-q", "convenant/records", records)
    convenant("github", "remind")
    assert [one["state"] for one in github.lists] == ["open"]


def test_a_list_of_somebody_else_is_not_ours(github: Double, waiting: Path, convenant: Run) -> None:
    other = plain_issue() | {"number": 3, "body": f"{DUE_MARK}\n\nNiets te doen."}
    github.lists.append(other)
    convenant("github", "remind")
    assert len(github.lists) == 2
    assert github.lists[0]["body"].endswith("Niets te doen.")
