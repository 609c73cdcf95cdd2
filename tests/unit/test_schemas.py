"""The JSON Schemas: sound in themselves, equal to the records, complete in two languages."""

from __future__ import annotations

import copy
import json
import typing
from collections import defaultdict
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from msgspec import Struct
from msgspec.structs import fields

from convenant.check.schema.lean import ASSERTIONS, lean
from convenant.check.schema.value import SENTENCES
from convenant.locale import voice
from convenant.model.ambition import Ambition
from convenant.model.annexes import Annexes
from convenant.model.annotation import resolve
from convenant.model.meeting import Meeting
from convenant.model.partnership import Partnership
from convenant.model.party import Cover
from convenant.model.programme import Programme
from convenant.model.record import Consents, Reviews, Rounds, Signatures
from convenant.model.visualisation import Visualisation

FOLDER = Path(__file__).parents[2] / "schema"
SCHEMAS = {
    file.name.removesuffix(".schema.json"): json.loads(file.read_text(encoding="utf-8"))
    for file in sorted(FOLDER.glob("*.schema.json"))
}
RECORDS = {
    "covenant": Cover,
    "ambition": Ambition,
    "partnership": Partnership,
    "visualisation": Visualisation,
    "programme": Programme,
    "annexes": Annexes,
}
SAID = {
    "consent": Consents,
    "consent_round": Rounds,
    "review": Reviews,
    "signature": Signatures,
    "meeting": Meeting,
}
"""What parties said about a text: no part of the text itself."""

ANNOTATIONS = json.loads((FOLDER / "meta" / "annotations.json").read_text(encoding="utf-8"))

every_schema = pytest.mark.parametrize("key", SCHEMAS)


def nodes(schema, path=()):
    """Every mapping in a schema with its path."""
    if isinstance(schema, dict):
        yield path, schema
        for key, part in schema.items():
            yield from nodes(part, (*path, key))
    elif isinstance(schema, list):
        for index, part in enumerate(schema):
            yield from nodes(part, (*path, index))


def described(key):
    """Every key, group and definition of a schema: what has a title and a description."""
    return [
        (path, node) for path, node in nodes(SCHEMAS[key]) if isinstance(node.get("x-nl"), dict)
    ]


def test_every_file_of_a_covenant_and_of_a_workspace_has_a_schema():
    assert set(SCHEMAS) == {*RECORDS, *SAID, "workspace", "access"}


@every_schema
def test_a_schema_is_valid_json_schema(key):
    Draft202012Validator.check_schema(SCHEMAS[key])


def test_the_schema_of_the_annotations_is_valid_json_schema():
    Draft202012Validator.check_schema(ANNOTATIONS)


@every_schema
def test_a_schema_keeps_to_our_own_rules(key):
    errors = Draft202012Validator(ANNOTATIONS).iter_errors(SCHEMAS[key])
    assert [(list(error.absolute_path), error.message) for error in errors] == []


def _without_dutch(schema):
    del schema["properties"]["core"]["x-nl"]


def _with_unknown_annotation(schema):
    schema["properties"]["core"]["x-colour"] = "green"


def _open_to_any_key(schema):
    schema["$defs"]["goal"]["additionalProperties"] = True


def _with_unknown_kind(schema):
    schema["$defs"]["goal"]["properties"]["id"]["x-defines"] = "gaol"


def _pattern_without_words(schema):
    del schema["$defs"]["goal"]["properties"]["id"]["x-form"]


@pytest.mark.parametrize(
    "spoil",
    [
        _without_dutch,
        _with_unknown_annotation,
        _open_to_any_key,
        _with_unknown_kind,
        _pattern_without_words,
    ],
)
def test_our_own_rules_refuse_a_careless_schema(spoil):
    schema = copy.deepcopy(SCHEMAS["ambition"])
    spoil(schema)
    assert not Draft202012Validator(ANNOTATIONS).is_valid(schema)


