"""From covenants to files: what a build is made with, and the formats side by side."""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from convenant.check.completeness import open_points
from convenant.cli.reading import Reading, read_covenants
from convenant.cli.snapshot import Snapshot
from convenant.cli.writing import FORMATS, warm_up
from convenant.edges.atomic import write_atomically
from convenant.edges.cache import Cache, cache_key
from convenant.edges.git import Version, read_version
from convenant.edges.program import program_state
from convenant.errors import ConvenantError
from convenant.locale import N_, voice
from convenant.model.annotation import Schema
from convenant.model.document import Document, Stamp, Status
from convenant.plan.digest import digest_covenant
from convenant.problem import Problem, Severity
from convenant.render.assembly import Edition, assemble

_LAST_SECOND = 253_402_300_799
"""Of the year 9999: a calendar ends there."""

_RELEASE = re.compile(r"v(\d+)\.(\d+)(?:\.(\d+))?(-sign\.\d+)?")


_DAY = 24 * 3600

_AHEAD = 4
"""Covenants that may be waiting for their documents."""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one covenant: its problems, its files, and why others were not written."""

    slug: str
    language: str
    problems: tuple[Problem, ...]
    files: tuple[Path, ...] = ()
    failures: tuple[tuple[str, ConvenantError], ...] = ()


def make_documents(
    snapshot: Snapshot,
    schemas: Mapping[str, Schema],
    cache: Cache,
    *,
    output: Path,
    forms: Sequence[str],
    jobs: int | None,
    anyway: bool,
) -> Iterator[Made]:
    """Build each selected covenant, some at the same time, and tell of each in order.

    Raises:
        ConvenantError: when the output folder cannot be made, or Git will not say the version.
    """
    _prepare(output)
    waiting: deque[tuple[Made, list[Future[Path]]]] = deque()
    # Most of the work is done by other processes, so that there may be more threads than cores.
    with ThreadPoolExecutor(max_workers=jobs or 2 * (os.cpu_count() or 2)) as pool:
        pool.submit(warm_up, forms)
        paths = () if snapshot.at else snapshot.selection.folders
        versions = {path.name: pool.submit(read_version, path) for path in paths}
        try:
            for reading in read_covenants(snapshot.folders(), schemas, cache):
                made = Made(reading.covenant.slug, reading.covenant.language, reading.problems)
                errors = any(p.severity is Severity.ERROR for p in reading.problems)
                futures: list[Future[Path]] = []
                if anyway or not errors:
                    asked = versions.pop(made.slug, None)
                    version = asked.result() if asked else snapshot.version(made.slug)
                    stamp = stamp_of(version)
                    document = _document(reading, schemas, stamp)
                    # Only once for all formats, and only where it is of use.
                    content = _content(document) if cache.keeps else b""
                    futures = [
                        pool.submit(_write, document, content, form, output, cache)
                        for form in forms
                    ]
                waiting.append((made, futures))
                # A document stays in memory until it is written: never more than a few.
                while waiting and (len(waiting) > _AHEAD or _is_done(waiting[0][1])):
                    yield _finished(*waiting.popleft(), forms)
            while waiting:
                yield _finished(*waiting.popleft(), forms)
        finally:
            pool.shutdown(cancel_futures=True)


def _is_done(futures: Sequence[Future[Path]]) -> bool:
    return all(future.done() for future in futures)


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


def _document(reading: Reading, schemas: Mapping[str, Schema], stamp: Stamp) -> Document:
    covenant = reading.covenant
    digest = digest_covenant(covenant, schemas).whole
    told = voice(covenant.language)
    points = open_points(covenant, schemas, told) if stamp.status.binds_nobody else {}
    return assemble(covenant, Edition(stamp, digest, schemas, points))


def _content(document: Document) -> bytes:
    """A digest of everything that the files of a document are made from."""
    said = {f.name: getattr(document, f.name) for f in fields(document) if f.name != "images"}
    pictures = [part for name, i in document.images.items() for part in (name, i.data)]
    return cache_key(program_state(), json.dumps(said, default=_plain), *pictures)


def _write(document: Document, content: bytes, form: str, output: Path, cache: Cache) -> Path:
    """Write one format, unless the file is there already and would become the same bytes."""
    file = output / f"{document.slug}.{form}"
    key = cache_key("written", form, content)
    if cache.get(key) != _sum(file):
        data = FORMATS[form](document, cache)
        write_atomically(file, data)
        cache.put(key, hashlib.sha256(data).digest())
    return file


def _plain(value: Any) -> Any:
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else str(value)


def _sum(file: Path) -> bytes:
    try:
        return b"" if file.is_symlink() else hashlib.sha256(file.read_bytes()).digest()
    except OSError:
        return b""


def _finished(made: Made, futures: Sequence[Future[Path]], forms: Sequence[str]) -> Made:
    files, failures = list[Path](), list[tuple[str, ConvenantError]]()
    for form, future in zip(forms, futures, strict=False):
        # One bad picture must not keep the other formats and covenants from their documents.
        try:
            files.append(future.result())
        except ConvenantError as error:
            failures.append((form, error))
    return replace(made, files=tuple(files), failures=tuple(failures))


def _prepare(output: Path) -> None:
    if output.is_symlink():
        # A workspace may come from others: its link would say where on the disk we write.
        raise ConvenantError(
            N_("The output folder {folder} is a link to another place."),
            N_("Choose another one with --output, or name the place itself."),
            folder=str(output),
        )
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConvenantError(
            N_("The output folder {folder} cannot be made."),
            N_("Choose another one with --output."),
            folder=str(output),
        ) from error
