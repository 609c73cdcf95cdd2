"""The handbook page of all data keys, made from the schemas: it cannot fall behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from convenant.locale import N_, Voice
from convenant.model.annotation import Schema, resolve
from convenant.model.section import Section

_SETTINGS = {
    "workspace": "convenant.yaml",
    "access": "access.yaml",
    "consent_round": "consents/0-rounds.yaml",
    "consent": "consents/<party>.yaml",
    "review": "reviews/<party>.yaml",
    "signature": "signatures/<party>.yaml",
    "meeting": "meetings/<id>.yaml",
}

_KINDS = {
    "string": N_("text"),
    "integer": N_("whole number"),
    "number": N_("number"),
    "boolean": N_("`true` or `false`"),
    "money": N_("amount in euro"),
    "date": N_("date, such as `2027-03-01`"),
    "month-or-date": N_("date or month, such as `2027-03`"),
}


def schema_page(schemas: Mapping[str, Schema], voice: Voice) -> str:
    """A Markdown page with every file, group and key: what it means and what it may hold."""
    names = _names(schemas, voice)
    title = voice.say(N_("All data keys"))
    lines = [f"# {title}", "", voice.say(_INTRODUCTION)]
    for key, file in _files():
        root = schemas[key]
        lines += ["", f"## {_words(root, voice)[0]}: `{file}`"]
        lines += ["", _words(root, voice)[1]]
        for path, group in _groups(root, root, ""):
            if path:
                lines += ["", f"### `{path}`: {_words(group, voice)[0]}"]
                lines += ["", _words(group, voice)[1]]
            lines += ["", *_table(group, root, path, names, voice)]
    return "\n".join(lines) + "\n"


_INTRODUCTION = N_(
    "A covenant keeps its prose in Markdown and its data in YAML. These are all keys of the data, "
    "file by file. Few are needed at once: the last column says from which maturity a section is "
    "asked for a key. The same words appear in an editor that reads the schemas."
)


def _files() -> Iterator[tuple[str, str]]:
    for section in Section:
        yield section.key, section.data_file
    yield from _SETTINGS.items()


def _words(schema: Schema, voice: Voice) -> tuple[str, str]:
    """Title and description; the schema itself holds English and Dutch, a catalogue others."""
    own = schema.get(f"x-{voice.language}", schema)
    return own["title"], own["description"]


def _names(schemas: Mapping[str, Schema], voice: Voice) -> dict[str, str]:
    """By kind of thing what it is called: the title of the group whose id defines it."""
    names: dict[str, str] = {}
    for root in schemas.values():
        for _, group in _groups(root, root, ""):
            kind = group["properties"].get("id", {}).get("x-defines")
            if kind:
                names[kind] = _words(group, voice)[0].lower()
    return names


def _groups(schema: Schema, root: Schema, path: str) -> Iterator[tuple[str, Schema]]:
    """A group of keys and all groups inside it, outermost first, each with its path."""
    yield path, schema
    for key, part in schema["properties"].items():
        inner = resolve(part, root)
        each = resolve(inner.get("items", inner), root)
        if "properties" in each:
            step = f"{key}[]" if "items" in inner else key
            yield from _groups(each, root, f"{path}.{step}" if path else step)


def _table(
    group: Schema, root: Schema, path: str, names: Mapping[str, str], voice: Voice
) -> Iterator[str]:
    heads = [voice.say(text) for text in (N_("Key"), N_("Meaning"), N_("Value"), N_("Asked from"))]
    yield f"| {' | '.join(heads)} |"
    yield "|---|---|---|---|"
    for key, part in group["properties"].items():
        schema = resolve(part, root)
        title, description = _words(schema, voice)
        asked = _asked(key, group, voice)
        value = _value(key, schema, root, path, names, voice)
        yield f"| `{key}` | **{title}.** {description} | {value} | {asked} |"


def _asked(key: str, group: Schema, voice: Voice) -> str:
    if key in group.get("required", ()):
        return voice.say(N_("the start"))
    for maturity, needs in group.get("x-required-at", {}).items():
        for need in needs:
            if isinstance(need, str) and need == key:
                return voice.say(maturity)
            if not isinstance(need, str) and key in need["keys"]:
                return voice.say(N_("{maturity}, where it applies"), maturity=voice.say(maturity))
    return ""


def _value(
    key: str, schema: Schema, root: Schema, path: str, names: Mapping[str, str], voice: Voice
) -> str:
    each = resolve(schema.get("items", schema), root)
    if "properties" in each:
        step = f"{path}.{key}" if path else key
        text = N_("list: see `{path}`") if "items" in schema else N_("group: see `{path}`")
        return voice.say(text, path=f"{step}[]" if "items" in schema else step)
    kind = _kind(each, names, voice)
    return voice.say(N_("list of: {kind}"), kind=kind) if "items" in schema else kind


def _kind(schema: Schema, names: Mapping[str, str], voice: Voice) -> str:
    if "enum" in schema:
        told = schema.get("x-enum-descriptions", schema["x-enum-labels"])
        labels: Mapping[str, Any] = told.get(voice.language, {})
        choices = [choice for choice in schema["enum"] if choice is not None]
        return "<br>".join(f"`{c}` {labels.get(str(c), '')}".strip() for c in choices)
    for note, text in (
        ("x-refers-to", N_("id of: {kinds}")),
        ("x-may-refer-to", N_("id of: {kinds}; or text")),
    ):
        if note in schema:
            said = [schema[note]] if isinstance(schema[note], str) else schema[note]
            return voice.say(text, kinds=", ".join(names[kind] for kind in said))
    form = schema.get("x-format") or schema.get("format") or _type(schema)
    return voice.say(_KINDS[form])


def _type(schema: Schema) -> str:
    types = schema["type"]
    return types if isinstance(types, str) else str(types[0])
