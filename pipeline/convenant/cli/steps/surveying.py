"""Reading where many covenants stand: one list, one stream, one log, whatever their number."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from convenant.cli.steps.meeting.closing import maturity_of
from convenant.cli.steps.meeting.round import Round, proposals_of
from convenant.cli.steps.moment import now, seconds, today
from convenant.cli.steps.selection import Selection
from convenant.cli.steps.soundness import read_all
from convenant.edges.disk.cache import Cache, cache_folder, cache_key
from convenant.edges.vcs.line import read_moves
from convenant.edges.vcs.read import Leaf, list_tree, read_blobs
from convenant.edges.vcs.version_folder import read_files
from convenant.load.glance import glance
from convenant.load.meeting import load_meeting
from convenant.locale import voice
from convenant.model.event import Event
from convenant.model.section import SECTIONS, Section
from convenant.model.status import CovenantStatus
from convenant.plan.meeting import sittings
from convenant.plan.proposal import plan_concerns
from convenant.plan.status import Known, plan_status

T = TypeVar("T")

_DATA = frozenset(section.data_file for section in Section)


def survey(round_: Round, selection: Selection) -> Iterator[CovenantStatus]:
    """Where each selected covenant stands in the main version."""
    chosen = {folder.name for folder in selection.folders}
    files = _files(round_, chosen)
    events = _by(round_.events, lambda event: event.covenant)
    proposals = _by(proposals_of(round_), lambda p: p.draft.covenant)
    concerns = _by(plan_concerns(round_.events), lambda c: c.key.partition("/")[0])
    moves = _moves(round_)
    one = next(iter(chosen)) if len(chosen) == 1 else ""
    for slug in sorted(chosen & set(files)):
        held = files[slug]
        cover = glance(held.get("covenant.yaml", b""), f"covenants/{slug}/covenant.yaml")
        names = [n for n in held if n.startswith("meetings/") and n.endswith(".yaml")]
        known = Known(
            slug=slug,
            title=cover.title,
            parties=cover.parties,
            maturity=maturity_of(held),
            meetings=[load_meeting(name, held[name]) for name in names],
            proposals=proposals.get(slug, ()),
            concerns=concerns.get(slug, ()),
            answered=frozenset(n[9:-5] for n in held if n.startswith("consents/")),
            coming=_coming(events.get(slug, ()), slug, names),
            moved=max([moves.get(slug, 0), *(seconds(e.time) for e in events.get(slug, ()))]),
        )
        points = _points(round_, slug) if one else {}
        yield plan_status(known, now(), points)


def _files(round_: Round, chosen: set[str]) -> dict[str, dict[str, bytes]]:
    """The files that the overview needs, by covenant; remembered by the main version."""
    key = cache_key("survey", str(round_.repository.top), round_.tip, *sorted(chosen))
    with Cache(cache_folder()) as cache:
        if kept := cache.get(key):
            held: dict[str, dict[str, str]] = json.loads(kept)
            return {s: {n: t.encode() for n, t in texts.items()} for s, texts in held.items()}
        found = _read(round_, chosen)
        texts = {
            s: {n: d.decode("utf-8", "replace") for n, d in f.items()} for s, f in found.items()
        }
        cache.put(key, json.dumps(texts, ensure_ascii=False).encode("utf-8", "replace"))
    return found


def _read(round_: Round, chosen: set[str]) -> dict[str, dict[str, bytes]]:
    """One list and one stream, of which only what the overview shows is kept."""
    here = f"{round_.repository.prefix}covenants"
    wanted: list[tuple[str, str, Leaf]] = []
    for leaf in list_tree(round_.repository, round_.tip, here):
        slug, _, name = leaf.path.partition("/")
        record = name.startswith(("meetings/", "consents/")) and name.endswith(".yaml")
        if slug in chosen and not leaf.is_link and (name in _DATA or record):
            wanted.append((slug, name, leaf))
    data = read_blobs(round_.repository, (leaf.id for _, _, leaf in wanted), 256_000)
    found: dict[str, dict[str, bytes]] = defaultdict(dict)
    for slug, name, leaf in wanted:
        found[slug][name] = _shortened(name, data.get(leaf.id, b""))
    return found


def _shortened(name: str, data: bytes) -> bytes:
    """Of a section its maturity, of a cover what `glance` takes from it, of the rest all."""
    if name == Section.COVER.data_file:
        cover = glance(data, name)
        parties = [
            {"id": p.id, "name": p.name, "short": p.short, "role": p.role}
            | {"status": {"state": p.status.state if p.status else ""}}
            for p in cover.parties
        ]
        form = {"title": cover.title, "language": cover.language, "parties": parties}
        return json.dumps(form, ensure_ascii=False).encode("utf-8", "replace")
    if name.startswith("consents/"):
        return b""
    lines = data.split(b"\n") if name in _DATA else []
    return b"\n".join(line for line in lines if line.startswith(b"maturity:")) if lines else data


def _moves(round_: Round) -> Mapping[str, int]:
    """When each covenant's folder changed last in the main version; remembered by that version."""
    key = cache_key("moves", str(round_.repository.top), round_.tip)
    with Cache(cache_folder()) as cache:
        if kept := cache.get(key):
            found: dict[str, int] = json.loads(kept)
            return found
        moves = read_moves(round_.repository, round_.tip, f"{round_.repository.prefix}covenants/")
        cache.put(key, json.dumps(moves).encode())
    return moves


def _coming(events: Sequence[Event], slug: str, closed: Sequence[str]) -> list[str]:
    """The days of meetings that are open and not past."""
    day = today().isoformat()
    done = {name.removeprefix("meetings/").removesuffix(".yaml") for name in closed}
    known = sittings(events, slug)
    return [s.date for id, s in known.items() if id not in done and s.date >= day]


def _points(round_: Round, slug: str) -> dict[int, int]:
    """How much is still open in each section before its next step."""
    from convenant.check.completeness import open_points
    from convenant.edges.disk.resource import read_schemas

    (reading,) = read_all(slug, [read_files(round_.repository, round_.tip, slug)])
    told = voice(reading.covenant.language)
    points = open_points(reading.covenant, read_schemas(), told)
    return {section.number: len(points.get(section, ())) for section in SECTIONS}


def _by(items: Iterable[T], key: Callable[[T], str]) -> Mapping[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return found
