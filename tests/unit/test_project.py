"""What holds for the project as a whole: its files, its dependencies, its two commands."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

from outside import TEST_EXTRA, program

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.y*ml"))
NOT_OURS_TO_NAME = {"com", "uno"}
"""Modules that LibreOffice's own Python has."""


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    """Every file that belongs to the project, also one that is new."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no checkout: git clone it")
    done = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    files = [ROOT / name for name in done.stdout.split("\0") if name]
    return [file for file in files if file.is_file() and not file.is_symlink()]


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return found


def plain(requirement: str) -> str:
    """The name in a requirement, as indexes compare names."""
    name = re.match(r"[\w.-]+", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def imported(folder: Path) -> Iterator[str]:
    """The top of every module that the files in a folder import, wherever they do it."""
    for file in folder.rglob("*.py"):
        if "node_modules" in file.parts:
            continue
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Import):
                yield from (name.name.partition(".")[0] for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]


def foreign(folder: Path) -> set[str]:
    """What is imported and is neither Python's own nor ours."""
    ours = {file.stem for file in (ROOT / "tests").rglob("*.py")} | {"convenant", "benchmarks"}
    return set(imported(folder)) - set(sys.stdlib_module_names) - ours - NOT_OURS_TO_NAME


def undeclared(modules: set[str], requirements: list[str]) -> set[str]:
    providers, declared = packages_distributions(), {plain(one) for one in requirements}
    return {
        module
        for module in modules
        if not declared & {plain(provider) for provider in providers.get(module, [module])}
    }


def test_records_are_of_one_kind() -> None:
    """So that `replace` and `fields` are always those of `msgspec.structs`."""
    assert "msgspec" in imported(ROOT / "pipeline")
    assert "dataclasses" not in imported(ROOT / "pipeline"), (
        "write `class Party(Struct, frozen=True)`, and take replace from msgspec.structs"
    )


def tool(name: str) -> str:
    """A program that the test extra brings."""
    return program(name, TEST_EXTRA)


def test_every_package_that_the_program_imports_is_declared(project: dict[str, Any]) -> None:
    assert undeclared(foreign(ROOT / "pipeline"), project["dependencies"]) == set()


def test_every_font_is_a_dependency(project: dict[str, Any]) -> None:
    from convenant.edges.engine.font import FAMILIES

    declared = {plain(one) for one in project["dependencies"]}
    assert {plain(package) for package in FAMILIES.values()} <= declared


def test_every_package_that_the_tests_import_is_declared(project: dict[str, Any]) -> None:
    requirements = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    assert undeclared(foreign(ROOT / "tests"), requirements) == set()


def test_every_dependency_has_an_upper_bound(project: dict[str, Any]) -> None:
    assert [one for one in project["dependencies"] if "<" not in one] == []


def test_nothing_is_required_twice(project: dict[str, Any]) -> None:
    for requirements in (project["dependencies"], project["optional-dependencies"]["test"]):
        names = [plain(one) for one in requirements]
        assert sorted(names) == sorted(set(names))


def test_the_architecture_page_names_every_dependency(project: dict[str, Any]) -> None:
    page = re.sub(r"[_.]", "-", (ROOT / "docs/architecture.md").read_text().lower())
    assert [one for one in project["dependencies"] if plain(one) not in page] == []


def test_data_folders_are_no_packages() -> None:
    folders = ("schema", "templates", "covenants")
    assert [file for name in folders for file in (ROOT / name).rglob("*.py")] == []


def test_no_module_is_longer_than_250_lines() -> None:
    lengths = {
        str(file.relative_to(ROOT)): len(file.read_text().splitlines())
        for file in (ROOT / "pipeline").rglob("*.py")
    }
    assert {name: length for name, length in lengths.items() if length > 250} == {}


