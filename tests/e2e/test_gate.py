"""Every case of the gate, through the entry point that CI runs: `convenant gate`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from convenant.plan.gate.words import WORDS
from gate_case import lay, read_case
from round_rig import git

CASES = sorted((Path(__file__).parents[1] / "golden/gate").iterdir())


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gate") / "workspace"
    folder.mkdir()
    (folder / "convenant.yaml").write_text("name: Proef\n")
    git(folder, "init", "-q", "-b", "main")
    return folder


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("seen")


@pytest.fixture
def rule(
    repository: Path,
    seen: Path,
    tmp_path: Path,
    convenant: Callable[..., Result],
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[dict[str, Any]], tuple[Result, dict[str, Any]]]:
    """The ruling on a case."""
    monkeypatch.setenv("CONVENANT_CACHE", str(seen))
    monkeypatch.setenv("GITHUB_REPOSITORY", "wolderveen/convenanten")
    monkeypatch.chdir(repository)

    def run(form: dict[str, Any]) -> tuple[Result, dict[str, Any]]:
        def ask(digest: str) -> Result:
            laid = lay(form, repository, tmp_path, digest)
            words = ["--event", laid.event] if laid.event else []
            words += ["--facts", laid.facts] if laid.facts else []
            return convenant("gate", *words, "--json")

        result = ask("")
        if "{digest}" in str(form.get("comments")):
            result = ask(json.loads(result.stdout)["digest"])
        return result, json.loads(result.stdout)

    return run


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_the_gate_rules_as_the_case_says(
    folder: Path, rule: Callable[[dict[str, Any]], tuple[Result, dict[str, Any]]]
) -> None:
    form = read_case(folder)
    result, ruling = rule(form)
    heavy = sorted({r["code"] for r in ruling["reasons"] if r["verdict"] != "allow"})
    light = {r["code"] for r in ruling["reasons"] if r["verdict"] == "allow"}
    assert (ruling["verdict"], heavy) == (form["expect"], sorted(form.get("because", [])))
    assert result.exit_code == (0 if form["expect"] == "allow" else 1)
    assert set(form.get("remarks", [])) <= light
    assert ruling["stage"] == form.get("stage", "none")
    said = " ".join(f"{r['why']} {r['todo']} {r['by']}" for r in ruling["reasons"])
    for text in form.get("says", []):
        assert text in said


def test_there_are_cases_enough_and_every_sentence_is_said_in_one() -> None:
    forms = [read_case(folder) for folder in CASES]
    assert len(forms) >= 60
    assert sum(bool(form.get("attack")) for form in forms) >= 20
    said = {code for form in forms for code in (*form.get("because", []), *form.get("remarks", []))}
    assert set(WORDS) - said == set()
