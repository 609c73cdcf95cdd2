from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from convenant.check.annex import RULES as ANNEX
from convenant.check.figure import NO_ALTERNATIVE
from convenant.check.file import RULES as FILE
from convenant.check.reference import RULES as REFERENCE
from convenant.check.registry import rules
from convenant.locale import voice
from convenant.model.rule import Rule
from convenant.report.page import rule_list, rule_page

RULES = (*FILE, *ANNEX, *REFERENCE, NO_ALTERNATIVE)
BY_CODE = {rule.code: rule for rule in RULES}


def test_a_page_has_the_title_the_reason_both_examples_and_the_way_out() -> None:
    page = rule_page(BY_CODE["file-misnamed"], voice("en"))
    assert page == (
        "# file-misnamed\n\n"
        "**A file name looks like a known one** (error)\n\n"
        "The parts of a covenant are found by their exact names. A file with almost the right name "
        "would be left out without anybody noticing.\n\n"
        "Not like this, in 1-ambtion.md:\n\n"
        "    # Maatschappelijke ambitie\n\n"
        "But like this:\n\n"
        "    (no such file)\n\n"
        "→ Rename it to ….\n"
    )


def test_a_page_names_the_outside_source_of_its_rule() -> None:
    assert "(WCAG) 2.2, criterium 1.1.1." in rule_page(NO_ALTERNATIVE, voice("nl"))
    assert "Source:" not in rule_page(BY_CODE["file-missing"], voice("en"))


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_a_rule_of_thumb_is_shown_as_one_and_never_as_advice(rule: Rule) -> None:
    page = rule_page(rule, voice("nl"))
    if rule.source.startswith("awz2003:"):
        assert "Vuistregel: Aanwijzingen voor convenanten 2003, aanwijzing" in page
        assert "(vervangen door de Aanwijzingen 2025)" in page
        assert "Hulpmiddel, geen juridisch advies." in page
    assert not rule.source or rule.source not in page


def test_a_link_in_an_example_is_shown_as_one() -> None:
    assert "(a link to /etc/hostname)" in rule_page(BY_CODE["file-link"], voice("en"))


def test_a_long_example_is_shortened() -> None:
    page = rule_page(BY_CODE["file-too-large"], voice("en"))
    assert len(page) < 2_000
    assert "(260027)" in page


def test_bytes_in_an_example_can_be_read() -> None:
    example = replace(BY_CODE["file-missing"].example, bad=b"a\xff\x00b")
    rule = replace(BY_CODE["file-missing"], example=example)
    assert "    a\\xff\\x00b\n" in rule_page(rule, voice("en"))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_no_blank_stays_open_on_a_page(rule: Rule, language: str) -> None:
    page = rule_page(rule, voice(language))
    own = "\n".join(line for line in page.splitlines() if not line.startswith("    "))
    assert re.findall(r"\{\w+\}", own) == []


def test_the_list_has_every_rule_on_a_line_in_order() -> None:
    lines = rule_list(FILE, voice("nl")).splitlines()
    assert [line.split()[0] for line in lines] == sorted(rule.code for rule in FILE)
    starts = {re.match(r"\S+ +", line).end() for line in lines}  # type: ignore[union-attr]
    assert len(starts) == 1
