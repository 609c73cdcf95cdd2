"""The steps of a migration on ruamel.yaml's mappings, which carry the comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from convenant.edges.yaml.verbatim import Verbatim
from convenant.locale import N_
from convenant.model.migration import Enlist, MigrationNote, Nest, Path, Quote, Rename, Shape, Step
from convenant.problem import Place

_DATE = re.compile(r"\d{4}-\d\d-\d\d").fullmatch
_SHOWN = 60


class Stepper:
    """Takes steps in one file and keeps the notes of what it left."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.notes: list[MigrationNote] = []

    def take(self, step: Step, content: CommentedMap) -> None:
        """Change `content` as the step says, wherever its path leads."""
        for mapping in _find(content, step.path):
            if isinstance(step, Rename):
                self._rename(step, mapping)
            elif isinstance(step, Quote):
                _quote(step, mapping)
            elif isinstance(step, Nest):
                self._nest(step, mapping)
            else:
                self._enlist(step, mapping)

    def _rename(self, step: Rename, mapping: CommentedMap) -> None:
        if step.old not in mapping:
            return
        value = mapping[step.old]
        names = {"key": step.old, "new": step.new, "value": _shown(value)}
        if step.new in mapping:
            both = N_("“{key}” was left, since “{new}” is there as well. Keep one of the two.")
            self._note(mapping, step.old, both, names)
        elif value is not None and not _has_shape(value, step.shape):
            unfit = N_(
                "“{key}” keeps its old name: “{new}” cannot hold “{value}”. Carry it over by hand."
            )
            self._note(mapping, step.old, unfit, names)
        else:
            position = list(mapping).index(step.old)
            comment = mapping.ca.items.pop(step.old, None)
            spot = mapping.lc.data.get(step.old) if mapping.lc.data else None
            del mapping[step.old]
            mapping.insert(position, step.new, value)
            if comment:
                mapping.ca.items[step.new] = comment
            if spot:
                mapping.lc.data[step.new] = spot

    def _nest(self, step: Nest, mapping: CommentedMap) -> None:
        value = mapping.get(step.key)
        if value is None or isinstance(value, CommentedMap):
            return
        if not isinstance(value, str) or value not in step.words:
            self._unknown(mapping, step.key, value, step.words)
            return
        inner = CommentedMap({step.inner: step.words[value]})
        _move_comment(mapping, step.key, inner, step.inner)
        mapping[step.key] = inner

    def _enlist(self, step: Enlist, mapping: CommentedMap) -> None:
        pairs = mapping.get(step.key)
        if pairs is None or isinstance(pairs, CommentedSeq):
            return
        if not isinstance(pairs, CommentedMap):
            odd = N_("“{key}” was left: it holds no names with values. Carry it over by hand.")
            self._note(mapping, step.key, odd, {"key": step.key})
            return
        items = CommentedSeq()
        for name, value in pairs.items():
            if value is not None and (not isinstance(value, str) or value not in step.words):
                self._unknown(pairs, name, value, step.words)
            item = CommentedMap({step.name: name, step.value: value})
            _move_comment(pairs, name, item, step.value)
            items.append(item)
        above = mapping.ca.items.get(step.key)
        if above and above[3]:  # what stood above the first pair now stands above the first item
            items.ca.items[0] = [None, above[3], None, None]
            above[3] = None
        mapping[step.key] = items

    def _unknown(self, mapping: CommentedMap, key: str, value: Any, words: Any) -> None:
        message = N_("“{value}” at “{key}” has no counterpart and was left. Choose: {choices}.")
        values = {"key": key, "value": _shown(value), "choices": ", ".join(words)}
        self._note(mapping, key, message, values)

    def _note(self, mapping: CommentedMap, key: str, message: str, values: dict[str, str]) -> None:
        line, column = mapping.lc.key(key)
        place = Place(self.file, line + 1, column + 1)
        self.notes.append(MigrationNote(place, message, values))


def _find(content: Any, path: Path) -> Iterator[CommentedMap]:
    """The mappings that a path leads to."""
    if not path:
        if isinstance(content, CommentedMap):
            yield content
    elif path[0] == "*":
        for item in content if isinstance(content, CommentedSeq) else ():
            yield from _find(item, path[1:])
    elif isinstance(content, CommentedMap):
        yield from _find(content.get(path[0]), path[1:])


def _quote(step: Quote, mapping: CommentedMap) -> None:
    value = mapping.get(step.key)
    if isinstance(value, Verbatim):
        mapping[step.key] = DoubleQuotedScalarString(value)


def _move_comment(source: CommentedMap, key: str, target: CommentedMap, inner: str) -> None:
    """What stood beside and below `key` now stands beside and below `inner`."""
    comment = source.ca.items.pop(key, None)
    if comment:
        target.ca.items[inner] = comment


def _has_shape(value: Any, shape: Shape) -> bool:
    if shape is Shape.MAPPING:
        return isinstance(value, CommentedMap)
    if shape is Shape.LIST:
        return isinstance(value, CommentedSeq)
    if shape is Shape.TEXT:
        return isinstance(value, str)
    if shape is Shape.DATE:
        return isinstance(value, str) and bool(_DATE(value))
    return True


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, CommentedSeq):
        value = f"[{', '.join(_shown(item) for item in value)}]"
    text = " ".join(value.split()) if isinstance(value, str) else "…"
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
