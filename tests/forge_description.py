"""GitHub's own description of its interface (`@octokit/openapi`), as a judge of calls and answers.

Only the schemas of the paths that are used are worked out, once a run. The description needs
mending first: its `nullable` is no word of JSON Schema, also where a schema has no `type`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from jsonschema import Draft202012Validator

from outside import missing

FOLDER = Path(__file__).parent / "forge/node_modules"
FILE = FOLDER / "@octokit/openapi/generated/api.github.com.json"
_IGNORED = ("example", "examples", "discriminator", "xml", "externalDocs", "deprecated")


class NotDescribed(AssertionError):  # noqa: N818  (a fact about a call)
    """GitHub's description does not allow this."""


def needs_node(file: Path) -> None:
    """Skip, or fail in CI, where the package that a test needs is missing."""
    if file.exists():
        return
    missing(file.name, "(cd tests/forge && npm install --ignore-scripts)")


@cache
def description() -> Mapping[str, Any]:
    needs_node(FILE)
    found: dict[str, Any] = json.loads(FILE.read_bytes())
    return found


def example(name: str) -> Any:
    """One of GitHub's own examples, to be changed freely."""
    return json.loads(json.dumps(description()["components"]["examples"][name]["value"]))


def check_call(method: str, target: str, body: bytes | None) -> None:
    """Raise where a request is not one that the description knows."""
    operation = _operation(method, target)
    query = dict(parse_qsl(urlsplit(target).query, keep_blank_values=True))
    known = {p["name"]: p for p in _parameters(operation) if p["in"] == "query"}
    if unknown := set(query) - set(known):
        raise NotDescribed(f"{method} {target}: no parameter {unknown}")
    for name, value in query.items():
        kind = known[name]["schema"].get("type")
        given: Any = int(value) if kind == "integer" and value.isdecimal() else value
        _validate(known[name]["schema"], given, f"{method} {target} ?{name}")
    wanted = _resolved(operation.get("requestBody", {}))
    if body is None:
        if wanted.get("required"):
            raise NotDescribed(f"{method} {target}: a body is missing")
        return
    if not wanted:
        raise NotDescribed(f"{method} {target}: no body is expected")
    if "application/json" not in wanted["content"]:
        return  # a file, sent as it is
    schema = wanted["content"]["application/json"]["schema"]
    data = json.loads(body)
    _validate(schema, data, f"{method} {target}")
    # The description leaves other keys open; GitHub ignores them, and so they would be our mistake.
    if unknown := set(data) - set(_properties(schema)):
        raise NotDescribed(f"{method} {target}: no key {unknown}")


def check_answer(method: str, target: str, status: int, body: bytes) -> None:
    """Raise where an answer is not one that the description knows."""
    responses = _operation(method, target)["responses"]
    if str(status) not in responses:
        if status in (401, 403, 404, 422, 429) or status >= 500:
            return  # every operation can answer so; few say it
        raise NotDescribed(f"{method} {target}: never answers {status}")
    content = _resolved(responses[str(status)]).get("content", {})
    if "application/json" in content:
        _validate(content["application/json"]["schema"], json.loads(body), f"{method} {target}")


@cache
def _templates() -> tuple[tuple[re.Pattern[str], str], ...]:
    def pattern(path: str) -> re.Pattern[str]:
        blank = ".+" if _is_long(path) else "[^/]+"
        begun, _, last = path.rpartition("/")
        begun = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(begun))
        return re.compile(f"{begun}/" + re.sub(r"\\\{\w+\\\}", blank, re.escape(last)))

    # What is spelled out goes before what has a blank in the same place, and a blank that takes
    # everything comes last.
    paths = sorted(description()["paths"], key=lambda path: (_is_long(path), path.count("{")))
    return tuple((pattern(path), path) for path in paths)


def _is_long(path: str) -> bool:
    """Whether its last blank may hold a `/`, such as the name of a tag."""
    operation = description()["paths"][path].get("get", {})
    return path.endswith("}") and any(p.get("x-multi-segment") for p in _parameters(operation))


def _operation(method: str, target: str) -> Mapping[str, Any]:
    path = urlsplit(target).path
    for pattern, name in _templates():
        if pattern.fullmatch(path) and method.lower() in description()["paths"][name]:
            found: Mapping[str, Any] = description()["paths"][name][method.lower()]
            return found
    raise NotDescribed(f"{method} {path}: no such operation")


def _parameters(operation: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for parameter in operation.get("parameters", []):
        yield _resolved(parameter)


def _resolved(node: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in node:
        found: Any = description()
        for part in node["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        node = found
    return node


def _properties(schema: Mapping[str, Any]) -> Iterator[str]:
    schema = _resolved(schema)
    yield from schema.get("properties", {})
    for word in ("allOf", "anyOf", "oneOf"):
        for one in schema.get(word, []):
            yield from _properties(one)


def _validate(schema: Mapping[str, Any], data: Any, where: str) -> None:
    errors = sorted(_validator(json.dumps(schema, sort_keys=True)).iter_errors(data), key=str)
    if errors:
        place = "/".join(str(part) for part in errors[0].absolute_path)
        raise NotDescribed(f"{where}: {place}: {errors[0].message[:300]}")


@cache
def _validator(schema: str) -> Draft202012Validator:
    names: list[str] = []
    root = _mended(json.loads(schema), names)
    kinds: dict[str, Any] = {}
    while names:
        name = names.pop()
        if name not in kinds:
            kinds[name] = {}
            kinds[name] = _mended(description()["components"]["schemas"][name], names)
    return Draft202012Validator({"$defs": kinds, "allOf": [root]})


def _mended(node: Any, names: list[str]) -> Any:
    if isinstance(node, list):
        return [_mended(one, names) for one in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        names.append(name)
        return {"$ref": f"#/$defs/{name}"}
    mended = {
        key: {name: _mended(one, names) for name, one in value.items()}
        if key == "properties"
        else value
        if key == "enum"
        else _mended(value, names)
        for key, value in node.items()
        if key not in (*_IGNORED, "nullable")
    }
    return {"anyOf": [mended, {"type": "null"}]} if node.get("nullable") else mended
