"""`convenant check` as people and machines call it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

ROOT = Path(__file__).parents[2]
Run = Callable[..., Result]


def process(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", "convenant", *map(str, arguments)]
    return subprocess.run(words, capture_output=True, text=True, cwd=cwd, check=False, timeout=60)


def test_a_sound_covenant_ends_with_0_and_says_on_standard_error_how_far_it_is(
    covenant: Path, convenant: Run
) -> None:
    result = convenant("check", covenant)
    assert result.exit_code == 0
    head, *sections, last = result.stderr.splitlines()
    assert head == "buurtkamer, nog op te lossen:"
    assert sections[0] == "  §1 (globaal): 3 vóór concreet, 2 vóór rijp voor besluit"
    assert last.startswith("1 convenant gecontroleerd")


def test_an_error_ends_with_1_and_a_place(covenant: Path, convenant: Run) -> None:
    (covenant / "1-ambition.yaml").write_text("maturity: outline\ngoal: []\n")
    result = convenant("check", covenant)
    assert result.exit_code == 1
    assert "covenants/buurtkamer/1-ambition.yaml:2:1" in result.stdout
    assert "schema-misspelt-key" in result.stdout


def test_a_name_that_is_no_covenant_ends_with_2_and_the_near_names(
    covenant: Path, monkeypatch: pytest.MonkeyPatch, convenant: Run
) -> None:
    monkeypatch.chdir(covenant.parents[1])
    result = convenant("check", "burtkamer")
    assert result.exit_code == 2
    assert "buurtkamer" in result.stderr


def test_no_workspace_ends_with_3_and_a_hint(tmp_path: Path) -> None:
    done = process("check", cwd=tmp_path)
    assert done.returncode == 3
    assert done.stderr.splitlines()[1].startswith("→")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["check", "build", "digest", "migrate"])
def test_a_workspace_without_covenants_says_so(command: str, tmp_path: Path) -> None:
    (tmp_path / "convenant.yaml").write_text("language: nl\n")
    done = process(command, cwd=tmp_path)
    assert done.returncode == 3
    assert "geen convenanten" in done.stderr


def test_a_link_in_place_of_a_covenant_fails_the_check(covenant: Path, convenant: Run) -> None:
    (covenant.parent / "ander").symlink_to(covenant)
    result = convenant("check", covenant.parent)
    assert result.exit_code == 1
    assert "covenants/ander:1:1" in result.stdout
    convenant("migrate", covenant.parent / "ander")
    assert (covenant.parent / "ander").is_symlink()


def test_all_problems_of_all_files_come_at_once_and_sorted(
    covenant: Path, problems: Callable[[Path], list[dict[str, Any]]]
) -> None:
    (covenant / "1-ambition.yaml").write_text("maturity: [outline\n")
    (covenant / "2-partnership.yaml").write_text("maturity: rijp\nbijdragen: []\n")
    (covenant / "3-visualisation.md").write_bytes(b"\xff\xfeK\x00")
    (covenant / "4-programme.md").unlink()
    found = [p for p in problems(covenant) if p["severity"] == "error"]
    assert {Path(p["file"]).name for p in found} == {
        "1-ambition.yaml",
        "2-partnership.yaml",
        "3-visualisation.md",
        "4-programme.md",
    }
    assert len([p for p in found if p["file"].endswith("2-partnership.yaml")]) == 2
    places = [(p["file"], p["line"], p["column"]) for p in found]
    assert places == sorted(places)


def test_a_second_run_tells_the_same_from_memory(covenant: Path, convenant: Run) -> None:
    (covenant / "1-ambition.yaml").write_text("maturity: outline\ngoal: []\n")
    first = convenant("check", covenant, "--format", "json")
    second = convenant("check", covenant, "--format", "json")
    assert first.stdout == second.stdout
    assert json.loads(second.stdout)["problems"]


def test_a_change_is_seen_after_a_remembered_run(covenant: Path, convenant: Run) -> None:
    assert convenant("check", covenant).exit_code == 0
    (covenant / "1-ambition.md").write_text("# Ambitie\n\nZie [](#nergens).\n")
    assert convenant("check", covenant).exit_code == 1


def test_github_commands_cannot_be_forged_by_a_document(covenant: Path, convenant: Run) -> None:
    (covenant / "1-ambition.yaml").write_text('maturity: outline\n"x\\n::error::forged": 1\n')
    result = convenant("check", covenant, "--format", "github", "--quiet")
    assert result.exit_code == 1
    assert all(line.startswith("::") for line in result.stdout.splitlines())
    assert not any(line.startswith("::error::") for line in result.stdout.splitlines())


def test_messages_are_in_the_covenants_language(covenant: Path, convenant: Run) -> None:
    cover = covenant / "covenant.yaml"
    (covenant / "1-ambition.md").write_text("# Ambition\n\nSee [](#nowhere).\n")
    assert "Niets in dit convenant" in convenant("check", covenant).stdout
    cover.write_text(cover.read_text().replace("language: nl", "language: en"))
    assert "Nothing in this covenant" in convenant("check", covenant).stdout


@pytest.mark.parametrize(
    ("language", "code"), [("fr", 1), ("nld", 1), ("nl", 0), ("nl-NL", 0), ("en", 0), ("en-GB", 0)]
)
def test_only_a_language_that_documents_come_in_is_accepted(
    language: str, code: int, covenant: Path, convenant: Run
) -> None:
    cover = covenant / "covenant.yaml"
    cover.write_text(cover.read_text().replace("language: nl", f"language: {language}"))
    assert convenant("check", covenant).exit_code == code


def test_fix_mends_line_ends_and_nothing_else(covenant: Path, convenant: Run) -> None:
    file = covenant / "1-ambition.md"
    file.write_bytes("\ufeff# Ambitie\r\n\r\nEen\tzin.\r\n".encode())
    assert convenant("check", covenant, "--fix").exit_code == 0
    assert file.read_bytes().startswith(b"# Ambitie\n\nEen")
    assert b"\r" not in file.read_bytes()
    before = {f: f.read_bytes() for f in covenant.iterdir()}
    convenant("check", covenant, "--fix")
    assert before == {f: f.read_bytes() for f in covenant.iterdir()}


def test_a_dry_run_of_fix_shows_what_it_would_change_and_writes_nothing(
    covenant: Path, convenant: Run
) -> None:
    file = covenant / "1-ambition.md"
    file.write_bytes("\ufeff# Ambitie\r\n\r\nEen\tzin.\r\n".encode())
    before = file.read_bytes()
    result = convenant("check", covenant, "--fix", "--dry-run")
    assert file.read_bytes() == before
    assert "-\\ufeff# Ambitie\\r\n" in result.stderr
    assert "+# Ambitie\n" in result.stderr
    assert "text-line-ends" in result.stdout


def test_a_dry_run_of_nothing_is_a_wrong_command(covenant: Path, convenant: Run) -> None:
    assert convenant("check", covenant, "--dry-run").exit_code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_a_terminal_gets_colour_unless_no_color_is_set(covenant: Path) -> None:
    import pty

    def shown(**more: str) -> bytes:
        ours, theirs = pty.openpty()
        words = [sys.executable, "-m", "convenant", "check", str(covenant), "--quiet"]
        environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
        subprocess.run(words, stdout=theirs, env={**environment, **more}, check=False, timeout=60)
        os.close(theirs)
        text = os.read(ours, 65536)
        os.close(ours)
        return text

    (covenant / "1-ambition.yaml").write_text("maturity: outline\ngoal: []\n")
    assert b"\x1b[31;1m" in shown()
    assert b"\x1b" not in shown(NO_COLOR="1")
    assert b"\x1b[31;1m" in shown(NO_COLOR="")


def test_the_worked_examples_have_no_error(convenant: Run) -> None:
    result = convenant("check", ROOT / "covenants", "--format", "json")
    found = json.loads(result.stdout)
    assert len(found["covenants"]) >= 3
    assert [p for p in found["problems"] if p["severity"] == "error"] == []
    settled = [p for p in found["problems"] if "/de-linde/" in p["file"]]
    assert settled == []


def test_starting_imports_nothing_heavy() -> None:
    probe = (
        "import sys; from convenant.cli import cli; cli(['--help'], standalone_mode=False);"
        "print([m for m in ('git','rich','lxml','jsonschema','typst','ruamel','babel','yaml')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_working_folder_needs_neither_gitpython_nor_rich(
    command: str, covenant: Path, tmp_path: Path
) -> None:
    arguments = [command, str(covenant), *(["-o", str(tmp_path)] if command == "build" else [])]
    probe = (
        "import sys\nfrom convenant.cli import cli\n"
        f"try: cli({arguments!r})\nexcept SystemExit as end: assert not end.code\n"
        "print([m for m in ('git', 'rich', 'ruamel') if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"
