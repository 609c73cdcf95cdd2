"""Putting somebody's answers into a YAML file, so that all else stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from convenant.edges.yaml.file import edit_yaml
from convenant.model.form import Add, Put

if TYPE_CHECKING:
    from ruamel.yaml.comments import CommentedMap, CommentedSeq


_TAKEN_ELSEWHERE = re.compile(r"(?i:y|yes|n|no|on|off)|[0-9:.]+")
"""Words that a reader of older YAML takes for something else than text."""


def put_answers(data: bytes, changes: Sequence[Put | Add]) -> bytes:
    """The file with values put at keys and items added to lists.

    Raises:
        ConvenantError: when the file cannot be read.
    """

    def edit(content: CommentedMap) -> None:
        for change in changes:
            inner = _inner(content, change.path[:-1])
            if isinstance(change, Put):
                inner[change.path[-1]] = _written(change.value)
            else:
                _add(inner, change)

    return edit_yaml(data, edit)


def _inner(content: CommentedMap, path: Sequence[str]) -> CommentedMap:
    from ruamel.yaml.comments import CommentedMap

    for key in path:
        if not isinstance(content.get(key), CommentedMap):
            content[key] = CommentedMap()
        content = content[key]
    return content


def _add(content: CommentedMap, change: Add) -> None:
    from ruamel.yaml.comments import CommentedSeq

    key = change.path[-1]
    if not isinstance(content.get(key), CommentedSeq):
        content[key] = CommentedSeq()
    items: CommentedSeq = content[key]
    for item in change.items:
        if isinstance(item, str):
            items.append(item)
        elif (same := _same(items, item, change.by)) is not None:
            same.update({name: _written(value) for name, value in item.items()})
        else:
            items.append(_mapping(item))


def _same(items: CommentedSeq, item: Mapping[str, Any], by: str) -> Any:
    found = (one for one in items if by and isinstance(one, dict) and one.get(by) == item.get(by))
    return next(found, None)


def _mapping(item: Mapping[str, Any]) -> CommentedMap:
    from ruamel.yaml.comments import CommentedMap

    content = CommentedMap()
    for name, value in item.items():
        content[name] = _written(value)
    return content


def _written(value: Any) -> Any:
    """A value as ruamel.yaml writes it: text of several lines as such, a number to the digit."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    from convenant.edges.yaml.verbatim import Verbatim

    if isinstance(value, Decimal):
        return Verbatim.of(format(value, "f"), "tag:yaml.org,2002:float")
    if isinstance(value, str) and "\n" in value:
        return LiteralScalarString(value)
    if isinstance(value, str) and _TAKEN_ELSEWHERE.fullmatch(value):
        return DoubleQuotedScalarString(value)
    return value
