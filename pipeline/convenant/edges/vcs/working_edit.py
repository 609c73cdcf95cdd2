"""What somebody changed in a covenant's folder since its version, and putting that aside again."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from convenant.edges.disk.atomic import write_atomically
from convenant.edges.disk.intake import ANNEX_LIMIT, RECORDS
from convenant.edges.seam import reach
from convenant.edges.vcs.main_version import repository_refresh
from convenant.edges.vcs.repository import Repository
from convenant.errors import ConvenantError
from convenant.locale import N_

_TEXT = (".md", ".yaml")


def read_edits(repository: Repository, slug: str) -> dict[str, bytes | None]:
    """What differs from the version in a covenant's folder: the bytes now, None where taken away.

    Raises:
        ConvenantError: when something there is a link, is too large or cannot be read.
    """
    here = repository.folder_of(slug)
    repository_refresh(repository)
    said = repository.ask(
        "status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", here
    )
    found: dict[str, bytes | None] = {}
    for line in said.decode("utf-8", "surrogateescape").split("\0"):
        path = line[3:]
        if not path.startswith(f"{here}/"):
            continue
        name = path.removeprefix(f"{here}/")
        if name.startswith(RECORDS) or any(part.startswith(".") for part in name.split("/")):
            continue
        found[name] = _read(repository.top / path, name)
    return found


def find_edited(repository: Repository) -> list[str]:
    """Slugs of the covenants in whose folders something was changed."""
    here = f"{repository.prefix}covenants/"
    said = repository.ask("status", "--porcelain", "-z", "--untracked-files=normal", "--", here)
    paths = (line[3:] for line in said.decode("utf-8", "surrogateescape").split("\0"))
    slugs = (path.removeprefix(here).partition("/")[0] for path in paths if path.startswith(here))
    return list(dict.fromkeys(slugs))


def put_aside(
    repository: Repository, slug: str, edits: Mapping[str, bytes | None], old: Mapping[str, bytes]
) -> list[str]:
    """Give edited files the bytes of the version again, now that a proposal holds the edits.

    Only what still has exactly the bytes that were kept is touched.

    Returns:
        Names that were edited once more in the meantime, and stay as they are.
    """
    folder, left = repository.top / repository.folder_of(slug), []
    for name, data in edits.items():
        file = folder / name
        if (_read(file, name) if os.path.lexists(file) else None) != data:
            left.append(name)
            continue
        reach(f"file {name}")
        if name in old:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(file, old[name])
        elif data is not None:
            _remove(file, folder)
        reach(f"file done {name}")
    return left


def _read(file: Path, name: str) -> bytes | None:
    if file.is_symlink():
        raise ConvenantError(
            N_("The file {name} is a link to another place, and a proposal cannot hold that."),
            N_("Put the file itself there."),
            name=ascii(name)[1:-1],
        )
    try:
        if not file.exists():
            return None
        if file.stat().st_size > ANNEX_LIMIT:
            raise ConvenantError(
                N_("The file {name} is too large for a proposal."),
                N_("Make it smaller, or keep it elsewhere and list it as an annex."),
                name=ascii(name)[1:-1],
            )
        data = file.read_bytes()
    except OSError as error:
        raise ConvenantError(
            N_("The file {name} cannot be read."),
            N_("Check that you may read it."),
            name=ascii(name)[1:-1],
        ) from error
    return data.replace(b"\r\n", b"\n") if name.endswith(_TEXT) else data


def _remove(file: Path, folder: Path) -> None:
    try:
        file.unlink()
        for parent in file.parents:
            if parent == folder or any(parent.iterdir()):
                break
            parent.rmdir()
    except OSError:
        return  # it stays: nothing is lost by that
