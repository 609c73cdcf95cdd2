"""Reading where many covenants stand: one list, one stream, one log, whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec.structs import replace

from convenant.cli.steps.glancing import glances
from convenant.cli.steps.meeting.round import Round, proposals_of
from convenant.cli.steps.moment import now, seconds, today
from convenant.cli.steps.selection import Selection
from convenant.edges.disk.memory import remember, version_key
from convenant.edges.vcs.line import read_moves
from convenant.edges.vcs.read import list_folders
from convenant.locale import voice
from convenant.model.event import Event
from convenant.model.meeting import Meeting
from convenant.model.position import Position
from convenant.model.section import SECTIONS
from convenant.model.status import CovenantStatus
from convenant.plan.meeting import sittings
from convenant.plan.proposal import plan_concerns
from convenant.plan.status import Known, plan_status

T = TypeVar("T")


def survey(round_: Round, selection: Selection) -> Iterator[CovenantStatus]:
    """Where each selected covenant stands in the main version."""
    chosen = {folder.name for folder in selection.folders}
    found = glances(round_, chosen)
    events = _by(round_.events, lambda event: event.covenant)
    proposals = _by(proposals_of(round_), lambda p: p.draft.covenant)
    concerns = _by(plan_concerns(round_.events), lambda c: c.key.partition("/")[0])
    moves = _moves(round_)
    one = next(iter(chosen)) if len(chosen) == 1 else ""
    for slug in sorted(found):
        seen = found[slug]
        known = Known(
            slug=slug,
            title=seen.title,
            parties=seen.parties,
            maturity=seen.maturity,
            meetings=seen.meetings,
            proposals=proposals.get(slug, ()),
            concerns=concerns.get(slug, ()),
            answered=seen.answered,
            coming=_coming(events.get(slug, ()), slug, seen.meetings),
            moved=max([moves.get(slug, 0), *(seconds(e.time) for e in events.get(slug, ()))]),
        )
        status = plan_status(known, now())
        yield _closer(round_, status) if one else status


def _moves(round_: Round) -> dict[str, int]:
    """When each covenant's folder changed last in the main version."""
    repository, here = round_.repository, f"{round_.repository.prefix}covenants"

    def read() -> dict[str, int]:
        there = list_folders(repository, round_.tip, here)
        return read_moves(repository, round_.tip, f"{here}/", there)

    key = version_key("moves", here, round_.tip, str(repository.shallow))
    return remember(key, dict[str, int], read)


def _coming(events: Sequence[Event], slug: str, closed: Sequence[Meeting]) -> list[str]:
    """The days of meetings that are open and not past."""
    day, done = today().isoformat(), {meeting.meeting for meeting in closed}
    known = sittings(events, slug)
    return [s.date for id, s in known.items() if id not in done and s.date >= day]


def _closer(round_: Round, status: CovenantStatus) -> CovenantStatus:
    """With how much is open in each section before its next step, and where each party stands."""
    from convenant.check.completeness import open_points
    from convenant.cli.steps.soundness import read_all
    from convenant.edges.disk.resource import read_schemas
    from convenant.edges.vcs.version_folder import read_files
    from convenant.plan.consent import plan_positions
    from convenant.plan.digest import digest_covenant

    (reading,) = read_all(status.slug, [read_files(round_.repository, round_.tip, status.slug)])
    covenant, schemas = reading.covenant, read_schemas()
    points = open_points(covenant, schemas, voice(covenant.language))
    positions: tuple[Position, ...] = ()
    if status.answers:
        digest = digest_covenant(covenant, schemas)
        positions = plan_positions(covenant, reading.records, digest.whole, digest.sections)
    return replace(
        status,
        points={section.number: len(points.get(section, ())) for section in SECTIONS},
        positions=positions,
    )


def _by(items: Iterable[T], key: Callable[[T], str]) -> Mapping[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return found
