"""Covenants from texts: the small sound one of the golden tests, with some files put over it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from convenant.cli.steps.reading import Reading, read_covenants
from convenant.edges.disk.cache import Cache
from convenant.edges.disk.resource import read_schemas
from convenant.edges.disk.workspace import read_folder
from convenant.model.ast import Node
from convenant.model.document import Document, Stamp
from convenant.model.folder import Folder
from convenant.model.section import Section
from convenant.render.assembly import Edition, assemble
from convenant.render.walk import nodes_of, text_of
from independent_digest import Covenant

ROOT = Path(__file__).parent.parent
MINIMAL = ROOT / "tests/golden/minimal"
SCHEMAS = read_schemas()
_FOLDER = TemporaryDirectory()
_SEEN = Cache(Path(_FOLDER.name))
"""Remembers within one run what pandoc read."""

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
"""The smallest PNG."""


@cache
def minimal() -> Mapping[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(MINIMAL.iterdir())}


def folder_of(files: Mapping[str, str | bytes | None], *, alone: bool = False) -> Folder:
    """A folder as found; None takes a file away, `alone` leaves out those of the small covenant."""
    given = {n: f.encode() if isinstance(f, str) else f for n, f in files.items()}
    whole = {**({} if alone else minimal()), **given}
    present = {name: data for name, data in whole.items() if data is not None}
    return Folder(
        slug="buurtkamer",
        path="covenants/buurtkamer",
        files={
            name: data
            for name, data in present.items()
            if not name.startswith("annexes/") or name.endswith(".md")
        },
        sums={
            name: hashlib.sha256(data).hexdigest()
            for name, data in present.items()
            if name.startswith("annexes/")
        },
    )


def read(files: Mapping[str, str | bytes | None], *, alone: bool = False) -> Reading:
    (reading,) = read_covenants([folder_of(files, alone=alone)], SCHEMAS, _SEEN)
    return reading


def read_example(slug: str) -> Reading:
    (reading,) = read_covenants([read_folder(ROOT, ROOT / "covenants" / slug)], SCHEMAS, _SEEN)
    return reading


def build(
    files: Mapping[str, str | bytes | None],
    stamp: Stamp | None = None,
    points: Mapping[Section, list[str]] | None = None,
) -> Document:
    edition = Edition(stamp or Stamp(), "0" * 64, SCHEMAS, points or {})
    return assemble(read(files).covenant, edition)


def shown(document: Document, kind: str = "") -> list[str]:
    """The text of each block, or of every node of one kind."""
    if kind:
        return [text_of([node]) for node in nodes_of(list(document.blocks)) if node["t"] == kind]
    return [text_of([block]) for block in document.blocks]


def headings(document: Document) -> list[tuple[str, str]]:
    """Label and text of every heading."""
    found: list[Node] = [n for n in nodes_of(list(document.blocks)) if n["t"] == "Header"]
    return [(dict(n["c"][1][2]).get("label", ""), text_of(n["c"][2])) for n in found]


def codes(reading: Reading, family: str = "") -> list[str]:
    return [p.code for p in reading.problems if p.code.startswith(family)]


def given(reading: Reading) -> Covenant:
    """A covenant as the second implementation of the digest takes it."""
    covenant = reading.covenant
    return Covenant(
        data={section.key: tree for section, tree in covenant.data.items()},
        prose={section.key: list(one.blocks) for section, one in covenant.prose.items()},
        annexes={file: list(one.blocks) for file, one in covenant.annex_prose.items()},
        images={file: image.data for file, image in covenant.images.items()},
        sums=covenant.totals,
    )
