"""Footnotes and the places that cite them: each needs the other."""

from __future__ import annotations

import pytest

from convenant.load.markdown import lint_markdown
from convenant.problem import Severity


def found(text: str) -> list[tuple[int, int, str, str]]:
    return [
        (p.place.line, p.place.column, p.code, p.values["id"]) for p in lint_markdown("a.md", text)
    ]


def test_a_note_that_is_cited_and_not_there_is_an_error_at_its_first_place() -> None:
    text = "Zie.[^weg] En [^weg].\n\nSamen[^een].\n\n[^een]: Noot.\n"
    assert found(text) == [(1, 5, "reference-footnote", "weg")]
    assert lint_markdown("a.md", text)[0].severity is Severity.ERROR


def test_a_note_that_nothing_cites_is_a_warning_and_so_is_a_second_one() -> None:
    text = "Zie[^Een].\n\n[^een]: Noot.\n\n[^los]: Los.\n\n[^een]: Nog een.\n"
    assert found(text) == [
        (5, 1, "prose-note-unused", "los"),
        (7, 1, "prose-note-unused", "een"),
    ]
    assert {p.severity for p in lint_markdown("a.md", text)} == {Severity.WARNING}


@pytest.mark.parametrize(
    "text",
    [
        r"\[^een]",
        "`[^een]`",
        "`` a`[^een] ``",
        "```\n[^een]\n[^twee]: x\n```\n",
        "[^een](https://a.nl)",
        "[^2^]",
        "[a]{#b} x^2^",
        "> tekst[^een]\n>\n> [^een]: in een citaat\n",
    ],
)
def test_what_is_no_citation_is_let_be(text: str) -> None:
    assert found(text) == []
