"""Two versions of a document as one redline, for every format the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from convenant.diff.ledger import Ledger, Where
from convenant.diff.line import Base
from convenant.diff.moving import Resolver
from convenant.diff.unit import Unit, text_of
from convenant.diff.weave import Weaver
from convenant.model.document import Document
from convenant.model.redline import Redline
from convenant.model.section import SECTIONS, Section


class Sources(Struct, frozen=True):
    """Where the text of a document comes from.

    Attributes:
        folder: of the covenant, from the root of the workspace.
        annexes: by id of an annex its file, from that folder.
        parties: by id of a party the names that a text calls it by.
    """

    folder: str
    annexes: Mapping[str, str]
    parties: Mapping[str, tuple[str, ...]]


def diff_documents(old: Document, new: Document, sources: Sources, author: str = "") -> Redline:
    """The redline of two assembled documents.

    Args:
        old: assembled with places, as is `new`.
        author: who proposes, or from which version to which.
    """
    ledger = Ledger(sources.parties)
    names = _old_names(old, new)
    weaver = Weaver(
        ledger,
        _image_key(old),
        _image_key(new),
        lambda part, where: _entered(part, where, sources),
        lambda name: names.get(name, name),
    )
    woven = weaver.blocks(old.blocks, new.blocks, Base())
    blocks = Resolver(weaver, woven).resolved()
    drawn = [ledger.drawn[id] for id in _order(blocks)]
    pictures = old.images or new.images or old.drawings or new.drawings
    shown = set(_images_in(blocks)) if pictures else set()
    images = [(names.get(n, n), replace(i, name=names.get(n, n))) for n, i in old.images.items()]
    drawings = [(names.get(name, name), one) for name, one in old.drawings.items()]
    both = replace(
        new,
        blocks=tuple(blocks),
        images={n: i for n, i in [*images, *new.images.items()] if n in shown},
        drawings={n: i for n, i in [*drawings, *new.drawings.items()] if n in shown},
    )
    return Redline(
        both,
        tuple(drawn),
        tuple(ledger.listed.values()),
        author,
        frozenset(ledger.following),
    )


def _entered(part: Unit, where: Where, sources: Sources) -> Where:
    """Where the walk is under a heading."""
    level, (id, classes, pairs), _ = part.content["c"]
    label = str(dict(pairs).get("label", ""))
    if level == 2:
        return replace(where, clause=label or where.clause, anchor=id, member="")
    number = int(dict(pairs).get("number", 0))
    if "annex" in classes:
        file = f"{sources.folder}/{sources.annexes.get(id, '')}"
        return Where(Section.ANNEXES, file, label, id)
    if 0 < number <= len(SECTIONS):
        section = SECTIONS[number - 1]
        return Where(section, f"{sources.folder}/{section.prose_file}", "", id)
    # The signatures and the list of sources are called by their headings.
    return Where(
        Section.COVER, f"{sources.folder}/covenant.yaml", text_of(part.content["c"][2]), id
    )


def _image_key(document: Document) -> Callable[[str], Hashable]:
    sums: dict[str, str] = {}

    def key(name: str) -> Hashable:
        if name not in sums:
            image = document.images.get(name)
            drawing = document.drawings.get(name)
            data = image.data if image else repr(drawing).encode() if drawing else name.encode()
            sums[name] = hashlib.sha256(data).hexdigest()
        return sums[name]

    return key


def _old_names(old: Document, new: Document) -> dict[str, str]:
    """New names for old pictures that the new version has another picture for."""
    images = [n for n, i in old.images.items() if n in new.images and new.images[n] != i]
    drawings = [n for n, d in old.drawings.items() if n in new.drawings and new.drawings[n] != d]
    return {name: f"old-{name}" for name in (*images, *drawings)}


def _order(value: Any) -> Iterator[str]:
    """The changes in the order of the text, each once."""
    yield from dict.fromkeys(_changes_in(value))


def _changes_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from _changes_in(value.get("c"))
    elif isinstance(value, list):
        if len(value) == 3 and isinstance(value[1], list) and "redline" in value[1]:
            yield dict(value[2])["change"]
        for item in value:
            if isinstance(item, dict | list):
                yield from _changes_in(item)


def _images_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if value.get("t") == "Image":
            yield value["c"][2][0]
        yield from _images_in(value.get("c"))
    elif isinstance(value, list):
        for item in value:
            yield from _images_in(item)
