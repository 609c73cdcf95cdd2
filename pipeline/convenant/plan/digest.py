"""The digest that consents, reviews and signatures bind to: `convenant-digest/1`.

It covers what was agreed and nothing else. `docs/digest.md` specifies it so that anybody can
compute it without this program.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from convenant.model.annotation import Schema, resolve
from convenant.model.covenant import Covenant
from convenant.model.section import Section
from convenant.plan.canonical import Canonical, ProseForm, canonical_scalar

VERSION = "convenant-digest/1"


class Digest(Struct, frozen=True):
    """SHA-256 in hexadecimal, of the whole covenant and of each part."""

    whole: str
    sections: Mapping[Section, str]


def digest_covenant(covenant: Covenant, schemas: Mapping[str, Schema]) -> Digest:
    """The digest of a covenant.

    Source: docs/digest.md.
    """
    sections = {
        section: _sha256(f"{VERSION} {section.key}\n{canonical_json(form)}")
        for section, form in canonical_form(covenant, schemas).items()
    }
    lines = "".join(f"{section.key} {digest}\n" for section, digest in sections.items())
    return Digest(_sha256(f"{VERSION}\n{lines}"), sections)


def canonical_form(
    covenant: Covenant, schemas: Mapping[str, Schema]
) -> Mapping[Section, dict[str, Canonical]]:
    """What each part says: its agreed data, its prose, and for the annexes theirs."""
    alternatives = {f.file: f.alternative for f in covenant.visualisation.figures}
    prose = ProseForm(covenant, alternatives)
    form: dict[Section, dict[str, Canonical]] = {}
    for section in Section:
        schema = schemas[section.key]
        data = canonical_data(covenant.data.get(section), schema, schema)
        part: dict[str, Canonical] = {"data": data if isinstance(data, dict) else {}}
        if section in covenant.prose:
            part["prose"] = prose.blocks(list(covenant.prose[section].blocks))
        if section is Section.ANNEXES:
            part["annexes"] = {
                file: prose.blocks(list(text.blocks)) for file, text in covenant.annex_prose.items()
            }
        form[section] = part
    return form


def canonical_data(value: Any, schema: Schema, root: Schema) -> Canonical | None:
    """The part of some data that its schema marks `x-digest`; None where nothing is left."""
    schema = resolve(schema, root)
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        kept = {
            key: form
            for key, item in value.items()
            if key in properties
            and resolve(properties[key], root).get("x-digest")
            and (form := canonical_data(item, properties[key], root)) is not None
        }
        return kept or None
    if isinstance(value, list):
        items = (canonical_data(item, schema.get("items", {}), root) for item in value)
        return [item for item in items if item is not None] or None
    return None if value is None else canonical_scalar(value) or None


def canonical_json(form: Canonical | Mapping[str, Canonical]) -> str:
    """JSON without white space, keys in the order of their code points, no escapes for letters."""
    return json.dumps(form, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
