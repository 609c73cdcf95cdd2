"""A fault that the validator found, with what is known about its place in file and schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any, TypeAlias

from msgspec import Struct

from convenant.check.language.suggestion import suggest
from convenant.model.annotation import Schema, resolve, schema_at
from convenant.model.tree import Map, place_at
from convenant.problem import Place, Problem, Severity, Term

Path: TypeAlias = tuple[str | int, ...]

_SHOWN = 60
"""How much of a value a message quotes."""

_SUGGESTIONS = 100
"""After so many unknown words in a file the rest get no suggestion: it is another file's text."""

_NOT_PLAIN = "#&*!|>'\"%@`[]{},?"


class Fault(Struct, frozen=True):
    """A keyword of a schema that a value breaks.

    Attributes:
        path: to the value, from the top of the file.
        wanted: what the keyword asks for.
        schema_path: to the keyword, in the lean schema.
    """

    keyword: str
    path: Path
    wanted: Any
    value: Any
    schema_path: Path

    @property
    def condition(self) -> Path:
        """Where the `then` stands that this fault comes from; empty for most."""
        steps = self.schema_path
        return steps[: steps.index("then") + 1] if "then" in steps else ()


class Inquest(Struct):
    """A file in which faults were found, and its schema."""

    tree: Map
    root: Schema
    asked: int = 0

    def schema(self, path: Path) -> Schema:
        """What the schema says about the value at `path`."""
        return schema_at(self.root, path) or {}

    def title(self, path: Path) -> Term:
        """What the value is called; an item of a list without a name is called after the list."""
        while path and "title" not in self.schema(path):
            path = path[:-1]
        return Term(self.schema(path).get("title", ""))

    def reason(self, condition: Path) -> Term:
        """Why a `then` of the schema asks for what it asks for."""
        here: Any = self.root
        for step in condition:  # Through the schema as written, where references stand.
            node: Any = resolve(here, self.root) if isinstance(here, dict) else here
            here = node[step]
        return Term(here["x-because"])

    def example(self, path: Path) -> str:
        """How a key could be written, on one line."""
        return f"{path[-1]}: {inline(self._sample(self.schema(path)))}" if path else ""

    def _sample(self, schema: Schema) -> Any:
        schema = resolve(schema, self.root)
        if examples := schema.get("examples"):
            return examples[0]
        if "items" in schema:
            return [self._sample(schema["items"])]
        properties = schema.get("properties", {})
        keys = schema.get("required") or list(properties)[:1]
        return {key: self._sample(properties[key]) for key in keys}

    def suggest(self, word: str, meanings: Mapping[str, str]) -> str | None:
        """What an unknown word most likely stands for."""
        self.asked += 1
        return suggest(word, meanings) if self.asked <= _SUGGESTIONS else None


class Case(Struct, frozen=True, dict=True):
    """One fault in a file."""

    fault: Fault
    inquest: Inquest

    @cached_property
    def schema(self) -> Schema:
        """The part of the schema that the value is held against."""
        return self.inquest.schema(self.fault.path)

    @cached_property
    def place(self) -> Place:
        """Where the value stands."""
        return place_at(self.inquest.tree, self.fault.path)

    @property
    def title(self) -> Term:
        """What the value is called."""
        return self.inquest.title(self.fault.path)

    @property
    def shown(self) -> str:
        """The value, cut where it is long."""
        value = self.fault.value
        return shorten(value if isinstance(value, str) else inline(value))

    @property
    def example(self) -> str:
        """How the key could be written, on one line."""
        path = self.fault.path
        while path and not isinstance(path[-1], str):
            path = path[:-1]
        return self.inquest.example(path)

    def problem(self, code: str, place: Place | None = None, /, **values: str) -> Problem:
        """The problem that this case comes down to."""
        return Problem(place or self.place, code, Severity.ERROR, values)


def shorten(text: str) -> str:
    """At most as much of a text as a message quotes."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def inline(value: Any) -> str:
    """A value as YAML writes it on one line; quotes only where they are needed."""
    if isinstance(value, str):
        return value if _is_plain(value) else json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return f"[{', '.join(inline(item) for item in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {inline(item)}' for key, item in value.items())}}}"
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _is_plain(text: str) -> bool:
    reads_as_number = text.replace(".", "").isdigit()
    return bool(text) and not reads_as_number and ": " not in text and text[0] not in _NOT_PLAIN