@every_schema
def test_a_schema_says_where_it_lives(key):
    assert SCHEMAS[key]["$id"] == f"https://convenant.example/schema/2/{key}.schema.json"
    assert SCHEMAS[key]["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@every_schema
def test_a_schema_needs_no_other_file(key):
    references = {node["$ref"] for _, node in nodes(SCHEMAS[key]) if "$ref" in node}
    assert references == {f"#/$defs/{name}" for name in SCHEMAS[key].get("$defs", {})}


def test_definitions_of_one_name_are_equal_everywhere():
    seen = {}
    for schema in SCHEMAS.values():
        for name, definition in schema.get("$defs", {}).items():
            assert seen.setdefault(name, definition) == definition


def record_of(hint):
    """The record inside a type such as `tuple[Goal, ...]` or `Plan | None`."""
    if isinstance(hint, type) and issubclass(hint, Struct):
        return hint
    inside = (record_of(part) for part in typing.get_args(hint))
    return next((found for found in inside if found), None)


def kind_of(hint):
    """The JSON type that a field of a record is written as."""
    names = {"str": "string", "int": "integer", "Decimal": "number", "bool": "boolean"}
    if typing.get_origin(hint) is tuple:
        return "array"
    parts = typing.get_args(hint) or (hint,)
    known = [names[part.__name__] for part in parts if part.__name__ in names]
    return known[0] if known else "object"


def compare(record, schema, root, path):
    names = {field.name for field in fields(record)} - {"at"}
    assert set(schema["properties"]) == names, path
    hints = typing.get_type_hints(record)
    for name in names:
        part = resolve(schema["properties"][name], root)
        types = [part["type"]] if isinstance(part["type"], str) else part["type"]
        assert kind_of(hints[name]) in types, f"{path}.{name}"
        inner = resolve(part.get("items", part), root)
        assert ("properties" in inner) == bool(record_of(hints[name])), f"{path}.{name}"
        if "properties" in inner:
            compare(record_of(hints[name]), inner, root, f"{path}.{name}")


@pytest.mark.parametrize("key", {**RECORDS, **SAID})
def test_a_schema_has_exactly_the_keys_of_its_record(key):
    compare({**RECORDS, **SAID}[key], SCHEMAS[key], SCHEMAS[key], key)


@every_schema
def test_only_the_required_keys_refuse_an_empty_value(key):
    root = SCHEMAS[key]
    for path, node in nodes(root):
        for name, part in node.get("properties", {}).items():
            if "then" in path or "if" in path:
                continue
            types = resolve(part, root)["type"]
            optional = name not in node.get("required", ())
            assert ("null" in types) == optional, (*path, name)
            if "enum" in resolve(part, root):
                assert (None in resolve(part, root)["enum"]) == optional, (*path, name)


@every_schema
def test_every_choice_has_a_label_in_both_languages(key):
    for path, node in nodes(SCHEMAS[key]):
        if "x-enum-labels" in node:
            choices = [str(choice) for choice in node["enum"] if choice is not None]
            for language in ("en", "nl"):
                assert list(node["x-enum-labels"][language]) == choices, path
                told = node.get("x-enum-descriptions", node["x-enum-labels"])[language]
                assert list(told) == choices, path


@every_schema
def test_every_example_is_valid(key):
    root = SCHEMAS[key]
    for path, node in nodes(root):
        for example in node.get("examples", ()):
            errors = list(Draft202012Validator(lean_of(node, root)).iter_errors(example))
            assert not errors, (path, example)


def lean_of(node, root):
    return {**{k: v for k, v in node.items() if not k.startswith("x-")}, "$defs": root.get("$defs")}


def needs_of(node):
    """Each entry of `x-required-at`, in its long form."""
    for needs in node.get("x-required-at", {}).values():
        for need in needs:
            yield {"keys": [need]} if isinstance(need, str) else need


@every_schema
def test_what_a_maturity_asks_for_exists(key):
    for path, node in nodes(SCHEMAS[key]):
        if "properties" not in node or {"if", "then"} & set(path):
            continue
        assert set(node.get("required", ())) <= set(node["properties"]), path
        for need in needs_of(node):
            guards = {**need.get("when", {}), **need.get("unless", {})}
            for name in [*need["keys"], *guards, *need.get("when_filled", ())]:
                assert name in node["properties"], (path, name)
            for name, values in guards.items():
                choices = resolve(node["properties"][name], SCHEMAS[key]).get("enum")
                assert not choices or set(values) <= set(choices), (path, name)


@every_schema
def test_no_key_is_asked_for_at_two_maturities(key):
    for path, node in nodes(SCHEMAS[key]):
        asked = [name for need in needs_of(node) for name in need["keys"]]
        assert len(asked) == len(set(asked)), path
        assert not asked or not set(asked) & set(node.get("required", ())), path


def test_every_kind_that_is_referred_to_is_defined():
    used, defined = set(), set()
    for schema in SCHEMAS.values():
        for _, node in nodes(schema):
            for annotation in ("x-refers-to", "x-may-refer-to"):
                kinds = node.get(annotation, [])
                used |= {kinds} if isinstance(kinds, str) else set(kinds)
            if isinstance(node.get("x-defines"), str):
                defined.add(node["x-defines"])
    assert used <= defined


def test_every_item_with_an_id_defines_it():
    for key in RECORDS:
        for name, definition in SCHEMAS[key].get("$defs", {}).items():
            # A signal answers a question of ours: its id is not the partners' to refer to.
            if "id" in definition.get("properties", {}) and name != "signal":
                assert "x-defines" in definition["properties"]["id"], (key, name)


OUTSIDE_THE_DIGEST = {
    "covenant": {"schema_version", "functions"},
    "covenant party": {"status", "signatories", "approvals", "power_of_attorney"},
    "ambition": {"maturity"},
    "partnership": {"maturity"},
    "partnership precondition": {"arranged"},
    "visualisation": {"maturity"},
    "programme": {"maturity"},
    "programme funding": {"status"},
    "annexes": {"maturity", "signals"},
    "annexes annex": {"status"},
    "annexes condition_precedent": {"met"},
}
"""What is state, process or working paper and not agreed content."""


def test_the_digest_covers_all_agreed_content_and_nothing_else():
    found = {}
    for key in RECORDS:
        root = SCHEMAS[key]
        owners = {key: root, **{f"{key} {n}": d for n, d in root["$defs"].items()}}
        for name, owner in owners.items():
            out = {
                part
                for part, schema in owner.get("properties", {}).items()
                if not resolve(schema, root).get("x-digest")
            }
            if out and owner.get("x-digest", name == key):
                found[name] = out
    assert found == OUTSIDE_THE_DIGEST


def test_groups_inside_agreed_content_are_agreed_as_a_whole():
    for key in RECORDS:
        for path, node in nodes(SCHEMAS[key]):
            nested = path and path[0] != "$defs" and "properties" in node and "x-nl" in node
            if nested and node.get("x-digest"):
                parts = (resolve(part, SCHEMAS[key]) for part in node["properties"].values())
                assert all(part.get("x-digest") for part in parts), path


@pytest.mark.parametrize("key", ["workspace", "access", *SAID])
def test_settings_and_records_are_no_agreed_content(key):
    assert not [path for path, node in nodes(SCHEMAS[key]) if "x-digest" in node]


def test_the_same_english_words_have_the_same_dutch_words():
    dutch = defaultdict(set)
    for key in SCHEMAS:
        for _, node in described(key):
            for word in ("title", "description"):
                if isinstance(node.get(word), str) and word in node["x-nl"]:
                    dutch[node[word]].add(node["x-nl"][word])
    assert {english: words for english, words in dutch.items() if len(words) > 1} == {}


def said_by_messages():
    """The words of the schemas that messages use, with their Dutch."""
    for key in SCHEMAS:
        for _, node in described(key):
            for english, dutch in (
                ("title", "title"),
                ("x-form", "form"),
                ("x-because", "because"),
            ):
                if isinstance(node.get(english), str) and dutch in node["x-nl"]:
                    yield node[english], node["x-nl"][dutch]


def test_messages_say_the_titles_of_the_schemas_in_dutch():
    wrong = {
        english: dutch for english, dutch in said_by_messages() if voice("nl").say(english) != dutch
    }
    entries = "\n".join(
        f"msgid {json.dumps(english, ensure_ascii=False)}\n"
        f"msgstr {json.dumps(dutch, ensure_ascii=False)}\n"
        for english, dutch in wrong.items()
    )
    assert not wrong, f"Add to schema.po, or take another English title:\n{entries}"


def test_every_keyword_that_can_fail_has_a_sentence():
    used = {
        keyword
        for schema in SCHEMAS.values()
        for _, node in nodes(lean(schema))
        for keyword in node
        if keyword in ASSERTIONS or keyword.startswith("x-")
    }
    assert used <= {*SENTENCES, "required", "additionalProperties"}


@every_schema
def test_the_lean_schema_keeps_every_keyword_that_can_fail(key):
    known = {*ASSERTIONS, "properties", "items", "allOf", "if", "then", "$ref", "$defs", "format"}
    notes = {"$schema", "$id", "title", "description", "examples"}
    for path, node in nodes(SCHEMAS[key]):
        if isinstance(node.get("type"), str | list):
            unknown = {k for k in node if k not in known | notes and not k.startswith("x-")}
            assert not unknown, path
