"""The folders of both versions, found in Git or on disk."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from convenant.cli.steps.change.naming import Named, Wanted, is_covenant, named_versions
from convenant.cli.steps.speech import speaker
from convenant.edges.disk.workspace import read_folder
from convenant.edges.vcs.place import Version, read_version
from convenant.locale import N_
from convenant.model.folder import Folder

if TYPE_CHECKING:
    from convenant.edges.vcs.history import History


class Found(Struct, frozen=True):
    """A version that is not read yet.

    Attributes:
        name: as it was asked for; empty for the working folder.
        before: of the text that a proposal started from, the id of that proposal.
        party: of a proposal, the id of its party.
    """

    name: str
    version: Version
    folder: Folder
    before: str = ""
    party: str = ""


def find_folders(wanted: Wanted) -> Iterator[tuple[Found | None, Found]]:
    """Of each selected covenant that differs, the old folder (None: not there yet) and the new one.

    Raises:
        click.BadParameter: when there is no such version, with the nearest names.
        click.UsageError: when two folders hold different covenants.
    """
    if is_covenant(wanted.old):
        yield from _of_folders(wanted)
        return
    from convenant.edges.vcs.history import History, NotThereYetError, UnknownVersionError
    from convenant.edges.vcs.revision import find_changed

    root = wanted.selection.root
    old, new = named_versions(wanted)
    if not old:
        raise click.UsageError(
            speaker().say(
                N_("No meeting has been closed yet, so there is nothing to compare with.")
            )
        )
    commits = {slug: one.commit for slug, one in new.items()}
    with History(root) as history:
        for slug in sorted(
            find_changed(root, {slug: one.commit for slug, one in old.items()}, commits or None)
        ):
            if slug not in old:
                continue
            try:
                now = _version(history, wanted, slug, new.get(slug))
                try:
                    folder, version = history.read(slug, old[slug].commit)
                except NotThereYetError:
                    yield None, now
                    continue
                yield Found(old[slug].name, version, folder, old[slug].before), now
            except UnknownVersionError as error:
                raise _unknown(root, slug, error) from error


def _version(history: History, wanted: Wanted, slug: str, new: Named | None) -> Found:
    if new:
        folder, version = history.read(slug, new.commit)
        return Found(new.name, version, folder, party=new.party)
    path = next(p for p in wanted.selection.folders if p.name == slug)
    return Found("", read_version(path), read_folder(wanted.selection.root, path))


def _of_folders(wanted: Wanted) -> Iterator[tuple[Found, Found]]:
    (path,) = wanted.selection.folders[:1]
    new = Path(wanted.new) if wanted.new else path
    found = [
        Found(str(one), read_version(one), read_folder(one.resolve().parent.parent, one.resolve()))
        for one in (Path(wanted.old), new)
    ]
    _refuse_strangers(*found)
    yield found[0], found[1]


def _refuse_strangers(old: Found, new: Found) -> None:
    """Two covenants that have nothing to do with each other have no differences worth telling."""
    if old.folder.slug == new.folder.slug:
        return
    lines = [set(b"\n".join(one.folder.files.values()).split(b"\n")) for one in (old, new)]
    shared = len(lines[0] & lines[1]) / max(1, min(map(len, lines)))
    if shared < _KIN:
        said = N_("“{old}” and “{new}” are two different covenants, with almost no text in common.")
        raise click.UsageError(speaker().say(said, old=old.folder.slug, new=new.folder.slug))


_KIN = 0.25
"""The part of the lines that two folders of other names have in common when one is a copy."""


def _unknown(root: Path, slug: str, error: Exception) -> click.BadParameter:
    from convenant.edges.vcs.history import UnknownVersionError
    from convenant.edges.vcs.revision import find_names

    assert isinstance(error, UnknownVersionError)  # noqa: S101  (imported late)
    said = speaker().say(error.message, **error.values)
    names = find_names(root, slug)
    near = get_close_matches(error.values["name"], names, n=6, cutoff=0.3) or names[-6:]
    if near:
        hint = speaker().say(N_("There are: {near}."), near=", ".join(near))
        said = f"{said} {hint}"
    return click.BadParameter(said, param_hint="OLD / NEW")
