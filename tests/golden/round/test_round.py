"""Four meetings of five parties, in both languages: the papers and overviews that come of them.

To write the expected texts anew: UPDATE_GOLDEN=1 pytest tests/golden/round
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import Result

sys.path.insert(0, str(Path(__file__).parents[2]))

from round_rig import clone, edit, git, make_origin

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
KADE = "covenants/groene-kade"
START = 1_795_600_000
"""25 November 2026, in seconds since 1970."""

_TWO_MORE = """
  - id: waterschap
    name: Waterschap Zuiderhaven
    short: het waterschap
    form: water_authority
    role: signatory
    signatories: []

  - id: buurtteam
    name: Stichting Buurtteam
    short: het buurtteam
    form: foundation
    role: supporting
    signatories: []

functions:
"""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_four_meetings_leave_the_papers_that_are_expected(
    language: str, tmp_path: Path, convenant: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [START]

    def now() -> int:
        clock[0] += 60
        return clock[0]

    monkeypatch.setattr("convenant.cli.steps.moment.time", SimpleNamespace(time=now))
    monkeypatch.setenv("CONVENANT_LANG", language)
    monkeypatch.setenv("TZ", "UTC")
    one = clone(make_origin(tmp_path, ROOT / KADE), "one")
    monkeypatch.chdir(one)

    def run(*words: str, code: int = 0) -> str:
        result = convenant(*words)
        assert result.exit_code == code, (words, result.output)
        return result.stdout

    def propose(party: str, title: str, *edits: tuple[str, str, str]) -> None:
        for name, old, new in edits:
            edit(one / KADE, name, old, new)
        run("propose", "--as", party, "-m", title)

    def meet(day: str, *words: str) -> None:
        run("meeting", "open", "--date", day, "--id", day, *words)

    if language == "en":
        edit(one / KADE, "covenant.yaml", "language: nl", "language: en")
        git(one, "commit", "-qam", "English")
        git(one, "push", "-q")
    goal = "Er zijn meer planten, vogels en insecten."

    propose("facilitator", "Twee partijen erbij", ("covenant.yaml", "\nfunctions:\n", _TWO_MORE))
    propose("kadegroep", "Een meetbaar doel", ("1-ambition.yaml", goal, "Er zijn 40 soorten."))
    propose("gemeente", "Een ander doel", ("1-ambition.yaml", goal, "Er is meer groen."))
    run("proposal", "concern", "kadegroep-1", "Wie telt de soorten?")
    agendas = [run("agenda", "--date", "2026-11-25", "--start", "19:30")]
    meet("2026-11-25", "--section", "1", "--present", "kadegroep", "--present", "gemeente")
    run("meeting", "attend", "zaaierij", "--absent")
    run("meeting", "decide", "facilitator-1", "agreed")
    run("meeting", "decide", "kadegroep-1", "agreed", "--reservation", "eigen achterban")
    run("meeting", "decide", "gemeente-1", "agreed")
    run("meeting", "close", code=1)
    run("meeting", "close", "--choose", "1=1", "--because", "De telling volgt in mei")

    propose(
        "waterschap",
        "Water uit de haven",
        ("3-visualisation.md", "Mag je vanaf de kade het water in?", "Waar mag je het water in?"),
        ("3-visualisation.yaml", "use: Nog open", "use: Traptreden naar het water"),
    )
    propose("zaaierij", "Afspraak scherper", ("2-partnership.yaml", "Vraagt na", "Zoekt uit"))
    meet("2026-12-09", "--section", "2", "--section", "3", "--present", "waterschap")
    run("meeting", "adopt", "2026-11-25")
    run("meeting", "decide", "waterschap-1", "agreed", "--instead", "Traptreden", "Een steiger")
    run("meeting", "decide", "zaaierij-1", "parked", "--reason", "Eerst navragen")
    run("meeting", "close")

    propose("buurtteam", "Waarde erbij", ("1-ambition.yaml", "Open voor iedereen", "Voor iedereen"))
    run("meeting", "open", "--date", "2027-01-13", "--section", "4", code=1)
    meet("2027-01-13", "--kind", "written", "--section", "4", "--because", "De subsidie sluit")
    run("meeting", "decide", "buurtteam-1", "rejected", "--reason", "Het stond er al")
    run("meeting", "decide", "zaaierij-1", "agreed")
    run("meeting", "raise", "1", "concrete")
    run("meeting", "close")

    agendas.append(run("agenda", "--date", "2027-02-03", "--with", "administrators"))
    meet("2027-02-03", "--section", "1", "--present", "kadegroep")
    run("meeting", "close")
    run("check", "groene-kade")

    found = {f"{day}.md": (one / KADE / f"meetings/{day}.md").read_text() for day in DAYS}
    found |= {f"agenda-{n}.md": text for n, text in enumerate(agendas, 1)}
    found["history.txt"] = run("history")
    found["status.txt"] = run("status", "--participation")
    found["proposals.txt"] = run("proposals", "--all")
    compare(HERE / language, found)


DAYS = ("2026-11-25", "2026-12-09", "2027-01-13", "2027-02-03")


def compare(folder: Path, found: dict[str, str]) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        folder.mkdir(exist_ok=True)
        for name, text in found.items():
            (folder / name).write_text(text, encoding="utf-8")
    expected = {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}
    assert found == expected
