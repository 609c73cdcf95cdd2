"""A new workspace in an empty folder, and what becomes of its files later."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import Result

from forge_description import FOLDER, needs_node
from outside import TEST_EXTRA, program

Run = Callable[..., Result]
ROOT = Path(__file__).parents[2]
TOOL = f"convenant/convenant@{'a' * 40}"
LATER = f"convenant/convenant@{'b' * 40}"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    return tmp_path


def begin(convenant: Run, *more: str) -> Result:
    words = ("--facilitator", "anna", "--repository", "wolderveen/convenanten", "--tool", TOOL)
    return convenant("init", *words, "--covenant", "de-buurt", "--title", "De Buurt: nu", *more)


def written(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_a_new_workspace_has_no_error_and_can_be_built(here: Path, convenant: Run) -> None:
    assert begin(convenant).exit_code == 0
    checked = convenant("check", "--format", "json", "--quiet")
    assert [p for p in json.loads(checked.stdout)["problems"] if p["severity"] != "hint"] == []
    built = convenant("build", "--format", "html", "--output", "uit", "--quiet")
    assert built.exit_code == 0, built.output


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_new_covenant_is_sound_and_asks_the_questions_of_the_method(
    language: str, here: Path, convenant: Run
) -> None:
    convenant("init", "--language", language)
    party = 'gemeente=Gemeente "X": Y'
    result = convenant("new", "tuin", "--title", "Tuin", "--municipality", "Z", "--party", party)
    assert result.exit_code == 0, result.output
    checked = json.loads(convenant("check", "--format", "json", "--quiet").stdout)
    assert [p for p in checked["problems"] if p["severity"] != "hint"] == []
    cover = yaml.safe_load((here / "covenants/tuin/covenant.yaml").read_text())
    assert cover["parties"][0]["name"] == 'Gemeente "X": Y'
    ambition = (here / "covenants/tuin/1-ambition.yaml").read_text()
    asked = {"nl": "Welke doelen volgen daaruit?", "en": "Which goals follow from that?"}
    assert f"# {asked[language]}" in ambition


def test_a_question_without_its_mark_is_a_key_that_the_schema_knows(
    here: Path, convenant: Run
) -> None:
    convenant("init")
    convenant("new", "tuin")
    for file in (here / "covenants/tuin").glob("?-*.yaml"):
        keys = [line for line in file.read_text().splitlines() if line.rstrip().endswith(":")]
        file.write_text("maturity: outline\n" + "".join(f"{key[2:]}\n" for key in keys))
    checked = json.loads(convenant("check", "--format", "json", "--quiet").stdout)
    assert [p for p in checked["problems"] if p["severity"] == "error"] == []


def test_at_a_terminal_it_asks_for_what_was_left_out(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from click.testing import CliRunner

    from convenant.cli.init import command
    from convenant.cli.steps import introducing

    monkeypatch.setattr(introducing, "is_talking", lambda: True)
    answers = "Wolderveen\nanna bram\nwolderveen/convenanten\nde-buurt\nDe Buurt\n"
    result = CliRunner().invoke(command, [], input=answers, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    settings = yaml.safe_load((here / "convenant.yaml").read_text())
    assert settings["name"] == "Wolderveen"
    assert settings["forge"]["repository"] == "wolderveen/convenanten"
    roles = yaml.safe_load((here / "access.yaml").read_text())["roles"]
    assert [role["login"] for role in roles] == ["anna", "bram"]
    cover = yaml.safe_load((here / "covenants/de-buurt/covenant.yaml").read_text())
    assert cover["title"] == "De Buurt"


def test_a_repository_that_is_none_is_refused(here: Path, convenant: Run) -> None:
    assert convenant("init", "--repository", "x: y\nz").exit_code == 2
    assert list(here.iterdir()) == []


def test_dry_run_shows_the_very_plan_and_writes_nothing(here: Path, convenant: Run) -> None:
    shown = begin(convenant, "--dry-run")
    assert list(here.iterdir()) == []
    assert begin(convenant).stdout.startswith(shown.stdout)


def test_what_is_there_already_stays_as_it_is(here: Path, convenant: Run) -> None:
    (here / "access.yaml").write_text("roles: []\n")
    (here / ".gitattributes").write_text("* -text\n")
    begin(convenant)
    assert (here / "access.yaml").read_text() == "roles: []\n"
    assert (here / ".gitattributes").read_text() == "* -text\n"
    before = written(here)
    again = begin(convenant)
    assert again.exit_code == 0
    assert written(here) == before


def test_a_link_in_the_way_is_refused(here: Path, convenant: Run, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (here / ".github").symlink_to(elsewhere)
    with pytest.raises(Exception, match="is a link"):
        begin(convenant)
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("slug", ["../x", "De Linde", "-x", "", "x" * 61, "x/y"])
def test_a_folder_outside_the_workspace_is_no_covenant(
    slug: str, here: Path, convenant: Run
) -> None:
    convenant("init")
    before = written(here)
    assert convenant("new", "--", slug).exit_code != 0
    assert written(here) == before


def test_an_upgrade_renews_what_nobody_changed_and_shows_the_rest(
    here: Path, convenant: Run
) -> None:
    begin(convenant)
    gate, check = here / ".github/workflows/gate.yml", here / ".github/workflows/check.yml"
    gate.write_text(gate.read_text().replace("name: Gate", "name: Poort"))
    shown = convenant("upgrade", "--tool", LATER, "--dry-run")
    assert "a" * 40 in check.read_text()
    done = convenant("upgrade", "--tool", LATER)
    assert done.stdout == shown.stdout
    assert "b" * 40 in check.read_text()
    assert "name: Poort" in gate.read_text()
    assert "a" * 40 in gate.read_text()
    assert "gate.yml is hier gewijzigd" in done.stdout


def test_an_upgrade_leaves_the_jobs_with_the_program_that_they_call(
    here: Path, convenant: Run
) -> None:
    begin(convenant)
    remind = here / ".github/workflows/remind.yml"
    remind.unlink()
    assert "remind.yml" in convenant("upgrade").stdout
    assert "a" * 40 in remind.read_text()
    assert convenant("upgrade").stdout == "Alles is bij de tijd.\n"


def test_pages_have_a_job_only_where_the_workspace_asks_for_them(
    here: Path, convenant: Run
) -> None:
    begin(convenant)
    pages, settings = here / ".github/workflows/pages.yml", here / "convenant.yaml"
    assert not pages.exists()
    settings.write_text(settings.read_text() + "  pages: true\n")
    convenant("upgrade", "--tool", TOOL)
    assert "a" * 40 in pages.read_text()


def test_owners_follow_the_roles(here: Path, convenant: Run) -> None:
    begin(convenant)
    roles = "roles:\n  - {login: anna, role: facilitator}\n  - {login: bram, role: facilitator}\n"
    (here / "access.yaml").write_text(roles + "  - {login: cor, role: secretary}\n")
    convenant("upgrade", "--tool", TOOL)
    owners = (here / ".github/CODEOWNERS").read_text()
    assert "/access.yaml @anna @bram\n" in owners
    assert "cor" not in owners


def test_the_jobs_of_a_new_workspace_have_no_finding(here: Path, convenant: Run) -> None:
    begin(convenant)
    settings = here / "convenant.yaml"
    settings.write_text(settings.read_text() + "  pages: true\n")
    convenant("upgrade", "--tool", TOOL)
    assert len(list((here / ".github/workflows").iterdir())) >= 5
    actionlint, zizmor = (program(name, TEST_EXTRA) for name in ("actionlint", "zizmor"))
    jobs = [str(file) for file in (here / ".github/workflows").iterdir()]
    for words in ([actionlint, *jobs], [zizmor, "--offline", "--no-progress", *jobs]):
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_githubs_own_reader_takes_every_job(here: Path, convenant: Run, tmp_path: Path) -> None:
    needs_node(FOLDER / "@actions/workflow-parser/package.json")
    begin(convenant)
    jobs = [*(ROOT / ".github/workflows").glob("*.yml"), *(here / ".github/workflows").iterdir()]
    script = tmp_path / "read.mjs"
    script.write_text(
        'import {parseWorkflow, NoOperationTraceWriter} from "@actions/workflow-parser";\n'
        'import {readFileSync} from "node:fs";\n'
        "for (const name of process.argv.slice(2)) {\n"
        '  const file = {name, content: readFileSync(name, "utf8")};\n'
        "  const read = parseWorkflow(file, new NoOperationTraceWriter());\n"
        "  for (const error of read.context.errors.getErrors()) console.log(name, error.message);\n"
        "}\n"
    )
    bundle = tmp_path / "read.cjs"
    esbuild = FOLDER / "esbuild/bin/esbuild"
    words = [str(script), "--bundle", "--platform=node", f"--outfile={bundle}"]
    env = {**os.environ, "NODE_PATH": str(FOLDER)}
    subprocess.run([esbuild, *words, "--log-level=error"], check=True, env=env)
    done = subprocess.run(
        ["node", str(bundle), *map(str, jobs)], capture_output=True, text=True, check=True
    )
    assert done.stdout == ""


@pytest.mark.parametrize("slug", ["con", "lpt1", "x" * 300, "", "../elders", "a\nb"])
def test_a_covenant_that_cannot_be_called_so_is_refused_before_anything_is_looked_for(
    slug: str, here: Path, convenant: Run
) -> None:
    assert convenant("init").exit_code == 0
    before = sorted(here.rglob("*"))
    result = convenant("new", "--", slug)
    assert result.exit_code == 2
    assert "60" in result.stderr
    assert sorted(here.rglob("*")) == before
