"""What everybody may see: of each covenant the version in force, to the byte as published."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from convenant.cli.steps.version.bundling import make_bundle
from convenant.cli.steps.version.publishing import Shelf, gather, read_soundly, shelf_of
from convenant.cli.steps.version.standing import Refused
from convenant.edges.disk.bundle_file import UnsafeBundleError, read_bundle
from convenant.edges.disk.cache import Cache
from convenant.edges.disk.workspace import find_covenants
from convenant.edges.disk.workspace_file import write_new
from convenant.edges.vcs.history import History
from convenant.locale import N_, Voice
from convenant.model.bundle import MANIFEST, SUMS, Bundle
from convenant.model.release import VersionName
from convenant.plan.manifest import sha256
from convenant.plan.version import in_force
from convenant.report.shelf import Entry, shelf_page


class Exhibit(Struct, frozen=True):
    """A published version and what of it is shown."""

    entry: Entry
    files: Mapping[str, bytes]


def exhibits(root: Path, bundles: Path | None, history: History, cache: Cache) -> Iterator[Exhibit]:
    """Each covenant that is in force; a concept, or a copy to sign, is never among them.

    Args:
        bundles: folder with archives as `release` writes them; what it lacks is made again.

    Raises:
        Refused: when a bundle is not what its tag names.
    """
    for folder in find_covenants(root):
        shelf = shelf_of(root, folder.name)
        if name := in_force(shelf.names):
            yield _exhibit(shelf, name, _bundle(shelf, name, bundles, history, cache))


def site_files(name: str, shown: list[Exhibit], voice: Voice) -> dict[str, bytes]:
    """The files of the site by path."""
    files = {"index.html": shelf_page(name, [e.entry for e in shown], voice).encode()}
    for exhibit in shown:
        for file, data in exhibit.files.items():
            files[f"{exhibit.entry.slug}/{file}"] = data
    return files


def write_site(output: Path, files: Mapping[str, bytes]) -> None:
    """Put the site at its place.

    Raises:
        ConvenantError: when it cannot be written.
    """
    for path, data in files.items():
        write_new(output, path, data)


def _bundle(
    shelf: Shelf, name: VersionName, bundles: Path | None, history: History, cache: Cache
) -> Bundle:
    """The bundle of a version, where every file is the one that its tag stands for."""
    archive = bundles / f"{shelf.slug}-{name}.zip" if bundles else None
    try:
        if archive and archive.is_file():
            bundle = read_bundle(archive)
        else:
            inputs, parts = gather(shelf, history, name, shelf.facts(name).get("copy", ""))
            bundle = make_bundle(inputs, parts, read_soundly(shelf, parts, cache), cache)
    except UnsafeBundleError as error:
        raise _other(shelf, name) from error
    manifest = bundle.files.get(MANIFEST, b"")
    if shelf.facts(name).get("manifest") != sha256(manifest):
        raise _other(shelf, name)
    listed = {one["name"]: one["sha256"] for one in json.loads(manifest)["files"]}
    rest = {n: sha256(d) for n, d in bundle.files.items() if n not in (MANIFEST, SUMS)}
    if rest != listed:
        raise _other(shelf, name)
    return bundle


def _exhibit(shelf: Shelf, name: VersionName, bundle: Bundle) -> Exhibit:
    said: Mapping[str, Any] = json.loads(bundle.files[MANIFEST])
    page = f"{shelf.slug}.html"
    files = {n: d for n, d in bundle.files.items() if "/" not in n and n != page}
    entry = Entry(
        shelf.slug,
        str(said["title"]) or shelf.slug,
        str(name),
        str(said["date"]),
        str(said["digest"]["whole"]),
        str(said["language"]),
        tuple(sorted(files)),
    )
    return Exhibit(entry, {"index.html": bundle.files[page], **files})


def _other(shelf: Shelf, name: VersionName) -> Refused:
    return Refused(
        N_("The bundle of {slug}/{name} is not the one that was published. Nothing was shown."),
        N_("Give the folder with the published bundles: --bundles"),
        slug=shelf.slug,
        name=str(name),
    )
