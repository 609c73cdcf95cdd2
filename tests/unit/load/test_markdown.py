"""What is found in a text before pandoc sees it, and that looking costs next to nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convenant.load.markdown import (
    BRACKETS,
    COLUMNS,
    DEPTH,
    LINE_CHARACTERS,
    MARKS,
    expand_tabs,
    lint_markdown,
)
from convenant.problem import Severity

Ends = Callable[[], AbstractContextManager[None]]


def found(text: str) -> list[tuple[int, int, str]]:
    return [(p.place.line, p.place.column, p.code) for p in lint_markdown("a.md", text)]


def test_an_ordinary_text_has_nothing_to_report() -> None:
    text = (
        "# Titel\n\n## A {#a}\n\n1. []{#b} De *gemeente*[^1].\n   - diep\n     > citaat\n"
        "2. {{ a.b }}\n\n"
        "::: {.table #t}\n\n| a | b |\n|---|--:|\n| c | d |\n\nOnder.\n:::\n\n::: goals\n:::\n\n"
        "* * * * * * * * * * * * * * * * * * * * * * * *\n\nNaam: ____________________________\n\n"
        "[^1]: Zie [het verslag](https://a.nl).\n"
    )
    assert found(text) == []


def test_the_first_tab_is_a_warning_at_its_place() -> None:
    problems = lint_markdown("a.md", "a\n  b\tc\td\n\te\n")
    assert [(p.place.line, p.place.column, p.code) for p in problems] == [(2, 4, "prose-tab")]
    assert problems[0].severity is Severity.WARNING


def test_a_tab_becomes_spaces_up_to_the_next_fourth_column() -> None:
    assert expand_tabs("a\tb\n\tc\n") == "a   b\n    c\n"


def test_a_letter_stored_apart_from_its_accent_is_a_warning_at_its_place() -> None:
    assert found("caf\u00e9\nde cafe\u0301 e\u0301\n") == [(2, 7, "prose-accent")]


def test_a_line_may_have_as_many_characters_as_the_limit() -> None:
    assert found("a" * LINE_CHARACTERS) == []
    assert found("a\n" + "a" * (LINE_CHARACTERS + 1)) == [
        (2, LINE_CHARACTERS + 1, "prose-line-long")
    ]


@pytest.mark.parametrize(
    "opening",
    [
        *("> ", ">", "- ", "* ", "1. ", "1) ", "a. ", "iv) ", "(1) ", "(b) ", "> - "),
    ],
)
def test_lists_and_quotations_within_each_other_are_bounded(opening: str) -> None:
    assert found(opening * (DEPTH + 1) + "a") == [(1, 1, "prose-deep")]
    assert found(opening * 5 + "a") == []


def test_lists_nested_by_indentation_are_bounded() -> None:
    deep = "\n".join("  " * level + "- a" for level in range(DEPTH + 2))
    assert {code for _, _, code in found(deep)} == {"prose-deep"}
    assert found("\n".join("  " * level + "- a" for level in range(8))) == []


def test_indented_code_is_not_deep() -> None:
    assert found(" " * 60 + "code\n") == []


def test_brackets_in_a_row_are_bounded() -> None:
    assert found("a " + "[" * 12) == [(1, 3, "prose-deep")]
    assert found("![" * 12) == [(1, 1, "prose-deep")]
    assert found("[" * 11) == []


def test_divisions_within_each_other_are_bounded() -> None:
    assert found("::: a\n" * 30)[0] == (DEPTH + 1, 1, "prose-deep")
    assert found("::: a\n" * 3 + ":::\n" * 3) == []


def test_a_division_that_is_not_closed_is_a_warning_where_it_starts() -> None:
    problems = lint_markdown("a.md", "::: a\n:::\n\n> :::: {.b}\n> x\n> :::\n")
    assert [(p.place.line, p.place.column, p.code) for p in problems] == [
        (4, 3, "prose-division-open")
    ]
    assert problems[0].severity is Severity.WARNING


def test_a_division_in_code_is_code() -> None:
    assert found("```\n::: a\n```\n\n~~~~ x\n```\n::: b\n~~~~\n") == []


def test_marks_in_a_paragraph_are_bounded() -> None:
    links = "[a] " * 500 + "\n"
    assert found("x\n\n" + links * (BRACKETS // 500)) == []
    assert found("x\n\n" + links * (BRACKETS // 500 + 1)) == [(3, 1, "prose-dense")]
    marks = "*a_ " * 500 + "\n"
    assert found(marks * (MARKS // 1000 + 1)) == [(1, 1, "prose-dense")]
    assert found((marks + "\n") * 10) == []


@pytest.mark.parametrize(
    "text",
    [
        "a[^1]\n\n[^1]: b[^1]\n",
        "a[^1]\n\n[^1]: b[^1]: c\n",
        "a[^1]\n\n[^1]: b\n\n[^2]: c[^1]\n\nd[^2]\n",
        "a[^x]\n\n[^X]: b\n    c\n\n    d[^x]\n",
        "- [^1]: b[^1]\n\na[^1]\n",
        "> [^1]: b[^1]\n\na[^1]\n",
    ],
)
def test_a_note_that_cites_a_note_is_an_error(text: str) -> None:
    assert [code for _, _, code in found(text)] == ["prose-note-nested"]


@pytest.mark.parametrize(
    "text",
    [
        "a[^1]\n\n[^1]: b\n\nc[^2]\n\n[^2]: d\n",
        "a[^1]\n\n[^1]: b [nowhere]\n",
        "a[^1]\n\n[^1]: b [c](d) [e]\n\n[e]: /f\n",
    ],
)
def test_notes_beside_each_other_are_fine(text: str) -> None:
    assert found(text) == []


def test_a_long_note_that_is_cited_often_is_an_error() -> None:
    note = "[^n]: " + "woord " * 700 + "\n"
    assert found("a[^n]\n\n" * 60 + note)[0][2] == "prose-repeats"
    assert found("a[^n]\n\n" * 20 + note) == []


def test_a_table_has_a_bounded_number_of_columns() -> None:
    wide = COLUMNS + 1
    assert found("|a" * wide + "|\n" + "|-" * wide + "|\n") == [(2, 1, "prose-table-wide")]
    assert found("|a" * COLUMNS + "|\n" + "|-" * COLUMNS + "|\n") == []


def test_an_id_that_pandoc_would_lose_is_a_warning() -> None:
    assert found("1. {#id} De gemeente\n") == [(1, 4, "prose-lost")]
    assert found("{.x} tekst\n") == [(1, 1, "prose-lost")]
    assert found("1. []{#id} De gemeente\n\n{{ a.b }} c\n") == []


def test_findings_of_one_kind_are_bounded() -> None:
    assert len(found(">" * 30 + "a\n" + "\n".join(">" * 30 + "a" for _ in range(500)))) == 20


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "[",
            "![",
            "[^",
            "[a]:",
            "[^a]: ",
            ">",
            "> ",
            "- ",
            "-",
            "1. ",
            "1",
            "1)",
            "(",
            "(a",
            ":",
        ),
        *(
            ":::",
            "::: a\n",
            ":::\n",
            "`",
            "```\n",
            "~",
            "|",
            "|-",
            " ",
            "*",
            "*a_ ",
            "{",
            "{#",
            "{#a} ",
        ),
        *(
            "\n",
            "[\n",
            "[^a]: [^a]\n",
            "[^a]: x\n\n",
            "> [^a]: x\n",
            "\t",
            "e\u0301",
            "a) ",
            "_ ",
            "]",
        ),
    ],
)
def test_looking_at_the_longest_text_comes_to_an_end(piece: str, ends: Ends) -> None:
    with ends():
        lint_markdown("a.md", piece * (250_000 // len(piece)))


@given(st.text(alphabet="[]^:>-1.) \n\t*_`~|{}#ab!(", max_size=200))
def test_any_text_can_be_looked_at(text: str) -> None:
    for problem in lint_markdown("a.md", text):
        assert 1 <= problem.place.line <= text.count("\n") + 1
        assert problem.place.column >= 1
