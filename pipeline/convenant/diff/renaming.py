"""Things that are still there under another id: every reference to them follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from convenant.diff.difference import differences
from convenant.diff.inline import inlined
from convenant.model.annotation import Schema
from convenant.model.comparison import ChangeKind
from convenant.model.covenant import Covenant
from convenant.model.section import Section
from convenant.model.tree import Map, Seq


def renames(
    old: Mapping[Section, Map], new: Mapping[Section, Map], schemas: Mapping[str, Schema]
) -> dict[str, str]:
    """By old id the new one of everything that is still there under another id."""
    found: dict[str, str] = {}
    for section in Section:
        if section in old and section in new and section.key in schemas:
            for one in differences(section, old[section], new[section], schemas[section.key]):
                if "x-defines" in one.schema and one.kind is ChangeKind.CHANGED:
                    found[str(one.before)] = str(one.after)
    return found


def with_renames(old: Covenant, schemas: Mapping[str, Schema], names: Mapping[str, str]) -> Any:
    """The data of a covenant with its references following the new ids."""
    return {
        section: _followed(tree, inlined(schemas[section.key]), names)
        for section, tree in old.data.items()
    }


def _followed(value: Any, schema: Schema, names: Mapping[str, str]) -> Any:
    if isinstance(value, Map):
        copy = Map(value.file, value.spot)
        copy.key_spots, copy.value_spots = value.key_spots, value.value_spots
        properties = schema.get("properties", {})
        for key, item in value.items():
            copy[key] = _followed(item, properties.get(key, {}), names)
        return copy
    if isinstance(value, Seq):
        items = Seq(value.file, value.spot)
        items.item_spots = value.item_spots
        # The mark of a list of ids stands on its items.
        items.extend(_followed(item, schema.get("items", {}), names) for item in value)
        return items
    refers = "x-refers-to" in schema or "x-may-refer-to" in schema
    return names.get(value, value) if refers and isinstance(value, str) else value
