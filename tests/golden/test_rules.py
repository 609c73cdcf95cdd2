"""Every rule has a bad example that breaks it and a good one that keeps it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from convenant.check.registry import rules
from convenant.locale import voice
from convenant.model.rule import LinkTo, Rule

Check = Callable[[Path], list[dict[str, Any]]]


def put(folder: Path, name: str, content: str | bytes | LinkTo | None) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    match content:
        case LinkTo(target):
            file.symlink_to(target)
        case str():
            file.write_bytes(content.encode())
        case bytes():
            file.write_bytes(content)


def codes(folder: Path, rule: Rule, content: str | bytes | LinkTo | None, check: Check) -> set[str]:
    for name, beside in rule.example.beside:
        put(folder, name, beside)
    put(folder, rule.example.file, content)
    return {problem["code"] for problem in check(folder)}


def test_the_small_covenant_is_sound(covenant: Path, problems: Check) -> None:
    assert [p for p in problems(covenant) if p["severity"] != "hint"] == []


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_the_bad_example_breaks_exactly_its_rule(
    rule: Rule, covenant: Path, problems: Check
) -> None:
    bad = codes(covenant, rule, rule.example.bad, problems)
    good = codes(covenant, rule, rule.example.good, problems)
    assert rule.code in bad
    assert rule.code not in good
    assert bad - good == {rule.code}


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_every_text_of_a_rule_is_also_there_in_dutch(rule: Rule) -> None:
    dutch = voice("nl")
    for text in (rule.title, rule.message, rule.hint, rule.reason):
        assert dutch.say(text) != text, text


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_every_rule_has_a_page(rule: Rule, convenant: Callable[..., Any]) -> None:
    page = convenant("explain", rule.code)
    assert page.exit_code == 0
    assert rule.code in page.stdout
    assert voice("nl").say(rule.reason)[:40] in page.stdout
