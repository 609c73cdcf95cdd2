"""From texts and records to a bundle: everything that is published of one version."""

from __future__ import annotations

import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from convenant.cli.assembling import make_document
from convenant.cli.drawing import Drawings
from convenant.cli.reading import Reading, read_covenants
from convenant.cli.writing import FORMATS, write_plain
from convenant.edges.cache import Cache
from convenant.edges.intake import RECORDS as RECORD_FOLDERS
from convenant.edges.intake import entries_of, is_known, take_in
from convenant.edges.resource import read_schemas
from convenant.model.bundle import MANIFEST, RECORDS, SOURCE, SUMS, Bundle, Inputs
from convenant.model.covenant import Covenant
from convenant.model.document import Document, Stamp
from convenant.plan.consent import plan_positions
from convenant.plan.digest import Digest, digest_covenant
from convenant.plan.manifest import plan_manifest, plan_sums

COVER = "covenant.yaml"
_SAID = tuple(folder for folder in RECORD_FOLDERS if folder != "meetings/")
"""Minutes are the partners' own; what was said about the text is published with it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a bundle is made of, as files.

    Attributes:
        text: the covenant's folder without its records, by path from there.
        said: the records, and the cover as it stands with them.
    """

    text: Mapping[str, bytes]
    said: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Understood:
    """The parts as read.

    Attributes:
        text: what is printed.
        now: the same text with the approvals and records of the moment of publishing.
    """

    text: Reading
    now: Reading
    digest: Digest


def parts_of(text: Mapping[str, bytes], now: Mapping[str, bytes]) -> Parts:
    """The parts from two versions of a covenant's folder: that of the text, and the present one."""
    kept = {n: d for n, d in now.items() if n.startswith(_SAID) or n == COVER}
    return Parts({name: data for name, data in text.items() if is_known(name)}, kept)


def understand(slug: str, parts: Parts, cache: Cache) -> Understood:
    """Read both: the text, and it again with the present cover and records."""
    path, schemas = f"covenants/{slug}", read_schemas()
    present = {**parts.text, **parts.said}
    folders = [take_in(slug, path, entries_of(files)) for files in (parts.text, present)]
    text, now = read_covenants(folders, schemas, cache)
    return Understood(text, now, digest_covenant(text.covenant, schemas))


def make_bundle(inputs: Inputs, parts: Parts, understood: Understood, cache: Cache) -> Bundle:
    """The bundle of one version; equal inputs and parts give equal bytes.

    Raises:
        ConvenantError: when a format cannot be written.
    """
    stamp = Stamp(inputs.name.base, inputs.name.kind.status, inputs.text_time, inputs.text_commit)
    document = make_document(understood.text, read_schemas(), stamp)
    files = {
        **_documents(document, cache),
        f"{inputs.slug}.json": _data(understood.text.covenant),
        **{SOURCE + name: data for name, data in parts.text.items()},
        **{RECORDS + name: data for name, data in parts.said.items()},
    }
    covenant, records = understood.now.covenant, understood.now.records
    digest = understood.digest
    positions = plan_positions(covenant, records, digest.whole, digest.sections)
    manifest = plan_manifest(inputs, covenant, records, digest, positions, files)
    files[MANIFEST] = manifest
    files[SUMS] = plan_sums(files)
    return Bundle(inputs.title, files)


def _documents(document: Document, cache: Cache) -> dict[str, bytes]:
    writers = {**FORMATS, "txt": write_plain}
    drawings = Drawings(document, cache, pictures=True)
    # Most of the work is done by other processes.
    with ThreadPoolExecutor(max_workers=4) as pool:
        running = {
            form: pool.submit(write, document, cache, drawings) for form, write in writers.items()
        }
    return {f"{document.slug}.{form}": future.result() for form, future in running.items()}


def _data(covenant: Covenant) -> bytes:
    data = {section.key: tree for section, tree in covenant.data.items()}
    text = json.dumps(data, ensure_ascii=False, indent=2, default=_number)
    return (text + "\n").encode("utf-8", "surrogatepass")


def _number(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    raise TypeError(type(value))
