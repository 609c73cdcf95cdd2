"""The path rules: what of a covenant's folder is taken in, from a disk and from a commit alike.

Regular files only, in known places, bounded in size and number. A symbolic link is never followed,
wherever it points, and a file that is too large is not read at all.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import partial

from msgspec import Struct

from convenant.model.folder import IMAGE_LIMIT, TEXT_LIMIT, Folder
from convenant.model.section import SECTIONS, Section
from convenant.problem import Place, Problem, Severity

ANNEX_LIMIT = 64_000_000
FILES_LIMIT = 2_000
DEPTH = 3
"""Folders below the covenant's own that are looked into."""

FIGURES, ANNEXES = "figures", "annexes"
RECORDS = ("meetings/", "reviews/", "consents/", "signatures/")
"""Folders that the tool writes; they never enter a build of the document."""

_KNOWN = (
    *(section.data_file for section in Section),
    *(section.prose_file for section in SECTIONS),
)


class Entry(Struct, frozen=True):
    """A file or a link in a covenant's folder.

    Attributes:
        name: POSIX path from the folder; one that ends with a slash is a folder that lies too deep.
        is_link: whether it is a symbolic link, or anything else that leads elsewhere.
        read: gives its bytes, or None where there are more than the limit that it is given.
    """

    name: str
    is_link: bool
    read: Callable[[int], bytes | None]


def take_in(slug: str, path: str, entries: Iterable[Entry]) -> Folder:
    """The folder with what may be read of it, and a problem for everything that was left out.

    Args:
        path: POSIX path of the folder from the workspace root.
        entries: the folder's own before those in folders below it, hidden ones left out.
    """
    files: dict[str, bytes] = {}
    sums: dict[str, str] = {}
    records: dict[str, bytes] = {}
    problems: list[Problem] = []
    names: dict[str, str] = {}
    for count, entry in enumerate(entries, 1):
        if count > FILES_LIMIT:
            limit = {"limit": str(FILES_LIMIT)}
            problems.append(Problem(Place(path), "file-too-many", Severity.ERROR, limit))
            break
        twin = names.setdefault(_one_name(entry.name), entry.name)
        if twin != entry.name and entry.name.startswith((f"{FIGURES}/", f"{ANNEXES}/")):
            values = {"file": entry.name, "other": twin}
            place = Place(f"{path}/{entry.name}")
            problems.append(Problem(place, "file-twice", Severity.ERROR, values))
            continue
        problem = _take(entry, path, files, sums, records)
        problems += [problem] if problem else []
    found = {*files, *(problem.place.file.removeprefix(f"{path}/") for problem in problems)}
    problems += [
        Problem(Place(f"{path}/{name}"), _missing_code(name), Severity.ERROR, {"file": name})
        for name in _KNOWN
        if name not in found
    ]
    return Folder(slug, path, files, sums, tuple(problems), records)


def entries_of(files: Mapping[str, bytes]) -> Iterator[Entry]:
    """Files in memory as they would be found on a disk, in the same order."""
    for name, data in sorted(files.items(), key=lambda file: _order(file[0])):
        yield Entry(name, is_link=False, read=partial(_bounded, data))


def _one_name(name: str) -> str:
    """The same for names that differ in capitals, or in how accents are kept."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _order(name: str) -> list[tuple[bool, str]]:
    """A folder's own files before those in folders below it."""
    *folders, file = name.split("/")
    return [*((True, folder) for folder in folders), (False, file)]


def _bounded(data: bytes, limit: int) -> bytes | None:
    return None if len(data) > limit else data


def is_known(name: str) -> bool:
    """Whether a path from the folder is a place for the covenant's text."""
    return name in _KNOWN or name.startswith((f"{FIGURES}/", f"{ANNEXES}/"))


def _missing_code(name: str) -> str:
    """A cover cannot be nearly empty, as the other files can."""
    return "file-missing-cover" if name == Section.COVER.data_file else "file-missing"


def _take(
    entry: Entry,
    path: str,
    files: dict[str, bytes],
    sums: dict[str, str],
    records: dict[str, bytes],
) -> Problem | None:
    name, place = entry.name, Place(f"{path}/{entry.name.rstrip('/')}")
    annex = name.startswith(f"{ANNEXES}/")
    text = name in _KNOWN or (annex and name.endswith(".md"))
    if entry.is_link:
        return Problem(place, "file-link", Severity.ERROR, {"file": name})
    deep = name.endswith("/")
    if name.startswith(RECORDS) and not deep:
        data = entry.read(TEXT_LIMIT)
        if data is None:
            return _too_large(name, place, TEXT_LIMIT)
        records[name] = data
        return None
    if deep or not (text or annex or name.startswith(f"{FIGURES}/")):
        return _unexpected(name, place)
    limit = TEXT_LIMIT if text else ANNEX_LIMIT if annex else IMAGE_LIMIT
    data = entry.read(limit)
    if data is None:
        return _too_large(name, place, limit)
    if not text:
        # A Mac may name a file with its accents apart, which looks the same in a text.
        name = unicodedata.normalize("NFC", name)
    if annex:
        sums[name] = hashlib.sha256(data).hexdigest()
    if text or not annex:
        files[name] = data
    return None


def _too_large(name: str, place: Place, limit: int) -> Problem:
    size = f"{limit // 1000} kB" if limit < 1_000_000 else f"{limit // 1_000_000} MB"
    values = {"file": name.rpartition("/")[2], "limit": size}
    return Problem(place, "file-too-large", Severity.ERROR, values)


def _unexpected(name: str, place: Place) -> Problem:
    near = get_close_matches(name, _KNOWN, n=1, cutoff=0.7)
    if near:
        values = {"file": name, "near": near[0]}
        return Problem(place, "file-misnamed", Severity.ERROR, values)
    return Problem(place, "file-unexpected", Severity.HINT, {"file": name})
