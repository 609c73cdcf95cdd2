"""How a sentence calls the things in the data: a party by its name, an agreement by its number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from convenant.diff.difference import Item
from convenant.diff.inline import inlined
from convenant.locale import N_
from convenant.model.annotation import Schema, leaves, schema_at
from convenant.model.covenant import Covenant
from convenant.model.saying import Day, Label, Money, Number, Saying, Series, Spoken
from convenant.model.tree import Map

_CODE = re.compile(r"[A-Z]{1,3}[0-9]{1,4}[a-z]?")
_NAMES = ("short", "name", "title", "term", "text", "caption", "law", "who", "what", "persona")
_REFERENCES = ("party", "payer", "group", "between")
_DUTIES = ("function", "role", "activity", "body", "expectation", "file")
_LONGEST = 60


class Names:
    """What a reader calls the things of one version of a covenant."""

    def __init__(self, covenant: Covenant, schemas: Mapping[str, Schema]) -> None:
        self._by_id: dict[str, Spoken] = {}
        self._parties = frozenset(party.id for party in covenant.cover.parties)
        for section, tree in covenant.data.items():
            root = inlined(schemas.get(section.key, {}))
            for leaf in leaves(tree, root, "x-defines"):
                if isinstance(leaf.value, str) and leaf.parent is not None:
                    schema = schema_at(root, leaf.path[:-1]) or {}
                    self._by_id[leaf.value] = self._name(leaf.parent, schema)

    def of(self, id: str) -> Spoken:
        """What is called by this id; words that are no id stand as they are."""
        return self._by_id.get(id, id)

    def thing(self, item: Item, number: int = 0) -> Spoken:
        """An item of a list, with the item around it."""
        named = self._by_id.get(str(item.now.get("id", "")))
        if named is None:
            named = self._name(item.now, item.schema, number or item.number)
        if item.outer is None:
            return named
        return Saying(N_("{thing} of {outer}"), {"thing": named, "outer": self.thing(item.outer)})

    def parties_in(self, values: Iterable[Any]) -> tuple[str, ...]:
        """The ids among some values that are parties, each once."""
        return tuple(dict.fromkeys(v for v in values if isinstance(v, str) and v in self._parties))

    def value(self, value: Any, schema: Schema, key: str = "") -> Spoken:
        """A value as a reader reads it.

        Args:
            schema: of the value.
            key: what it stands under: a year has no thousands.
        """
        if isinstance(value, bool):
            return Saying(N_("yes")) if value else Saying(N_("no"))
        if isinstance(value, Decimal | int):
            if schema.get("x-format") == "money":
                return Money(value)
            return str(value) if key in ("year", "schema_version") else Number(value)
        if isinstance(value, Map):
            return self._all(value, schema)
        if isinstance(value, list):
            return Series(tuple(self.value(item, schema.get("items", {}), key) for item in value))
        text = str(value)
        if "x-enum-labels" in schema:
            labels = schema["x-enum-labels"]
            words = {lang: texts[text] for lang, texts in labels.items() if text in texts}
            return Label(words) if words else text
        if "x-refers-to" in schema or "x-may-refer-to" in schema:
            return self.of(text)
        if is_date(schema):
            return Day(text)
        return text

    def _all(self, value: Map, schema: Schema) -> Spoken:
        properties = schema.get("properties", {})
        parts = [
            self.value(value[key], part, key) for key, part in properties.items() if key in value
        ]
        return Series(tuple(parts))

    def _name(self, item: Map, schema: Schema, number: int = 0) -> Spoken:
        id = str(item.get("id", ""))
        if schema.get("properties", {}).get("id", {}).get("x-defines") == "party":
            return next((text for key in _NAMES[:2] if (text := _text(item.get(key)))), id)
        kind = label(schema, inside=True)
        if _CODE.fullmatch(id):
            return Saying(N_("{kind} {name}"), {"kind": kind, "name": id})
        properties = schema.get("properties", {})
        if "x-enum-labels" in properties.get("id", {}):
            named: Spoken = self.value(id, properties["id"])
            return Saying(N_("{kind} “{name}”"), {"kind": kind, "name": named})
        for key in (*_NAMES, *_REFERENCES, *_DUTIES):
            if item.get(key) not in (None, "", []):
                shown = self.value(item[key], properties.get(key, {}), key)
                shown = shorten(shown) if isinstance(shown, str) else shown
                return Saying(N_("{kind} “{name}”"), {"kind": kind, "name": shown})
        year = item.get("year")
        shown = id or str(year or number or "")
        return Saying(N_("{kind} {name}"), {"kind": kind, "name": shown})


def label(schema: Schema, *, inside: bool = False) -> Label:
    """The title of a key or a group in each language."""
    english = str(schema.get("title", ""))
    return Label({"en": english, "nl": schema.get("x-nl", {}).get("title", english)}, inside)


def is_date(schema: Schema) -> bool:
    """Whether a value is a day or a month."""
    return schema.get("x-format") == "month-or-date" or schema.get("format") == "date"


def shorten(text: str, longest: int = _LONGEST) -> str:
    """The first words of a text on one line, with three dots where there were more."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text.rstrip(".")
    return text[:longest].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
