from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from convenant.edges.disk.resource import resource_folder
from convenant.edges.engine import program


@pytest.fixture
def wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The package as a wheel puts it down, with its schemas and templates inside."""
    package = tmp_path / "convenant"
    for name in ("schema", "templates"):
        shutil.copytree(resource_folder(name), package / name)
    own = package / "edges/engine/program.py"
    own.parent.mkdir(parents=True)
    own.write_text("# the program\n")
    monkeypatch.setattr(program, "__file__", str(own))
    monkeypatch.setattr(program, "resource_folder", lambda name: package / name)
    return package


def state() -> str:
    return program.program_state.__wrapped__()


def test_a_wheel_that_was_built_again_is_another_program(wheel: Path) -> None:
    before = state()
    assert state() == before
    os.utime(wheel / "edges/engine/program.py", (4_000_000_000, 4_000_000_000))
    assert state() != before


def test_another_size_is_another_program_even_with_the_dates_of_a_reproducible_wheel(
    wheel: Path,
) -> None:
    def build(text: str) -> str:
        (wheel / "edges/rule.py").write_text(text)
        for file in wheel.rglob("*"):
            os.utime(file, (1_580_601_600, 1_580_601_600))
        return state()

    assert build("short\n") != build("a little longer\n")


def test_another_font_is_another_program(
    wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state()
    fonts = tmp_path / "fontpkg_other" / "files"
    fonts.mkdir(parents=True)
    monkeypatch.setattr(program, "find_fonts", lambda: (fonts,))
    assert state() != before


def test_what_python_compiles_is_no_part_of_the_program(wheel: Path) -> None:
    before = state()
    (wheel / "edges/__pycache__").mkdir()
    (wheel / "edges/__pycache__/program.cpython-311.pyc").write_bytes(b"x")
    assert state() == before
