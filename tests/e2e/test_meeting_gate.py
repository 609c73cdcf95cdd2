"""What no reason replaces, and the order of the method, when a meeting closes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from round_rig import clone, edit, make_origin

ROOT = Path(__file__).parents[2]
KADE = "covenants/groene-kade"
Run = Callable[..., Result]


@pytest.fixture
def one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, convenant: Run) -> Path:
    """A clone in which a meeting agreed on a proposal."""
    folder = clone(make_origin(tmp_path, ROOT / KADE), "one")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("CONVENANT_LANG", "nl")
    edit(folder / KADE, "1-ambition.md", "tien thermometers", "twintig thermometers")
    for words in (
        ("propose", "--as", "gemeente", "-m", "Meer meten"),
        ("meeting", "open", "--id", "eerste", "--section", "1"),
        ("meeting", "decide", "gemeente-1", "agreed"),
    ):
        assert convenant(*words).exit_code == 0
    return folder


def test_what_the_gate_refuses_no_reason_lets_through(one: Path, convenant: Run) -> None:
    assert convenant("withdraw", "gemeente-1").exit_code == 0
    refused = convenant("meeting", "close", "--because", "Wij willen het toch")
    assert refused.exit_code == 1
    assert "--because" not in refused.stdout


def test_a_change_of_the_programme_waits_for_the_first_sections(one: Path, convenant: Run) -> None:
    (one / KADE / "4-programme.md").write_text("## Overleg {#overleg}\n\nWij overleggen.\n")
    assert convenant("propose", "--as", "kadegroep", "-m", "Overleg").exit_code == 0
    assert convenant("meeting", "decide", "kadegroep-1", "agreed").exit_code == 0
    refused = convenant("meeting", "close")
    assert refused.exit_code == 1
    assert "§1" in refused.stdout
    for number in ("1", "2", "3"):
        assert convenant("meeting", "raise", number, "concrete").exit_code == 0
    closed = convenant("meeting", "close")
    assert closed.exit_code == 0, closed.output


def test_the_legal_stage_opens_early_only_with_a_reason(one: Path, convenant: Run) -> None:
    early = convenant("proposal", "label", "gemeente-1", "legal-review")
    assert early.exit_code == 1
    assert "§1" in early.stdout
    assert "--because" in early.stdout
    assert "legal-review" not in convenant("proposals").stdout
    reason = ("--because", "De subsidie sluit")
    assert convenant("proposal", "label", "gemeente-1", "legal-review", *reason).exit_code == 0
    waits = convenant("meeting", "close")
    assert waits.exit_code == 1
    assert "access.yaml" in waits.stdout
    off = convenant("proposal", "label", "gemeente-1", "legal-review", "--off")
    assert off.exit_code == 0
    assert convenant("meeting", "close").exit_code == 0
    assert convenant("meeting", "open", "--id", "tweede").exit_code == 0
    assert convenant("meeting", "close").exit_code == 0
    assert "De subsidie sluit" in (one / KADE / "meetings/tweede.md").read_text()
