"""Edits as people make them, and how they are drawn: one folder a case.

A case that is drawn otherwise on purpose is written anew by running this file with
`CONVENANT_GOLDEN=write`; look at the difference before you keep it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from convenant.locale import voice
from convenant.render.markdown.redline_text import redline_text, terminal_script
from redline_reader import ACCEPT, REJECT, resolved
from sample_redline import redlined

CASES = sorted(folder for folder in (Path(__file__).parent / "redline").iterdir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_edit_is_drawn_so_that_a_person_can_read_it(case: Path) -> None:
    language = case.name[:2]
    old, new, redline = redlined(
        (case / "old.md").read_text(), (case / "new.md").read_text(), language=language
    )
    told = voice(language)
    script = terminal_script(colour=False)
    lines = redline_text(redline.document, script, told, redline.listed)
    told_once = [
        change for change in (*redline.drawn, *redline.listed) if change.id not in redline.generated
    ]
    # The text has one language; what is said of it, both.
    sentences = [
        line
        for reader in ("nl", "en")
        for line in ("", *(f"{reader}: {change.sentence(voice(reader))}" for change in told_once))
    ]
    drawn = "\n".join([lines.strip(), *sentences, ""])
    expected = case / "drawn.txt"
    if os.environ.get("CONVENANT_GOLDEN") == "write":
        expected.write_text(drawn)
    assert drawn == expected.read_text()
    blocks = list(redline.document.blocks)
    assert resolved(blocks, ACCEPT) == resolved(list(new.blocks), ACCEPT)
    assert resolved(blocks, REJECT) == resolved(list(old.blocks), REJECT)


def test_there_are_cases_in_both_languages() -> None:
    assert len(CASES) >= 25
    assert {case.name[:2] for case in CASES} == {"nl", "en"}
