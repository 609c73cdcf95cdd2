"""Proposals and their records on real repositories: an origin and the clones of several people."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from convenant.edges.seam import watch
from convenant.errors import ConvenantError
from round_rig import clone, edit, git, make_origin, state

ROOT = Path(__file__).parents[2]
KADE = "covenants/groene-kade"
GOAL = "Er zijn meer planten, vogels en insecten."
Run = Callable[..., Result]


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    return make_origin(tmp_path, ROOT / KADE)


@pytest.fixture
def at(origin: Path, convenant: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """`at("one", "proposals")`: a command in somebody's clone, which is made when it is needed."""

    def run(name: str, *words: str) -> Result:
        folder = origin.parent / name
        if not folder.exists():
            clone(origin, name)
        monkeypatch.chdir(folder)
        return convenant(*words)

    return run


def listed(result: Result) -> dict[str, dict[str, Any]]:
    return {p["id"]: p for p in json.loads(result.stdout)["proposals"]}


def change_goal(folder: Path, text: str) -> None:
    edit(folder / KADE, "1-ambition.yaml", GOAL, text)


def propose(at: Run, origin: Path, name: str, party: str, text: str) -> Result:
    if not (origin.parent / name).exists():
        clone(origin, name)
    change_goal(origin.parent / name, text)
    return at(name, "propose", "groene-kade", "--as", party, "-m", f"Doel: {text}")


def test_an_edit_becomes_a_proposal_and_the_folder_is_as_it_was(origin: Path, at: Run) -> None:
    result = propose(at, origin, "one", "kadegroep", "Meer vogels.")
    assert result.exit_code == 0, result.output
    one = origin.parent / "one"
    assert git(one, "status", "--porcelain") == ""
    assert GOAL in (one / KADE / "1-ambition.yaml").read_text()
    ref = "proposal/groene-kade/kadegroep-1"
    assert "Meer vogels." in git(origin, "show", f"{ref}:{KADE}/1-ambition.yaml")
    who = git(origin, "log", "-1", "--format=%an|%ae|%cn|%ce", ref)
    assert who == "|".join(["Kadegroep Havenkwartier", "kadegroep@groene-kade.invalid"] * 2)


def test_another_clone_sees_it_with_its_section_its_clause_and_its_party(
    origin: Path, at: Run
) -> None:
    propose(at, origin, "one", "kadegroep", "Meer vogels.")
    propose(at, origin, "two", "gemeente", "Meer insecten.")
    found = listed(at("three", "proposals", "--json"))
    assert set(found) == {"kadegroep-1", "gemeente-1"}
    one = found["kadegroep-1"]
    assert (one["sections"], one["clauses"]) == ([1], ["1-ambition.yaml#D2"])
    assert (one["labels"], one["beside"]) == (["section/1"], ["gemeente-1"])
    assert one["applies"]
    assert one["claimed"]


def test_dry_run_shows_the_proposal_and_changes_nothing(origin: Path, at: Run) -> None:
    one = clone(origin, "one")
    change_goal(one, "Meer vogels.")
    before = state(one), state(origin), git(one, "status", "--porcelain")
    shown = at("one", "propose", "--as", "kadegroep", "-m", "Doel", "--dry-run")
    assert (state(one), state(origin), git(one, "status", "--porcelain")) == before
    real = at("one", "propose", "--as", "kadegroep", "-m", "Doel")
    assert real.stdout == shown.stdout
    assert "kadegroep-1" in real.stdout


def test_concerns_labels_and_withdrawal_travel_and_survive_a_newer_version(
    origin: Path, at: Run
) -> None:
    propose(at, origin, "one", "kadegroep", "Meer vogels.")
    assert at("two", "proposal", "concern", "kadegroep-1", "Wie telt ze?").exit_code == 0
    words = ("proposal", "label", "kadegroep-1", "legal-review", "--because", "Haast")
    assert at("two", *words).exit_code == 0
    at("one", "sync")
    change_goal(origin.parent / "one", "Nog meer vogels.")
    revised = at("one", "propose", "--revise", "kadegroep-1", "-m", "Scherper")
    assert revised.exit_code == 0, revised.output
    found = listed(at("two", "proposals", "--json"))["kadegroep-1"]
    assert found["concerns"] == ["Wie telt ze?"]
    assert found["labels"] == ["concern", "legal-review", "section/1"]
    assert found["title"] == "Scherper"
    assert at("one", "proposal", "answer", "kadegroep-1").exit_code == 0
    assert listed(at("two", "proposals", "--json"))["kadegroep-1"]["concerns"] == []
    assert at("two", "withdraw", "kadegroep-1").exit_code == 0
    assert listed(at("one", "proposals", "--json")) == {}
    assert listed(at("one", "proposals", "--all", "--json"))["kadegroep-1"]["standing"] == (
        "withdrawn"
    )


