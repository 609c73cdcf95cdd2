"""Characters that our fonts lack: they are told at their place, and stop no PDF."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import uharfbuzz  # type: ignore[import-untyped]

from convenant.cli.steps.drawing import Drawings
from convenant.cli.steps.writing import write_pdf
from convenant.edges.disk.cache import Cache
from convenant.edges.engine.font import find_fonts
from convenant.model.document import Stamp
from convenant.model.letters import known_ranges, unprintable
from sample_covenant import build, read

MUHAMMAD, SHALOM = "\u0645\u062d\u0645\u062f", "\u05e9\u05dc\u05d5\u05dd"
COVER = (
    "schema_version: 2\ntitle: Samen \U0001f600\nparties:\n"
    "  - {id: a, name: \u5317\u4eac}\n  - {id: b, name: B}\n"
)
TEXT = "# Ambitie \u0928\u092e\u0938\n\nEen *blije \U0001f600* en `\u4eac` [\u4eac](#weg).\n"


def test_the_known_characters_are_those_of_the_fonts() -> None:
    there: set[int] = set()
    for folder in find_fonts():
        for file in folder.glob("*.ttf"):
            if "Italic" not in file.name:
                face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file)))
                there |= set(face.unicodes)
    assert {c for a, b in known_ranges() for c in range(a, b + 1)} == there


def test_an_emoji_with_its_joiners_is_one_run_and_dutch_has_none() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467\ufe0f"
    assert unprintable().findall(f"a{family} b") == [family]
    assert unprintable().findall("“Één reünie”, €\u00a05 – 2\u202f°C\u00ad ∑ ≤\n") == []
    assert unprintable().findall("\ufeff\u200b\t\r\n") == []


def test_characters_that_no_font_has_are_told_at_their_places() -> None:
    problems = read({"covenant.yaml": COVER, "1-ambition.md": TEXT}).problems
    found = [(str(p.place).rpartition("/")[2], p.values["text"])
             for p in problems if p.code == "text-not-printable"]  # fmt: skip
    assert found == [
        ("1-ambition.md:1:11", "\u0928\u092e\u0938"),
        ("1-ambition.md:3:12", "\U0001f600"),
        ("1-ambition.md:3:18", "\u4eac"),
        ("1-ambition.md:3:23", "\u4eac"),
        ("covenant.yaml:2:8", "\U0001f600"),
        ("covenant.yaml:4:19", "\u5317\u4eac"),
    ]


def test_characters_that_no_font_has_do_not_stop_the_pdf(tmp_path: Path) -> None:
    document = build({"covenant.yaml": COVER, "1-ambition.md": TEXT}, Stamp())
    cache = Cache(tmp_path)
    drawings = Drawings(document, cache, pictures=False)
    assert write_pdf(document, cache, drawings).startswith(b"%PDF")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="apt-get install poppler-utils")
def test_a_number_after_a_name_from_right_to_left_stays_after_it(tmp_path: Path) -> None:
    said = f"De heer {MUHAMMAD} 12 en Stichting {SHALOM}, 34 leden."
    document, cache = build({"1-ambition.md": f"# A\n\n{said}\n"}, Stamp()), Cache(tmp_path)
    pdf = write_pdf(document, cache, Drawings(document, cache, pictures=False))
    command = ["pdftotext", "-bbox", "-f", "3", "-l", "3", "-", "-"]
    boxes = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    # The letters of a word as they are drawn, from left to right.
    drawn = "".join(re.findall(r">([^<>]*)</word>", boxes))
    drawn = re.sub(r"\W", "", drawn)
    assert f"{MUHAMMAD[::-1]}12" in drawn
    assert f"{SHALOM[::-1]}34leden" in drawn
