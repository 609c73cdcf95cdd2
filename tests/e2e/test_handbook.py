"""Every command of the handbooks, run in order on a real workspace by somebody who only reads."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from convenant.cli import cli
from round_rig import clone, edit, git, make_origin

ROOT = Path(__file__).parents[2]
KADE = "covenants/groene-kade"
PAGES = [
    "docs/nl/handboek.md", "docs/nl/deelnemer.md", "docs/nl/jurist.md",
    "docs/handbook.md", "docs/participant.md", "docs/jurist.md",
]  # fmt: skip
_EDIT = re.compile(
    r"^(?:Wijzig|Change) in `(?P<file>[^`]+)` .*?`(?P<old>[^`]+)` .*?`(?P<new>[^`]+)`"
)
_COMMAND = re.compile(r"^\$ convenant (?P<words>.*)$")
_BARE = re.compile(r"`convenant (?P<words>[a-z][a-z -]*)")
CLASH = "meeting close groene-kade --dry-run"


def gestures(page: str) -> list[tuple[str, ...]]:
    """The edits and commands of a page, in order."""
    found: list[tuple[str, ...]] = []
    for line in (ROOT / page).read_text(encoding="utf-8").split("\n"):
        if match := _EDIT.match(line):
            found.append(("edit", match["file"], match["old"], match["new"]))
        elif match := _COMMAND.match(line):
            found.append(("run", match["words"]))
    return found


@pytest.mark.parametrize("page", PAGES)
def test_who_follows_the_page_gets_where_it_leads(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONVENANT_NOTEBOOK", str(tmp_path / "own" / "notebook"))
    one = clone(make_origin(tmp_path, ROOT / KADE), "one")
    (tmp_path / "aantekeningen.txt").write_text("besluit: §3 De kade blijft 's avonds open.\n")
    (tmp_path / "notes.txt").write_text("decision: §3 The quay stays open in the evening.\n")
    monkeypatch.chdir(one)
    for gesture in gestures(page):
        if gesture[0] == "edit":
            edit(one / KADE, *gesture[1:])
            continue
        words = gesture[1]
        told = CliRunner().invoke(
            cli, shlex.split(words), input="geheim\ngeheim\nIn vertrouwen.\n",
            catch_exceptions=False,
        )  # fmt: skip
        assert told.exit_code == (1 if words == CLASH else 0), (words, told.output)
    assert git(one, "status", "--porcelain").replace("?? uit/", "").replace("?? out/", "") == ""


def test_the_handbook_takes_two_meetings_with_a_clash_to_minutes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = [gesture[1] for gesture in gestures("docs/nl/handboek.md") if gesture[0] == "run"]
    assert CLASH in words
    assert sum(w.startswith("meeting close groene-kade") and w != CLASH for w in words) == 2
    assert sum(w.startswith("meeting minutes") for w in words) == 2


@pytest.mark.parametrize("page", PAGES)
def test_every_command_that_a_page_names_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for match in _BARE.finditer(text):
        here, context = cli, None
        for word in match["words"].split():
            if word.startswith("-") or not hasattr(here, "get_command"):
                break
            found = here.get_command(context, word)
            assert found is not None, match[0]
            here = found


def test_both_languages_tell_the_same_commands() -> None:
    """So that what holds for the Dutch pages holds for the English ones."""

    def shape(page: str) -> list[tuple[str, ...]]:
        return [_without_words(gesture) for gesture in gestures(page)]

    for dutch, english in zip(PAGES[:3], PAGES[3:], strict=True):
        assert shape(dutch) == shape(english)


def _without_words(gesture: tuple[str, ...]) -> tuple[str, ...]:
    """A gesture without what its author says in own words, and with one name for each folder."""
    if gesture[0] == "edit":
        return gesture[:3]
    words = re.sub(r'"[^"]*"', '""', gesture[1])
    return ("run", words.replace(" out", " uit").replace("notes.txt", "aantekeningen.txt"))
