"""From covenants to files: what a build is made with, and the formats side by side."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from convenant.cli.steps.drawing import Drawings
from convenant.cli.steps.edition import WHOLE, EditionChoice
from convenant.cli.steps.reading import read_covenants
from convenant.cli.steps.scaling import scaled
from convenant.cli.steps.snapshot import Snapshot
from convenant.cli.steps.writing import FORMATS, warm_up
from convenant.edges.disk.atomic import write_atomically
from convenant.edges.disk.cache import Cache, cache_key
from convenant.edges.engine.scratch import NoScratch
from convenant.edges.vcs.place import read_version
from convenant.errors import ConvenantError
from convenant.locale import N_
from convenant.model.house_style import LINDE, HouseStyle
from convenant.problem import Problem, Severity

if TYPE_CHECKING:
    from convenant.model.annotation import Schema
    from convenant.model.document import Document

_AHEAD = 4
"""Covenants that may be waiting for their documents."""


class Made(Struct, frozen=True):
    """What became of one covenant: its errors, its files, and why others were not written."""

    slug: str
    language: str
    errors: tuple[Problem, ...]
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
    strict: bool = False,
    edition: EditionChoice = WHOLE,
    style: HouseStyle = LINDE,
) -> Iterator[Made]:
    """Build each selected covenant, some at the same time, and tell of each in order.

    Raises:
        ConvenantError: when the output folder cannot be made, Git will not say the version, or
            no temporary files can be written.
    """
    prepare_output(output)
    waiting: deque[tuple[Made, list[Future[Path]]]] = deque()
    # Most of the work is done by other processes, so that there may be more threads than cores.
    with ThreadPoolExecutor(max_workers=jobs or 2 * (os.cpu_count() or 2)) as pool:
        pool.submit(warm_up, forms)
        paths = () if snapshot.at else snapshot.selection.folders
        versions = {path.name: pool.submit(read_version, path) for path in paths}
        try:
            for reading in read_covenants(snapshot.folders(), schemas, cache):
                # Not before pandoc has something to read: it is at work meanwhile.
                from convenant.cli.steps.assembling import content_of, make_document, stamp_of

                errors = tuple(p for p in reading.problems if p.severity is Severity.ERROR)
                made = Made(reading.covenant.slug, reading.covenant.language, errors)
                futures: list[Future[Path]] = []
                if anyway or not errors:
                    asked = versions.pop(made.slug, None)
                    version = asked.result() if asked else snapshot.version(made.slug)
                    full = make_document(reading, schemas, stamp_of(version), style)
                    full = scaled(full, cache)
                    for document in edition.of(reading.covenant, full):
                        # Only once for all formats, and only where it is of use.
                        content = content_of(document) if cache.keeps else b""
                        drawings = Drawings(document, cache, pictures="docx" in forms)
                        futures += [
                            pool.submit(
                                _write,
                                document,
                                content,
                                form,
                                output,
                                cache,
                                drawings,
                                strict=strict and form == "docx",
                            )
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


def _write(
    document: Document,
    content: bytes,
    form: str,
    output: Path,
    cache: Cache,
    drawings: Drawings,
    *,
    strict: bool,
) -> Path:
    """Write one format, unless the file is there already and would become the same bytes."""
    file = output / f"{document.file_stem}.{form}"
    key = cache_key("written", form, content, *(["strict"] if strict else []))
    if cache.get(key) != _sum(file):
        data = FORMATS[form](document, cache, drawings)
        if strict:
            from convenant.cli.steps.change.homeward import check_word_file

            check_word_file(document, data)
        write_atomically(file, data)
        cache.put(key, hashlib.sha256(data).digest())
    return file


def _sum(file: Path) -> bytes:
    try:
        return b"" if file.is_symlink() else hashlib.sha256(file.read_bytes()).digest()
    except OSError:
        return b""


def _finished(made: Made, futures: Sequence[Future[Path]], forms: Sequence[str]) -> Made:
    files, failures = list[Path](), list[tuple[str, ConvenantError]]()
    for form, future in zip(cycle(forms), futures, strict=False):
        # One bad picture must not keep the other formats and covenants from their documents.
        try:
            files.append(future.result())
        except NoScratch:
            raise
        except ConvenantError as error:
            failures.append((form, error))
    return replace(made, files=tuple(files), failures=tuple(failures))


def prepare_output(output: Path) -> None:
    """Make the folder for documents.

    Raises:
        ConvenantError: when it is a link, or cannot be made.
    """
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
