"""Remembering what a version of the repository says: a version never changes, so neither does it.

Only plain records are kept, and read back by their shape: what somebody else put in the file is
either such a record or counts as nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from convenant.edges.disk.cache import Cache, cache_folder, cache_key

T = TypeVar("T")


def version_key(kind: str, *parts: str) -> bytes:
    """A key for what this very program makes of some versions.

    Args:
        kind: of what is made of them.
        parts: ids of versions or trees, and whatever else it depends on.
    """
    return cache_key(kind, _program(), *parts)


def files_state(*folders: Path) -> str:
    """Changes whenever a file in one of the folders does; what Python itself writes is left out."""
    files = [file for folder in dict.fromkeys(folders) for file in _files(str(folder))]
    newest = max(file.st_mtime_ns for file in files)
    return f"files {len(files)} {sum(file.st_size for file in files)} {newest}"


def remember(key: bytes, shape: type[T], make: Callable[[], T]) -> T:
    """What is kept under a key, or what is made now and kept from now on."""

    def make_all(missing: Iterable[str]) -> Mapping[str, T]:
        return {name: make() for name in missing}

    return remember_all({"": key}, shape, make_all)[""]


def remember_all(
    keys: Mapping[str, bytes],
    shape: type[T],
    make: Callable[[list[str]], Mapping[str, T]],
) -> dict[str, T]:
    """The same for many at once.

    Args:
        keys: by name the key under which something is kept.
        make: gives for the names of which nothing is kept what belongs to them.
    """
    decoder, found = msgspec.msgpack.Decoder(shape), dict[str, T]()
    with Cache(cache_folder()) as cache:
        for name, key in keys.items():
            if (kept := cache.get(key)) is not None:
                try:
                    found[name] = decoder.decode(kept)
                except (msgspec.MsgspecError, ValueError):
                    continue
        if missing := [name for name in keys if name not in found]:
            for name, made in make(missing).items():
                found[name] = made
                try:
                    cache.put(keys[name], msgspec.msgpack.encode(made))
                except UnicodeEncodeError:
                    continue  # a file name with half a character: read again next time
    return found


@cache
def _program() -> str:
    return files_state(Path(__file__).parents[2])


def _files(folder: str) -> Iterator[os.stat_result]:
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        elif not entry.name.endswith((".pyc", ".mo")):
            yield entry.stat()
