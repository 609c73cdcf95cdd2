"""Finding covenants on disk and reading their folders under the path rules.

Regular files only: a symbolic link is never followed, wherever it points. Sizes and numbers are
bounded, and a file that is too large is not read at all.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path

from convenant.errors import ConvenantError
from convenant.locale import N_
from convenant.model.folder import Folder
from convenant.model.section import SECTIONS, Section
from convenant.problem import Place, Problem, Severity

TEXT_LIMIT = 256_000
IMAGE_LIMIT = 8_000_000
ANNEX_LIMIT = 64_000_000
FILES_LIMIT = 2_000
SETTINGS = ("convenant.yaml", "access.yaml")
FIGURES, ANNEXES = "figures", "annexes"
RECORDS = ("meetings", "reviews", "consents", "signatures")
"""Folders that the tool writes; they never enter a build of the document."""

_KNOWN = (
    *(section.data_file for section in Section),
    *(section.prose_file for section in SECTIONS),
)


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


def find_covenants(root: Path) -> list[Path]:
    """Every covenant's folder in the workspace, by name."""
    with suppress(OSError):
        return sorted(
            Path(entry.path)
            for entry in os.scandir(root / "covenants")
            if entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".")
        )
    return []


def read_folder(root: Path, folder: Path) -> Folder:
    """What a covenant's folder holds, and a problem for everything that was left out.

    Raises:
        ConvenantError: when a file may not be read.
    """
    path = folder.resolve().relative_to(root.resolve()).as_posix()
    files: dict[str, bytes] = {}
    sums: dict[str, str] = {}
    problems: list[Problem] = []
    for name, entry in _entries(folder, path, problems):
        text = name in _KNOWN or (name.startswith(f"{ANNEXES}/") and name.endswith(".md"))
        if text or name.startswith(f"{FIGURES}/"):
            limit = TEXT_LIMIT if text else IMAGE_LIMIT
            data = _read(entry, limit)
            if data is None:
                problems.append(_too_large(f"{path}/{name}", limit))
            else:
                files[name] = data
                if name.startswith(f"{ANNEXES}/"):
                    sums[name] = hashlib.sha256(data).hexdigest()
        elif name.startswith(f"{ANNEXES}/"):
            if entry.stat().st_size > ANNEX_LIMIT:
                problems.append(_too_large(f"{path}/{name}", ANNEX_LIMIT))
            else:
                sums[name] = _sum(entry)
        elif not name.startswith(RECORDS):
            problems.append(_unexpected(path, name))
    found = {*files, *(problem.place.file.removeprefix(f"{path}/") for problem in problems)}
    problems += [
        Problem(Place(f"{path}/{name}"), "file-missing", Severity.ERROR, {"file": name})
        for name in _KNOWN
        if name not in found
    ]
    return Folder(folder.name, path, files, sums, tuple(problems))


def _entries(folder: Path, path: str, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    """Regular files by POSIX path from the folder, in order; links are reported."""
    stack, count = [""], 0
    while stack:
        here = stack.pop()
        try:
            entries = sorted(os.scandir(folder / here), key=lambda e: e.name)
        except PermissionError as error:
            raise _unreadable(f"{path}/{here}".rstrip("/")) from error
        for entry in entries:
            name = f"{here}{entry.name}"
            count += 1
            if count > FILES_LIMIT:
                place = Place(path)
                limit = {"limit": str(FILES_LIMIT)}
                problems.append(Problem(place, "file-too-many", Severity.ERROR, limit))
                return
            if entry.is_symlink():
                link = Place(f"{path}/{name}")
                problems.append(Problem(link, "file-link", Severity.ERROR, {"file": name}))
            elif entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith(".") and here.count("/") < 2:
                    stack.append(f"{name}/")
            elif entry.is_file(follow_symlinks=False) and not entry.name.startswith("."):
                yield name, Path(entry.path)


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


def _sum(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(str(file)) from error


def _too_large(path: str, limit: int) -> Problem:
    size = f"{limit // 1000} kB" if limit < 1_000_000 else f"{limit // 1_000_000} MB"
    values = {"file": path.rpartition("/")[2], "limit": size}
    return Problem(Place(path), "file-too-large", Severity.ERROR, values)


def _unexpected(path: str, name: str) -> Problem:
    near = get_close_matches(name, _KNOWN, n=1, cutoff=0.7)
    code = "file-misnamed" if near else "file-unexpected"
    severity = Severity.ERROR if near else Severity.HINT
    values = {"file": name, "near": near[0]} if near else {"file": name}
    return Problem(Place(f"{path}/{name}"), code, severity, values)


def _unreadable(path: str) -> ConvenantError:
    return ConvenantError(
        N_("The file {path} cannot be read."),
        N_("Check that it is there and that you may read it."),
        path=path,
    )
