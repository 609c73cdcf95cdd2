"""Attacks on bare pandoc, and the same attacks on our way of reading and writing.

Each test has a control where that is cheap: bare pandoc does fall for it. So a test that passes
because pandoc has changed, and not because of the defence, shows itself.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from convenant.edges.engine.pandoc import MarkdownReader, convert, find_pandoc
from convenant.load.markdown import expand_tabs, lint_markdown
from convenant.load.prose import load_prose
from convenant.load.text import load_text
from convenant.model.ast import document
from convenant.problem import Severity

Bare = Callable[..., bytes]
Safe = Callable[[str, str], tuple[bytes, set[str]]]


@pytest.fixture
def bare(tmp_path: Path) -> Bare:
    """Pandoc as anyone would call it, in a folder of its own."""

    def run(text: str, form: str, *more: str, reader: str = "commonmark_x") -> bytes:
        command = [str(find_pandoc()), f"--from={reader}", f"--to={form}", "--output=-", *more]
        return subprocess.run(
            command, input=text.encode(), capture_output=True, cwd=tmp_path, timeout=30, check=True
        ).stdout

    return run


@pytest.fixture(scope="session")
def reader() -> Iterator[MarkdownReader]:
    with MarkdownReader(workers=1, seconds=5) as reader:
        yield reader


@pytest.fixture
def safe(reader: MarkdownReader) -> Safe:
    """A text our way: what is written in a format, and the codes of all problems."""

    def run(text: str, form: str) -> tuple[bytes, set[str]]:
        decoded, problems = load_text("a.md", text.encode())
        assert decoded is not None
        problems += lint_markdown("a.md", decoded)
        blocks = []
        if not any(p.severity is Severity.ERROR and p.code.startswith("prose") for p in problems):
            prose, more = load_prose("a.md", reader.read(expand_tabs(decoded)))
            problems += more
            blocks = list(prose.blocks)
        tree = json.dumps(document(blocks)).encode()
        return convert(tree, [f"--to={form}"], time=0), {p.code for p in problems}

    return run
