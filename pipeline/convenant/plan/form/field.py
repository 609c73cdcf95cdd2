"""Which questions a form about a section has: those of the method, by the schema of the section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from convenant.locale import N_, Voice
from convenant.model.annotation import Schema, resolve
from convenant.model.form import Field, Form, Kind
from convenant.model.section import SECTIONS, Section
from convenant.plan.guidance import QUESTIONS

COVENANT, SUMMARY, PARTY, OLD, NEW = "covenant", "summary", "party", "old", "new"
_LONG = 60
"""An example of more letters asks for room for more than a line."""


def plan_forms(schemas: Mapping[str, Schema], voice: Voice) -> tuple[Form, ...]:
    """A form for each of the five sections, in one language."""
    return tuple(plan_form(section, schemas[section.key], voice) for section in SECTIONS)


def plan_form(section: Section, schema: Schema, voice: Voice) -> Form:
    """The form of a section: whose it is, what it is about, the data, and the wording."""
    title = f"§{section.number} {_words(schema, voice)['title']}"
    covenant = Field(COVENANT, voice.say(N_("Which covenant")), "", Kind.CHOICE, required=True)
    summary = Field(
        SUMMARY,
        voice.say(N_("Your proposal in one sentence")),
        voice.say(N_("Everybody reads this first: what should be different, and why.")),
        Kind.LINE,
        required=True,
    )
    party = Field(
        PARTY,
        voice.say(N_("On behalf of")),
        voice.say(N_("Only if you speak for more than one party: the name of the party.")),
        Kind.LINE,
    )
    old = Field(
        OLD,
        voice.say(N_("A sentence of the text that should be different")),
        voice.say(N_("Copy it from the text as it is now. Leave it empty to add something.")),
        Kind.TEXT,
    )
    new = Field(
        NEW,
        voice.say(N_("How that sentence should read")),
        voice.say(N_("Without a sentence above, this is added at the end of the section.")),
        Kind.TEXT,
    )
    data = tuple(_data(section, schema, voice))
    return Form(section, voice.language, title, (covenant, summary, party, old, new, *data))


def _data(section: Section, root: Schema, voice: Voice) -> Iterator[Field]:
    """The keys that answer the method's questions, and those that the section needs soon."""
    asked = {key.partition(".")[0] for q in QUESTIONS[section.number] for key in q.answered_by}
    asked |= set(_needed(root, "concrete"))
    for key, part in root["properties"].items():
        if key not in asked:
            continue
        schema = resolve(part, root)
        if "properties" not in schema:
            yield from _of((key,), schema, root, voice)
            continue
        soon = _needed(schema, "concrete")
        for inner, below in schema["properties"].items():
            found = resolve(below, root)
            items = resolve(found.get("items", {}), root)
            if "properties" not in items or inner in soon:
                yield from _of((key, inner), found, root, voice, _title(schema, voice))


def _of(
    path: tuple[str, ...], schema: Schema, root: Schema, voice: Voice, within: str = ""
) -> Iterator[Field]:
    """The questions about one key: one, or those about a new item of its list."""
    items = resolve(schema.get("items", {}), root)
    title = _title(schema, voice)
    if "properties" not in items:
        yield _field(path, (), schema, voice, within)
        return
    group = f"{within}, {title[:1].lower()}{title[1:]}" if within else title
    if "enum" not in items["properties"].get("id", {}):
        group = voice.say(N_("{list} (new)"), list=group)
    for key in _asked_of(items):
        below = resolve(items["properties"][key], root)
        if not {"array", "object"} & set(_types(below)):
            yield _field((key,), path, below, voice, group)


def _asked_of(items: Schema) -> list[str]:
    """The keys of an item that somebody can answer without knowing ids, in their order."""
    if "file" in items.get("required", ()):
        return []  # a file is not for a form to bring
    wanted = {*items.get("required", ()), *_needed(items, "concrete"), *_needed(items, "settled")}
    found = []
    for key, schema in items["properties"].items():
        id = "x-defines" in schema or "x-refers-to" in schema or key in ("file", "sha256")
        if key in wanted and (not id or "enum" in schema):
            found.append(key)
    return found


def _needed(schema: Schema, level: str) -> list[str]:
    needs = schema.get("x-required-at", {}).get(level, ())
    return [key for need in needs for key in ([need] if isinstance(need, str) else need["keys"])]


def _field(
    path: tuple[str, ...], group: tuple[str, ...], schema: Schema, voice: Voice, within: str
) -> Field:
    words = _words(schema, voice)
    title = words["title"]
    examples = schema.get("examples") or [""]
    example = examples[0][0] if isinstance(examples[0], list) else examples[0]
    kind = _kind(schema, str(example))
    meaning = str(words.get("description", ""))
    if kind is Kind.LIST:
        meaning = voice.say(N_("{meaning} One a line; what you write is added."), meaning=meaning)
    return Field(
        id="-".join((*group, *path)).replace("_", "-"),
        label=f"{within}: {title[:1].lower()}{title[1:]}" if within else title,
        meaning=meaning,
        kind=kind,
        path=path,
        group=group,
        example="" if kind is Kind.CHOICE else str(example),
        choices=_choices(schema, voice) if kind is Kind.CHOICE else {},
    )


def _kind(schema: Schema, example: str) -> Kind:
    types = _types(schema)
    if "enum" in schema or "boolean" in types:
        return Kind.CHOICE
    if "array" in types:
        return Kind.LIST
    if "string" not in types:
        return Kind.NUMBER
    if schema.get("format") == "date" or schema.get("x-format") == "month-or-date":
        return Kind.DATE
    return Kind.TEXT if len(example) > _LONG else Kind.LINE


def _choices(schema: Schema, voice: Voice) -> dict[str, Any]:
    if "enum" not in schema:
        return {voice.say(N_("Yes")): True, voice.say(N_("No")): False}
    labels = schema.get("x-enum-labels", {}).get(voice.language, {})
    return {labels.get(one, one): one for one in schema["enum"] if one is not None}


def _types(schema: Schema) -> Sequence[str]:
    kinds = schema.get("type", "string")
    return [kinds] if isinstance(kinds, str) else kinds


def _title(schema: Schema, voice: Voice) -> str:
    return str(_words(schema, voice)["title"])


def _words(schema: Schema, voice: Voice) -> Mapping[str, Any]:
    own = {k: schema[k] for k in ("title", "description") if k in schema}
    return {**own, **schema.get(f"x-{voice.language}", {})}
