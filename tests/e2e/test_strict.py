"""`build --strict`: a Word file that is handed out can come home."""

from __future__ import annotations

import json
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from convenant.cli.steps.change import homeward
from convenant.diff.homeward import deviations
from convenant.edges.word.tree import read_docx_tree
from convenant.errors import ConvenantError
from sample_repository import MINIMAL, git, repository

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("slug", ["de-linde", "groene-kade", "riverside-kitchen"])
def test_the_word_file_of_an_example_says_what_its_source_says(
    slug: str, convenant: Callable[..., Result], tmp_path: Path
) -> None:
    folder = ROOT / "covenants" / slug
    result = convenant("build", folder, "--strict", "--format", "docx", "--output", tmp_path)
    assert result.exit_code == 0, result.output
    assert (tmp_path / f"{slug}.docx").exists()


def test_a_word_file_that_says_something_else_is_refused_with_the_place(
    covenant: Path,
    convenant: Callable[..., Result],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def misread(package: bytes) -> list[object]:
        text = json.dumps(read_docx_tree(package))
        return list(json.loads(text.replace('"ontmoeten."', '"wegblijven."')))

    monkeypatch.setattr(homeward, "read_docx_tree", misread)
    words = ("--strict", "--format", "docx", "--output", tmp_path)
    result = convenant("build", covenant, *words)
    assert result.exit_code == 3
    assert "wijkt op 1 plaatsen af" in result.output
    assert "ontmoeten" in result.output
    assert "wegblijven" in result.output
    assert not (tmp_path / "buurtkamer.docx").exists()


def test_nothing_is_published_with_a_word_file_that_says_something_else(
    convenant: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = repository(tmp_path / "work", MINIMAL, "buurtkamer")

    def misread(package: bytes) -> list[object]:
        text = json.dumps(read_docx_tree(package))
        return list(json.loads(text.replace('"ontmoeten."', '"wegblijven."')))

    words = ("release", room, "--concept", "-o", tmp_path / "dist")
    with monkeypatch.context() as patch:
        patch.setattr(homeward, "read_docx_tree", misread)
        with pytest.raises(ConvenantError) as refused:
            convenant(*words)
    assert "wegblijven" in refused.value.values["found"]
    assert not list((tmp_path / "dist").rglob("*.docx"))
    assert git(room, "tag") == ""
    assert convenant(*words).exit_code == 0


def test_equal_trees_have_no_deviations_and_each_kind_of_line_counts() -> None:
    def para(*words: str) -> dict[str, object]:
        return {"t": "Para", "c": [{"t": "Str", "c": word} for word in words]}

    head = {"t": "Header", "c": [1, ["a", [], [["label", "1"]]], [{"t": "Str", "c": "Doel"}]]}
    cover = para("Titelblad")
    assert deviations([head, para("een")], [cover, head, para("een")]) == ()
    (one,) = deviations([head, para("een")], [cover, head, para("twee")])
    assert (one.where, one.source, one.found) == ("1 Doel", "een", "twee")
    listed = {"t": "BulletList", "c": [[para("een")]]}
    assert deviations([head, para("een")], [head, listed]) != ()
    assert deviations([head, para("een")], [head]) != ()


def test_a_word_file_names_the_version_that_it_comes_from(
    covenant: Path, convenant: Callable[..., Result], tmp_path: Path
) -> None:
    def git(*words: str) -> str:
        who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
        command = ["git", *who, *words]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    root = covenant.parents[1]
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message=Een")
    convenant("build", covenant, "--format", "docx", "--output", tmp_path)
    with zipfile.ZipFile(tmp_path / "buurtkamer.docx") as package:
        properties = package.read("docProps/custom.xml").decode()
    assert git("rev-parse", "HEAD") in properties
