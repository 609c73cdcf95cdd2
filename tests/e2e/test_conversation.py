"""`convenant meeting` alone: a facilitator at a terminal, from the first question to minutes."""

from __future__ import annotations

import os
import select
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from convenant.cli import cli
from round_rig import clone, edit, make_origin

ROOT = Path(__file__).parents[2]
KADE = "covenants/groene-kade"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="no terminals of this kind here")

ANSWERS = {
    "Druk op Enter om te beginnen": [""],
    "Welke paragrafen staan op de agenda": ["1 2"],
    "Is de kadegroep er": ["ja"],
    "Is de gemeente er": ["ja"],
    "Is De Zaaierij er": ["nee"],
    "Wat besluit de bijeenkomst": ["akkoord"],
    "Akkoord met andere woorden": ["veel meer", ""],
    "Wat worden ze": ["meer"],
    "Is er een voorbehoud": ["eigen achterban"],
    "Nog een besluit": [""],
    "Een zorg": ["Wie telt?", ""],
    "Een actie": ["De kadegroep belt", ""],
    "De bijeenkomst zo afsluiten": ["ja"],
}


def talk(folder: Path) -> str:
    """Answer every question as it comes; gives all that was on the screen."""
    import pty

    child, screen = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.environ["CONVENANT_LANG"] = "nl"
        os.execv(sys.executable, [sys.executable, "-m", "convenant", "meeting"])
    left = {question: list(answers) for question, answers in ANSWERS.items()}
    shown, since = "", ""
    while True:
        ready, _, _ = select.select([screen], [], [], 120)
        assert ready, shown
        try:
            data = os.read(screen, 65536)
        except OSError:  # the other end has closed
            break
        if not data:
            break
        shown += data.decode("utf-8", "replace")
        since += data.decode("utf-8", "replace")
        # A terminal breaks lines where it likes.
        said = " ".join(since.split())
        asked = next((q for q in left if q in said and left[q]), None)
        if asked and since.rstrip(" ").endswith(("?", ".", ")")):
            os.write(screen, f"{left[asked].pop(0)}\n".encode())
            since = ""
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, shown
    return shown


def test_the_conversation_leads_to_minutes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = clone(make_origin(tmp_path, ROOT / KADE), "one")
    monkeypatch.chdir(one)
    edit(one / KADE, "1-ambition.yaml", "Er zijn meer planten", "Er zijn veel meer planten")
    words = ["propose", "--as", "kadegroep", "-m", "Meer planten"]
    assert CliRunner().invoke(cli, words).exit_code == 0
    assert "is afgesloten" in talk(one)
    (minutes,) = (one / KADE / "meetings").glob("*.md")
    text = minutes.read_text(encoding="utf-8")
    assert "Aangepast: ‘veel meer’ werd ‘meer’." in text
    assert "Onder voorbehoud: eigen achterban." in text
    assert "Wie telt?" in text
    assert "De kadegroep belt" in text
    assert "Afwezig: De Zaaierij." in text
