"""From folders to covenants with their problems: load, then check.

Markdown is read by long-lived pandoc workers while Python does the rest. What was read before is
kept by a digest of its bytes. What only later steps need is imported by them, while pandoc reads.
"""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from functools import cache as once
from typing import TYPE_CHECKING

from msgspec import Struct, field

from convenant.edges.disk.cache import Cache, cache_key
from convenant.edges.engine.pandoc import MarkdownReader
from convenant.edges.engine.program import program_state
from convenant.edges.engine.sandbox import LimitExceeded
from convenant.load.markdown import expand_tabs, lint_markdown
from convenant.load.text import load_text
from convenant.model.folder import Folder
from convenant.model.section import Section
from convenant.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from convenant.check.schema.fit import SchemaBook
    from convenant.model.annotation import Schema
    from convenant.model.covenant import Covenant
    from convenant.model.record import Records
    from convenant.model.tree import Map


class Reading(Struct, frozen=True):
    """A covenant as read, and everything that is wrong in it, sorted by place."""

    covenant: Covenant
    problems: tuple[Problem, ...]
    kept: Records | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def records(self) -> Records:
        """What the parties said of the text, each bound to a digest."""
        from convenant.model.record import Records

        return self.kept or Records()

    @property
    def is_sound(self) -> bool:
        """Whether a document can be made of it."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)

    @property
    def texts(self) -> Mapping[str, str]:
        """Its texts and data as written, by POSIX path from the workspace root."""
        return {
            f"{self.covenant.folder}/{name}": data.decode("utf-8", "replace")
            for name, data in self.files.items()
            if name.endswith((".md", ".yaml"))
        }


class _Opened(Struct):
    """A covenant of which the Markdown is still being read."""

    folder: Folder
    problems: list[Problem]
    data: dict[Section, Map] = field(default_factory=dict)
    records: dict[str, Map] = field(default_factory=dict)
    waiting: dict[str, str] = field(default_factory=dict)
    trees: dict[str, bytes | LimitExceeded] = field(default_factory=dict)


def read_covenants(
    folders: Iterable[Folder], schemas: Mapping[str, Schema], cache: Cache, *, keep: bool = True
) -> Iterator[Reading]:
    """Each covenant in turn; at most a few are in memory at the same time.

    Args:
        keep: whether to remember what pandoc read, for a next build.
    """
    # Pandoc needs as long for a covenant as Python does: among many, one worker keeps up with it,
    # and each takes 100 MB.
    workers = None if keep else 1
    keep = keep and cache.keeps
    opened: deque[_Opened] = deque()

    @once
    def book() -> SchemaBook:
        from convenant.check.schema.fit import SchemaBook

        return SchemaBook(schemas)

    def texts() -> Iterator[tuple[str, str]]:
        for folder in folders:
            one = _open(folder)
            if keep:
                _recall(one, cache)
            todo = [(name, text) for name, text in one.waiting.items() if name not in one.trees]
            opened.append(one)
            yield from todo
            _read_data(one, book(), cache if keep else None)

    with MarkdownReader(workers=workers) as reader:
        for name, tree in reader.read_all(texts()):
            while _is_complete(opened[0]):
                yield _finish(opened.popleft(), schemas)
            opened[0].trees[name] = tree
            if keep and isinstance(tree, bytes):
                cache.put(_tree_key(opened[0].waiting[name]), zlib.compress(tree, 1))
    while opened:
        yield _finish(opened.popleft(), schemas)


def _open(folder: Folder) -> _Opened:
    """A covenant of which the Markdown has been looked over, so that pandoc can begin."""
    one = _Opened(folder, list(folder.problems))
    for name, data in folder.files.items():
        if name.endswith(".md"):
            file = f"{folder.path}/{name}"
            text, problems = load_text(file, data)
            one.problems += problems
            if text is not None:
                problems = lint_markdown(file, text)
                one.problems += problems
                if not any(problem.severity is Severity.ERROR for problem in problems):
                    one.waiting[name] = expand_tabs(text)
    return one


def _read_data(one: _Opened, book: SchemaBook, cache: Cache | None) -> None:
    """The YAML of a covenant, which is read while pandoc is busy."""
    from convenant.load.yaml import load_yaml

    for section in Section:
        data = one.folder.files.get(section.data_file)
        if data is not None:
            tree, problems = load_yaml(f"{one.folder.path}/{section.data_file}", data)
            one.problems += problems
            if tree is not None:
                one.data[section] = tree
                one.problems += _misfits(section.key, tree, data, book, cache)
    if one.folder.records:
        _read_records(one, book, cache)


def _read_records(one: _Opened, book: SchemaBook, cache: Cache | None) -> None:
    from convenant.load.record_files import record_schema
    from convenant.load.yaml import load_yaml

    for name, data in one.folder.records.items():
        if key := record_schema(name):
            tree, problems = load_yaml(f"{one.folder.path}/{name}", data)
            one.problems += problems
            if tree is not None:
                one.records[name] = tree
                one.problems += _misfits(key, tree, data, book, cache)


def _misfits(
    schema: str, tree: Map, data: bytes, book: SchemaBook, cache: Cache | None
) -> Iterator[Problem]:
    """What does not fit the schema; that a file fits is remembered."""
    key = cache_key("fits", program_state(), schema, data) if cache else b""
    if cache and cache.get(key) is not None:
        return
    fits = True
    for problem in book.problems(schema, tree):
        fits = False
        yield problem
    if cache and fits:
        cache.put(key, b"")


def _finish(one: _Opened, schemas: Mapping[str, Schema]) -> Reading:
    """The covenant, now that its Markdown has been read, and what the rules find in it."""
    from convenant.check.registry import check_covenant
    from convenant.load.covenant import load_covenant
    from convenant.load.image import vet_image
    from convenant.load.prose import load_prose

    prose, images = {}, {}
    for name, tree in one.trees.items():
        file = f"{one.folder.path}/{name}"
        if isinstance(tree, LimitExceeded):
            one.problems.append(Problem(Place(file), "prose-limit", Severity.ERROR))
        else:
            prose[name], refused = load_prose(file, tree)
            one.problems += refused
    for name, data in one.folder.files.items():
        if name.startswith("figures/"):
            image, refused = vet_image(name, data, Place(f"{one.folder.path}/{name}"))
            one.problems += refused
            if image is not None:
                images[name] = image
    covenant = load_covenant(one.folder, one.data, prose, images)
    one.problems += check_covenant(covenant, schemas)
    records = _load_records(one, covenant) if one.records else None
    problems = tuple(sorted(one.problems, key=lambda problem: problem.sort_key))
    return Reading(covenant, problems, records, one.folder.files)


def _load_records(one: _Opened, covenant: Covenant) -> Records:
    from convenant.check.record import check_records
    from convenant.load.record_files import load_records

    records = load_records(one.records)
    one.problems += check_records(covenant, records)
    return records


def _is_complete(one: _Opened) -> bool:
    return len(one.trees) == len(one.waiting)


def _recall(one: _Opened, cache: Cache) -> None:
    for name, text in one.waiting.items():
        if kept := cache.get(_tree_key(text)):
            one.trees[name] = zlib.decompress(kept)


def _tree_key(text: str) -> bytes:
    return cache_key("tree", program_state(), text)
