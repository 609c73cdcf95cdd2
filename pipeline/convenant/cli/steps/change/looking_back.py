"""From the versions of a covenant to its iterations, and from a line back to who proposed it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby

from convenant.cli.steps.meeting.round import Round
from convenant.cli.steps.soundness import comparisons, read_all
from convenant.edges.vcs.line import blame
from convenant.edges.vcs.read import Line, read_lines
from convenant.edges.vcs.version_folder import read_files
from convenant.load.meeting import load_meeting
from convenant.load.trailer import trailers
from convenant.model.comparison import Change
from convenant.model.iteration import Iteration, Stride
from convenant.model.meeting import Decision, Meeting
from convenant.model.passage import Passage
from convenant.model.proposal import section_of
from convenant.plan.passage import passages, words_of


def look_back(
    round_: Round, slug: str, *, section: int | None = None, party: str = "", most: int = 200
) -> tuple[Iteration, ...]:
    """The iterations of a covenant, the newest first.

    Args:
        section: only what changed in it.
        party: only what this party proposed or has to know.
        most: versions that are looked at.
    """
    strides = _strides(round_, slug, most)
    changes, places = _changes(round_, slug, strides)
    held = meetings_of(round_, slug)
    found = []
    for _, group in groupby(strides, key=lambda s: (s.meeting or s.id, s.undoes)):
        members = tuple(group)
        kept = tuple(
            (s, chosen)
            for s in reversed(members)
            if (chosen := _chosen(changes.get(s.id, ()), s, section, party))
            or _wanted(s, party)
            or _read(places.get(s.id, ()), section, party)
        )
        if not kept and (section is not None or party):
            continue
        record = held.get(members[0].meeting)
        day = datetime.fromtimestamp(members[0].time, UTC).date().isoformat()
        found.append(
            Iteration(
                meeting=members[0].meeting,
                date=record.date if record and not members[0].undoes else day,
                kind=record.kind if record else "",
                strides=members,
                changes=kept,
                undone=record.undone if record and members[0].undoes else "",
                passages={
                    s.id: _read(places.get(s.id, ()), section, party and s.party != party)
                    for s in members
                },
            )
        )
    return tuple(found)


def who_made(
    round_: Round, slug: str, name: str, first: int, last: int
) -> list[tuple[int, str, Stride, Decision | None]]:
    """Per line of a file its text, and the version, meeting and decision that made it."""
    held, found = meetings_of(round_, slug), []
    path = f"{round_.repository.folder_of(slug)}/{name}"
    lines = blame(round_.repository, round_.tip, path, first, last)
    known = {line.id: line for line in _lines(round_, [id for _, id, _ in lines])}
    for number, id, text in lines:
        stride = _stride(known[id])
        record = held.get(stride.meeting)
        decisions = record.decisions if record else ()
        decision = next((d for d in decisions if d.proposal == stride.proposal), None)
        found.append((number, text, stride, decision))
    return found


def meetings_of(round_: Round, slug: str) -> dict[str, Meeting]:
    """The records of a covenant's closed meetings, by id."""
    files = read_files(round_.repository, round_.tip, slug)
    names = [n for n in files if n.startswith("meetings/") and n.endswith(".yaml")]
    return {name[9:-5]: load_meeting(name, files[name]) for name in names}


def _strides(round_: Round, slug: str, most: int) -> list[Stride]:
    paths = [round_.repository.folder_of(slug)]
    words = ("--first-parent", f"--max-count={most}", round_.tip)
    return [_stride(line) for line in read_lines(round_.repository, *words, paths=paths)]


def _lines(round_: Round, ids: Sequence[str]) -> tuple[Line, ...]:
    return read_lines(round_.repository, "--no-walk=unsorted", tips=ids) if ids else ()


def _stride(line: Line) -> Stride:
    said = trailers(line.message)
    return Stride(
        id=line.id,
        before=line.parents[0] if line.parents else "",
        time=line.time,
        title=line.message.split("\n")[0],
        meeting=said.get("Meeting", ""),
        proposal=said.get("Proposal", ""),
        party=said.get("Party", ""),
        undoes="Undone" in said,
    )


def _changes(
    round_: Round, slug: str, strides: Sequence[Stride]
) -> tuple[Mapping[str, tuple[Change, ...]], Mapping[str, tuple[Passage, ...]]]:
    """What each version changed in the data and in the text; neighbours share a version."""
    found: dict[str, tuple[Change, ...]] = {}
    places: dict[str, tuple[Passage, ...]] = {}
    versions = list(dict.fromkeys(v for s in reversed(strides) for v in (s.before, s.id) if v))
    files = {version: read_files(round_.repository, version, slug) for version in versions}
    readings = dict(zip(versions, read_all(slug, list(files.values())), strict=True))
    for stride in strides:
        if stride.before and files[stride.before]:
            (said,) = comparisons([readings[stride.before], readings[stride.id]])
            found[stride.id] = said.weighed()
            places[stride.id] = _passages(files[stride.before], files[stride.id])
    return found, places


def _passages(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> tuple[Passage, ...]:
    return tuple(
        words_of(passage)
        for name in sorted({*old, *new})
        if name.endswith(".md") and "meetings/" not in name
        for passage in passages(name, old.get(name, b""), new.get(name, b""))
    )


def _read(found: Sequence[Passage], section: int | None, party: str | bool) -> tuple[Passage, ...]:
    """The changed places of a section; of a text nobody can tell which party it is about."""
    if party:
        return ()
    return tuple(p for p in found if section in (None, section_of(p.file)))


def _chosen(
    changes: Sequence[Change], stride: Stride, section: int | None, party: str
) -> tuple[Change, ...]:
    return tuple(
        change
        for change in changes
        if section in (None, change.section.number)
        and (not party or stride.party == party or change.touches(party))
    )


def _wanted(stride: Stride, party: str) -> bool:
    return bool(stride.proposal) and bool(party) and stride.party == party


def clause_lines(files: Mapping[str, bytes], wanted: str) -> Iterator[tuple[str, int, int]]:
    """The lines of a clause or of an item of the data, by its id: file, first and last line."""
    from convenant.plan.clause import homes
    from convenant.plan.three_way import split

    for name, data in sorted(files.items()):
        if "/" in name or not name.endswith((".md", ".yaml")):
            continue
        places = homes(name, split(data.decode("utf-8", "replace")))
        lines = [number for number, place in enumerate(places, 1) if place == wanted]
        if lines:
            yield name, lines[0], lines[-1]
