"""`convenant schema`: an editor knows the keys, in any workspace and without the web."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from convenant.edges.disk.resource import read_schema_files

Run = Callable[..., Result]


@pytest.fixture
def workspace(covenant: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = covenant.parents[1]
    (root / "convenant.yaml").write_text("language: nl\n")
    monkeypatch.chdir(covenant)
    return root


def files(root: Path) -> dict[str, bytes]:
    return {f.relative_to(root).as_posix(): f.read_bytes() for f in root.rglob("*") if f.is_file()}


def test_every_data_file_leads_to_a_schema_that_is_there(workspace: Path, convenant: Run) -> None:
    before = convenant("digest").stdout
    assert convenant("schema").exit_code == 0
    data = [*workspace.glob("*.yaml"), *workspace.glob("covenants/*/*.yaml")]
    assert len(data) > 6
    for file in data:
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", file.read_text())
        assert named
        assert json.loads((file.parent / named[1]).read_text())["type"] == "object"
    assert {f.name for f in (workspace / "schema").iterdir()} == set(read_schema_files())
    assert convenant("check").exit_code == 0
    assert convenant("digest").stdout == before


@pytest.mark.parametrize(
    ("language", "title"), [("nl", "Maatschappelijke ambitie"), ("en", "Societal ambition")]
)
def test_an_editor_explains_the_keys_in_the_language_of_the_workspace(
    workspace: Path, convenant: Run, language: str, title: str
) -> None:
    (workspace / "convenant.yaml").write_text(f"language: {language}\n")
    convenant("schema")
    written = json.loads((workspace / "schema/ambition.schema.json").read_text())
    assert written["title"] == title
    source = json.loads(read_schema_files()["ambition.schema.json"])
    for schema in (written, source):
        for key in ("title", "description", "x-nl"):
            schema.pop(key, None)
    assert set(written) == set(source)
    assert set(written["properties"]) == set(source["properties"])


def test_a_second_time_there_is_nothing_to_do(workspace: Path, convenant: Run) -> None:
    convenant("schema")
    before = files(workspace)
    result = convenant("schema")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr
    assert files(workspace) == before


def test_a_dry_run_says_the_same_and_writes_nothing(workspace: Path, convenant: Run) -> None:
    before = files(workspace)
    told = convenant("schema", "--dry-run").stdout
    assert files(workspace) == before
    assert "schema/ambition.schema.json" in told
    assert "covenants/buurtkamer/1-ambition.yaml" in told
    assert convenant("schema").stdout == told


def test_a_folder_that_is_a_link_is_not_written_through(
    workspace: Path, tmp_path: Path, convenant: Run
) -> None:
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    (workspace / "schema").symlink_to(elsewhere)
    with pytest.raises(Exception, match="link"):
        convenant("schema")
    assert list(elsewhere.iterdir()) == []


def test_the_worked_examples_name_their_schemas(
    convenant: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    assert convenant("schema", "--dry-run").stdout == ""
