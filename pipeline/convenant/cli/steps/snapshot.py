"""What a command reads: the working folder, or an earlier version of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import click
from msgspec import Struct, field

from convenant.cli.steps.selection import Selection
from convenant.cli.steps.speech import speaker
from convenant.edges.disk.workspace import read_folder
from convenant.edges.vcs.place import Version, read_version
from convenant.model.folder import Folder


class Snapshot(Struct, frozen=True):
    """The selected covenants as they are, or as they were in one version.

    Attributes:
        at: the version's name; empty for the working folder.
        lenient: leave out what was not there yet in that version.
        option: where the version's name was given.
    """

    selection: Selection
    at: str = ""
    lenient: bool = False
    option: str = "--at"
    _versions: dict[str, Version] = field(default_factory=dict)

    def folders(self) -> Iterator[Folder]:
        """Each covenant's folder, read when it is asked for.

        Raises:
            click.BadParameter: when there is no such version.
            ConvenantError: when a file cannot be read, or Git is not there.
        """
        if not self.at:
            yield from map(partial(read_folder, self.selection.root), self.selection.folders)
            return
        from convenant.edges.vcs.history import History, UnknownVersionError

        with History(self.selection.root) as history:
            for path in self.selection.folders:
                try:
                    folder, self._versions[path.name] = history.read(path.name, self.at)
                except UnknownVersionError as error:
                    if self.lenient and error.values["name"] != self.at:
                        continue
                    said = speaker().say(error.message, **error.values)
                    raise click.BadParameter(said, param_hint=self.option) from error
                yield folder

    def version(self, slug: str) -> Version:
        """The version that a covenant's folder holds; ask after `folders` has given it."""
        known = self._versions.get(slug)
        path = next(path for path in self.selection.folders if path.name == slug)
        return known or read_version(path)
