"""From texts and records to a bundle: everything that is published of one version."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from msgspec import Struct, field

from convenant.cli.steps.assembling import make_document
from convenant.cli.steps.change.set import write_changes
from convenant.cli.steps.reading import Reading, read_covenants
from convenant.cli.steps.style import SETTINGS, house_style_of
from convenant.cli.steps.version.edition_set import write_documents
from convenant.edges.disk.cache import Cache
from convenant.edges.disk.intake import RECORDS as RECORD_FOLDERS
from convenant.edges.disk.intake import entries_of, is_known, take_in
from convenant.edges.disk.resource import read_schemas
from convenant.locale import voice
from convenant.model.bundle import (
    BEFORE,
    MANIFEST,
    METADATA,
    RECORDS,
    SOURCE,
    STYLE,
    SUMS,
    Bundle,
    Inputs,
)
from convenant.model.covenant import Covenant
from convenant.model.document import Stamp
from convenant.model.release import Kind
from convenant.plan.consent import plan_positions
from convenant.plan.digest import Digest, digest_covenant
from convenant.plan.manifest import plan_manifest, plan_sums, sha256
from convenant.render.metadata import Published, PublishedFile, diwoo_xml, mdto_xml

COVER = "covenant.yaml"
_SAID = tuple(folder for folder in RECORD_FOLDERS if folder != "meetings/")
"""Minutes are the partners' own; what was said about the text is published with it."""


class Parts(Struct, frozen=True):
    """What a bundle is made of, as files.

    Attributes:
        text: the covenant's folder without its records, by path from there.
        said: the records, and the cover as it stands with them.
        before: the text of the version before it, where there is one.
        look: what the house style is made from, by path from the workspace root.
    """

    text: Mapping[str, bytes]
    said: Mapping[str, bytes]
    before: Mapping[str, bytes] = field(default_factory=dict)
    look: Mapping[str, bytes] = field(default_factory=dict)


class Understood(Struct, frozen=True):
    """The parts as read.

    Attributes:
        text: what is printed.
        now: the same text with the approvals and records of the moment of publishing.
        before: the version before it.
    """

    text: Reading
    now: Reading
    digest: Digest
    before: Reading | None = None


def parts_of(
    text: Mapping[str, bytes],
    now: Mapping[str, bytes],
    before: Mapping[str, bytes] | None = None,
    look: Mapping[str, bytes] | None = None,
) -> Parts:
    """The parts from versions of a covenant's folder: of the text, the present one, and before."""
    kept = {n: d for n, d in now.items() if n.startswith(_SAID) or n == COVER}
    return Parts(
        {name: data for name, data in text.items() if is_known(name)},
        kept,
        {name: data for name, data in (before or {}).items() if is_known(name)},
        look or {},
    )


def understand(slug: str, parts: Parts, cache: Cache) -> Understood:
    """Read both: the text, and it again with the present cover and records."""
    path, schemas = f"covenants/{slug}", read_schemas()
    present = {**parts.text, **parts.said}
    versions = [parts.text, present, *([parts.before] if parts.before else [])]
    folders = [take_in(slug, path, entries_of(files)) for files in versions]
    text, now, *before = read_covenants(folders, schemas, cache)
    digest = digest_covenant(text.covenant, schemas)
    return Understood(text, now, digest, before[0] if before else None)


def make_bundle(inputs: Inputs, parts: Parts, understood: Understood, cache: Cache) -> Bundle:
    """The bundle of one version; equal inputs and parts give equal bytes.

    Raises:
        ConvenantError: when a format cannot be written.
    """
    stamp = Stamp(inputs.name.base, inputs.name.kind.status, inputs.text_time, inputs.text_commit)
    style, _ = house_style_of(parts.look.get(SETTINGS), parts.look.get)
    document = make_document(understood.text, read_schemas(), stamp, style)
    covenant = understood.text.covenant
    files = {
        **write_documents(covenant, document, inputs.name.kind, cache),
        f"{inputs.slug}.json": _data(covenant),
        **(
            write_changes(
                understood.before,
                understood.text,
                (inputs.previous, inputs.copy or str(inputs.name)),
                stamp,
                style,
                cache,
                amendment=_amendment(inputs, understood),
            )
            if understood.before
            else {}
        ),
    }
    files |= _metadata(inputs, understood, files)
    files |= {SOURCE + name: data for name, data in parts.text.items()}
    files |= {RECORDS + name: data for name, data in parts.said.items()}
    files |= {BEFORE + name: data for name, data in parts.before.items()}
    files |= {STYLE + name: data for name, data in parts.look.items()}
    covenant, records = understood.now.covenant, understood.now.records
    digest = understood.digest
    positions = plan_positions(covenant, records, digest.whole, digest.sections)
    manifest = plan_manifest(inputs, covenant, records, digest, positions, files)
    files[MANIFEST] = manifest
    files[SUMS] = plan_sums(files)
    return Bundle(inputs.title, files)


def _amendment(inputs: Inputs, understood: Understood) -> int:
    """The number of the amendment; 0 where the text says what it said, such as after an exit."""
    before = understood.before
    if before is None or not inputs.amendment:
        return 0
    same = digest_covenant(before.covenant, read_schemas()).whole == understood.digest.whole
    return 0 if same else inputs.amendment


def _metadata(
    inputs: Inputs, understood: Understood, files: Mapping[str, bytes]
) -> dict[str, bytes]:
    covenant, records = understood.text.covenant, understood.now.records
    signing = [party for party in covenant.cover.parties if party.signs]
    made_by = covenant.annexes.publication.by if covenant.annexes.publication else ""
    publisher = covenant.party(made_by) or (signing[0] if signing else None)
    signed = [s.date for party in signing for s in records.signatures_of(party.id)]
    about = Published(
        f"{inputs.slug}/{inputs.name}",
        covenant.cover.title,
        covenant.cover.initiative.summary if covenant.cover.initiative else "",
        told_language(covenant.language),
        publisher.name if publisher else "",
        tuple(party.name for party in signing),
        datetime.fromtimestamp(inputs.text_time, UTC).date().isoformat(),
        max(signed, default="") if inputs.name.kind is Kind.FINAL else "",
    )
    listed = [PublishedFile(name, sha256(data), len(data)) for name, data in sorted(files.items())]
    made = {"diwoo.xml": diwoo_xml(about), **mdto_xml(about, listed)}
    return {METADATA + name: data for name, data in made.items()}


def told_language(language: str) -> str:
    """The language that a covenant's own words are in: one that we speak."""
    return voice(language).language


def _data(covenant: Covenant) -> bytes:
    data = {section.key: tree for section, tree in covenant.data.items()}
    text = json.dumps(data, ensure_ascii=False, indent=2, default=_number)
    return (text + "\n").encode("utf-8", "surrogatepass")


def _number(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    raise TypeError(type(value))
