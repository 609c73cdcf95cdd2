"""A bundle on disk: a folder and one archive with the same files; reading either with care."""

from __future__ import annotations

import io
import os
import secrets
import shutil
import stat
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from convenant.edges.disk.atomic import write_atomically
from convenant.edges.ending import undone_if_stopped
from convenant.errors import ConvenantError
from convenant.locale import N_
from convenant.model.bundle import Bundle

FILES_LIMIT, SIZE_LIMIT = 4_000, 512_000_000
_OLDEST = (1980, 1, 1, 0, 0, 0)


class UnsafeBundleError(Exception):
    """A bundle that is not even looked into: the message says why, `values` fill its blanks."""

    def __init__(self, message: str, **values: str) -> None:
        super().__init__(message.format(**values))
        self.message, self.values = message, values


def pack(bundle: Bundle) -> bytes:
    """The archive: stored, sorted, without a clock, so that equal files give equal bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(bundle.files.items()):
            entry = zipfile.ZipInfo(f"{bundle.title}/{name}", _OLDEST)
            entry.create_system, entry.external_attr = 3, (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, data)
    return stream.getvalue()


def write_bundle(output: Path, bundle: Bundle) -> tuple[Path, Path]:
    """Put a bundle at its place, whole or not at all; the same one twice is nothing new.

    Raises:
        ConvenantError: when another one with its name is there, or it cannot be written.
    """
    folder, archive = output / bundle.title, output / f"{bundle.title}.zip"
    packed = pack(bundle)
    if folder.is_symlink() or (folder.exists() and _found(folder) != dict(bundle.files)):
        raise _other(folder)
    if archive.is_symlink() or (archive.exists() and archive.read_bytes() != packed):
        raise _other(archive)
    try:
        output.mkdir(parents=True, exist_ok=True)
        _sweep(output, bundle.title)
        if not folder.exists():
            draft = output / f".{bundle.title}.{secrets.token_hex(4)}.tmp"
            with undone_if_stopped(partial(shutil.rmtree, draft, ignore_errors=True)):
                for name, data in bundle.files.items():
                    file = draft / name
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(data)
                draft.replace(folder)
    except OSError as error:
        _sweep(output, bundle.title)
        raise ConvenantError(
            N_("The file {path} cannot be written."),
            N_("Check that you may write in its folder and that the disk is not full."),
            path=str(folder),
        ) from error
    if not archive.exists():
        write_atomically(archive, packed)
    return folder, archive


def read_bundle(place: Path) -> Bundle:
    """The files of a bundle, from its folder or its archive; nothing is unpacked on disk.

    Raises:
        UnsafeBundleError: when it holds links, doubled or odd names, or too much.
        ConvenantError: when it cannot be read at all.
    """
    try:
        if place.is_dir():
            return Bundle(place.resolve().name, dict(_regular(place)))
        return _unpacked(place.read_bytes())
    except OSError as error:
        raise ConvenantError(
            N_("The file {path} cannot be read."),
            N_("Check that it is there and that you may read it."),
            path=str(place),
        ) from error


def _regular(folder: Path) -> Iterator[tuple[str, bytes]]:
    size = count = 0
    for base, folders, names in os.walk(folder):
        for name in (*folders, *names):
            path = Path(base, name)
            inside = path.relative_to(folder).as_posix()
            if path.is_symlink() or not (path.is_dir() or path.is_file()):
                raise UnsafeBundleError(N_("“{name}” is a link or no regular file."), name=inside)
        for name in names:
            path = Path(base, name)
            size, count = size + path.stat().st_size, count + 1
            if size > SIZE_LIMIT or count > FILES_LIMIT:
                raise UnsafeBundleError(N_("It holds more than a bundle may hold."))
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _unpacked(data: bytes) -> Bundle:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > FILES_LIMIT or sum(e.file_size for e in entries) > SIZE_LIMIT:
                raise UnsafeBundleError(N_("It holds more than a bundle may hold."))
            titles = {entry.filename.partition("/")[0] for entry in entries}
            files: dict[str, bytes] = {}
            for entry in entries:
                name = entry.filename.partition("/")[2]
                if not _is_plain(entry.filename) or not name:
                    raise UnsafeBundleError(
                        N_("The name “{name}” leads out of the bundle."), name=entry.filename
                    )
                if name in files:
                    raise UnsafeBundleError(N_("“{name}” is in it twice."), name=name)
                if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG):
                    raise UnsafeBundleError(N_("“{name}” is a link or no regular file."), name=name)
                files[name] = archive.read(entry)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise UnsafeBundleError(N_("The archive is damaged.")) from error
    if len(titles) != 1:
        raise UnsafeBundleError(N_("It holds more than one bundle, or none."))
    bundle = Bundle(titles.pop(), files)
    if pack(bundle) != data:
        raise UnsafeBundleError(N_("The archive holds more than its files show."))
    return bundle


def _is_plain(name: str) -> bool:
    parts = name.split("/")
    return all(part not in ("", ".", "..") for part in parts) and not set(name) & set("\\:\0")


def _found(folder: Path) -> dict[str, bytes]:
    try:
        return dict(_regular(folder))
    except (OSError, UnsafeBundleError):
        return {}


def _sweep(output: Path, title: str) -> None:
    """Take away what a run that was killed left behind."""
    for rest in output.glob(f".{title}.*.tmp"):
        with suppress(OSError):
            shutil.rmtree(rest) if rest.is_dir() else rest.unlink()


def _other(path: Path) -> ConvenantError:
    return ConvenantError(
        N_("Another bundle is at {path}."),
        N_("A published version never changes. Move that one away, or choose another --output."),
        path=str(path),
    )
