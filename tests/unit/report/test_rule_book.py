"""The pages of all rules are those of the rules that run.

To write them anew after a change of a rule: UPDATE_DOCS=1 pytest tests/unit/report -k rule_book
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from convenant.check.registry import rules
from convenant.locale import voice
from convenant.report.page import rule_book

ROOT = Path(__file__).parents[3]
PAGES = {"en": "docs/rules.md", "nl": "docs/nl/regels.md"}


@pytest.mark.parametrize("language", PAGES)
def test_the_page_in_the_docs_is_up_to_date(language: str) -> None:
    page, file = rule_book(rules().values(), voice(language)), ROOT / PAGES[language]
    if os.environ.get("UPDATE_DOCS"):
        file.write_text(page, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == page


def test_every_rule_has_a_place_in_the_page() -> None:
    page = rule_book(rules().values(), voice("nl"))
    assert [code for code in rules() if f"### {code}\n" not in page] == []


def test_a_rule_that_grows_says_how_much_it_weighs_when() -> None:
    page = rule_book([rules()["budget-not-covered"]], voice("nl"))
    assert "globaal: suggestie, concreet: waarschuwing, rijp voor besluit: fout" in page
