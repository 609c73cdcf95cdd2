"""From a covenant as read to the one document that all formats are written from."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping

import msgspec
from msgspec.structs import fields, replace

from convenant.check.completeness import open_points
from convenant.cli.steps.reading import Reading
from convenant.edges.disk.cache import cache_key
from convenant.edges.engine.program import program_state
from convenant.edges.vcs.place import Version
from convenant.errors import ConvenantError
from convenant.locale import N_, voice
from convenant.model.annotation import Schema
from convenant.model.document import Document, Stamp, Status
from convenant.model.house_style import LINDE, HouseStyle
from convenant.plan.digest import digest_covenant
from convenant.render.assembly import Edition, assemble

_LAST_SECOND = 253_402_300_799
"""Of the year 9999: a calendar ends there."""

_RELEASE = re.compile(r"v(\d+)\.(\d+)(?:\.(\d+))?(-sign\.\d+)?")

_DAY = 24 * 3600


def make_document(
    reading: Reading,
    schemas: Mapping[str, Schema],
    stamp: Stamp,
    style: HouseStyle = LINDE,
    *,
    placed: bool = False,
) -> Document:
    """The document of a covenant, with its digest and what is still open in a concept.

    Args:
        placed: whether words keep their places in the source, for a comparison.
    """
    covenant = reading.covenant
    digest = digest_covenant(covenant, schemas).whole
    told = voice(covenant.language)
    points = open_points(covenant, schemas, told) if stamp.status.binds_nobody else {}
    edition = Edition(stamp, digest, schemas, points, placed)
    return replace(assemble(covenant, edition), style=style)


def stamp_of(version: Version) -> Stamp:
    """The version, status and time that a build prints.

    A folder with changes gets the present day; `SOURCE_DATE_EPOCH` overrides that.
    Source: reproducible-builds.org/specs/source-date-epoch.
    """
    names = [match for tag in version.tags if (match := _RELEASE.fullmatch(tag))]
    named = max(names, key=_rank, default=None)
    if version.changed:
        status, name = Status.WORKING, ""
    elif named is None:
        status, name = Status.CONCEPT, ""
    elif named[4]:
        status, name = Status.TO_SIGN, named[0].removesuffix(named[4])
    else:
        status = Status.CONCEPT if named[1] == "0" else Status.FINAL
        name = named[0]
    moment = int(time.time()) // _DAY * _DAY if version.changed else version.time
    if fixed := os.environ.get("SOURCE_DATE_EPOCH"):
        moment = _epoch(fixed)
    return Stamp(name, status, moment, version.commit)


def _rank(name: re.Match[str]) -> tuple[object, ...]:
    """By version; what is signed comes after the copies to sign of the same version."""
    numbers = [int(part or 0) for part in name.groups()[:3]]
    return (numbers, name[4] is None)


def _epoch(text: str) -> int:
    if text.isdecimal() and len(text) < 20 and int(text) <= _LAST_SECOND:
        return int(text)
    raise ConvenantError(
        N_("SOURCE_DATE_EPOCH is “{text}”, which is no number of seconds."),
        N_("Set it to whole seconds since 1970, or unset it."),
        text=text,
    )


def content_of(document: Document) -> bytes:
    """A digest of everything that the files of a document are made from."""
    said = {f.name: getattr(document, f.name) for f in fields(document) if f.name != "images"}
    pictures = [part for name, i in document.images.items() for part in (name, i.data)]
    return cache_key(program_state(), msgspec.json.encode(said, enc_hook=str), *pictures)
