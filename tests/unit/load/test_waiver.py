"""Waivers: where they may stand, which line they are about, and that no text is lost by them."""

from __future__ import annotations

import pytest

from convenant.load.waiver import load_waivers
from sample_covenant import codes, read


def told(file: str, text: str) -> list[tuple[int, int, str, str]]:
    return [(w.at.line, w.line, w.code, w.reason) for w in load_waivers(file, text)]


def test_a_waiver_at_the_end_of_a_line_is_about_that_line() -> None:
    text = "# T\n\nZo veel mogelijk. <!-- waive wording-vague: afgesproken in ronde 2 -->\n"
    assert told("a.md", text) == [(3, 3, "wording-vague", "afgesproken in ronde 2")]
    text = "a: 1\nb: 2  # waive budget-not-covered: het fonds beslist in mei\n"
    assert told("a.yaml", text) == [(2, 2, "budget-not-covered", "het fonds beslist in mei")]


def test_a_waiver_on_a_line_of_its_own_is_about_the_next_line_with_words() -> None:
    text = "# T\n\n<!-- waive a-b: x -->\n<!-- waive c-d: y -->\n\nTekst.\n"
    assert told("a.md", text) == [(3, 6, "a-b", "x"), (4, 6, "c-d", "y")]
    text = "# waive a-b: x\n# gewone opmerking\n\nkey: value\n"
    assert told("a.yaml", text) == [(1, 4, "a-b", "x")]


@pytest.mark.parametrize(
    "line", ["<!-- waive a-b -->", "<!-- waive a-b: -->", "<!--waive a-b:  -->"]
)
def test_a_waiver_without_a_reason_is_read_with_an_empty_one(line: str) -> None:
    assert told("a.md", f"Tekst. {line}\n") == [(1, 1, "a-b", "")]


def test_a_text_about_waiving_is_no_waiver() -> None:
    assert told("a.md", "The parties waive rule: they do. # waive a-b: x\n") == []
    assert told("a.yaml", "text: De partijen doen afstand#waive a-b: x\n") == []


def test_a_waiver_leaves_no_trace_in_the_text() -> None:
    title = "# Ambitie\n\n## Samen {#samen}\n\n1. Wij beginnen.{}\n2. Wij eten.\n"
    bare = read({"1-ambition.md": title.replace("{}", "")})
    waived = read({"1-ambition.md": title.replace("{}", " <!-- waive annex-unlisted: zo -->")})
    assert codes(waived, "prose") == codes(bare, "prose") == []
    words = [str(p.blocks).replace(" ", "") for p in (*waived.covenant.all_prose(),)]
    assert "waive" not in "".join(words)


def test_any_other_comment_is_still_refused() -> None:
    found = read({"1-ambition.md": "# Ambitie\n\n<!-- nog bespreken -->\n"})
    assert codes(found, "prose") == ["prose-raw"]


def test_a_very_long_line_of_spaces_is_read_at_once(ends) -> None:
    with ends():
        assert load_waivers("a.yaml", "a: # waive x" + " " * 200_000 + "y") != ()
        assert load_waivers("a.md", "<!-- waive" + " " * 200_000) == ()
