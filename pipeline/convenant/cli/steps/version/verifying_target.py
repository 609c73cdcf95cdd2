"""What `verify` is about: a bundle on disk, or a name in Git whose bundle is made again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from convenant.cli.steps.speech import speaker
from convenant.cli.steps.version.bundling import make_bundle, understand
from convenant.cli.steps.version.publishing import Shelf, gather, shelf_of
from convenant.cli.steps.version.verifying import Opened
from convenant.edges.disk.bundle_file import write_bundle
from convenant.edges.disk.cache import Cache
from convenant.edges.disk.workspace import find_root
from convenant.edges.vcs.history import History
from convenant.errors import ConvenantError
from convenant.locale import N_
from convenant.model.release import version_name
from convenant.model.verdict import Outcome, Verdict


@contextmanager
def place_of(target: str, repository: Path | None, cache: Cache) -> Iterator[Path]:
    """Where the bundle is; one that is named by its tag is made again in a folder of its own.

    Raises:
        click.BadParameter: when there is neither a bundle nor a version by this name.
    """
    if Path(target).exists():
        yield Path(target)
        return
    slug, _, text = target.rpartition("/")
    name = version_name(text)
    if not slug or name is None:
        said = N_("“{name}” is no bundle here, and no name such as de-linde/v1.0.0.")
        raise click.BadParameter(speaker().say(said, name=target), param_hint="TARGET")
    root = find_root(repository or Path.cwd())
    shelf = shelf_of(root, slug)
    if text not in shelf.tags:
        said = N_("There is no version {name} here. There are: {names}.")
        names = ", ".join(str(one) for one in shelf.names) or "—"
        raise click.BadParameter(speaker().say(said, name=target, names=names), param_hint="TARGET")
    with History(root) as history, TemporaryDirectory() as folder:
        inputs, parts = gather(shelf, history, name, shelf.facts(name).get("copy", ""))
        bundle = make_bundle(inputs, parts, understand(slug, parts, cache), cache)
        yield write_bundle(Path(folder), bundle)[0]


def clone_of(opened: Opened, repository: Path | None) -> tuple[Shelf | None, list[Verdict]]:
    """The clone to compare with: the one that was named, or the workspace that one is in."""
    slug = opened.inputs.slug
    try:
        root = find_root(repository or Path.cwd())
        shelf = shelf_of(root, slug)
    except ConvenantError:
        if repository:
            raise
        shelf = None
    if shelf and (repository or shelf.tags):
        return shelf, []
    said = N_("Not compared with a clone: add --repository to see who published it, and when.")
    return None, [Verdict("tag", Outcome.NOTE, said)]
