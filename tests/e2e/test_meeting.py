"""A meeting on real repositories: decide, close, undo; and everything that can come in between."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from convenant.cli import cli
from convenant.edges.seam import watch
from convenant.edges.vcs import change
from convenant.errors import ConvenantError
from round_rig import clone, edit, git, make_origin, state

ROOT = Path(__file__).parents[2]
KADE = "covenants/groene-kade"
GOAL = "Er zijn meer planten, vogels en insecten."
Run = Callable[..., Result]


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An origin and a clone in which two proposals are agreed and the meeting is still open."""
    place = tmp_path_factory.mktemp("ready")
    one = clone(make_origin(place, ROOT / KADE), "one")
    runner, before = CliRunner(env={"CONVENANT_LANG": "nl"}), Path.cwd()
    os.chdir(one)
    try:
        for party, name, old, new in _WANTED:
            edit(one / KADE, name, old, new)
            words = ["propose", "--as", party, "-m", f"{party} wil iets anders"]
            well(runner.invoke(cli, words))
        words = ["--date", "2026-11-25", "--section", "1", "--present", "kadegroep"]
        well(runner.invoke(cli, ["meeting", "open", *words, "--absent", "zaaierij"]))
        for id in ("kadegroep-1", "gemeente-1"):
            well(runner.invoke(cli, ["meeting", "decide", id, "agreed"]))
    finally:
        os.chdir(before)
    return place


_WANTED = (
    ("kadegroep", "1-ambition.yaml", GOAL, "Er zijn meer vogels."),
    ("gemeente", "2-partnership.yaml", "Vraagt na tot", "Zoekt uit tot"),
)


