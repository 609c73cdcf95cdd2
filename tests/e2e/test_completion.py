"""The Tab key, in real shells: commands and covenants complete."""

from __future__ import annotations

import os
import re
import select
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from outside import program

pytest.importorskip("pty", reason="needs a system with pseudo-terminals")

SHELLS = {
    "bash": ["--norc", "--noprofile", "-i"],
    "zsh": ["-f", "-i"],
    "fish": ["--no-config"],
}
PREPARE = {"bash": "", "zsh": "autoload -Uz compinit; compinit -u -D; "}
PATIENCE = 20.0
Answers = Callable[..., str]


@pytest.fixture
def surroundings(covenant: Path, tmp_path: Path) -> dict[str, str]:
    """An environment in which the program is a command, and nothing of the user's is read."""
    command = tmp_path / "bin/convenant"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m convenant "$@"\n')
    command.chmod(0o755)
    kept = {k: v for k, v in os.environ.items() if k.startswith(("PYTHON", "CONVENANT", "LC_"))}
    path = f"{command.parent}{os.pathsep}{os.environ['PATH']}"
    return {**kept, "PATH": path, "HOME": str(tmp_path), "TERM": "dumb", "PS1": "> "}


def shell(name: str) -> str:
    return program(name, f"apt-get install {name}")


@pytest.mark.parametrize("name", SHELLS)
def test_the_script_of_a_shell_is_printed(name: str, surroundings: dict[str, str]) -> None:
    done = subprocess.run(
        ["convenant"],
        env={**surroundings, "_CONVENANT_COMPLETE": f"{name}_source"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"{name}_complete" in done.stdout
    assert done.stderr == ""
    if shutil.which(name):
        words = [name, "--no-execute" if name == "fish" else "-n"]
        subprocess.run(words, input=done.stdout, text=True, check=True)


@pytest.fixture(params=["bash", "zsh"])
def press(
    request: pytest.FixtureRequest, covenant: Path, surroundings: dict[str, str]
) -> Iterator[Answers]:
    """Types into a shell in a workspace, presses Tab, and waits until it shows something."""
    import pty

    name = request.param
    program = shell(name)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [program, *SHELLS[name]],
        cwd=covenant.parents[1],
        env=surroundings,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    shown = ""

    def wait_for(wanted: str) -> str:
        nonlocal shown
        late = time.monotonic() + PATIENCE
        while not re.search(wanted, shown):
            ready, _, _ = select.select([ours], [], [], max(0.0, late - time.monotonic()))
            if not ready:
                pytest.fail(f"{name} shows no {wanted!r}: {shown!r}")
            data = os.read(ours, 10_000).decode("utf-8", "replace")
            shown += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|[\x07\r]", "", data)
        return shown

    def type_and_tab(line: str, *, until: str) -> str:
        nonlocal shown
        os.write(ours, f"{line}\t".encode())
        wait_for(until)
        told, shown = shown, ""
        os.write(ours, b"\x15")  # empties the line
        return told

    source = f'{PREPARE[name]}eval "$(_CONVENANT_COMPLETE={name}_source convenant)"'
    os.write(ours, f"{source}; echo rea''dy\n".encode())
    wait_for(r"\nready")
    shown = ""
    yield type_and_tab
    process.kill()
    process.wait()
    with suppress(OSError):
        os.close(ours)


def test_tab_completes_a_command(press: Answers) -> None:
    press("convenant ch", until=r"convenant check ")


def test_tab_completes_an_option(press: Answers) -> None:
    press("convenant build --outp", until=r"--output ")


@pytest.mark.parametrize("command", ["check", "build", "digest", "migrate"])
def test_tab_completes_a_covenant(command: str, press: Answers) -> None:
    press(f"convenant {command} buu", until=r"buurtkamer ")


def test_tab_completes_a_path_where_no_covenant_fits(press: Answers) -> None:
    press("convenant check cov", until=r"covenants/")


def complete_in_fish(line: str, folder: Path, surroundings: dict[str, str]) -> list[str]:
    script = f"_CONVENANT_COMPLETE=fish_source convenant | source; complete -C {shlex.quote(line)}"
    done = subprocess.run(
        [shell("fish"), *SHELLS["fish"], "-c", script],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    return [found.partition("\t")[0] for found in done.stdout.splitlines()]


def test_fish_completes_commands_covenants_and_paths(
    covenant: Path, surroundings: dict[str, str]
) -> None:
    def complete(line: str) -> list[str]:
        return complete_in_fish(line, covenant.parents[1], surroundings)

    assert complete("convenant ch") == ["check"]
    assert complete("convenant build b") == ["buurtkamer"]
    assert "covenants/" in complete("convenant check cov")


def offered(line: str, folder: Path, surroundings: dict[str, str]) -> list[str]:
    """What the program itself answers to a shell."""
    words = line.split(" ")
    asked = {
        "_CONVENANT_COMPLETE": "bash_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
    }
    done = subprocess.run(
        ["convenant"],
        cwd=folder,
        env={**surroundings, **asked},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_a_covenant_that_is_named_already_is_not_offered_again(
    covenant: Path, surroundings: dict[str, str]
) -> None:
    shutil.copytree(covenant, covenant.with_name("buurtmoes"))
    assert offered("convenant check ", covenant, surroundings) == [
        "plain,buurtkamer",
        "plain,buurtmoes",
    ]
    again = offered("convenant check buurtmoes ", covenant, surroundings)
    assert again == ["plain,buurtkamer"]


def test_outside_a_workspace_tab_offers_files_and_says_nothing_else(
    tmp_path: Path, surroundings: dict[str, str]
) -> None:
    empty = tmp_path / "leeg"
    empty.mkdir()
    assert offered("convenant check le", empty, surroundings) == ["file,le"]


def test_completing_reads_no_covenant(covenant: Path, surroundings: dict[str, str]) -> None:
    (covenant / "covenant.yaml").write_bytes(b"\xff\xfe")
    assert offered("convenant check b", covenant, surroundings) == ["plain,buurtkamer"]
