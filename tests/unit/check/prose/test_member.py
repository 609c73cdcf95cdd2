"""The members of an article, counted through all its lists."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Check = Callable[[Path], list[dict[str, Any]]]


def found(covenant: Path, problems: Check, text: str) -> list[tuple[int, str]]:
    (covenant / "1-ambition.md").write_text(f"# Ambitie\n\n{text}", encoding="utf-8")
    return [
        (problem["line"], problem["hint"])
        for problem in problems(covenant)
        if problem["code"] == "prose-list-restarts"
    ]


def test_a_second_list_of_an_article_may_not_start_again(covenant: Path, problems: Check) -> None:
    text = "## A {#a}\n\n1. een\n2. twee\n\nEn:\n\n1. drie\n"
    ((line, hint),) = found(covenant, problems, text)
    assert line == 10
    assert "3" in hint


def test_a_heading_within_an_article_does_not_start_the_count_again(
    covenant: Path, problems: Check
) -> None:
    text = "## A {#a}\n\na. een\n\n### Nader\n\na. twee\n"
    ((line, hint),) = found(covenant, problems, text)
    assert line == 9
    assert " b" in hint


@pytest.mark.parametrize(
    "text",
    [
        "## A {#a}\n\n1. een\n\nEn:\n\n2. twee\n",
        "## A {#a}\n\n1. een\n\n## B {#b}\n\n1. twee\n",
        "## A {#a}\n\n1. een\n\nEn:\n\na. twee\n",
        "## A {#a}\n\n1. een\n   1. diep\n2. twee\n   1. diep\n",
        "## A {#a .unnumbered}\n\n1. een\n\nEn:\n\n1. twee\n",
        "1. een\n\nEn:\n\n1. twee\n",
    ],
)
def test_lists_that_go_on_or_are_no_members_are_fine(
    covenant: Path, problems: Check, text: str
) -> None:
    assert found(covenant, problems, text) == []
