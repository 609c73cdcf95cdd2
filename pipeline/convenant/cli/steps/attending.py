"""Looking at every covenant for what is due or stale, and keeping the list on the forge."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from convenant.cli.steps.archiving import archive_files
from convenant.cli.steps.gate.posting import is_own
from convenant.cli.steps.meeting.round import open_round
from convenant.cli.steps.moment import today
from convenant.cli.steps.reading import Reading, read_covenants
from convenant.cli.steps.selection import Selection
from convenant.cli.steps.snapshot import Snapshot
from convenant.cli.steps.surveying import survey
from convenant.cli.steps.version.publishing import shelf_of
from convenant.edges.disk.cache import Cache, cache_folder
from convenant.edges.disk.resource import read_schemas
from convenant.edges.disk.workspace_file import read_present
from convenant.edges.web.forge import Forge
from convenant.locale import Voice
from convenant.model.due import DueDay
from convenant.model.status import CovenantStatus
from convenant.plan.consent import last_round, plan_positions
from convenant.plan.dates import plan_dates
from convenant.plan.digest import digest_covenant
from convenant.plan.version import in_force
from convenant.report.due import DUE_MARK, Attention, due_title

NEAR = timedelta(days=30)
PAST = timedelta(days=7)
MEETING = timedelta(days=14)


def attend(selection: Selection) -> Iterator[Attention]:
    """What is known of each covenant, as it stands in the folder."""
    statuses = {one.slug: one for one in survey(open_round(selection), selection)}
    with Cache(cache_folder()) as cache:
        for reading in read_covenants(Snapshot(selection).folders(), read_schemas(), cache):
            if status := statuses.get(reading.covenant.slug):
                yield _attention(selection, status, reading)


def keep_list(forge: Forge, text: str, voice: Voice) -> None:
    """Let the forge show the list: made when there is something, closed when there is nothing."""
    number, said, is_open = 0, "", False
    for one in forge.fetch_lists(DUE_MARK):
        if is_own(one.by):
            number, said, is_open = one.number, one.body, one.is_open
    if text and not number:
        forge.post_list(due_title(voice), text)
    elif text and (not is_open or said.strip() != text.strip()):
        forge.post_list_anew(number, text, is_open=True)
    elif not text and is_open:
        forge.post_list_anew(number, said, is_open=False)


def _attention(selection: Selection, status: CovenantStatus, reading: Reading) -> Attention:
    covenant, records = reading.covenant, reading.records
    digest = digest_covenant(covenant, read_schemas())
    shelf = shelf_of(selection.root, covenant.slug)
    silent: tuple[str, ...] = ()
    if last_round(records):
        positions = plan_positions(covenant, records, digest.whole, digest.sections)
        silent = tuple(p.party.label for p in positions if not p.stand.is_consent)
    stale = tuple(
        party.label
        for party in covenant.cover.parties
        if (said := records.reviews_of(party.id)) and said[-1].digest != digest.whole
    )
    names = {party.id: party.label for party in covenant.cover.parties}
    near = filter(_is_near, plan_dates(covenant)) if in_force(shelf.names) else ()
    days = tuple((day, names.get(day.by, day.by)) for day in near)
    coming = status.next_meeting[:10]
    soon = bool(coming) and _between(coming, timedelta(0), MEETING)
    behind = bool(in_force(shelf.names)) and _archive_is_behind(selection, covenant.slug)
    return Attention(status, silent, stale, days, soon, behind)


def _archive_is_behind(selection: Selection, slug: str) -> bool:
    """Whether there were decisions, and the folder does not have the archive of them all."""
    if not any(event.proposal for event in open_round(selection, slug).events):
        return False
    files = archive_files(selection, slug)
    present = read_present(selection.root, files)
    return any(present.get(path) != text.encode() for path, text in files.items())


def _is_near(day: DueDay) -> bool:
    return _between(day.day, PAST, NEAR)


def _between(day: str, before: timedelta, after: timedelta) -> bool:
    now = today()
    return (now - before).isoformat() <= day <= (now + after).isoformat()
