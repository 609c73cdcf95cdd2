"""Publishing that is cut off, done twice at once, or done again: one version, the right bytes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from convenant.cli.steps.version import publishing
from convenant.edges.disk import atomic, bundle_file
from convenant.edges.vcs import tag
from outside import program
from sample_repository import MINIMAL, git, repository, store

Run = Callable[..., Result]


class Killed(BaseException):
    """What a process that is killed looks like from inside."""


@pytest.fixture
def room(tmp_path: Path) -> Path:
    return repository(tmp_path / "work", MINIMAL, "buurtkamer")


def release(convenant: Run, room: Path, *more: str) -> Result:
    output = room.parents[2] / "dist"
    return convenant("release", room, "--concept", "-o", output, "--push", "origin", *more)


def published(room: Path) -> dict[str, bytes]:
    """Every file of every bundle, and what was left behind."""
    output = room.parents[2] / "dist"
    return {
        file.relative_to(output).as_posix(): file.read_bytes()
        for file in sorted(output.rglob("*"))
        if file.is_file()
    }


STEPS = {
    "before the bundle is written": (publishing, "write_bundle", "before"),
    "while the folder is written": (Path, "replace", "before"),
    "after the folder": (bundle_file, "write_atomically", "before"),
    "after the archive": (bundle_file, "write_atomically", "after"),
    "before the tag": (publishing, "create_tag", "before"),
    "after the tag": (publishing, "create_tag", "after"),
    "before the push": (publishing, "push_tag", "before"),
    "after the push": (publishing, "push_tag", "after"),
}


@pytest.mark.parametrize("step", STEPS)
def test_a_run_that_was_killed_is_finished_by_the_next(
    step: str, room: Path, convenant: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    owner, name, moment = STEPS[step]
    real = getattr(owner, name)

    def kill(*given: object, **named: object) -> object:
        if moment == "after":
            real(*given, **named)
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(owner, name, kill)
        with pytest.raises(Killed):
            release(convenant, room)
    done = release(convenant, room)
    assert done.exit_code == 0, done.stderr
    after = published(room)
    assert not [file for file in after if ".tmp" in file]
    assert git(room, "tag").split() == ["buurtkamer/v0.1"]
    assert git(tmp_path / "origin.git", "tag").split() == ["buurtkamer/v0.1"]
    # The same as a run that nobody disturbed.
    shutil.rmtree(tmp_path / "dist")
    assert release(convenant, room).exit_code == 0
    assert published(room) == after


def test_the_same_text_gets_one_number(room: Path, convenant: Run) -> None:
    assert release(convenant, room).exit_code == 0
    assert release(convenant, room).exit_code == 0
    assert git(room, "tag").split() == ["buurtkamer/v0.1"]
    (room / "1-ambition.md").write_text("# Maatschappelijke ambitie\n\nSamen.\n")
    store(room.parents[1], "Meer")
    assert release(convenant, room).exit_code == 0
    assert git(room, "tag").split() == ["buurtkamer/v0.1", "buurtkamer/v0.2"]


def test_a_bundle_that_was_changed_is_not_written_over(room: Path, convenant: Run) -> None:
    release(convenant, room)
    file = room.parents[2] / "dist/buurtkamer-v0.1/buurtkamer.txt"
    file.write_text("anders")
    with pytest.raises(Exception, match="Another bundle"):
        release(convenant, room)
    assert file.read_text() == "anders"


def test_of_two_who_publish_at_once_one_wins_and_the_other_is_told(
    room: Path, convenant: Run, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    git(tmp_path, "clone", "--quiet", "origin.git", "other")
    for name, value in (("name", "Ander"), ("email", "ander@example.org")):
        git(other, "config", f"user.{name}", value)
    assert release(convenant, room).exit_code == 0
    # The other has not fetched yet and gives the same number to another text.
    (other / "covenants/buurtkamer/1-ambition.md").write_text("# Ambitie\n\nAnders.\n")
    store(other, "Anders")
    convenant("release", other / "covenants/buurtkamer", "--concept", "-o", tmp_path / "uit")
    assert git(other, "tag").split() == ["buurtkamer/v0.1"]
    with pytest.raises(Exception, match="another version with the name") as told:
        tag.push_tag(other, "origin", "buurtkamer", "v0.1")
    assert "git tag --delete" in str(getattr(told.value, "hint", ""))
    assert git(other, "rev-parse", "buurtkamer/v0.1") != git(room, "rev-parse", "buurtkamer/v0.1")


def test_the_number_of_somebody_else_is_not_given_again(
    room: Path, convenant: Run, tmp_path: Path
) -> None:
    git(tmp_path, "clone", "--quiet", "origin.git", "other")
    other = tmp_path / "other"
    git(other, "config", "user.name", "Ander")
    git(other, "config", "user.email", "ander@example.org")
    assert release(convenant, room).exit_code == 0
    (other / "covenants/buurtkamer/1-ambition.md").write_text("# Ambitie\n\nAnders.\n")
    store(other, "Anders")
    words = ("--concept", "-o", tmp_path / "uit", "--push", "origin")
    done = convenant("release", other / "covenants/buurtkamer", *words)
    assert done.exit_code == 0, done.stderr
    assert (tmp_path / "uit/buurtkamer-v0.2").is_dir()


def test_a_remote_that_is_not_there_changes_nothing(room: Path, convenant: Run) -> None:
    git(room, "remote", "set-url", "origin", "../nergens.git")
    with pytest.raises(Exception, match="Git"):
        release(convenant, room)
    assert git(room, "tag") == ""
    assert not (room.parents[2] / "dist").exists()


def test_a_full_disk_leaves_no_half_bundle(
    room: Path, convenant: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, written = Path.write_bytes, []

    def full(file: Path, data: bytes) -> int:
        written.extend([file] if "dist" in file.parts else [])
        if len(written) > 5:
            raise OSError(28, "No space left on device")
        return real(file, data)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(Exception, match="cannot be written"):
            release(convenant, room)
    assert git(room, "tag") == ""
    assert published(room) == {}
    assert release(convenant, room).exit_code == 0


def test_a_folder_with_changes_is_not_published(room: Path, convenant: Run) -> None:
    (room / "1-ambition.md").write_text("# Ambitie\n\nNog niet.\n")
    done = release(convenant, room)
    assert done.exit_code == 1
    assert "geen versie" in done.stderr


def test_a_plan_is_shown_and_nothing_is_made(room: Path, convenant: Run) -> None:
    done = release(convenant, room, "--dry-run")
    assert done.exit_code == 0
    assert "v0.1" in done.stderr
    assert git(room, "tag") == ""
    assert not (room.parents[2] / "dist").exists()


def test_a_text_with_errors_is_not_published(room: Path, convenant: Run) -> None:
    (room / "1-ambition.md").write_text("# Ambitie\n\nZie [](#nergens).\n")
    store(room.parents[1], "Fout")
    done = release(convenant, room)
    assert done.exit_code == 1
    assert "heeft fouten" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="umask and users are of POSIX")
def test_a_clone_elsewhere_gives_the_same_bytes(room: Path, convenant: Run, tmp_path: Path) -> None:
    release(convenant, room)
    git(room, "push", "--quiet", "origin", "main")
    far = tmp_path / "a far place, é"
    far.mkdir()
    git(far, "clone", "--quiet", "../origin.git", "kloon")
    surroundings = {
        **os.environ,
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "LANG": "tr_TR.UTF-8",
        "HOME": str(far),
        **dict.fromkeys(("USER", "LOGNAME", "USERNAME"), "iemand-anders"),
        "CONVENANT_CACHE": str(far / "cache"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PYTHONHASHSEED": "77",
    }
    words = [sys.executable, "-m", "convenant", "release", "buurtkamer", "--concept", "-o", "uit"]
    program = f"import os, sys; os.umask(0o077); os.execv(sys.executable, {words!r})"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=far / "kloon",
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    there = far / "kloon/uit"
    files = {
        f.relative_to(there).as_posix(): f.read_bytes() for f in there.rglob("*") if f.is_file()
    }
    assert files == published(room)


def test_a_signed_name_is_proven_and_a_strange_key_is_not(
    room: Path, convenant: Run, tmp_path: Path
) -> None:
    program("ssh-keygen", "apt-get install openssh-client")
    root = room.parents[1]
    for name in ("ours", "theirs"):
        words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", tmp_path / name]
        subprocess.run([str(word) for word in words], check=True, capture_output=True)
        public = (tmp_path / f"{name}.pub").read_text().strip()
        (tmp_path / f"{name}.signers").write_text(f"uitgever {public}\n")
    for key, value in (
        ("gpg.format", "ssh"),
        ("user.signingkey", str(tmp_path / "ours")),
        ("tag.gpgSign", "true"),
    ):
        git(root, "config", key, value)
    assert release(convenant, room).exit_code == 0
    said = {}
    for name in ("ours", "theirs"):
        words = ("--repository", root, "--allowed-signers", tmp_path / f"{name}.signers", "--json")
        bundle = tmp_path / "dist/buurtkamer-v0.1.zip"
        found = json.loads(convenant("verify", bundle, *words).stdout)["verdicts"]
        (said[name],) = [v["outcome"] for v in found if v["subject"] == "tag-signature"]
    assert said == {"ours": "proven", "theirs": "unproven"}


def test_nothing_is_written_by_halves(tmp_path: Path) -> None:
    # What the steps above rely on: a name points at whole bytes or at nothing.
    atomic.write_atomically(tmp_path / "x", b"1")
    assert [file.name for file in tmp_path.iterdir()] == ["x"]


def test_the_house_style_of_then_is_kept_with_the_version(
    room: Path, convenant: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = room.parents[1] / "convenant.yaml"
    plain = settings.read_text()
    settings.write_text(plain + "house_style:\n  colour: '#7a1f3d'\n")
    store(room.parents[1], "Kleur")
    assert release(convenant, room).exit_code == 0
    assert (tmp_path / "dist/buurtkamer-v0.1/style/convenant.yaml").is_file()
    settings.write_text(plain)
    store(room.parents[1], "Weer gewoon")
    monkeypatch.chdir(tmp_path)
    for words in ([], ["--repository", room.parents[1]]):
        said = convenant("verify", tmp_path / "dist/buurtkamer-v0.1.zip", *words)
        assert said.exit_code == 0, said.stdout
