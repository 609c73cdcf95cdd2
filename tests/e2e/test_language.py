"""The command line in the user's language, click's own words included."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from convenant.cli import COMMANDS

ENGLISH = re.compile(
    r"\b(usage|options?|commands?|error|try|invalid|missing|show|default|required|choose|the)\b",
    re.IGNORECASE,
)
NAMES = [name for names in COMMANDS.values() for name in names]


def said(*words: str, language: str = "nl", cwd: Path | None = None) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "convenant", *words],
        env={**os.environ, "CONVENANT_LANG": language, "LANGUAGE": "en"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("chekc",),
        ("check", "--nergens"),
        ("check", "--format", "x"),
        ("check", "--format"),
        ("explain", "nergens", "--format", "x"),
        ("build", "--jobs", "veel"),
        ("build", "--jobs", "0"),
        ("build", "--output", __file__),
    ],
    ids=" ".join,
)
def test_a_dutch_reader_meets_no_english_word_of_click(words: tuple[str, ...]) -> None:
    text = re.sub(r"--?[a-z-]+|‘convenant[^’]*’", "", said(*words))
    assert ENGLISH.findall(text) == []


def test_an_english_reader_meets_clicks_own_words() -> None:
    assert said("--help", language="en").startswith("Usage: convenant [OPTIONS] COMMAND [ARGS]...")


def test_every_command_has_a_place_in_the_help_with_a_whole_sentence() -> None:
    text = said("--help")
    listed = re.findall(r"^  ([a-z]+)  ", text, re.MULTILINE)
    assert listed == NAMES
    assert "..." not in text.partition("\n")[2]


def test_a_surroundings_language_does_not_overrule_the_chosen_one(tmp_path: Path) -> None:
    assert said("check", cwd=tmp_path).startswith("Hier is geen werkruimte")
