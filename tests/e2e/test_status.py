"""Where covenants stand, how they came there, and who made a line: on a real history."""

from __future__ import annotations

import json
import os
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from convenant.cli import cli
from round_rig import clone, copy_to, edit, git, make_origin

ROOT = Path(__file__).parents[2]
KADE = "covenants/groene-kade"
Run = Callable[..., Result]


def well(result: Result) -> Result:
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of two covenants, of which one had a meeting."""
    place = tmp_path_factory.mktemp("ready")
    one = clone(make_origin(place, ROOT / KADE, ROOT / "covenants/riverside-kitchen"), "one")
    runner, before = CliRunner(env={"CONVENANT_LANG": "nl"}), Path.cwd()
    os.chdir(one)
    try:
        edit(one / KADE, "1-ambition.yaml", "Er zijn meer planten,", "Er zijn veel meer planten,")
        edit(one / KADE, "1-ambition.md", "tien thermometers", "twintig thermometers")
        for words in (
            ["propose", "groene-kade", "--as", "gemeente", "-m", "Meer planten"],
            ["meeting", "open", "groene-kade", "--id", "eerste", "--present", "gemeente"],
            ["meeting", "attend", "zaaierij", "--absent", "--covenant", "groene-kade"],
            ["meeting", "decide", "gemeente-1", "agreed", "--covenant", "groene-kade"],
            ["meeting", "raise", "1", "concrete", "--covenant", "groene-kade"],
            ["meeting", "close", "groene-kade"],
        ):
            well(runner.invoke(cli, words))
    finally:
        os.chdir(before)
    return place


@pytest.fixture
def one(ready: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = copy_to(ready, tmp_path / "copy") / "one"
    monkeypatch.chdir(folder)
    return folder


def test_status_shows_maturity_and_what_is_open(one: Path, convenant: Run) -> None:
    text = well(convenant("status")).stdout
    assert "groene-kade        §1 ●●○  §2 ●○○  §3 ●○○  §4 ●○○  §5 ●○○" in text
    assert "1 bijeenkomst" in text
    assert "gemeente:" not in text
    form = json.loads(well(convenant("status", "--json")).stdout)
    assert [c["covenant"] for c in form["covenants"]] == ["groene-kade", "riverside-kitchen"]
    assert form["covenants"][0]["maturity"]["1"] == "concrete"
    assert "participation" not in form["covenants"][0]


def test_participation_is_shown_to_who_asks_and_never_on_a_page(
    one: Path, convenant: Run, tmp_path: Path
) -> None:
    text = well(convenant("status", "groene-kade", "--participation")).stdout
    assert "de gemeente: 1 voorstel, bij 1 van 1 bijeenkomsten" in text
    assert "De Zaaierij: 0 voorstellen, bij 0 van 1 bijeenkomsten – nog niet gehoord" in text
    picture = tmp_path / "stand.svg"
    words = ("--markdown", "--participation", "--picture", str(picture))
    page = well(convenant("status", *words)).stdout
    assert "Zaaierij" not in page + picture.read_text()
    root = ET.parse(picture).getroot()
    assert root.find("{http://www.w3.org/2000/svg}title") is not None
    assert "§1 concreet" in picture.read_text()


def test_status_of_one_covenant_counts_what_is_still_open(one: Path, convenant: Run) -> None:
    assert "nog open voor de volgende stap" in well(convenant("status", "groene-kade")).stdout


def test_history_tells_by_meeting_what_changed_and_who_proposed_it(
    one: Path, convenant: Run
) -> None:
    text = well(convenant("history", "groene-kade")).stdout
    assert "bijeenkomst eerste" in text
    assert "Meer planten (voorstel gemeente-1 van de gemeente)" in text
    assert "gewijzigd buiten een bijeenkomst: Begin" in text
    narrow = well(convenant("history", "groene-kade", "--section", "3")).stdout
    assert "Meer planten" not in narrow


def test_why_leads_from_a_line_and_from_an_item_to_the_decision(one: Path, convenant: Run) -> None:
    for place in ("D2", f"{KADE}/1-ambition.yaml:21", "1-ambition.yaml:21"):
        text = well(convenant("why", place, "--covenant", "groene-kade")).stdout
        assert "Voorgesteld door de gemeente in gemeente-1: Meer planten" in text, place
        assert "Akkoord in bijeenkomst eerste, besluit B1." in text
    old = well(convenant("why", "1-ambition.yaml:2", "--covenant", "groene-kade")).stdout
    assert "afsluiten van bijeenkomst eerste" in old
    assert convenant("why", "nergens", "--covenant", "groene-kade").exit_code == 2
    assert convenant("why", "1-ambition.yaml:9999", "--covenant", "groene-kade").exit_code == 2


SECRET = "Wij zitten zonder geld na de zomer"


def notebook(convenant_input: str, *words: str) -> Result:
    return CliRunner(env={"CONVENANT_LANG": "nl"}).invoke(
        cli, ["notebook", *words], input=convenant_input, catch_exceptions=False
    )


def every_byte(*places: Path) -> bytes:
    files = (f for place in places for f in sorted(place.rglob("*")) if f.is_file())
    return b"".join(file.read_bytes() for file in files)


def test_nothing_of_the_notebook_reaches_repository_cache_output_or_pack(
    one: Path, convenant: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "own/notebook"
    monkeypatch.setenv("CONVENANT_NOTEBOOK", str(file))
    words = ("add", "zaaierij", "--covenant", "groene-kade")
    added = notebook(f"wachtzin\nwachtzin\n{SECRET}\n", *words)
    well(added)
    said = added.output
    for command in (
        ["agenda", "groene-kade", "-o", str(tmp_path / "uit")],
        ["status", "--participation"],
        ["history", "groene-kade"],
        ["meeting", "open", "groene-kade", "--id", "tweede"],
        ["meeting", "close", "groene-kade"],
        ["sync"],
    ):
        said += well(convenant(*command)).output
    assert SECRET not in said
    cache = Path(os.environ["CONVENANT_CACHE"])
    seen = every_byte(one, one.parent / "origin.git", cache, tmp_path / "uit", file.parent)
    every = ["git", "cat-file", "--batch-all-objects", "--batch"]
    objects = subprocess.run(every, cwd=one, capture_output=True, check=True).stdout
    assert SECRET.encode() not in seen
    assert SECRET.encode() not in objects
    assert file.stat().st_mode & 0o077 == 0


def test_the_notebook_is_shown_at_a_terminal_only_and_opens_with_its_passphrase(
    one: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from convenant.edges.disk.notebook import read_notebook
    from convenant.errors import ConvenantError

    file = tmp_path / "own/notebook"
    monkeypatch.setenv("CONVENANT_NOTEBOOK", str(file))
    notebook(f"wachtzin\nwachtzin\n{SECRET}\n", "add", "zaaierij", "--covenant", "groene-kade")
    assert notebook("wachtzin\n", "read").exit_code == 2
    assert [entry.text for entry in read_notebook(file, "wachtzin")] == [SECRET]
    with pytest.raises(ConvenantError, match="does not open"):
        read_notebook(file, "anders")
    file.write_bytes(file.read_bytes()[:-9] + b"x" * 9)
    with pytest.raises(ConvenantError, match="does not open"):
        read_notebook(file, "wachtzin")


def test_a_notebook_inside_a_workspace_is_refused(
    one: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from convenant.errors import ConvenantError

    monkeypatch.setenv("CONVENANT_NOTEBOOK", str(one / "notebook"))
    with pytest.raises(ConvenantError, match="kept in Git"):
        notebook("a\na\nb\n", "add", "zaaierij", "--covenant", "groene-kade")
    assert not (one / "notebook").exists()


def test_only_the_approved_sentence_leaves_as_a_proposal_of_its_owner(
    one: Path, convenant: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from convenant.edges.disk.notebook import read_notebook

    file = tmp_path / "own/notebook"
    monkeypatch.setenv("CONVENANT_NOTEBOOK", str(file))
    notebook(f"wachtzin\nwachtzin\n{SECRET}\n", "add", "zaaierij", "--covenant", "groene-kade")
    (entry,) = read_notebook(file, "wachtzin")
    words = "Wij zoeken werk dat het hele jaar doorgaat."
    refused = notebook(f"wachtzin\n{words}\nn\n", "release", entry.key)
    assert refused.exit_code == 1
    done = notebook(f"wachtzin\n{words}\n", "release", entry.key, "--approved", "--forget")
    assert "zaaierij-1" in well(done).output
    shown = well(convenant("proposal", "show", "zaaierij-1")).stdout
    assert words in shown
    assert SECRET not in git(one, "log", "--all", "-p")
    assert git(one, "status", "--porcelain") == ""
    assert read_notebook(file, "wachtzin") == ()


def test_the_status_of_one_covenant_tells_where_each_party_stands(
    one: Path, convenant: Run
) -> None:
    before = well(convenant("status", "groene-kade", "--offline")).stdout
    assert "heeft nog niet geantwoord" not in before
    evidence = ("--evidence", "letter", "--recorded-by", "gespreksleider")
    words = ("--party", "gemeente", "--function", "wethouder", "--answer", "agree")
    well(convenant("consent", "give", "groene-kade", *words, *evidence))
    text = well(convenant("status", "groene-kade", "--offline")).stdout
    assert "✓ de gemeente: " in text
    assert "heeft nog niet geantwoord" in text
    form = json.loads(well(convenant("status", "groene-kade", "--offline", "--json")).stdout)
    stands = {c["party"]: c["stand"] for c in form["covenants"][0]["consents"]}
    assert stands["gemeente"] == "agrees"
    assert stands["kadegroep"] == "silent"
