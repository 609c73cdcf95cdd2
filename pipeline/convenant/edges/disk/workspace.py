"""Finding covenants on disk and reading their folders."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from convenant.edges.disk.intake import DEPTH, Entry, take_in
from convenant.errors import ConvenantError
from convenant.locale import N_
from convenant.model.folder import IMAGE_LIMIT, TEXT_LIMIT, Folder, is_slug
from convenant.problem import Place, Problem, Severity

SETTINGS = ("convenant.yaml", "access.yaml")


def find_root(start: Path) -> Path:
    """The workspace that `start` is in: the nearest folder with `convenant.yaml` or `covenants/`.

    Raises:
        ConvenantError: when there is none up to the root of the disk.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / "convenant.yaml").is_file() or (folder / "covenants").is_dir():
            return folder
    raise ConvenantError(
        N_("There is no workspace here."),
        N_("Go to a folder that holds convenant.yaml or a folder “covenants”."),
    )


def read_settings(root: Path) -> dict[str, bytes]:
    """The workspace's own files, by name, those that are there and are no links.

    Raises:
        ConvenantError: when one may not be read.
    """
    found = {}
    for name in SETTINGS:
        file = root / name
        if file.is_file() and not file.is_symlink():
            data = _read(file, TEXT_LIMIT)
            if data is not None:
                found[name] = data
    return found


def read_beside(root: Path, path: str) -> bytes | None:
    """A file of the workspace itself, such as its logo; None for none, a link, or one too large.

    Args:
        path: POSIX path from the root; one that leads out of it is not there.
    """
    file, limit = root / path, IMAGE_LIMIT
    inside = not Path(path).is_absolute() and ".." not in Path(path).parts
    steps = [root.joinpath(*Path(path).parts[:n]) for n in range(1, len(Path(path).parts) + 1)]
    try:
        if not inside or any(step.is_symlink() for step in steps) or not file.is_file():
            return None
    except OSError:  # a name that no disk knows, such as one that is too long
        return None
    return _read(file, limit)


def find_covenants(root: Path) -> list[Path]:
    """Every covenant's folder in the workspace, by name; also a link that stands for one.

    Raises:
        ConvenantError: when the folder of all covenants is itself a link, or may not be read.
    """
    covenants = root / "covenants"
    if covenants.is_symlink():
        raise ConvenantError(
            N_("The folder “covenants” is a link to another place and is not read."),
            N_("Put the folder itself here, or go to the place where it really is."),
        )
    try:
        found = sorted(
            Path(entry.path)
            for entry in os.scandir(covenants)
            if not entry.name.startswith(".") and (entry.is_dir() or _leads_nowhere(entry))
        )
    except FileNotFoundError:
        return []
    except OSError as error:
        raise _unreadable(str(covenants)) from error
    for folder in found:
        # Names end up in logs, file names and tags: a line end in one could forge a command there.
        if not is_slug(folder.name):
            raise ConvenantError(
                N_("The folder “{name}” in “covenants” has a name that cannot be used."),
                N_(
                    "Give it a name of at most 60 small letters, digits and hyphens, such as "
                    "buurthuis-2, and not one that Windows keeps for a device, such as con."
                ),
                name=ascii(folder.name)[1:-1],
            )
    return found


def _leads_nowhere(entry: os.DirEntry[str]) -> bool:
    return entry.is_symlink() and not Path(entry.path).exists()


def read_folder(root: Path, folder: Path) -> Folder:
    """What a covenant's folder holds, and a problem for everything that was left out.

    Raises:
        ConvenantError: when a file may not be read.
    """
    path = f"covenants/{folder.name}"
    if folder.is_symlink():
        link = Problem(Place(path), "file-link", Severity.ERROR, {"file": path})
        return Folder(folder.name, path, problems=(link,))
    return take_in(folder.name, path, _entries(folder, ""))


def _entries(folder: Path, here: str) -> Iterator[Entry]:
    """Files and links by POSIX path from the folder; its own come before those in folders."""
    try:
        found = sorted(os.scandir(folder / here), key=lambda e: (e.is_dir(), e.name))
    except PermissionError as error:
        raise _unreadable(str(folder / here)) from error
    for entry in found:
        name = f"{here}{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if here.count("/") < DEPTH:
                yield from _entries(folder, f"{name}/")
            else:
                yield Entry(f"{name}/", is_link=False, read=lambda _: None)
        elif entry.is_symlink() or entry.is_file(follow_symlinks=False):
            yield Entry(name, entry.is_symlink(), partial(_read, Path(entry.path)))


def _read(file: Path, limit: int) -> bytes | None:
    """The bytes of a regular file, or None when there are more than `limit`."""
    try:
        # The file may have become a link or a pipe since it was listed.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        with open(os.open(file, flags | getattr(os, "O_BINARY", 0)), "rb") as opened:  # noqa: PTH123
            if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
                return None
            data = opened.read(limit + 1)
    except OSError as error:
        raise _unreadable(str(file)) from error
    return None if len(data) > limit else data


def _unreadable(path: str) -> ConvenantError:
    return ConvenantError(
        N_("The file {path} cannot be read."),
        N_("Check that it is there and that you may read it."),
        path=path,
    )
