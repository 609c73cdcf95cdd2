"""Two versions of covenants read side by side: folders, versions in Git, the working folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

import click
from msgspec import Struct, field

from convenant.cli.steps.reading import Reading, read_covenants
from convenant.cli.steps.selection import Selection, select
from convenant.cli.steps.speech import speaker
from convenant.edges.disk.cache import Cache
from convenant.edges.disk.workspace import read_folder
from convenant.edges.vcs.place import Version, read_version
from convenant.locale import N_, Voice
from convenant.model.annotation import Schema
from convenant.model.folder import Folder
from convenant.model.section import SECTIONS, Section


class Side(Struct, frozen=True):
    """One version of a covenant, as read.

    Attributes:
        name: as it was asked for; empty for the working folder.
        files: those that are read, by path from the covenant's folder.
        unread: sections whose data cannot be read.
        unread_prose: texts that cannot be read, by path from the covenant's folder.
    """

    name: str
    version: Version
    reading: Reading
    unread: frozenset[Section]
    unread_prose: frozenset[str]
    files: Mapping[str, bytes] = field(default_factory=dict)


class Sides(Struct, frozen=True):
    """A covenant in two versions; `old` is None where it was not there yet."""

    slug: str
    old: Side | None
    new: Side


class Wanted(Struct, frozen=True):
    """What to compare with what.

    Attributes:
        old: a version's name for all, `last-meeting`, or a folder.
        new: likewise; empty for the working folder.
    """

    selection: Selection
    old: str
    new: str = ""


def read_sides(wanted: Wanted, schemas: Mapping[str, Schema], cache: Cache) -> Iterator[Sides]:
    """Each selected covenant that differs, in both versions.

    Raises:
        click.BadParameter: when there is no such version, with the nearest names.
        click.UsageError: when two folders hold different covenants.
        ConvenantError: when something cannot be read.
    """
    yield from _paired(_folders(wanted), schemas, cache)


_Found = tuple[str, Version, Folder]


def _folders(wanted: Wanted) -> Iterator[tuple[_Found | None, _Found]]:
    if _is_covenant(wanted.old):
        yield from _of_folders(wanted)
        return
    from convenant.edges.vcs.history import History, NotThereYetError, UnknownVersionError
    from convenant.edges.vcs.revision import LAST_MEETING, find_changed, find_last_meetings

    root = wanted.selection.root
    slugs = [folder.name for folder in wanted.selection.folders]
    meetings = find_last_meetings(root) if LAST_MEETING in (wanted.old, wanted.new) else {}
    old = {
        slug: name
        for slug in slugs
        if (name := meetings.get(slug, "") if wanted.old == LAST_MEETING else wanted.old)
    }
    if not old:
        raise click.UsageError(
            speaker().say(
                N_("No meeting has been closed yet, so there is nothing to compare with.")
            )
        )
    with History(root) as history:
        for slug in sorted(find_changed(root, old, wanted.new)):
            if slug not in old:
                continue
            try:
                now = _version(history, wanted, slug)
                try:
                    folder, version = history.read(slug, old[slug])
                except NotThereYetError:
                    yield None, now
                    continue
                yield (old[slug], version, folder), now
            except UnknownVersionError as error:
                raise _unknown(root, slug, error) from error


def _version(history: object, wanted: Wanted, slug: str) -> _Found:
    from convenant.edges.vcs.history import History

    assert isinstance(history, History)  # noqa: S101  (imported late, for the type checker)
    if wanted.new:
        folder, version = history.read(slug, wanted.new)
        return wanted.new, version, folder
    path = next(p for p in wanted.selection.folders if p.name == slug)
    return "", read_version(path), read_folder(wanted.selection.root, path)


def _of_folders(wanted: Wanted) -> Iterator[tuple[_Found, _Found]]:
    (path,) = wanted.selection.folders[:1]
    new = Path(wanted.new) if wanted.new else path
    found = [
        (str(one), read_version(one), read_folder(one.resolve().parent.parent, one.resolve()))
        for one in (Path(wanted.old), new)
    ]
    _refuse_strangers(*found)
    yield found[0], found[1]


def _refuse_strangers(old: _Found, new: _Found) -> None:
    """Two covenants that have nothing to do with each other have no differences worth telling."""
    if old[2].slug == new[2].slug:
        return
    lines = [set(b"\n".join(one[2].files.values()).split(b"\n")) for one in (old, new)]
    shared = len(lines[0] & lines[1]) / max(1, min(map(len, lines)))
    if shared < _KIN:
        said = N_("“{old}” and “{new}” are two different covenants, with almost no text in common.")
        raise click.UsageError(speaker().say(said, old=old[2].slug, new=new[2].slug))


_KIN = 0.25
"""The part of the lines that two folders of other names have in common when one is a copy."""


def _is_covenant(name: str) -> bool:
    return bool(name) and (Path(name) / "covenant.yaml").is_file()


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


def _paired(
    pairs: Iterable[tuple[_Found | None, _Found]], schemas: Mapping[str, Schema], cache: Cache
) -> Iterator[Sides]:
    """Both versions of each covenant, read at the same time as those that follow."""
    waiting: list[tuple[_Found | None, _Found]] = []

    def folders() -> Iterator[Folder]:
        for old, new in pairs:
            waiting.append((old, new))
            if old is not None:
                yield old[2]
            yield new[2]

    readings = read_covenants(folders(), schemas, cache)
    for reading in readings:
        old, new = waiting.pop(0)
        if old is None:
            yield Sides(new[2].slug, None, _side(new, reading))
        else:
            yield Sides(new[2].slug, _side(old, reading), _side(new, next(readings)))


def _side(found: _Found, reading: Reading) -> Side:
    name, version, folder = found
    unread = [s for s in Section if s.data_file in folder.files and s not in reading.covenant.data]
    read = {prose.file for prose in reading.covenant.all_prose()}
    lost = [
        file
        for file in folder.files
        if file.endswith(".md")
        and f"{folder.path}/{file}" not in read
        and (file in _PROSE or file in _annexes(reading))
    ]
    return Side(name, version, reading, frozenset(unread), frozenset(lost), folder.files)


_PROSE = frozenset(section.prose_file for section in SECTIONS)


def _annexes(reading: Reading) -> set[str]:
    return {annex.file for annex in reading.covenant.annexes.annexes}


def side_name(side: Side, voice: Voice) -> str:
    """What a reader calls a version: by its name, else its tag, else the working version."""
    if side.name:
        return side.name
    if side.version.tags and not side.version.changed:
        return side.version.tags[-1]
    return voice.say(N_("the working version"))


def wanted_versions(slugs: Sequence[str], *, old: str, new: str) -> Wanted:
    """What the command line asks for; within the folder of a covenant that one only.

    Raises:
        click.UsageError: when no old version is named.
    """
    if not old:
        said = N_("With which version? Name one, such as v0.3, or last-meeting.")
        raise click.UsageError(speaker().say(said))
    if _is_covenant(old):
        return Wanted(select([old]) if not new else select([new]), old, new)
    here = Path.cwd()
    inside = here.parent.name == "covenants" and (here / "covenant.yaml").is_file()
    return Wanted(select(slugs or ([str(here)] if inside else [])), old, new)
