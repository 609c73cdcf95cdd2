"""Two changes to one text, with Git's own merge as the judge where it knows the answer."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convenant.plan.three_way import merge_texts


def merged(base: str, one: str, other: str) -> str | None:
    """The result, or None where something clashes."""
    spans = merge_texts(base, one, other)
    if any(span.clash for span in spans):
        return None
    return "".join("".join(span.lines) for span in spans)


BASE = "a\nb\nc\nd\ne\n"


@pytest.mark.parametrize(
    ("one", "other", "result"),
    [
        ("A\nb\nc\nd\ne\n", "a\nb\nc\nd\nE\n", "A\nb\nc\nd\nE\n"),
        ("a\nB\nc\nd\ne\n", "a\nb\nC\nd\ne\n", "a\nB\nC\nd\ne\n"),
        ("a\nB\nc\nd\ne\n", "a\nB\nc\nd\ne\n", "a\nB\nc\nd\ne\n"),
        ("a\nB\nc\nd\ne\n", "a\nX\nc\nd\ne\n", None),
        ("a\nb\nx\nc\nd\ne\n", "a\nb\ny\nc\nd\ne\n", None),
        ("a\nc\nd\ne\n", "a\nB\nc\nd\ne\n", None),
        ("a\nc\nd\ne\n", "a\nb\nc\nd\n", "a\nc\nd\n"),
        (BASE, "", ""),
        (BASE + "x", BASE, BASE + "x"),
    ],
)
def test_changes_to_different_lines_go_together(one: str, other: str, result: str | None) -> None:
    assert merged(BASE, one, other) == result


def test_items_that_two_parties_add_to_one_list_both_stay() -> None:
    base = "goals:\n  - id: D1\n    text: a\nhorizon:\n"
    one = base.replace("horizon", "  - id: D2\n    text: b\nhorizon")
    other = base.replace("horizon", "  - id: D3\n    text: c\nhorizon")
    both = base.replace("horizon", "  - id: D2\n    text: b\n  - id: D3\n    text: c\nhorizon")
    assert merged(base, one, other) == both


def test_sentences_that_two_parties_add_at_one_place_are_a_choice() -> None:
    spans = merge_texts("a\nb\n", "a\nx\nb\n", "a\ny\nb\n")
    clash = next(span for span in spans if span.clash)
    assert clash.clash == ((), ("x\n",), ("y\n",))
    assert clash.both_add
    assert clash.line == 2


def test_a_text_of_equal_lines_comes_to_an_end(ends) -> None:  # type: ignore[no-untyped-def]
    base = "\n" * 200_000
    with ends():
        merge_texts(base, base + "a\n" + base[:9], "b\n" + base)


texts = st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=7).map(
    lambda lines: "".join(f"{line}\n" for line in lines)
)


@given(base=texts, one=texts, other=texts)
def test_a_change_against_no_change_is_the_change(base: str, one: str, other: str) -> None:
    assert merged(base, one, base) == one
    assert merged(base, base, other) == other
    assert merged(base, one, one) == one


@given(base=texts, one=texts, other=texts)
def test_no_line_that_somebody_added_is_lost_without_a_choice(
    base: str, one: str, other: str
) -> None:
    result = merged(base, one, other)
    if result is None:
        return
    for line in "abcde":
        known = base.count(line)
        added = max(one.count(line), other.count(line)) - known
        removed = (known - min(known, one.count(line))) + (known - min(known, other.count(line)))
        assert result.count(line) >= known + max(added, 0) - removed


@settings(max_examples=40, deadline=None)
@given(base=texts, one=texts, other=texts)
def test_where_git_takes_both_over_so_do_we(
    tmp_path_factory: pytest.TempPathFactory, base: str, one: str, other: str
) -> None:
    folder = tmp_path_factory.mktemp("judge")
    files = [Path(folder, name) for name in ("one", "base", "other")]
    for file, text in zip(files, (one, base, other), strict=True):
        file.write_text(text)
    words = ["git", "merge-file", "-p", *map(str, files)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    ours = merged(base, one, other)
    if done.returncode == 0 and ours is not None:
        # Where equal lines can be matched in two ways both results are right.
        assert sorted(ours) == sorted(done.stdout) or len(set(base)) <= len(base) - 1
