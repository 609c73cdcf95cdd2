"""A covenant's folder from a version in Git or from files in memory, under the same path rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from convenant.edges.disk.intake import ANNEX_LIMIT, DEPTH, RECORDS, Entry, take_in
from convenant.edges.vcs.read import Leaf, list_tree, read_blobs
from convenant.edges.vcs.repository import Repository
from convenant.model.folder import Folder


def read_files(repository: Repository, version: str, slug: str) -> dict[str, bytes]:
    """Every file of a covenant in a version, records included, by path from its folder."""
    leaves = list_tree(repository, version, repository.folder_of(slug))
    wanted = [leaf for leaf in leaves if not leaf.is_link]
    data = read_blobs(repository, (leaf.id for leaf in wanted), ANNEX_LIMIT)
    return {leaf.path: data[leaf.id] for leaf in wanted if leaf.id in data}


def read_version_folder(repository: Repository, version: str, slug: str) -> Folder:
    """A covenant's folder as it is in a version."""
    leaves = list_tree(repository, version, repository.folder_of(slug))
    wanted = (leaf.id for leaf in leaves if not leaf.is_link and not _is_record(leaf.path))
    data = read_blobs(repository, wanted, ANNEX_LIMIT)
    return take_in(slug, f"covenants/{slug}", _ordered(_entry(leaf, data) for leaf in leaves))


def folder_of_files(slug: str, files: Mapping[str, bytes]) -> Folder:
    """A covenant's folder that holds these files."""
    entries = (
        Entry(name, is_link=False, read=partial(_within, data)) for name, data in files.items()
    )
    return take_in(slug, f"covenants/{slug}", _ordered(entries))


def _entry(leaf: Leaf, data: Mapping[str, bytes]) -> Entry:
    return Entry(leaf.path, leaf.is_link, partial(_within, data.get(leaf.id)))


def _within(data: bytes | None, limit: int) -> bytes | None:
    return None if data is None or len(data) > limit else data


def _ordered(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The folder's own before those in folders below it, hidden ones left out."""
    for entry in sorted(entries, key=lambda entry: (entry.name.count("/") > 0, entry.name)):
        if any(part.startswith(".") for part in entry.name.split("/")):
            continue
        deep = entry.name.count("/") > DEPTH
        yield Entry(f"{entry.name}/", entry.is_link, entry.read) if deep else entry


def _is_record(path: str) -> bool:
    return path.startswith(RECORDS)
