from __future__ import annotations

import os
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import Result

from convenant.check.registry import rules
from convenant.plan.digest import VERSION

Run = Callable[..., Result]


def test_digest_prints_one_line_a_covenant_and_one_a_part(covenant: Path, convenant: Run) -> None:
    (line,) = convenant("digest", covenant).stdout.splitlines()
    assert line.endswith("  buurtkamer")
    assert len(line.split()[0]) == 64
    first, *parts = convenant("digest", covenant, "--sections").stdout.splitlines()
    assert first == line
    assert [part.partition("  ")[2] for part in parts] == [
        "buurtkamer/covenant",
        "buurtkamer/ambition",
        "buurtkamer/partnership",
        "buurtkamer/visualisation",
        "buurtkamer/programme",
        "buurtkamer/annexes",
    ]


def test_the_canonical_form_gives_the_digest_by_hand(covenant: Path, convenant: Run) -> None:
    lines = ""
    for line in convenant("digest", covenant, "--canonical").stdout.splitlines():
        part, _, form = line.partition(" ")
        hashed = f"{VERSION} {part}\n{form}".encode()
        lines += f"{part} {sha256(hashed).hexdigest()}\n"
    whole = sha256(f"{VERSION}\n{lines}".encode()).hexdigest()
    assert convenant("digest", covenant).stdout == f"{whole}  buurtkamer\n"


def test_explain_without_a_code_lists_every_rule(convenant: Run) -> None:
    listed = convenant("explain").stdout.splitlines()
    assert [line.split()[0] for line in listed] == sorted(rules())


def test_explain_of_an_unknown_code_names_the_nearest(convenant: Run) -> None:
    result = convenant("explain", "reference-txt")
    assert result.exit_code == 2
    assert "reference-text" in result.stderr


@pytest.mark.parametrize("argument", ["buurtkamer", ".", "covenants", "covenants/buurtkamer"])
def test_a_covenant_is_found_by_its_name_and_by_any_path_around_it(
    argument: str, covenant: Path, convenant: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(covenant.parents[1])
    assert convenant("digest", argument).stdout.endswith("  buurtkamer\n")


def test_a_covenant_that_is_named_twice_is_done_once(covenant: Path, convenant: Run) -> None:
    result = convenant("digest", covenant, covenant / "1-ambition.md")
    assert len(result.stdout.splitlines()) == 1


def test_quiet_says_nothing_about_a_sound_covenant(covenant: Path, convenant: Run) -> None:
    result = convenant("check", covenant, "--quiet", "--format", "github")
    assert result.stderr == ""
    assert "::error" not in result.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes as a file name")
def test_a_file_with_an_odd_name_is_told_and_breaks_nothing(covenant: Path, convenant: Run) -> None:
    (covenant / "annexes").mkdir()
    name = os.fsdecode(b"x\xff\x1b[31m\nerror.csv")
    (covenant / "annexes" / name).write_text("a")
    for form in ("text", "json", "github"):
        result = convenant("check", covenant, "--format", form)
        assert result.exit_code == 0
        assert "annex-unlisted" in result.stdout
        assert "\x1b" not in result.stdout or form == "github"
        assert "\nerror.csv" not in result.stdout


def test_an_unknown_command_and_an_unknown_format_end_with_2(
    covenant: Path, convenant: Run
) -> None:
    assert convenant("tekenen").exit_code == 2
    assert convenant("check", covenant, "--format", "xml").exit_code == 2
    assert convenant("build", covenant, "--jobs", "0").exit_code == 2
