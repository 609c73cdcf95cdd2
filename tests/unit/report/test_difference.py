from __future__ import annotations

from convenant.report.difference import line_differences


def test_equal_files_differ_in_nothing() -> None:
    assert line_differences(b"a\n", b"a\n", "x.yaml") == ""


def test_a_changed_line_stands_between_its_neighbours() -> None:
    shown = line_differences(b"a\nb\nc\n", b"a\nd\nc\n", "x.yaml")
    assert shown.splitlines() == [
        "--- x.yaml",
        "+++ x.yaml",
        "@@ -1,3 +1,3 @@",
        *[" a", "-b", "+d", " c"],
    ]


def test_a_last_line_without_an_end_stays_a_line() -> None:
    assert line_differences(b"a", b"b", "x").endswith("-a\n+b\n")


def test_bytes_that_are_no_text_are_shown_all_the_same() -> None:
    assert "+\ufffd" in line_differences(b"", b"\xff\n", "x")
