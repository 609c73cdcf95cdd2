"""From answers to changes: values for keys, new items for lists, and another wording."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from convenant.model.annotation import Schema, resolve, schema_at
from convenant.model.form import Add, Answer, Field, Form, Kind, Put

_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_ID = re.compile(r"[^a-z0-9]+")
_ID_LIMIT = 40


class WordingNotFound(ValueError):  # noqa: N818  (a fact about the text)
    """The sentence that should be different stands there never, or more than once."""


def plan_changes(
    form: Form, answers: Mapping[str, str], root: Schema, ids: Collection[str], party: str
) -> Iterator[Put | Add]:
    """What the answers ask of the section's data.

    Args:
        answers: by label.
        ids: that the covenant has already.
        party: whose form it is, for items that say whose they are; empty for nobody's.
    """
    groups: dict[tuple[str, ...], dict[str, Answer]] = {}
    names: dict[tuple[str, ...], str] = {}
    for field in form.fields:
        said = answers.get(field.label, "")
        if not field.path or not said:
            continue
        if field.group:
            groups.setdefault(field.group, {})[field.path[0]] = value_of(field, said, form.language)
            if field.kind in (Kind.LINE, Kind.TEXT):
                names.setdefault(field.group, said)
        elif field.kind is Kind.LIST:
            yield Add(field.path, tuple(_lines(said)))
        else:
            yield Put(field.path, value_of(field, said, form.language))
    taken = set(ids)
    for group, item in groups.items():
        id = _new_id(names.get(group, group[-1]), taken)
        whole = _completed(item, _item_schema(root, group), id, party)
        taken.add(str(whole.get("id", "")))
        chosen = "enum" in _item_schema(root, group)["properties"].get("id", {})
        yield Add(group, (whole,), by="id" if chosen else "")


def plan_wording(text: str, old: str, new: str) -> str:
    """A section's text with a sentence replaced, or with something added at its end.

    Spaces and line ends in the sentence need not be those of the text; all else stays to the byte.

    Raises:
        WordingNotFound: when it does not stand there exactly once.
    """
    if not old.strip():
        return f"{text.rstrip()}\n\n{new.strip()}\n" if new.strip() else text
    words = r"\s+".join(map(re.escape, old.split()))
    places = [match.span() for match in re.finditer(words, text)]
    if len(places) != 1:
        raise WordingNotFound(str(len(places)))
    ((start, end),) = places
    return text[:start] + new.strip() + text[end:]


def value_of(field: Field, said: str, language: str) -> Answer:
    """An answer as data; what cannot be read as such stays as it was written, for the checks."""
    if field.kind is Kind.CHOICE:
        return field.choices.get(said, said)
    if field.kind is Kind.NUMBER:
        return _number(said, language)
    if field.kind is Kind.DATE:
        day = _DAY.fullmatch(said)
        return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}" if day else said
    return " ".join(said.split()) if field.kind is Kind.LINE else said


def _number(said: str, language: str) -> Answer:
    """`€ 12.500,50` as somebody writes it in Dutch, `€12,500.50` in English."""
    bare = said.replace("€", "").replace("\u00a0", "").replace(" ", "")
    grouped, point = (".", ",") if language == "nl" else (",", ".")
    sep, dot = re.escape(grouped), re.escape(point)
    if not re.fullmatch(rf"-?(\d{{1,15}}|\d{{1,3}}({sep}\d{{3}}){{1,4}})({dot}\d{{1,6}})?", bare):
        return said
    amount = Decimal(bare.replace(grouped, "").replace(point, "."))
    return int(amount) if amount == int(amount) else amount


def _lines(said: str) -> Iterator[str]:
    for line in said.split("\n"):
        if item := line.strip().removeprefix("- ").strip():
            yield item


def _item_schema(root: Schema, group: tuple[str, ...]) -> Schema:
    found = schema_at(root, (*group, 0))
    return resolve(found or {}, root)


def _completed(
    item: Mapping[str, Answer], schema: Schema, id: str, party: str
) -> dict[str, Answer]:
    """An item with what only the program knows: its id, and whose it is; keys in their order."""
    found = dict(item)
    needed = {*schema.get("required", ()), *schema.get("x-required-at", {}).get("concrete", ())}
    for key, part in schema["properties"].items():
        if key in found:
            continue
        if "x-defines" in part and "enum" not in part:
            found[key] = id
        elif "party" in _named(part) and key in needed and party:
            found[key] = party
    return {key: found[key] for key in schema["properties"] if key in found}


def _named(part: Schema) -> Sequence[str]:
    """The kinds of things that a key may name."""
    kinds = part.get("x-refers-to", ())
    return [kinds] if isinstance(kinds, str) else kinds


def _new_id(text: str, taken: Collection[str]) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    stem = _ID.sub("-", plain)[:_ID_LIMIT].strip("-")
    stem = stem if stem[:1].isalpha() else f"x-{stem}".rstrip("-")
    known, number, id = {one.casefold() for one in taken}, 1, stem
    while id.casefold() in known:
        number += 1
        id = f"{stem}-{number}"
    return id