def test_two_clones_that_note_things_offline_end_up_the_same(origin: Path, at: Run) -> None:
    propose(at, origin, "one", "kadegroep", "Meer vogels.")
    at("two", "sync")
    away = origin.with_name("away.git")
    origin.rename(away)
    for name in ("one", "two"):
        for text in ("a", "b"):
            result = at(name, "proposal", "concern", "kadegroep-1", f"{text} van {name}")
            assert result.exit_code == 0
            assert "sync" in result.stderr
    away.rename(origin)
    for name in ("one", "two", "one"):
        assert at(name, "sync").exit_code == 0
    one, two = origin.parent / "one", origin.parent / "two"
    tree = "convenant/records^{tree}"
    assert git(one, "rev-parse", tree) == git(two, "rev-parse", tree)
    concerns = listed(at("two", "proposals", "--json"))["kadegroep-1"]["concerns"]
    assert sorted(concerns) == ["a van one", "a van two", "b van one", "b van two"]


def test_what_somebody_takes_out_of_the_records_comes_back(origin: Path, at: Run) -> None:
    propose(at, origin, "one", "kadegroep", "Meer vogels.")
    at("one", "proposal", "concern", "kadegroep-1", "Wie telt ze?")
    two = clone(origin, "two")
    git(two, "switch", "-q", "convenant/records")
    git(two, "rm", "-rq", "groene-kade")
    git(two, "commit", "-qm", "weg")
    git(two, "push", "-q")
    assert at("one", "sync").exit_code == 0
    assert listed(at("three", "proposals", "--json"))["kadegroep-1"]["concerns"] == ["Wie telt ze?"]


def test_a_text_with_an_error_is_told_of_and_not_proposed(origin: Path, at: Run) -> None:
    one = clone(origin, "one")
    edit(one / KADE, "2-partnership.yaml", "by: kadegroep", "by: niemand")
    before = state(one)
    result = at("one", "propose", "--as", "kadegroep", "-m", "x")
    assert result.exit_code == 1
    assert "reference-party" in result.stdout
    assert "niemand" in (one / KADE / "2-partnership.yaml").read_text()
    assert state(one) == before


def test_a_party_that_takes_no_part_cannot_propose(origin: Path, at: Run) -> None:
    change_goal(clone(origin, "one"), "x.")
    result = at("one", "propose", "--as", "waterschap", "-m", "x")
    assert result.exit_code == 2
    assert "kadegroep, gemeente, zaaierij, gespreksleider" in result.stderr


def test_without_a_terminal_every_question_names_its_option(origin: Path, at: Run) -> None:
    change_goal(clone(origin, "one"), "x.")
    assert "--as" in at("one", "propose").stderr
    assert "--message" in at("one", "propose", "--as", "gemeente").stderr


def test_an_untouched_folder_gives_nothing_to_propose(origin: Path, at: Run) -> None:
    with pytest.raises(ConvenantError, match="nothing to propose"):
        at("one", "propose", "groene-kade", "--as", "gemeente", "-m", "x")


def test_a_link_is_never_read_into_a_proposal(origin: Path, at: Run) -> None:
    one = clone(origin, "one")
    (one / KADE / "figures/x.svg").symlink_to("/etc/hostname")
    with pytest.raises(ConvenantError, match="link"):
        at("one", "propose", "groene-kade", "--as", "gemeente", "-m", "x")


def test_new_and_removed_files_are_part_of_the_proposal(origin: Path, at: Run) -> None:
    one = clone(origin, "one")
    (one / KADE / "annexes").mkdir()
    (one / KADE / "annexes/tuin.md").write_text("# Tuin\n")
    edit(one / KADE, "5-annexes.yaml", "sources:", _ANNEX + "sources:")
    assert at("one", "propose", "--as", "gemeente", "-m", "Tuin", "--keep").exit_code == 0
    assert (one / KADE / "annexes/tuin.md").exists()
    git(one, "checkout", "-q", ".")
    git(one, "clean", "-fdq")
    names = git(origin, "show", "--format=", "--name-only", "proposal/groene-kade/gemeente-1")
    assert names.split("\n") == [f"{KADE}/5-annexes.yaml", f"{KADE}/annexes/tuin.md"]


