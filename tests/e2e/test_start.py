"""The program starts anywhere, ends with the right code, and can be interrupted at any moment."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from outside import program

ROOT = Path(__file__).parents[2]
FORMATS = ("pdf", "docx", "odt", "html")
Run = Callable[..., subprocess.CompletedProcess[str]]

linux = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks into /proc")


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
    return program("convenant", "pip install -e .")


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


def test_a_user_without_a_home_is_no_obstacle(run: Run) -> None:
    # As in a container that runs under a number that nobody has.
    start = (
        "import pwd, sys\n"
        "def nobody(number): raise KeyError(number)\n"
        "pwd.getpwuid = nobody\n"
        "from convenant.cli import main\n"
        "sys.argv = ['convenant', 'check']\n"
        "main()\n"
    )
    done = run("-c", start, env=bare(), program=(sys.executable,))
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "ascii", "utf-8"])
def test_a_stream_that_knows_few_letters_gets_the_sentences_all_the_same(
    encoding: str, run: Run, tmp_path: Path
) -> None:
    env = bare(CONVENANT_CACHE=str(tmp_path / "cache"), PYTHONIOENCODING=encoding)
    text = run("check", env=env)
    assert text.returncode == 0, text.stderr
    assert "incomplete-next" in text.stdout
    machine = run("check", "--format", "json", env=env)
    assert machine.returncode == 0, machine.stderr
    assert "‘" in "".join(p["message"] for p in json.loads(machine.stdout)["problems"])


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


# Interrupting.


class Building:
    """A build in its own process group, with everything that it starts and writes in view."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.output, self.temporary = folder / "uit", folder / "tmp"
        self.temporary.mkdir(parents=True)
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "convenant", "build", str(ROOT / "covenants/de-linde")),
                *("--output", str(self.output), "--no-cache"),
            ],
            env={
                **os.environ,
                "TMPDIR": str(self.temporary),
                "SOURCE_DATE_EPOCH": "1767225600",
                "CONVENANT_CACHE": str(cache),
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def files(self) -> set[str]:
        return {file.name for file in self.output.iterdir()} if self.output.is_dir() else set()

    def children(self) -> set[int]:
        """Everything that was started with our folder for temporary files, but the build itself."""
        mark, found = f"TMPDIR={self.temporary}".encode(), set()
        for place in Path("/proc").iterdir():
            if place.name.isdigit() and int(place.name) != self.process.pid:
                with suppress(OSError):
                    if mark in (place / "environ").read_bytes().split(b"\0"):
                        found.add(int(place.name))
        return found

    def wait_until(self, seen: Callable[[], bool]) -> None:
        late = time.monotonic() + 60
        while not seen():
            assert self.process.poll() is None, self.process.communicate()
            assert time.monotonic() < late
            time.sleep(0.005)

    def wait_until_alone(self) -> None:
        """A question to Git that was just being asked ends by itself; nothing else may be there."""
        late = time.monotonic() + 5
        while self.children() and time.monotonic() < late:
            time.sleep(0.005)
        assert self.children() == set()

    def stop(self, number: int = signal.SIGINT) -> tuple[int, str]:
        """What Ctrl-C does to the process that runs in front: its code and its standard error."""
        self.process.send_signal(number)
        _, said = self.process.communicate(timeout=10)
        return self.process.returncode, said

    def end(self) -> None:
        with suppress(OSError):
            os.killpg(self.process.pid, signal.SIGKILL)
        for child in self.children():
            with suppress(OSError):
                os.kill(child, signal.SIGKILL)


@pytest.fixture
def building(tmp_path: Path) -> Iterator[Callable[[], Building]]:
    started: list[Building] = []

    def start() -> Building:
        started.append(Building(tmp_path / str(len(started)), tmp_path / "cache"))
        return started[-1]

    yield start
    for one in started:
        one.end()


def assert_clean(build: Building, outcome: tuple[int, str], code: int = 130) -> None:
    said = "Gestopt. De bestanden die al klaar waren, zijn volledig."
    assert (outcome[0], outcome[1].strip()) == (code, said)
    build.wait_until_alone()
    assert list(build.temporary.iterdir()) == []
    assert build.files() <= {f"de-linde.{form}" for form in FORMATS}


@linux
def test_ctrl_c_while_pandoc_reads_leaves_nothing_behind(building: Callable[[], Building]) -> None:
    build = building()
    build.wait_until(lambda: bool(build.children()))
    assert_clean(build, build.stop())
    assert build.files() == set()


@linux
def test_ctrl_c_while_documents_are_written_leaves_whole_files_only(
    building: Callable[[], Building],
) -> None:
    whole = building()
    whole.process.communicate(timeout=120)
    assert whole.process.returncode == 0
    build = building()
    build.wait_until(lambda: bool(build.files()))
    assert_clean(build, build.stop())
    for name in build.files():
        assert (build.output / name).read_bytes() == (whole.output / name).read_bytes(), name


@linux
@pytest.mark.parametrize("moment", [0, 0.02, 0.05, 0.08, 0.12, 0.2, 0.3, 0.45])
def test_ctrl_c_ends_a_build_at_once_at_any_moment(
    moment: float, building: Callable[[], Building]
) -> None:
    build = building()
    # Before this the interpreter itself is still starting.
    build.wait_until(build.output.is_dir)
    time.sleep(moment)
    if build.process.poll() is None:
        assert_clean(build, build.stop())


@linux
def test_a_request_to_terminate_is_as_clean(building: Callable[[], Building]) -> None:
    build = building()
    build.wait_until(lambda: bool(build.children()))
    assert_clean(build, build.stop(signal.SIGTERM), code=143)


def test_a_program_that_uses_the_package_keeps_its_own_ctrl_c() -> None:
    probe = "import signal, convenant.cli; print(signal.getsignal(signal.SIGINT).__name__)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "default_int_handler"


@linux
def test_a_build_leaves_no_process_and_no_temporary_file(
    building: Callable[[], Building],
) -> None:
    build = building()
    build.process.communicate(timeout=120)
    assert build.process.returncode == 0
    assert build.files() == {f"de-linde.{form}" for form in FORMATS}
    assert build.children() == set()
    assert list(build.temporary.iterdir()) == []
