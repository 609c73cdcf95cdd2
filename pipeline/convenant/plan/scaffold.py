"""A new covenant: the fewest data that are one, and the method's questions as comments."""

from __future__ import annotations

import json
from collections.abc import Mapping

from msgspec import Struct

from convenant.locale import N_, Voice
from convenant.model.annotation import Schema
from convenant.model.section import SECTIONS, Section
from convenant.plan.guidance import PURPOSES, QUESTIONS


class NewCovenant(Struct, frozen=True):
    """What is known of a covenant when it begins.

    Attributes:
        slug: name of its folder.
        parties: names by id.
    """

    slug: str
    title: str
    municipality: str = ""
    parties: Mapping[str, str] | None = None


def plan_covenant(new: NewCovenant, schemas: Mapping[str, Schema], voice: Voice) -> dict[str, str]:
    """The files of a new covenant, by path from the workspace."""
    folder = f"covenants/{new.slug}"
    files = {f"{folder}/{Section.COVER.data_file}": _cover(new, voice)}
    for section in SECTIONS:
        schema = schemas[section.key]
        local = schema.get(f"x-{voice.language}", {})
        title = str(local.get("title") or schema["title"])
        files[f"{folder}/{section.prose_file}"] = f"# {title}\n"
        files[f"{folder}/{section.data_file}"] = _section(section, voice)
    return files


def _cover(new: NewCovenant, voice: Voice) -> str:
    lines = [
        _modeline("covenant"),
        "schema_version: 2",
        f"language: {voice.language}",
        f"title: {_quoted(new.title)}",
        "initiative:",
        f"  name: {_quoted(new.title)}",
        _comment(voice.say(N_("In one or two sentences: what do we want to start, and for whom?"))),
        "  summary:",
        "place:",
        f"  municipality: {_quoted(new.municipality)}" if new.municipality else "  municipality:",
        "",
        _comment(voice.say(N_("Who takes part? Role: signatory, supporting or observer."))),
    ]
    parties = new.parties or {}
    lines.append("parties:" if parties else "parties: []")
    for id, name in parties.items():
        lines += [f"  - id: {id}", f"    name: {_quoted(name)}", "    role: signatory"]
    return "\n".join(lines) + "\n"


def _section(section: Section, voice: Voice) -> str:
    lines = [
        _modeline(section.key),
        _comment(voice.say(PURPOSES[section.number])),
        "maturity: outline",
    ]
    for question in QUESTIONS[section.number]:
        lines += ["", _comment(voice.say(question.text))]
        for path in question.answered_by:
            lines += [f"# {'  ' * depth}{key}:" for depth, key in enumerate(path.split("."))]
    return "\n".join(lines) + "\n"


def _modeline(key: str) -> str:
    return f"# yaml-language-server: $schema=../../schema/{key}.schema.json"


def _comment(text: str) -> str:
    return f"# {text}"


def _quoted(text: str) -> str:
    """Text as YAML has it in double quotes, which are those of JSON."""
    return json.dumps(text, ensure_ascii=False)
