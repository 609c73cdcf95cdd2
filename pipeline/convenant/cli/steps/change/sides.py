"""Two versions of covenants read side by side: folders, versions in Git, the working folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from convenant.cli.steps.change.finding import Found, find_folders
from convenant.cli.steps.change.naming import Wanted
from convenant.cli.steps.reading import Reading, read_covenants
from convenant.edges.disk.cache import Cache
from convenant.edges.vcs.place import Version
from convenant.locale import N_, Voice
from convenant.model.annotation import Schema
from convenant.model.folder import Folder
from convenant.model.section import SECTIONS, Section


class Side(Struct, frozen=True):
    """One version of a covenant, as read.

    Attributes:
        name: as it was asked for; empty for the working folder.
        before: of the text that a proposal started from, the id of that proposal.
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
    before: str = ""


class Sides(Struct, frozen=True):
    """A covenant in two versions; `old` is None where it was not there yet.

    Attributes:
        party: id of the party that proposes the new one; empty where it is no proposal.
    """

    slug: str
    old: Side | None
    new: Side
    party: str = ""


def read_sides(wanted: Wanted, schemas: Mapping[str, Schema], cache: Cache) -> Iterator[Sides]:
    """Each selected covenant that differs, in both versions.

    Raises:
        click.BadParameter: when there is no such version, with the nearest names.
        click.UsageError: when two folders hold different covenants.
        ConvenantError: when something cannot be read.
    """
    yield from _paired(find_folders(wanted), schemas, cache)


def _paired(
    pairs: Iterable[tuple[Found | None, Found]], schemas: Mapping[str, Schema], cache: Cache
) -> Iterator[Sides]:
    """Both versions of each covenant, read at the same time as those that follow."""
    waiting: list[tuple[Found | None, Found]] = []

    def folders() -> Iterator[Folder]:
        for old, new in pairs:
            waiting.append((old, new))
            if old is not None:
                yield old.folder
            yield new.folder

    readings = read_covenants(folders(), schemas, cache)
    for reading in readings:
        old, new = waiting.pop(0)
        if old is None:
            yield Sides(new.folder.slug, None, _side(new, reading), new.party)
        else:
            before, after = _side(old, reading), _side(new, next(readings))
            yield Sides(new.folder.slug, before, after, new.party)


def _side(found: Found, reading: Reading) -> Side:
    folder = found.folder
    unread = [s for s in Section if s.data_file in folder.files and s not in reading.covenant.data]
    read = {prose.file for prose in reading.covenant.all_prose()}
    lost = [
        file
        for file in folder.files
        if file.endswith(".md")
        and f"{folder.path}/{file}" not in read
        and (file in _PROSE or file in _annexes(reading))
    ]
    return Side(
        found.name,
        found.version,
        reading,
        frozenset(unread),
        frozenset(lost),
        folder.files,
        found.before,
    )


_PROSE = frozenset(section.prose_file for section in SECTIONS)


def _annexes(reading: Reading) -> set[str]:
    return {annex.file for annex in reading.covenant.annexes.annexes}


def side_name(side: Side, voice: Voice) -> str:
    """What a reader calls a version: by its name, else its tag, else the working version."""
    if side.name:
        return side.name
    if side.version.tags and not side.version.changed:
        return side.version.tags[-1]
    if side.before:
        return voice.say(N_("the text before {proposal}"), proposal=side.before)
    return voice.say(N_("the working version"))
