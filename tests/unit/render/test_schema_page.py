"""The pages of all data keys say what the schemas say.

To write them anew after a change of a schema: UPDATE_DOCS=1 pytest tests/unit/render -k schema_page
"""

import json
import os
from pathlib import Path

import pytest

from convenant.locale import voice
from convenant.render.schema_page import schema_page

ROOT = Path(__file__).parents[3]
SCHEMAS = {
    file.name.removesuffix(".schema.json"): json.loads(file.read_text(encoding="utf-8"))
    for file in sorted((ROOT / "schema").glob("*.schema.json"))
}
PAGES = {"en": "docs/schema.md", "nl": "docs/nl/velden.md"}


@pytest.mark.parametrize("language", PAGES)
def test_the_page_in_the_docs_is_up_to_date(language):
    page, file = schema_page(SCHEMAS, voice(language)), ROOT / PAGES[language]
    if os.environ.get("UPDATE_DOCS"):
        file.write_text(page, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == page


@pytest.mark.parametrize("language", PAGES)
def test_the_page_names_every_key_of_every_schema(language):
    page = schema_page(SCHEMAS, voice(language))

    def keys(node):
        if isinstance(node, dict):
            if "additionalProperties" in node:
                yield from node["properties"]
            for part in node.values():
                yield from keys(part)

    for schema in SCHEMAS.values():
        assert [key for key in keys(schema) if f"| `{key}` | **" not in page] == []


def test_the_dutch_page_is_dutch():
    page = schema_page(SCHEMAS, voice("nl"))
    assert "| `by` | **Trekker.**" in page
    assert "`effort` inspanning<br>`result` resultaat" in page
    assert "kenmerk van: partij |" in page
    assert "rijp voor besluit, waar van toepassing" in page


def test_no_cell_breaks_its_table():
    for language in PAGES:
        for line in schema_page(SCHEMAS, voice(language)).splitlines():
            assert not line.startswith("|") or line.count("|") == 5, line
