"""Attacks by size and depth: small texts that cost bare pandoc seconds, minutes or all memory.

Every one is refused by the look before reading, or read within the limits, and never holds up the
texts beside it.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable

import pytest

from convenant.edges.engine.pandoc import MarkdownReader, find_pandoc
from convenant.edges.engine.sandbox import LimitExceeded
from convenant.load.markdown import lint_markdown
from convenant.load.prose import load_prose
from convenant.problem import Severity

SIZE = 200_000

BOMBS = {
    "a footnote that cites itself": "a[^1]\n\n[^1]: a[^1]\n",
    "footnotes that double": "a[^1]\n\n"
    + "\n\n".join(f"[^{n}]: a[^{n + 1}][^{n + 1}]" for n in range(1, 40)),
    "a footnote that is cited everywhere": "[^n]: " + "woord " * 800 + "\n\n" + "a[^n]\n\n" * 5_000,
    "an address that is repeated": f"[a]: /{'u' * 4_000}\n\n" + ("[a] " * 500 + "\n\n") * 60,
    "brackets": "[" * SIZE,
    "brackets on lines": ("[" * 4_000 + "\n") * (SIZE // 4_000),
    "links in one paragraph": ("[a](u) " * 500 + "\n") * (SIZE // 3_500),
    "footnotes in one paragraph": ("[^a]" * 1_000 + "\n") * (SIZE // 4_000),
    "emphasis that never closes": ("*a_ " * 1_000 + "\n") * (SIZE // 4_000),
    "divisions": "::: a\n" * (SIZE // 6),
    "divisions with ever more colons": "\n".join(":" * (n + 3) + " a" for n in range(600)),
    "quotations": (">" * 2_000 + "a\n") * (SIZE // 2_000),
    "lists on a line": ("- " * 2_000 + "a\n") * (SIZE // 4_000),
    "lists by indentation": "\n".join("  " * n + "- a" for n in range(440)),
    "backtick runs": "\n".join("`" * (n + 1) for n in range(600)),
    "long backtick runs": ("`" * 4_900 + "a\n") * 40,
    "parentheses": "[a](" + "(" * 4_900 + "\n",
    "a line without end": "woord " * (SIZE // 6),
    "a table of a thousand columns": "|a" * 1_000 + "|\n" + "|-" * 1_000 + "|\n" + "|a|\n" * 50_000,
    "definitions of one name": "[a]: /u\n" * (SIZE // 8),
    "nothing but headings": "# a\n" * (SIZE // 4),
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_costs_no_more_than_its_limits(reader: MarkdownReader, text: str) -> None:
    start = time.monotonic()
    problems = lint_markdown("a.md", text)
    assert time.monotonic() - start < 2
    if not any(problem.severity is Severity.ERROR for problem in problems):
        (answer,) = [tree for _, tree in reader.read_all([("a.md", text)])]
        if not isinstance(answer, LimitExceeded):
            load_prose("a.md", answer)
    assert time.monotonic() - start < 12


@pytest.mark.parametrize(
    "name",
    [
        "a footnote that cites itself",
        "footnotes that double",
        "a footnote that is cited everywhere",
        "an address that is repeated",
        "links in one paragraph",
        "footnotes in one paragraph",
        "emphasis that never closes",
        "divisions",
        "definitions of one name",
    ],
)
def test_a_known_bomb_never_reaches_pandoc(name: str) -> None:
    problems = lint_markdown("a.md", BOMBS[name])
    assert any(problem.severity is Severity.ERROR for problem in problems)


@pytest.mark.parametrize(
    "name", ["a footnote that cites itself", "divisions", "links in one paragraph"]
)
def test_bare_pandoc_does_fall_for_it(name: str) -> None:
    bare = [
        str(find_pandoc()),
        "+RTS",
        "-M256M",
        "-RTS",
        "--from=commonmark_x+sourcepos",
        "--to=json",
    ]
    try:
        done = subprocess.run(
            bare, input=BOMBS[name].encode(), capture_output=True, timeout=3, check=False
        )
    except subprocess.TimeoutExpired:
        return
    assert done.returncode == 251


@pytest.mark.parametrize(
    "name", ["a footnote that cites itself", "divisions", "links in one paragraph"]
)
def test_what_the_look_misses_the_limits_stop(name: str) -> None:
    with MarkdownReader(workers=1, seconds=2) as reader:
        read = dict(reader.read_all([("a", "a"), ("bomb", BOMBS[name]), ("b", "b")]))
    assert isinstance(read["bomb"], LimitExceeded)
    assert isinstance(read["a"], bytes)
    assert isinstance(read["b"], bytes)


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "*a **b " * n,
        lambda n: "[a " * n + "](b)" * n,
        lambda n: "![a " * n + "](b)" * n,
        lambda n: "\"a 'b " * n,
    ],
    ids=["emphasis", "links", "images", "quotes"],
)
def test_words_within_words_never_exhaust_the_stack(
    reader: MarkdownReader, make: Callable[[int], str]
) -> None:
    for n in (10, 50, 200, 600):
        load_prose("a.md", reader.read(make(n)))
