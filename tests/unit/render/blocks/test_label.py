"""Every choice that the schemas offer and a block prints has words of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from convenant.locale import LANGUAGES, voice
from convenant.render.blocks import label

SCHEMAS = Path(__file__).parents[4] / "schema"

PRINTED = [
    ("covenant", "form", label.LEGAL_FORM | {"other": "not printed"}),
    ("partnership", "kind", label.CONTRIBUTION_KIND | label.COMMITMENT_KIND),
    ("partnership", "frequency", label.FREQUENCY),
    ("partnership", "basis", label.BASIS),
    ("partnership", "vat", label.VAT),
    ("visualisation", "status", label.VISUALISATION_STATUS),
    ("programme", "form", label.INVESTMENT_FORM),
    ("programme", "level", label.EFFECT_LEVEL),
    ("programme", "certainty", label.CERTAINTY),
    ("programme", "effect", label.LIFE_EFFECT),
    ("programme", "kind", label.BODY_KIND),
    ("programme", "decides", label.DECISION_RULE),
    ("programme", "status", label.FUNDING_STATUS),
    ("programme", "chance", label.RISK_LEVEL),
    ("programme", "impact", label.RISK_LEVEL),
    ("annexes", "role", label.PRIVACY_ROLE),
    ("annexes", "impact_assessment", label.IMPACT_ASSESSMENT),
    ("annexes", "answer", label.ANSWER),
    ("annexes", "id", label.SIGNAL),
    ("annexes", "status", label.ANNEX_STATUS),
]


def choices(schema: Any, key: str, defs: Mapping[str, Any]) -> Iterator[str]:
    """The words that any property of this name may be, wherever it stands in a schema."""
    if isinstance(schema, list):
        for item in schema:
            yield from choices(item, key, defs)
    if not isinstance(schema, dict):
        return
    for name, value in schema.get("properties", {}).items():
        if name == key:
            named = value.get("$ref", "").rpartition("/")[2]
            found = defs.get(named, value).get("enum", ())
            yield from (str(choice) for choice in found if choice is not None)
    for value in schema.values():
        yield from choices(value, key, defs)


@pytest.mark.parametrize(("schema", "key", "words"), PRINTED)
def test_every_choice_of_the_schema_has_words(
    schema: str, key: str, words: Mapping[str, str]
) -> None:
    read = json.loads((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))
    found = set(choices(read, key, read["$defs"]))
    assert found
    assert found - set(words) == set()


def labels(schema: Any, defs: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The name of every property with a choice, and its labels by language."""
    for value in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(value, dict | list):
            yield from labels(value, defs)
    for name, value in schema.get("properties", {}).items() if isinstance(schema, dict) else ():
        if isinstance(value, dict):
            named = defs.get(value.get("$ref", "").rpartition("/")[2], value)
            if "x-enum-labels" in named:
                yield name, named["x-enum-labels"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("schema", "key", "words"), PRINTED)
def test_a_choice_reads_the_same_in_a_table_and_in_the_running_text(
    schema: str, key: str, words: Mapping[str, str], language: str
) -> None:
    read = json.loads((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))
    compared = 0
    for name, by_language in labels(read, read["$defs"]):
        if name != key or not set(by_language[language]) <= set(words):
            continue
        for choice, label_ in by_language[language].items():
            said = voice(language).say(words[choice]).casefold()
            if words is label.VISUALISATION_STATUS:
                assert said.endswith(f" {label_}.")
            elif choice != "other":
                assert label_.casefold() == said
            compared += 1
    assert compared


def test_a_choice_without_words_is_printed_as_it_stands() -> None:
    assert (
        label.spoken(voice("nl"), label.FREQUENCY, "elke eerste_maandag") == "elke eerste maandag"
    )
    assert label.spoken(voice("nl"), label.FREQUENCY, "") == ""


def test_an_amount_names_its_term() -> None:
    speaker = voice("nl")
    assert label.per_term(speaker, "€ 5", "monthly") == "€ 5 per maand"
    assert label.per_term(speaker, "€ 5", "") == "€ 5"
    assert label.per_term(speaker, "€ 5", "on_request") == "€ 5, op verzoek"
    assert label.per_term(speaker, "", "monthly") == ""


def test_what_is_open_is_neither_yes_nor_no() -> None:
    said = [label.yes_no(voice("nl"), value) for value in (True, False, None)]
    assert said == ["ja", "nee", ""]