_ANNEX = "annexes:\n  - id: tuin\n    title: Tuin\n    file: annexes/tuin.md\n\n"


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        ("outside", "buiten het convenant"),
        ("records", "vastlegging"),
        ("link", "verwijzing"),
        ("many", "meer dan 200"),
        ("unrelated", "niets met deze werkruimte gemeen"),
    ],
)
def test_a_hostile_proposal_is_listed_with_the_reason_why_it_is_refused(
    origin: Path, at: Run, spoil: str, why: str
) -> None:
    two = clone(origin, "two")
    git(two, "switch", "-q", "-c", "proposal/groene-kade/zaaierij-1")
    if spoil == "outside":
        (two / "access.yaml").write_text("roles: []\n")
    elif spoil == "records":
        (two / KADE / "consents").mkdir()
        (two / KADE / "consents/x.yaml").write_text("a: 1\n")
    elif spoil == "link":
        (two / KADE / "figures/y.svg").symlink_to("/etc/hostname")
    elif spoil == "many":
        (two / KADE / "annexes").mkdir()
        for number in range(10_000):
            (two / KADE / f"annexes/{number}.md").write_text("x\n")
    else:
        git(two, "switch", "-q", "--orphan", "los")
        (two / "x").write_text("x")
    git(two, "add", ".")
    git(two, "commit", "-qm", "x")
    git(two, "push", "-q", "origin", "HEAD:refs/heads/proposal/groene-kade/zaaierij-1")
    result = at("one", "proposals")
    assert why in result.stdout
    found = listed(at("one", "proposals", "--json"))["zaaierij-1"]
    assert found["fault"]
    assert not found["applies"]


def test_words_and_names_from_others_reach_no_terminal_as_commands(origin: Path, at: Run) -> None:
    two = clone(origin, "two")
    git(two, "switch", "-q", "-c", "proposal/groene-kade/zaaierij-1")
    (two / KADE / "a\nb\x1b[31m.md").write_text("x\n")
    git(two, "add", ".")
    git(two, "commit", "-qm", "\x1b]0;x\x07 titel %s {said} $(id)")
    git(two, "push", "-q", "origin", "HEAD")
    for words in (["proposals"], ["proposal", "show", "zaaierij-1"]):
        result = at("one", *words)
        assert result.exit_code == 0
        assert "\x1b" not in result.stdout
        assert "titel %s {said} $(id)" in result.stdout


def test_a_workspace_without_others_works_alone(origin: Path, at: Run) -> None:
    one = clone(origin, "one")
    git(one, "remote", "remove", "origin")
    change_goal(one, "Meer vogels.")
    assert at("one", "propose", "--as", "gemeente", "-m", "Doel").exit_code == 0
    assert set(listed(at("one", "proposals", "--json"))) == {"gemeente-1"}
    assert "niemand om mee te delen" in at("one", "sync").stdout


def test_another_working_folder_of_the_same_repository_knows_the_proposals(
    origin: Path, at: Run
) -> None:
    propose(at, origin, "one", "kadegroep", "Meer vogels.")
    git(origin.parent / "one", "worktree", "add", "-q", "../side", "-b", "elders")
    assert set(listed(at("side", "proposals", "--json"))) == {"kadegroep-1"}
    change_goal(origin.parent / "side", "x.")
    with pytest.raises(ConvenantError, match="main version"):
        at("side", "propose", "--as", "gemeente", "-m", "x")


def test_a_folder_that_shows_an_earlier_version_says_how_to_come_back(
    origin: Path, at: Run
) -> None:
    one = clone(origin, "one")
    git(one, "switch", "-q", "--detach")
    change_goal(one, "x.")
    with pytest.raises(ConvenantError, match="earlier version") as error:
        at("one", "propose", "--as", "gemeente", "-m", "x")
    assert error.value.values["name"] == "main"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
def test_a_read_only_repository_keeps_the_edit_where_it_is(origin: Path) -> None:
    one = clone(origin, "one")
    git(one, "remote", "remove", "origin")
    change_goal(one, "Meer vogels.")
    objects = one / ".git/objects"
    words = [sys.executable, "-m", "convenant", "propose", "--as", "gemeente", "-m", "x"]
    if os.geteuid() == 0:
        # Root may write everywhere, unless it lays its powers down first.
        words = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", *words]
    objects.chmod(0o500)
    try:
        done = subprocess.run(words, cwd=one, capture_output=True, text=True, check=False)
    finally:
        objects.chmod(0o700)
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    assert "Meer vogels." in (one / KADE / "1-ambition.yaml").read_text()
    assert git(one, "for-each-ref", "refs/heads/proposal") == ""


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EROFS])
def test_a_disk_that_takes_nothing_more_loses_nothing(origin: Path, at: Run, fault: int) -> None:
    one = clone(origin, "one")
    git(one, "remote", "remove", "origin")
    change_goal(one, "Meer vogels.")
    before = state(one)

    def full(step: str) -> None:
        if step.startswith("write"):
            raise OSError(fault, os.strerror(fault))

    watch(full)
    try:
        with pytest.raises(ConvenantError, match="written"):
            at("one", "propose", "--as", "gemeente", "-m", "x")
    finally:
        watch(None)
    assert state(one) == before
    assert "Meer vogels." in (one / KADE / "1-ambition.yaml").read_text()


def test_the_command_line_itself_tells_in_one_sentence_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "covenants/a").mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-m", "convenant", "proposals"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "CONVENANT_LANG": "nl"},
    )
    assert done.returncode == 3
    assert "staat niet in Git" in done.stderr
    assert "Traceback" not in done.stderr