@pytest.fixture
def origin(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A fresh workspace, or with `HELD` a copy of the one whose meeting can be closed."""
    if hasattr(request, "param"):
        ready: Path = request.getfixturevalue("ready")
        return copies(ready / "origin.git", tmp_path / "held").parent / "origin.git"
    return make_origin(tmp_path, ROOT / KADE)


HELD = pytest.mark.parametrize("origin", ["held"], indirect=True)


@pytest.fixture(autouse=True)
def _nobody_watches() -> Iterator[None]:
    yield
    watch(None)


@pytest.fixture
def at(origin: Path, convenant: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    def run(name: str, *words: str) -> Result:
        folder = origin.parent / name
        if not folder.exists():
            clone(origin, name)
        monkeypatch.chdir(folder)
        return convenant(*words)

    return run


def well(result: Result) -> Result:
    assert result.exit_code == 0, result.output
    return result


def propose(at: Run, origin: Path, party: str, name: str, old: str, new: str) -> None:
    one = origin.parent / "one"
    if not one.exists():
        clone(origin, "one")
    edit(one / KADE, name, old, new)
    well(at("one", "propose", "--as", party, "-m", f"{party} wil iets anders"))


def text(folder: Path, name: str = "1-ambition.yaml") -> str:
    return (folder / KADE / name).read_text(encoding="utf-8")


def main_text(repository: Path, name: str) -> str:
    return git(repository, "show", f"main:{KADE}/{name}")


@HELD
def test_closing_takes_over_what_was_agreed_and_writes_record_minutes_and_name(
    at: Run, origin: Path
) -> None:
    one = origin.parent / "one"
    well(at("one", "meeting", "raise", "1", "concrete"))
    well(at("one", "meeting", "close"))
    assert git(one, "status", "--porcelain") == ""
    assert "meer vogels." in text(one)
    assert "Zoekt uit" in text(one, "2-partnership.yaml")
    assert "maturity: concrete" in text(one)
    assert state(one)["refs/heads/main"] == state(origin)["refs/heads/main"]
    tag = "groene-kade/meeting/2026-11-25"
    assert git(origin, "cat-file", "-t", tag) == "tag"
    assert git(origin, "rev-parse", f"{tag}^{{commit}}") == git(origin, "rev-parse", "main")
    assert "kadegroep wil iets anders" in main_text(origin, "meetings/2026-11-25.md")
    merged = git(origin, "log", "--first-parent", "--format=%an %P", "main").split("\n")
    assert [len(line.split()[-2:][0]) for line in merged[1:3]] == [40, 40]
    well(at("one", "check", "groene-kade"))
    assert "voorstellen" in at("two", "proposals").stdout


@HELD
def test_dry_run_shows_the_very_plan_and_changes_nothing(at: Run, origin: Path) -> None:
    one = origin.parent / "one"
    before = state(one), state(origin)
    shown = well(at("one", "meeting", "close", "--dry-run"))
    assert (state(one), state(origin)) == before
    assert git(one, "status", "--porcelain") == ""
    assert well(at("one", "meeting", "close")).stdout == shown.stdout


def test_a_clash_is_shown_as_two_texts_with_a_choice_and_no_marks(at: Run, origin: Path) -> None:
    propose(at, origin, "kadegroep", "1-ambition.yaml", GOAL, "Er zijn meer vogels.")
    propose(at, origin, "gemeente", "1-ambition.yaml", GOAL, "Er zijn meer insecten.")
    well(at("one", "meeting", "open"))
    for id in ("kadegroep-1", "gemeente-1"):
        well(at("one", "meeting", "decide", id, "agreed"))
    before = state(origin)["refs/heads/main"]
    clash = at("one", "meeting", "close")
    assert clash.exit_code == 1
    assert "1 – kadegroep-1" in clash.stdout
    assert "Er zijn meer insecten." in clash.stdout
    assert "<<<<" not in clash.stdout
    assert state(origin)["refs/heads/main"] == before
    well(at("one", "meeting", "close", "--choose", "1=Er is meer leven."))
    one = origin.parent / "one"
    assert "Er is meer leven." in text(one)
    minutes = next((one / KADE / "meetings").glob("*.md")).read_text()
    assert "‘Er zijn meer insecten.’ werd ‘Er is meer leven.’" in minutes


def test_an_amendment_is_taken_over_in_its_agreed_words(at: Run, origin: Path) -> None:
    propose(at, origin, "kadegroep", "1-ambition.yaml", GOAL, "Er zijn meer vogels.")
    well(at("one", "meeting", "open"))
    words = ("--instead", "meer vogels", "veel meer vogels")
    well(at("one", "meeting", "decide", "kadegroep-1", "agreed", *words))
    well(at("one", "meeting", "close"))
    assert "Er zijn veel meer vogels." in text(origin.parent / "one")
    wrong = at("one", "meeting", "open", "--id", "tweede")
    well(wrong)
    propose(at, origin, "gemeente", "2-partnership.yaml", "Vraagt na tot", "Zoekt uit tot")
    result = at("one", "meeting", "decide", "gemeente-1", "agreed", "--instead", "nergens", "x")
    assert result.exit_code == 2
    assert "niet precies één keer" in result.stderr


def test_a_parked_proposal_stays_with_its_reason_and_can_be_agreed_later(
    at: Run, origin: Path
) -> None:
    propose(at, origin, "kadegroep", "1-ambition.yaml", GOAL, "Er zijn meer vogels.")
    well(at("one", "meeting", "open", "--id", "een"))
    assert at("one", "meeting", "decide", "kadegroep-1", "parked").exit_code == 2
    well(at("one", "meeting", "decide", "kadegroep-1", "parked", "--reason", "Eerst tellen"))
    well(at("one", "meeting", "close"))
    listed = json.loads(at("two", "proposals", "--json").stdout)["proposals"]
    assert [(p["standing"], p["reason"]) for p in listed] == [("parked", "Eerst tellen")]
    well(at("one", "meeting", "open", "--id", "twee"))
    well(at("one", "meeting", "decide", "kadegroep-1", "agreed"))
    well(at("one", "meeting", "adopt", "een"))
    well(at("one", "meeting", "close"))
    assert "meer vogels." in text(origin.parent / "one")
    assert "goedgekeurd in bijeenkomst twee" in text(origin.parent / "one", "meetings/een.md")
    assert "minutes: adopted" in text(origin.parent / "one", "meetings/een.yaml")


@HELD
def test_a_proposal_that_changed_after_the_decision_is_refused_with_the_reason(
    at: Run, origin: Path
) -> None:
    ref = "proposal/groene-kade/kadegroep-1"
    two = clone(origin, "two")
    git(two, "switch", "-q", "-c", "x", f"origin/{ref}")
    edit(two / KADE, "1-ambition.yaml", "Er zijn meer vogels.", "Er zijn minder vogels.")
    git(two, "commit", "-q", "--amend", "-am", "anders")
    git(two, "push", "-qf", "origin", f"HEAD:refs/heads/{ref}")
    before = state(origin)["refs/heads/main"]
    result = at("one", "meeting", "close")
    assert result.exit_code == 1
    assert "gewijzigd nadat de bijeenkomst erover besloot" in result.stdout
    assert state(origin)["refs/heads/main"] == before


@pytest.mark.parametrize(
    ("spoil", "code"),
    [("section", "file-missing"), ("party", "reference-party"), ("schema", "schema-")],
)
def test_a_proposal_that_breaks_the_covenant_is_refused_and_nothing_moves(
    at: Run, origin: Path, spoil: str, code: str
) -> None:
    two = clone(origin, "two")
    git(two, "switch", "-q", "-c", "proposal/groene-kade/zaaierij-1")
    if spoil == "section":
        (two / KADE / "2-partnership.md").unlink()
    elif spoil == "party":
        edit(two / KADE, "covenant.yaml", "- id: zaaierij", "- id: zaaien")
    else:
        edit(two / KADE, "1-ambition.yaml", "maturity: outline", "maturity: rijp")
    git(two, "commit", "-qam", "x")
    git(two, "push", "-q", "origin", "HEAD")
    well(at("one", "meeting", "open"))
    well(at("one", "meeting", "decide", "zaaierij-1", "agreed"))
    before = state(origin)["refs/heads/main"]
    result = at("one", "meeting", "close")
    assert result.exit_code == 1
    assert "zaaierij-1" in result.stdout
    assert code in result.stdout
    assert state(origin)["refs/heads/main"] == before


def test_the_programme_waits_and_a_reason_stays_in_the_record(at: Run, origin: Path) -> None:
    result = at("one", "meeting", "open", "--section", "4")
    assert result.exit_code == 1
    assert "Nog niet concreet: §1, §2 en §3." in result.stdout
    well(at("one", "meeting", "open", "--section", "4", "--because", "De subsidie sluit"))
    well(at("one", "meeting", "close"))
    one = origin.parent / "one"
    minutes = next((one / KADE / "meetings").glob("*.md")).read_text()
    assert "concreet waren: De subsidie sluit" in minutes


@HELD
def test_what_the_gate_lets_wait_is_taken_over_only_with_a_reason(at: Run, origin: Path) -> None:
    one = origin.parent / "one"
    well(at("one", "proposal", "concern", "kadegroep-1", "Wie telt de soorten?"))
    before = state(one), state(origin)
    waits = at("one", "meeting", "close", "--dry-run")
    assert waits.exit_code == 1
    assert "Wie telt de soorten?" in waits.stdout
    assert "convenant proposal answer kadegroep-1 1" in waits.stdout
    assert at("one", "meeting", "close").exit_code == 1
    assert (state(one), state(origin)) == before
    assert at("one", "meeting", "close", "--because", "Dat volgt", "--dry-run").exit_code == 0
    assert (state(one), state(origin)) == before
    well(at("one", "meeting", "close", "--because", "De telling volgt in mei"))
    minutes = next((one / KADE / "meetings").glob("*.md")).read_text()
    assert "bewust toch verwerkt: De telling volgt in mei" in minutes
    record = next((one / KADE / "meetings").glob("*.yaml")).read_text()
    assert "about: gate" in record


@HELD
def test_an_answered_concern_holds_nothing_up(at: Run, origin: Path) -> None:
    well(at("one", "proposal", "concern", "kadegroep-1", "Wie telt de soorten?"))
    well(at("one", "proposal", "answer", "kadegroep-1"))
    well(at("one", "meeting", "close"))
    assert "Er zijn meer vogels." in text(origin.parent / "one")


@HELD
def test_a_reason_does_not_let_in_what_the_gate_refuses(
    at: Run, origin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(change, "FILES_LIMIT", 0)
    one = origin.parent / "one"
    before = state(one)
    told = at("one", "meeting", "close", "--because", "Het moet")
    assert told.exit_code == 1
    assert "--because" not in told.stdout
    assert state(one) == before


@HELD
def test_the_legal_stage_waits_for_the_other_sections_or_for_a_reason(
    at: Run, origin: Path
) -> None:
    early = at("one", "proposal", "label", "kadegroep-1", "legal-review")
    assert early.exit_code == 1
    assert "Nog niet concreet: §1, §2, §3 en §4." in early.stdout
    words = ("proposal", "label", "kadegroep-1", "legal-review", "--because", "De subsidie sluit")
    well(at("one", *words))
    # The stage is open now: what was agreed waits for the jurists.
    waits = at("one", "meeting", "close")
    assert waits.exit_code == 1
    assert "jurist" in waits.stdout
    well(at("one", "proposal", "label", "kadegroep-1", "legal-review", "--off"))
    well(at("one", "meeting", "close"))


@HELD
def test_edits_in_the_way_stop_the_closing_and_stay(at: Run, origin: Path) -> None:
    one = origin.parent / "one"
    (one / KADE / "1-ambition.yaml").write_text("niet opgeslagen\n")
    before = state(one), state(origin)
    with pytest.raises(ConvenantError, match="would be lost") as error:
        at("one", "meeting", "close")
    assert "1-ambition.yaml" in error.value.values["said"]
    assert (state(one), state(origin)) == before
    assert text(one) == "niet opgeslagen\n"


@HELD
def test_edits_elsewhere_stay_through_a_closing(at: Run, origin: Path) -> None:
    one = origin.parent / "one"
    (one / KADE / "3-visualisation.md").write_text("# Nieuw\n")
    (one / "los.txt").write_text("x")
    well(at("one", "meeting", "close"))
    assert text(one, "3-visualisation.md") == "# Nieuw\n"
    assert git(one, "status", "--porcelain").split("\n") == [
        f"M {KADE}/3-visualisation.md".rjust(len(KADE) + 22),
        "?? los.txt",
    ]


@HELD
def test_of_two_facilitators_who_close_at_once_one_wins_and_the_other_loses_nothing(
    at: Run, origin: Path
) -> None:
    one = origin.parent / "one"
    two = clone(origin, "two")
    (two / "x.txt").write_text("x")
    git(two, "add", ".")
    git(two, "commit", "-qm", "eerder")

    def other(step: str) -> None:
        if step.startswith("push ") and "refs/heads/main" in step:
            watch(None)
            git(two, "push", "-q", "origin", "main")

    watch(other)
    before = state(one)["refs/heads/main"]
    with pytest.raises(ConvenantError, match="earlier"):
        at("one", "meeting", "close")
    assert state(one)["refs/heads/main"] == before
    assert git(one, "status", "--porcelain") == ""
    well(at("one", "meeting", "close"))
    assert "meer vogels." in main_text(origin, "1-ambition.yaml")
    assert (one / "x.txt").exists()


@HELD
def test_what_was_closed_offline_while_another_closed_is_done_again_on_top(
    at: Run, origin: Path
) -> None:
    one = origin.parent / "one"
    away = origin.with_name("away.git")
    origin.rename(away)
    result = well(at("one", "meeting", "close"))
    assert "sync" in result.stderr
    away.rename(origin)
    two = clone(origin, "two")
    (two / "x.txt").write_text("x")
    git(two, "add", ".")
    git(two, "commit", "-qm", "eerder")
    git(two, "push", "-q")
    assert "--again" in well(at("one", "sync")).stdout
    well(at("one", "meeting", "close", "--again"))
    assert "meer vogels." in main_text(origin, "1-ambition.yaml")
    assert (one / "x.txt").exists()
    assert git(one, "status", "--porcelain") == ""
    assert state(origin)["refs/heads/main"] == state(one)["refs/heads/main"]


@HELD
def test_offline_closing_is_shared_later(at: Run, origin: Path) -> None:
    one = origin.parent / "one"
    away = origin.with_name("away.git")
    origin.rename(away)
    well(at("one", "meeting", "close"))
    away.rename(origin)
    well(at("one", "sync"))
    assert state(origin)["refs/heads/main"] == state(one)["refs/heads/main"]
    assert "refs/tags/groene-kade/meeting/2026-11-25" in state(origin)


def protect(origin: Path, refuse: str = "refs/heads/main") -> None:
    hook = origin / "hooks/update"
    hook.write_text(f'#!/bin/sh\n[ "$1" != {refuse} ] || {{ echo protected >&2; exit 1; }}\n')
    hook.chmod(0o755)


@HELD
def test_a_protected_main_version_gets_one_version_to_take_over_and_the_name_follows(
    at: Run, origin: Path
) -> None:
    one = origin.parent / "one"
    protect(origin)
    before = state(one)["refs/heads/main"]
    result = well(at("one", "meeting", "close"))
    assert "convenant/close" in result.stderr
    assert state(one)["refs/heads/main"] == before
    assert "beschermd" in well(at("one", "meeting", "close")).stderr
    (origin / "hooks/update").unlink()
    two = clone(origin, "two")
    git(two, "merge", "-q", "--no-ff", "-m", "x", "origin/convenant/close/groene-kade/2026-11-25")
    git(two, "push", "-q")
    result = well(at("one", "meeting", "close"))
    assert "afgemaakt" in result.stderr
    tag = "refs/tags/groene-kade/meeting/2026-11-25"
    assert tag in state(origin)
    assert "meer vogels." in text(one)
    well(at("one", "sync"))
    assert state(one)["refs/heads/main"] == state(origin)["refs/heads/main"]
    assert git(one, "status", "--porcelain") == ""


@HELD
def test_undoing_is_a_new_version_and_opens_the_proposals_again(at: Run, origin: Path) -> None:
    one = origin.parent / "one"
    before = text(one)
    well(at("one", "meeting", "close"))
    closed = state(origin)
    shown = well(
        at("one", "meeting", "undo", "2026-11-25", "--because", "Verkeerde tekst", "--dry-run")
    )
    assert state(origin) == closed
    done = well(at("one", "meeting", "undo", "2026-11-25", "--because", "Verkeerde tekst"))
    assert done.stdout == shown.stdout
    assert text(one) == before
    assert git(one, "status", "--porcelain") == ""
    old = closed["refs/heads/main"]
    assert git(origin, "merge-base", "main", old) == old
    assert "teruggedraaid: Verkeerde tekst" in text(one, "meetings/2026-11-25.md")
    listed = json.loads(at("two", "proposals", "--json").stdout)["proposals"]
    assert {p["id"]: p["standing"] for p in listed} == {
        "kadegroep-1": "open",
        "gemeente-1": "open",
    }
    well(at("one", "meeting", "open", "--id", "opnieuw"))
    well(at("one", "meeting", "decide", "kadegroep-1", "agreed"))
    well(at("one", "meeting", "close"))
    assert "meer vogels." in text(one)
    with pytest.raises(ConvenantError, match="undone already"):
        at("one", "meeting", "undo", "2026-11-25", "--because", "x")


@HELD
def test_a_folder_that_does_not_show_the_main_version_cannot_close(at: Run, origin: Path) -> None:
    one = origin.parent / "one"
    git(one, "switch", "-q", "--detach")
    before = state(origin)["refs/heads/main"]
    with pytest.raises(ConvenantError, match="earlier version"):
        at("one", "meeting", "close")
    git(one, "switch", "-q", "main")
    git(one, "switch", "-q", "-c", "eigen")
    git(one, "worktree", "add", "-q", "../side", "main")
    with pytest.raises(ConvenantError, match="main version"):
        at("one", "meeting", "close")
    assert state(origin)["refs/heads/main"] == before


@HELD
def test_a_clone_without_its_earlier_history_can_close(at: Run, origin: Path) -> None:
    git(origin.parent, "clone", "-q", "--depth=1", "--no-single-branch", f"file://{origin}", "two")
    well(at("two", "meeting", "close"))
    assert "meer vogels." in main_text(origin, "1-ambition.yaml")


class Killed(BaseException):
    """Stands for the end of the process, wherever it comes."""


def copies(origin: Path, to: Path) -> Path:
    """Origin and clone as they are, somewhere else, the clone knowing its origin."""
    subprocess.run(["cp", "-r", str(origin.parent), str(to)], check=True)
    git(to / "one", "remote", "set-url", "origin", str(to / "origin.git"))
    return to / "one"


@HELD
def test_killed_at_any_step_a_closing_is_before_or_after_and_the_next_run_goes_on(
    at: Run, origin: Path, tmp_path: Path, convenant: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "kill"
    place.mkdir()
    ready = copies(origin, place / "ready")
    monkeypatch.chdir(ready)
    steps = steps_of_here(convenant)
    lasting = [n for n, step in enumerate(steps) if not step.startswith(("write ", "wrote "))]
    some_writes = [n for n, step in enumerate(steps) if step.startswith("write ")][::6]
    assert any(step.startswith("move refs/heads/main") for step in steps)
    for number in sorted({*lasting, *some_writes}):
        one = copies(origin, place / f"at-{number}")
        monkeypatch.chdir(one)
        here = one.parent / "origin.git"
        old = state(here)["refs/heads/main"]
        kill_at(number)
        with pytest.raises(Killed):
            convenant("meeting", "close")
        watch(None)
        new = state(here)["refs/heads/main"]
        files = git(here, "ls-tree", "-r", "--name-only", "main")
        assert ("meetings/2026-11-25.yaml" in files) == (new != old), steps[number]
        result = convenant("meeting", "close")
        assert result.exit_code == 0, (steps[number], result.output)
        after = state(here)
        assert "meer vogels." in git(here, "show", f"main:{KADE}/1-ambition.yaml"), steps[number]
        assert state(one)["refs/heads/main"] == after["refs/heads/main"], steps[number]
        assert "refs/tags/groene-kade/meeting/2026-11-25" in after, steps[number]
        assert git(one, "status", "--porcelain") == "", steps[number]
        assert not (one / ".git/convenant/turn.json").exists(), steps[number]


def steps_of_here(convenant: Run) -> list[str]:
    """Every lasting step of a closing, in order."""
    seen: list[str] = []
    watch(seen.append)
    well(convenant("meeting", "close"))
    watch(None)
    return seen


def kill_at(number: int) -> None:
    left = [number]

    def watcher(_: str) -> None:
        if left[0] == 0:
            raise Killed
        left[0] -= 1

    watch(watcher)


_PROGRAM = """
import os, signal, sys
from convenant.cli import cli
from convenant.edges.seam import watch
from convenant.edges.vcs import change
from convenant.cli import main
wanted = sys.argv[1]
def watcher(step):
    if step == wanted:
        os.kill(os.getpid(), signal.SIGKILL)
watch(watcher)
sys.argv = ["convenant", "meeting", "close"]
main()
"""


@HELD
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
@pytest.mark.parametrize("step", ["note done", "folder", "drop note"])
def test_a_process_that_is_killed_for_real_leaves_a_closing_that_goes_on(
    at: Run, origin: Path, step: str
) -> None:
    one = origin.parent / "one"
    surroundings = {**os.environ, "CONVENANT_LANG": "nl"}
    words = [sys.executable, "-c", _PROGRAM, step]
    done = subprocess.run(words, cwd=one, env=surroundings, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    result = well(at("one", "meeting", "close"))
    expected = "voordat er iets was gewijzigd" if step == "note done" else "afgemaakt"
    assert expected in result.stderr
    assert "meer vogels." in text(one)
    assert git(one, "status", "--porcelain") == ""