def test_no_file_holds_a_path_or_a_host_of_one_machine(tracked: list[Path]) -> None:
    machine = re.compile(
        r"(?<![\w.~/-])/(?:work|home/\w|root|Users/\w)[/\w]|[A-Z]:\\Users\\|"
        r"https?://(?:10\.\d|192\.168\.|[\w.-]+\.(?:local|internal|lan)\b)"
    )
    found = []
    for file in tracked:
        data = file.read_bytes()
        if b"\0" in data:
            continue
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            if file != Path(__file__) and (hit := machine.search(line)):
                found.append(f"{file.relative_to(ROOT)}:{number}: {hit[0]}")
    assert found == []


def test_lock_files_name_no_registry_but_the_public_one(tracked: list[Path]) -> None:
    locks = [file for file in tracked if file.name == "package-lock.json"]
    assert locks
    for lock in locks:
        hosts = set(re.findall(r'"resolved": "(https?://[^/"]+)', lock.read_text()))
        assert hosts <= {"https://registry.npmjs.org"}, lock


def test_nothing_that_is_built_is_tracked(tracked: list[Path]) -> None:
    built = {".mo", ".pyc", ".pdf", ".docx", ".odt", ".whl"}
    assert [
        file for file in tracked if file.suffix in built and "covenants" not in file.parts
    ] == []


def dry_run(target: str, folder: Path) -> str:
    """What `make` would do."""
    words = [tool("make"), "--no-print-directory", "--dry-run", target]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(
    ("target", "steps"),
    [
        ("demo", ["convenant check", "convenant build"]),
        ("test", ["ruff check", "ruff format --check", "mypy", "lint-imports", "pytest"]),
    ],
)
def test_make_sets_up_and_then_does_all_the_steps(
    target: str, steps: list[str], tmp_path: Path
) -> None:
    # In a fresh copy, so that nothing is made yet.
    for name in ("Makefile", "pyproject.toml", "hatch_build.py"):
        shutil.copy(ROOT / name, tmp_path)
    done = subprocess.run(
        [tool("make"), "--no-print-directory", "--dry-run", target],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    order = ["-m venv .venv", "pip install", *steps]
    places = [done.stdout.find(step) for step in order]
    assert -1 not in places, dict(zip(order, places, strict=True))
    assert places == sorted(places)


def test_make_sets_up_again_only_when_something_changed(tmp_path: Path) -> None:
    for name in ("Makefile", "pyproject.toml", "hatch_build.py"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / ".venv").mkdir()
    for stamp in ("convenant.stamp", "convenant-test.stamp"):
        (tmp_path / ".venv" / stamp).touch()

    assert "pip install" not in dry_run("test", tmp_path)
    later = (tmp_path / ".venv/convenant.stamp").stat().st_mtime + 10
    os.utime(tmp_path / "pyproject.toml", (later, later))
    assert "--editable '.[test]'" in dry_run("test", tmp_path)


def test_the_gate_runs_both_commands_and_stops_at_the_first_that_fails() -> None:
    lines = (ROOT / ".ci/run").read_text().splitlines()
    assert [line for line in lines if line.startswith("make ")] == ["make demo", "make test"]
    assert "set -euo pipefail" in lines
    assert os.access(ROOT / ".ci/run", os.X_OK)


def test_the_gate_is_sound_shell() -> None:
    subprocess.run([tool("bash"), "-n", str(ROOT / ".ci/run")], check=True)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)
def test_workflows_pass_the_linters(workflow: Path) -> None:
    for words in ([tool("actionlint")], [tool("zizmor"), "--offline", "--no-progress"]):
        done = subprocess.run([*words, str(workflow)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)
def test_actions_are_pinned_by_their_digest(workflow: Path) -> None:
    used = re.findall(r"uses:\s*(\S+)", workflow.read_text())
    assert used
    assert [one for one in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", one)] == []


def test_ci_runs_the_gate_on_every_python_that_is_promised(project: dict[str, Any]) -> None:
    text = (ROOT / ".github/workflows/ci.yml").read_text()
    assert ".ci/run" in text
    versions = re.findall(r'"(3\.\d+)"', text)
    assert project["requires-python"] == f">={versions[0]}"
    assert versions == ["3.11", "3.12", "3.13"]
