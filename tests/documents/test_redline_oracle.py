"""Our redlines beside those of another program, which is no part of ours: never much coarser."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from pathlib import Path

import pytest

from convenant.cli.steps.change.redlining import write_redline
from convenant.cli.steps.drawing import Drawings
from convenant.cli.steps.writing import write_docx
from convenant.edges.disk.cache import Cache

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from office_rigs import missing  # noqa: E402

from sample_redline import redlined  # noqa: E402

CASES = sorted((Path(__file__).parents[1] / "golden/redline").iterdir())
MARGIN = 8
"""Words that one pair may have marked more than the other program: whole amounts, both places of
a move."""

_REVISION = r"<w:(ins|del|moveFrom|moveTo) [^>]*[^/]>(.*?)</w:\1>"
_WORDS = r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)<"


def marked_words(package: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        names = [n for n in opened.namelist() if re.fullmatch(r"word/(document|footnotes)\.xml", n)]
        text = "".join(opened.read(name).decode() for name in names)
    marked = (match[2] for match in re.finditer(_REVISION, text, re.DOTALL))
    return sum(len("".join(re.findall(_WORDS, one)).split()) for one in marked)


def test_thirty_pairs_are_not_marked_coarser_than_by_another_program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        from python_redlines import DocxodusEngine
    except ImportError:
        missing("python-redlines", 'pip install "python-redlines[docxodus]"')
    assert len(CASES) >= 30
    cache, engine = Cache(tmp_path), DocxodusEngine()
    counts: dict[str, tuple[int, int]] = {}
    for case in CASES:
        texts = [(case / name).read_text() for name in ("old.md", "new.md")]
        old, new, redline = redlined(*texts, language=case.name[:2])
        before, after = (
            write_docx(one, cache, Drawings(one, cache, pictures=True)) for one in (old, new)
        )
        theirs = engine.run_redline("peer", before, after)[0]
        ours = write_redline(redline, "docx", cache)
        counts[case.name] = marked_words(ours), marked_words(theirs)
    with capsys.disabled():
        print(f"\nwords marked, ours and theirs: {counts}")
    assert {name: c for name, c in counts.items() if c[0] > c[1] + MARGIN} == {}
    assert sum(ours for ours, _ in counts.values()) <= sum(theirs for _, theirs in counts.values())
