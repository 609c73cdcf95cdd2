"""What a check found in a covenant, remembered by a digest of everything that was looked at."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from convenant.check.schema import SchemaBook
from convenant.cli.reading import read_covenants
from convenant.cli.snapshot import Snapshot
from convenant.edges.cache import Cache, cache_key
from convenant.edges.program import program_state
from convenant.edges.workspace import read_settings
from convenant.load.yaml import load_yaml
from convenant.locale import LANGUAGES
from convenant.model.annotation import Schema
from convenant.model.folder import Folder
from convenant.problem import Place, Problem, Severity, Term

_SCHEMA_OF = {"convenant.yaml": "workspace", "access.yaml": "access"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """The problems of one covenant and the language to tell them in; no slug: the workspace."""

    slug: str
    language: str
    problems: tuple[Problem, ...]


def check_settings(root: Path, schemas: Mapping[str, Schema]) -> Outcome:
    """What is wrong in the workspace's own files, `convenant.yaml` and `access.yaml`."""
    book, problems, language = SchemaBook(schemas), list[Problem](), ""
    for name, data in read_settings(root).items():
        tree, found = load_yaml(name, data)
        problems += found
        if tree is not None:
            problems += book.problems(_SCHEMA_OF[name], tree)
            language = language or str(tree.get("language") or "")
    return Outcome("", language or LANGUAGES[0], tuple(problems))


def check_snapshot(
    snapshot: Snapshot, schemas: Mapping[str, Schema], cache: Cache
) -> Iterator[Outcome]:
    """The outcome for each selected covenant; those that have not changed come from the cache."""
    keys: dict[str, bytes] = {}
    remembered: list[Outcome] = []

    def changed() -> Iterator[Folder]:
        for folder in snapshot.folders():
            key = cache_key("outcome", program_state(), *_content(folder))
            kept = cache.get(key)
            if kept is None:
                keys[folder.path] = key
                yield folder
            else:
                remembered.append(_outcome(json.loads(kept)))

    for reading in read_covenants(
        changed(), schemas, cache, keep=len(snapshot.selection.folders) == 1
    ):
        covenant = reading.covenant
        outcome = Outcome(covenant.slug, covenant.language, reading.problems)
        cache.put(keys.pop(covenant.folder), json.dumps(_record(outcome)).encode())
        yield outcome
    yield from remembered


def _content(folder: Folder) -> Iterator[bytes]:
    yield _bytes(folder.path)
    for name, data in sorted(folder.files.items()):
        yield _bytes(name)
        yield data
    for name, data in sorted(folder.records.items()):
        yield _bytes(f"record {name}")
        yield data
    for name, digest in sorted(folder.sums.items()):
        yield _bytes(f"{name} {digest}")
    for problem in folder.problems:
        yield _bytes(f"{problem.place} {problem.code}")


def _bytes(name: str) -> bytes:
    """A name may hold halves of characters: on Linux a file can be called anything."""
    return name.encode("utf-8", "surrogatepass")


def _record(outcome: Outcome) -> list[object]:
    problems = [
        [
            problem.place.file,
            problem.place.line,
            problem.place.column,
            problem.code,
            problem.severity.value,
            [[key, text, isinstance(text, Term)] for key, text in problem.values.items()],
        ]
        for problem in outcome.problems
    ]
    return [outcome.slug, outcome.language, problems]


def _outcome(record: list[object]) -> Outcome:
    slug, language, problems = record
    assert isinstance(problems, list)  # noqa: S101  (for the type checker)
    return Outcome(
        str(slug),
        str(language),
        tuple(
            Problem(
                Place(file, line, column),
                code,
                Severity(severity),
                {key: Term(text) if ours else text for key, text, ours in values},
            )
            for file, line, column, code, severity, values in problems
        ),
    )
