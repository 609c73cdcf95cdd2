"""Surroundings that fail in the middle: a full disk, closed streams, a terminal of nothing.

Each ends in one sentence with a hint and exit code 3, never in a traceback or half a file.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell sets the limits")

CONVENANT = f'"{sys.executable}" -m convenant'


def run(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    kept = {name: value for name, value in os.environ.items() if name != "CONVENANT_LANG"}
    clean = {**kept, "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env={**clean, **environment},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode(errors="replace")
    return done


@pytest.fixture
def workspace(covenant: Path) -> Path:
    return covenant.parents[1]


def test_no_room_for_temporary_files_is_one_error_and_leaves_nothing(
    workspace: Path, tmp_path: Path
) -> None:
    # No file may grow beyond a kilobyte: to a program that writes, the disk is full.
    limit = 'ulimit -f 2; exec "$@"'
    done = run(
        f"/bin/sh -c '{limit}' sh {CONVENANT} build --no-cache -o \"{tmp_path}/uit\"", workspace
    )
    assert done.returncode == 3
    assert done.stdout == b""
    assert done.stderr.count(b"Temporary files cannot be written: ") == 1
    assert done.stderr.count("→".encode()) == 1
    assert list((tmp_path / "uit").iterdir()) == []


def test_a_full_disk_behind_the_result_is_told_and_is_no_success(workspace: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    for command in ("--help", "explain yaml-alias", "digest", "check --format json"):
        done = run(f"{CONVENANT} {command} >/dev/full", workspace)
        assert done.returncode == 3, command
        assert done.stderr.startswith(b"The computer refuses: No space left on device.\n")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_from_the_start_changes_no_outcome(
    closed: str, workspace: Path
) -> None:
    assert run(f"{CONVENANT} check {closed}", workspace).returncode == 0
    done = run(f"{CONVENANT} build --format html --no-cache -o uit {closed}", workspace)
    assert done.returncode == 0
    (page,) = (workspace / "uit").iterdir()
    assert page.read_bytes().rstrip().endswith(b"</html>")


def test_a_reader_that_stops_early_gets_no_traceback(workspace: Path) -> None:
    run(f"{CONVENANT} check --format json | head -c 1", workspace)


@pytest.mark.parametrize(
    "surroundings",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "xx_YY.nonsense", "LANGUAGE": "../../etc"},
        {"COLUMNS": "1", "TERM": "dumb", "NO_COLOR": "1"},
        {"COLUMNS": "-5", "TERM": ""},
        {"SOURCE_DATE_EPOCH": "99999999999999999999"},
        {"TMPDIR": "/nonexistent"},
    ],
)
def test_odd_surroundings_give_the_same_verdict(
    surroundings: dict[str, str], workspace: Path
) -> None:
    assert run(f"{CONVENANT} check --no-cache", workspace, **surroundings).returncode == 0
    assert run(f"{CONVENANT} check --help", workspace, **surroundings).returncode == 0


def test_a_name_that_is_too_long_for_a_disk_is_told_wherever_it_is_given(workspace: Path) -> None:
    name = "x" * 400
    assert run(f"{CONVENANT} check {name}", workspace).returncode == 3
    assert run(f"{CONVENANT} build -o {name}", workspace).returncode == 3
    # In the settings it is a partner's mistake and has its place.
    (workspace / "convenant.yaml").write_text(f"house_style: {{logo: {name}.png}}\n")
    done = run(f"{CONVENANT} check", workspace)
    assert done.returncode == 1
    assert b"convenant.yaml:1:21" in done.stdout


@pytest.mark.parametrize("question", ["--at HEAD", "--since v1"])
def test_without_git_an_earlier_version_is_one_clear_error(question: str, workspace: Path) -> None:
    done = run(f"{CONVENANT} check {question}", workspace, PATH="/nonexistent")
    assert done.returncode == 3
    assert done.stderr.startswith(b"Git is not there")


def test_a_repository_without_a_folder_to_work_in_has_no_earlier_versions(workspace: Path) -> None:
    subprocess.run(["git", "init", "-q", "--bare", workspace / ".git"], check=True)
    assert run(f"{CONVENANT} check --at HEAD", workspace).returncode == 3
