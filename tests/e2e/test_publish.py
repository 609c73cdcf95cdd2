"""Publishing on GitHub: whatever happens on the way, one name, one release, the right bytes."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from msgspec.structs import replace

from convenant.cli.steps.version.forging import publish_on
from convenant.cli.steps.version.standing import Refused
from convenant.edges.web import http
from convenant.edges.web.github_release import GitHubReleases
from convenant.edges.web.http import Answer, Call, Interface
from convenant.errors import ConvenantError
from convenant.model.forge_release import Publication
from forge_double import REPOSITORY
from release_double import Releases
from sample_repository import MINIMAL, git, repository

Run = Callable[..., Result]
NAME = "buurtkamer/v1.0.0"
STEPS = 13
"""What one run asks of the forge for a version of three files."""

MESSAGE = "Buurtkamer v1.0.0\n\ndigest: 1\nmanifest: 2\ndocument: 3\n"


class Killed(BaseException):
    """What a process that is killed looks like from inside."""


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda seconds: None)


@pytest.fixture
def room(tmp_path: Path) -> Path:
    return repository(tmp_path / "work", MINIMAL, "buurtkamer")


@pytest.fixture
def github(room: Path, tmp_path: Path) -> Releases:
    return Releases(tmp_path / "origin.git")


@pytest.fixture
def wanted(room: Path) -> Publication:
    files = {"buurtkamer.pdf": b"%PDF 1", "buurtkamer-v1.0.0.zip": b"PK 1", "SHA256SUMS": b"1"}
    commit = git(room, "rev-parse", "HEAD")
    return Publication(NAME, commit, MESSAGE, 1_795_000_000, "Buurtkamer", "Tekst", True, files)


def forge(github: Releases) -> GitHubReleases:
    interface = Interface(github, lambda seconds: None, "x")
    return GitHubReleases(interface, interface, REPOSITORY)


def sums(wanted: Publication) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in wanted.files.items()}


def is_right(github: Releases, wanted: Publication) -> bool:
    """One release, seen by all, with the right bytes, under a name that says the right thing."""
    ref = github.git("for-each-ref", "--format=%(objecttype) %(*objectname)", "refs/tags")
    assert github.published() == {wanted.name: sums(wanted)}
    return len(github.releases) == 1 and ref == f"tag {wanted.commit}"


def test_nobody_sees_a_version_before_all_of_it_is_there(
    github: Releases, wanted: Publication
) -> None:
    seen: list[int] = []

    def look(double: Releases, call: Call) -> None:
        seen.append(len(double.published()))

    github.before = look
    publish_on(forge(github), wanted)
    assert set(seen) == {0}
    assert is_right(github, wanted)
    assert github.calls[-1].startswith("PATCH /repos/wolderveen/convenanten/releases/")
    assert github.releases[0]["latest"] == "true"


def test_publishing_again_asks_and_changes_nothing(github: Releases, wanted: Publication) -> None:
    publish_on(forge(github), wanted)
    before = len(github.calls)
    publish_on(forge(github), wanted)
    assert {call.split()[0] for call in github.calls[before:]} == {"GET"}
    assert is_right(github, wanted)


@pytest.mark.parametrize("lost", [False, True], ids=["before it", "after it"])
@pytest.mark.parametrize("step", range(STEPS))
def test_a_run_that_is_killed_at_any_step_is_finished_by_the_next(
    step: int, lost: bool, github: Releases, wanted: Publication
) -> None:
    def kill(double: Releases, call: Call) -> None:
        if len(double.calls) == step + 1:
            raise Killed

    setattr(github, "after" if lost else "before", kill)
    with pytest.raises(Killed):
        publish_on(forge(github), wanted)
    github.before = github.after = None
    publish_on(forge(github), wanted)
    assert is_right(github, wanted)


def test_a_run_asks_as_often_as_the_steps_that_are_killed(
    github: Releases, wanted: Publication
) -> None:
    publish_on(forge(github), wanted)
    assert len(github.calls) == STEPS


@pytest.mark.parametrize("lost", [False, True], ids=["not done", "answer lost"])
@pytest.mark.parametrize(
    "trouble", [OSError("reset"), Answer(502), Answer(500), Answer(503)], ids=str
)
@pytest.mark.parametrize(
    "what", ["POST git/tags", "POST git/refs", "POST releases", "POST assets", "PATCH", "GET"]
)
def test_what_fails_for_a_moment_is_looked_at_again(
    what: str, trouble: Answer | Exception, lost: bool, github: Releases, wanted: Publication
) -> None:
    method, _, end = what.partition(" ")
    left = [trouble]

    def fail(double: Releases, call: Call) -> Answer | None:
        path = call.path.partition("?")[0]
        if left and call.method == method and path.endswith(end):
            given = left.pop()
            if isinstance(given, Exception):
                raise given
            return given
        return None

    setattr(github, "after" if lost else "before", fail)
    publish_on(forge(github), wanted)
    assert not left
    assert is_right(github, wanted)


def test_a_file_that_was_cut_off_is_sent_again(github: Releases, wanted: Publication) -> None:
    github.cut_off = ["buurtkamer.pdf", "SHA256SUMS", "buurtkamer.pdf"]
    publish_on(forge(github), wanted)
    assert github.cut_off == []
    assert is_right(github, wanted)


def test_what_never_arrives_whole_is_never_published(github: Releases, wanted: Publication) -> None:
    github.cut_off = ["buurtkamer.pdf"] * 9
    with pytest.raises(ConvenantError):
        publish_on(forge(github), wanted)
    assert github.published() == {}
    github.cut_off = []
    publish_on(forge(github), wanted)
    assert is_right(github, wanted)


def test_a_file_that_the_forge_got_wrong_is_sent_again(
    github: Releases, wanted: Publication
) -> None:
    def damage(double: Releases, call: Call) -> None:
        if call.method == "POST" and "SHA256SUMS" in call.path and not damaged:
            asset = next(a for a in double.releases[0]["assets"] if a["name"] == "SHA256SUMS")
            asset["digest"] = f"sha256:{'0' * 64}"
            damaged.append(asset)

    damaged: list[object] = []
    github.after = damage
    publish_on(forge(github), wanted)
    assert damaged
    assert is_right(github, wanted)


def test_a_file_of_others_in_a_draft_is_taken_away(github: Releases, wanted: Publication) -> None:
    draft = github.release(NAME)
    forge_path = f"/repos/{REPOSITORY}/releases/{draft['id']}/assets?name=virus.exe"
    github(Call("POST", forge_path, {"Content-Type": "application/octet-stream"}, b"x"))
    publish_on(forge(github), wanted)
    assert is_right(github, wanted)


@pytest.mark.parametrize(
    ("method", "end"),
    [("POST", "/tags"), ("POST", "/refs"), ("POST", "/releases"), ("GET", "/releases")],
)
def test_of_two_runs_at_once_one_release_is_left(
    method: str, end: str, github: Releases, wanted: Publication
) -> None:
    def other_run(double: Releases, call: Call) -> None:
        """Another job does all of it while this one is on its way."""
        if call.method == method and call.path.partition("?")[0].endswith(end):
            double.before = None
            publish_on(forge(double), wanted)

    github.before = other_run
    publish_on(forge(github), wanted)
    assert github.before is None
    assert is_right(github, wanted)


def test_two_drafts_that_were_begun_at_once_become_one(
    github: Releases, wanted: Publication
) -> None:
    github.release(NAME)
    github.release(NAME)
    publish_on(forge(github), wanted)
    assert is_right(github, wanted)


@pytest.mark.parametrize("moment", ["1999-12-31T23:59:59Z", "2041-01-01T00:00:00Z"])
def test_a_clock_that_is_wrong_changes_nothing(
    moment: str, github: Releases, wanted: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.time", lambda: 4_000_000_000.0)
    github.clock = moment
    publish_on(forge(github), wanted)
    named = github.git("rev-parse", f"refs/tags/{NAME}")
    assert is_right(github, wanted)
    other = Releases(github.origin)
    git(github.origin, "tag", "--delete", NAME)
    monkeypatch.setattr("time.time", lambda: 0.0)
    publish_on(forge(other), wanted)
    assert other.git("rev-parse", f"refs/tags/{NAME}") == named


def test_a_name_of_something_else_is_refused_with_what_undoes_it(
    github: Releases, wanted: Publication, room: Path
) -> None:
    for words in (("-a", "-m", "iets\n\nmanifest: 9\n"), ("-a", "-m", "iets anders"), ()):
        git(room, "tag", "--force", *words, NAME, wanted.commit)
        git(room, "push", "--quiet", "--force", "origin", f"refs/tags/{NAME}")
        with pytest.raises(Refused) as refusal:
            publish_on(forge(github), wanted)
        assert f"git push origin :refs/tags/{NAME}" in refusal.value.message
        assert f"git tag --delete {NAME}" in refusal.value.message
        assert github.releases == []
    # Doing what it says undoes it.
    git(room, "push", "--quiet", "origin", f":refs/tags/{NAME}")
    publish_on(forge(github), wanted)
    assert is_right(github, wanted)


@pytest.mark.parametrize("what", ["another byte", "one more", "one less"])
def test_what_was_published_is_never_changed(
    what: str, github: Releases, wanted: Publication
) -> None:
    publish_on(forge(github), wanted)
    before = github.published()
    files = dict(wanted.files)
    if what == "one less":
        del files["SHA256SUMS"]
    else:
        files["SHA256SUMS" if what == "another byte" else "x.txt"] = b"2"
    with pytest.raises(Refused, match=r"SHA256SUMS|x\.txt"):
        publish_on(forge(github), replace(wanted, files=files))
    assert github.published() == before


@pytest.mark.parametrize("status", [401, 403, 404])
def test_what_is_not_allowed_is_told_at_once(
    status: int, github: Releases, wanted: Publication
) -> None:
    github.before = lambda double, call: Answer(status) if call.method == "POST" else None
    with pytest.raises(ConvenantError):
        publish_on(forge(github), wanted)
    assert len([call for call in github.calls if call.startswith("POST")]) == 1


@pytest.fixture
def on_github(github: Releases, monkeypatch: pytest.MonkeyPatch) -> Releases:
    monkeypatch.setattr(http, "connect", lambda *host: github)
    monkeypatch.setenv("GITHUB_TOKEN", "x")
    monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
    monkeypatch.delenv("GITHUB_REF", raising=False)
    return github


def test_a_concept_whose_name_was_pushed_gets_its_release(
    room: Path, on_github: Releases, convenant: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(room.parents[1])
    convenant("release", room, "--concept", "-o", tmp_path / "own", "--push", "origin")
    ref = "refs/tags/buurtkamer/v0.1"
    made = convenant("github", "ready", "--ref", ref, "-o", tmp_path / "dist")
    assert made.exit_code == 0, made.output
    archive = tmp_path / "dist/buurtkamer-v0.1.zip"
    assert archive.read_bytes() == (tmp_path / "own/buurtkamer-v0.1.zip").read_bytes()
    monkeypatch.chdir(tmp_path)
    shown = convenant("github", "publish", archive, "--dry-run")
    assert on_github.calls == []
    assert "Niemand is eraan gebonden" in shown.stdout
    assert convenant("github", "publish", archive).exit_code == 0
    (release,) = on_github.releases
    assert (release["draft"], release["prerelease"], release["latest"]) == (False, True, "false")
    assert release["body"] in shown.stdout
    files = on_github.published()["buurtkamer/v0.1"]
    with zipfile.ZipFile(archive) as inside:
        own = {n.partition("/")[2] for n in inside.namelist() if n.count("/") == 1}
    assert set(files) == {*own, "buurtkamer-v0.1.zip"}
    assert files["buurtkamer-v0.1.zip"] == hashlib.sha256(archive.read_bytes()).hexdigest()


WRONG = (
    ("tag", "--force", "buurtkamer/v0.1", "HEAD"),
    ("tag", "--force", "--annotate", "--message=x", "buurtkamer/v0.1", "HEAD"),
    ("tag", "--annotate", "--message=x", "buurtkamer/v1.0.0", "HEAD"),
)


def test_a_wrong_name_is_refused_with_the_commands_that_undo_it(
    room: Path, on_github: Releases, convenant: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(room.parents[1])
    convenant("release", room, "--concept", "-o", tmp_path / "own")
    for words in WRONG:
        git(room.parents[1], *words)
        name = words[-2]
        done = convenant("github", "ready", "--ref", f"refs/tags/{name}", "-o", tmp_path / "dist")
        assert done.exit_code == 1, done.output
        assert f"git push origin :refs/tags/{name} en git tag --delete {name}" in done.stderr
        assert not (tmp_path / "dist").exists()


def test_a_bundle_that_was_changed_is_not_published(
    room: Path, on_github: Releases, convenant: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(room.parents[1])
    convenant("release", room, "--concept", "-o", tmp_path)
    folder = tmp_path / "buurtkamer-v0.1"
    (folder / "buurtkamer.txt").write_text("anders")
    for place in (folder, tmp_path / "leeg"):
        place.mkdir(exist_ok=True)
        done = convenant("github", "publish", place)
        assert done.exit_code == 1, done.output
    assert on_github.calls == []


def test_a_workspace_without_signatures_has_nothing_to_publish(
    room: Path, on_github: Releases, convenant: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(room.parents[1])
    done = convenant("github", "ready", "-o", tmp_path / "dist")
    assert (done.exit_code, done.stdout) == (0, "")
    assert not (tmp_path / "dist").exists()
    assert json.dumps(on_github.calls) == "[]"
