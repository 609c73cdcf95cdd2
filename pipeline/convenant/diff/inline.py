"""A schema with every reference to its `$defs` followed, made once."""

from __future__ import annotations

from typing import Any

from convenant.model.annotation import Schema, resolve

_known: dict[int, tuple[Schema, Schema]] = {}


def inlined(root: Schema) -> Schema:
    """The whole schema without references; a group within itself ends where it comes again."""
    kept = _known.get(id(root))
    if kept is None or kept[0] is not root:
        kept = _known[id(root)] = (root, _inlined(root, root, ()))
    return kept[1]


def _inlined(schema: Any, root: Schema, within: tuple[int, ...]) -> dict[str, Any]:
    if id(schema) in within:
        return {}
    whole = dict(resolve(schema, root))
    inner = (*within, id(schema))
    if "properties" in whole:
        whole["properties"] = {
            key: _inlined(part, root, inner) for key, part in whole["properties"].items()
        }
    if "items" in whole:
        whole["items"] = _inlined(whole["items"], root, inner)
    return whole
