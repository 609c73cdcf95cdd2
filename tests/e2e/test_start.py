"""The program starts anywhere and ends with the right code."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

FORMATS = ("pdf", "docx", "odt", "html")
Run = Callable[..., subprocess.CompletedProcess[str]]


def bare(**more: str) -> dict[str, str]:
    """Next to nothing of an environment: only where this Python finds the program."""
    kept = {name: os.environ[name] for name in ("PYTHONPATH", "SYSTEMROOT") if name in os.environ}
    return {**kept, **more}


@pytest.fixture
def run(covenant: Path, tmp_path: Path) -> Run:
    """Runs the program as a process, in the workspace of a small covenant."""

    def start(
        *arguments: str,
        env: dict[str, str] | None = None,
        cwd: Path | None = None,
        program: tuple[str, ...] = (sys.executable, "-m", "convenant"),
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*program, *arguments],
            cwd=cwd or covenant.parents[1],
            env=bare(CONVENANT_CACHE=str(tmp_path / "cache")) if env is None else env,
            capture_output=True,
            encoding="utf-8",
            errors="backslashreplace",
            timeout=60,
            check=False,
        )

    return start


def command() -> str:
    """The command that an installation puts beside its Python."""
    beside = Path(sys.executable).with_name("convenant")
    if not beside.exists():
        if os.environ.get("CI") == "true":
            pytest.fail("convenant is not installed")
        pytest.skip("convenant is not installed: pip install -e .")
    return str(beside)


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("--version",), ("check", "--help"), ("check",), ("check", "nergens"), ("nope",)],
    ids=" ".join,
)
def test_the_module_and_the_command_are_the_same(arguments: tuple[str, ...], run: Run) -> None:
    module, script = run(*arguments), run(*arguments, program=(command(),))
    assert (module.returncode, module.stdout, module.stderr) == (
        script.returncode,
        script.stdout,
        script.stderr,
    )
    assert "python" not in module.stdout + module.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--help"], 0),
        (["--version"], 0),
        (["check"], 0),
        (["digest"], 0),
        (["explain", "yaml-tab"], 0),
        (["check", "nergens"], 2),
        (["build", "--format", "rtf"], 2),
        (["build", "--jobs", "0"], 2),
        (["explain", "no-such-rule"], 2),
        (["publish"], 2),
        (["--nope"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_every_command_ends_with_its_code(arguments: list[str], code: int, run: Run) -> None:
    done = run(*arguments)
    assert done.returncode == code, done.stderr
    assert bool(done.stdout) == (code == 0)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["check"], ["build"], ["digest"], ["migrate"]], ids=str)
def test_outside_a_workspace_every_command_ends_with_3_and_a_hint(
    arguments: list[str], run: Run, tmp_path: Path
) -> None:
    empty = tmp_path / "leeg"
    empty.mkdir()
    done = run(*arguments, cwd=empty)
    assert done.returncode == 3
    assert [line[:1] for line in done.stderr.splitlines()] == ["T", "→"]
    assert list(empty.iterdir()) == []


def test_an_empty_environment_is_enough(run: Run, tmp_path: Path) -> None:
    env = bare(CONVENANT_CACHE=str(tmp_path / "cache"), PATH="", LC_ALL="C", TMPDIR=str(tmp_path))
    assert run("check", env=env).returncode == 0
    done = run("build", "--output", str(tmp_path / "uit"), env=env)
    assert done.returncode == 0, done.stderr
    assert {file.suffix[1:] for file in (tmp_path / "uit").iterdir()} == set(FORMATS)


def test_no_home_and_no_cache_folder_are_needed(run: Run) -> None:
    for env in (
        bare(),
        bare(HOME=""),
        bare(HOME="/nonexistent"),
        bare(CONVENANT_CACHE="/dev/null/cache"),
        bare(XDG_CACHE_HOME="/proc/nowhere"),
    ):
        done = run("check", env=env)
        assert done.returncode == 0, done.stderr


def test_a_cache_that_is_no_database_is_made_anew(run: Run, tmp_path: Path) -> None:
    kept = tmp_path / "cache/cache-1.sqlite"
    kept.parent.mkdir()
    kept.write_bytes(b"no database" * 1000)
    assert run("check").returncode == 0
    assert run("check").returncode == 0
    assert kept.read_bytes().startswith(b"SQLite format 3\0")


def test_a_reader_that_stops_reading_is_no_error_of_ours(covenant: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "convenant", "explain"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
