"""Reading and writing the files that make a folder a workspace."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from convenant.edges.disk.atomic import write_atomically
from convenant.edges.disk.resource import read_templates
from convenant.errors import ConvenantError
from convenant.locale import N_

_LIMIT = 1_000_000


def read_scaffold() -> dict[str, str]:
    """The templates by the path that they get in a workspace: all of them are hidden there."""
    return {f".{path}": data.decode() for path, data in read_templates("scaffold").items()}


def read_present(root: Path, paths: Iterable[str]) -> dict[str, bytes]:
    """Those of some files that a folder has.

    Raises:
        ConvenantError: when a link, or something that is no file, stands in the way.
    """
    found = {}
    for path in paths:
        file = root / path
        for place in (file, *file.parents):
            if place == root:
                break
            if place.is_symlink() or (place != file and place.exists() and not place.is_dir()):
                raise _in_the_way(place)
        if file.is_file():
            with file.open("rb") as opened:
                found[path] = opened.read(_LIMIT)
        elif file.exists():
            raise _in_the_way(file)
    return found


def write_new(root: Path, path: str, data: bytes) -> None:
    """Write a file, and make the folders that it stands in.

    Raises:
        ConvenantError: when it cannot be written.
    """
    target = root / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConvenantError(
            N_("The folder {folder} cannot be made."),
            N_("Check that you may write in its folder and that the disk is not full."),
            folder=str(target.parent),
        ) from error
    write_atomically(target, data)


def _in_the_way(place: Path) -> ConvenantError:
    return ConvenantError(
        N_("{path} is a link, or something else than it should be."),
        N_("Take it away, or choose another folder."),
        path=str(place),
    )
