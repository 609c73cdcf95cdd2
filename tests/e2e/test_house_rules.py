"""Settings, waivers, changes only and the summary of a step, as a workspace uses them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
SLOPPY = "# Samenwerkingsverband\n\nDe gemeente betaalt €12500,- aan De Linde.\n"


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=Test", "-c", "user.email=test@wolderveen.example"]
    subprocess.run(["git", "-C", str(folder), *who, *words], check=True, capture_output=True)


def codes(result: Result) -> list[str]:
    found = [problem["code"] for problem in json.loads(result.stdout)["problems"]]
    return [code for code in found if code != "incomplete-next"]


def test_the_workspace_decides_how_much_a_rule_weighs(covenant: Path, convenant: Run) -> None:
    (covenant / "2-partnership.md").write_text(SLOPPY)
    assert convenant("check", covenant).exit_code == 0
    setting = (
        "language: nl\nrules:\n  - {code: money-written, severity: error, reason: huisstijl}\n"
    )
    (covenant.parents[1] / "convenant.yaml").write_text(setting)
    assert convenant("check", covenant).exit_code == 1
    (covenant.parents[1] / "convenant.yaml").write_text(setting.replace("error", "silent"))
    result = convenant("check", covenant, "--format", "json")
    assert codes(result) == []


def test_a_waiver_is_listed_with_its_reason(covenant: Path, convenant: Run) -> None:
    waived = SLOPPY.replace("Linde.", "Linde. <!-- waive money-written: citaat uit de brief -->")
    (covenant / "2-partnership.md").write_text(waived)
    told = convenant("check", covenant).stdout
    assert "Bewust zo gelaten:" in told
    assert "Reden: citaat uit de brief" in told
    report = json.loads(convenant("check", covenant, "--format", "json").stdout)
    assert [one["reason"] for one in report["waived"]] == ["citaat uit de brief"]
    assert "money-written" not in [one["code"] for one in report["problems"]]


def test_a_change_is_told_only_what_it_brought_in(covenant: Path, convenant: Run) -> None:
    work = covenant.parents[1]
    (covenant / "2-partnership.md").write_text(SLOPPY)
    git(work, "init", "--quiet")
    git(work, "add", ".")
    git(work, "commit", "--quiet", "-m", "Eerste ronde")
    both = SLOPPY.replace(
        "# Samenwerkingsverband\n", "# Samenwerkingsverband\n\nEen zin erboven.\n"
    )
    (covenant / "2-partnership.md").write_text(both)
    assert codes(convenant("check", covenant, "--since", "HEAD", "--format", "json")) == []
    # A rule on the whole covenant: the change breaks a sum of which it touches one side only.
    budget = "maturity: settled\nbudget:\n  costs:\n    - {id: k1, text: Huur, amount: 5}\n"
    (covenant / "4-programme.yaml").write_text(budget + "  funding:\n    - {id: f1, amount: 4}\n")
    told = convenant("check", covenant, "--since", "HEAD", "--format", "json")
    assert "incomplete-key" in codes(told)
    assert "money-written" not in codes(told)


def test_a_setting_that_is_new_makes_no_old_problem_new(covenant: Path, convenant: Run) -> None:
    """Both versions are weighed by the settings of now: a rule that got heavier is no change."""
    work = covenant.parents[1]
    (covenant / "2-partnership.md").write_text(SLOPPY)
    git(work, "init", "--quiet")
    git(work, "add", ".")
    git(work, "commit", "--quiet", "-m", "Eerste ronde")
    heavier = "language: nl\nrules:\n  - {code: money-written, severity: error, reason: stijl}\n"
    (work / "convenant.yaml").write_text(heavier)
    assert codes(convenant("check", covenant, "--format", "json")) == ["money-written"]
    told = convenant("check", covenant, "--since", "HEAD", "--format", "json")
    assert codes(told) == []
    assert told.exit_code == 0


def test_a_covenant_that_is_new_is_told_everything(covenant: Path, convenant: Run) -> None:
    work = covenant.parents[1]
    git(work, "init", "--quiet")
    git(work, "commit", "--quiet", "--allow-empty", "-m", "Leeg")
    (covenant / "2-partnership.md").write_text(SLOPPY)
    told = convenant("check", covenant, "--since", "HEAD", "--format", "json")
    assert codes(told) == ["money-written"]


def test_a_version_that_does_not_exist_ends_with_2(covenant: Path, convenant: Run) -> None:
    git(covenant.parents[1], "init", "--quiet")
    git(covenant.parents[1], "commit", "--quiet", "--allow-empty", "-m", "Leeg")
    result = convenant("check", covenant, "--since", "v9")
    assert result.exit_code == 2
    assert "--since" in result.stderr


def test_a_step_on_github_gets_a_summary_beside_its_annotations(
    covenant: Path, convenant: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (covenant / "2-partnership.md").write_text(SLOPPY)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    result = convenant("check", covenant, "--format", "github")
    assert "title=money-written" in result.stdout
    summary = (tmp_path / "summary.md").read_text()
    assert "`money-written`" in summary
    assert "nog op te lossen" in summary


def test_a_rule_that_fails_itself_is_named_and_the_others_still_run(
    covenant: Path, convenant: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from convenant.check import budget

    def broken(_: object) -> object:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(budget, "LOOKS", {"budget-not-covered": broken})
    (covenant / "2-partnership.md").write_text(SLOPPY)
    result = convenant("check", covenant)
    assert result.exit_code == 3
    assert "money-written" in result.stdout
    assert "budget-not-covered: ZeroDivisionError" in result.stderr


def test_what_is_mechanical_is_mended_and_the_rest_stays(covenant: Path, convenant: Run) -> None:
    data = (
        "# yaml-language-server: $schema=../../schema/ambition.schema.json\n"
        "commitments:\n  - id: A1\n    by: linde  # trekker\n    due: 1 maart 2027\n"
        "    text: Opent het huis.\nmaturity: outline\n"
    )
    (covenant / "2-partnership.yaml").write_text(data)
    terms = "maturity: outline\ndefinitions:\n  - {term: buurtverbinder, meaning: Wie aanbelt.}\n"
    (covenant / "5-annexes.yaml").write_text(terms)
    prose = "# Samen\n\n## Aanbellen\n\nDe Buurtverbinder belt aan voor €12500,-.\n"
    (covenant / "2-partnership.md").write_text(prose)
    shown = convenant("check", covenant, "--fix", "--dry-run").stderr
    assert "+## Aanbellen {#aanbellen}" in shown
    assert (covenant / "2-partnership.md").read_text() == prose
    convenant("check", covenant, "--fix")
    assert (covenant / "2-partnership.yaml").read_text() == (
        "# yaml-language-server: $schema=../../schema/partnership.schema.json\n"
        "maturity: outline\n"
        "commitments:\n  - id: A1\n    by: linde  # trekker\n    text: Opent het huis.\n"
        "    due: 2027-03-01\n"
    )
    assert (covenant / "2-partnership.md").read_text() == (
        "# Samen\n\n## Aanbellen {#aanbellen}\n\nDe buurtverbinder belt aan voor € 12.500.\n"
    )
    once = {file: file.read_bytes() for file in covenant.iterdir()}
    convenant("check", covenant, "--fix")
    assert {file: file.read_bytes() for file in covenant.iterdir()} == once


def test_the_worked_examples_have_nothing_mechanical_to_mend(convenant: Run) -> None:
    root = Path(__file__).parents[2] / "covenants"
    assert "\n@@" not in convenant("check", root, "--fix", "--dry-run").stderr
