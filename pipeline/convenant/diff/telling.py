"""What a sentence about a difference needs: its values in words, and what it is about."""

from __future__ import annotations

from msgspec import Struct

from convenant.diff.difference import Difference
from convenant.diff.name import Names, label
from convenant.locale import N_
from convenant.model.annotation import Schema
from convenant.model.comparison import ChangeKind
from convenant.model.saying import Saying, Spoken


class Telling(Struct, frozen=True):
    """A difference with what both versions call things."""

    difference: Difference
    was: Names
    now: Names

    @property
    def before(self) -> Spoken:
        """The old value in words."""
        return self.was.value(self.difference.before, self._schema, self.difference.keys[-1])

    @property
    def after(self) -> Spoken:
        """The new value in words."""
        return self.now.value(self.difference.after, self._schema, self.difference.keys[-1])

    @property
    def names(self) -> Names:
        """The names of the version that the thing itself is in."""
        return self.was if self.difference.kind is ChangeKind.REMOVED else self.now

    @property
    def _schema(self) -> Schema:
        """Of a list that of its items, unless the whole list is told."""
        schema = self.difference.schema
        listed = self.difference.kind is ChangeKind.REORDERED
        return schema if listed or "items" not in schema else schema["items"]

    def field(self, key: str) -> Spoken:
        """Another value of the same item in words; nothing where it has none."""
        item = self.difference.item
        if item is None or item.now.get(key) in (None, "", []):
            return ""
        return self.names.value(item.now[key], item.schema["properties"].get(key, {}), key)

    def text(self, key: str) -> str:
        """Another text of the same item, on one line and without its full stop."""
        item = self.difference.item
        value = item.now.get(key) if item else None
        return " ".join(value.split()).removesuffix(".") if isinstance(value, str) else ""


def subject(telling: Telling) -> Spoken:
    """What a sentence is about: the field, and the thing or group that it belongs to."""
    one = telling.difference
    field: Spoken = label(one.schema)
    if one.groups:
        group = label(one.groups[-1], inside=True)
        field = Saying(N_("“{field}” ({group})"), {"field": field, "group": group})
    else:
        field = Saying(N_("“{field}”"), {"field": field})
    if one.item is None:
        return field
    names = telling.was if one.item.new is None else telling.now
    return Saying(N_("{field} of {thing}"), {"field": field, "thing": names.thing(one.item)})
