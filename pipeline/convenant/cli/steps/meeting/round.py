"""What the commands of a round share: the workspace in Git, its records and its proposals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress

from msgspec import Struct
from msgspec.structs import replace

from convenant.cli.steps.moment import iso, now, seconds
from convenant.cli.steps.selection import Selection
from convenant.edges.disk.memory import remember, remember_all, version_key
from convenant.edges.vcs.main_version import main_ref, read_file_at
from convenant.edges.vcs.proposal_branch import FILES_LIMIT, LOCAL, REMOTE, read_drafts
from convenant.edges.vcs.read import read_blobs, read_paths
from convenant.edges.vcs.record_branch import read_moments, read_records, write_records
from convenant.edges.vcs.remote import Reach, share_records
from convenant.edges.vcs.repository import Repository, open_repository
from convenant.load.event import event_bytes, event_path, parse_event
from convenant.load.glance import glance
from convenant.load.record import load_record
from convenant.load.yaml import load_yaml
from convenant.locale import Voice, voice
from convenant.model.event import Actor, Event
from convenant.model.party import Cover
from convenant.model.proposal import Draft, Proposal
from convenant.plan.clause import clauses_touched
from convenant.plan.merge import Change, applies
from convenant.plan.proposal import clause_neighbours, fault_of, plan_proposals

FACILITATOR = Actor("facilitator")
_DAY = 24 * 3600
_MOMENT = re.compile(r"\d{8}T\d{6}Z")


class Round(Struct, frozen=True):
    """A workspace as its repository has it now.

    Attributes:
        refs: every ref with the version that it names.
        main: the ref of the main version.
        events: the records of one covenant, or of all.
        reached: whether the others could be asked.
    """

    repository: Repository
    refs: Mapping[str, str]
    main: str
    events: tuple[Event, ...]
    reached: Reach = Reach.ALONE

    @property
    def tip(self) -> str:
        """The main version itself."""
        return self.refs[self.main]

    def cover(self, slug: str) -> Cover:
        """What the main version says of a covenant and its parties."""
        file = f"covenants/{slug}/covenant.yaml"
        data = read_file_at(self.repository, self.tip, file)
        tree = load_yaml(file, data)[0] if data is not None else None
        return load_record(Cover, tree, file)

    def voice(self, slug: str) -> Voice:
        """The covenant's language."""
        return voice(self.cover(slug).language or "nl")


def open_round(selection: Selection, slug: str = "", *, share: bool = False) -> Round:
    """The workspace's repository with its records.

    Args:
        slug: leaves out the records of other covenants.
        share: first fetches what the others have and gives them what we have.

    Raises:
        ConvenantError: when the workspace is not kept in Git.
    """
    repository = open_repository(selection.root)
    reached = share_records(repository, now()) if share else Reach.ALONE
    refs = repository.refs()
    main = main_ref(repository, refs)
    records = read_records(repository, refs, slug)
    events = (parse_event(path, data) for path, data in records.items())
    return Round(repository, refs, main, tuple(e for e in events if e), reached)


def record(round_: Round, *events: Event, share: bool = True) -> Reach:
    """Keep what happened, later than everything that is kept here by now, and share it.

    Raises:
        ConvenantError: when it cannot be kept.
    """
    # Not by what the round knew at its start: a conversation records one thing after another.
    moments = read_moments(round_.repository, events[0].covenant)
    known = [time for moment in moments if (time := _seconds(moment))]
    # A clock that runs a day ahead is somebody's mistake and not to be followed.
    later = [time for time in known if time < now() + _DAY]
    moment = max(now(), *(time + 1 for time in later)) if later else now()
    files = {}
    for step, event in enumerate(events):
        stamped = replace(event, time=iso(moment + step))
        data = event_bytes(stamped)
        files[event_path(stamped, data)] = data
    write_records(round_.repository, files, moment)
    return share_records(round_.repository, now()) if share else Reach.ALONE


def _seconds(moment: str) -> int:
    """The time in a record's name, or 0: anybody may have put a file there."""
    if not _MOMENT.fullmatch(moment):
        return 0
    date, _, time = moment.partition("T")
    with suppress(ValueError):
        return seconds(f"{date[:4]}-{date[4:6]}-{date[6:]}T{time[:2]}:{time[2:4]}:{time[4:]}")
    return 0


def covers_of(round_: Round, slugs: Iterable[str]) -> dict[str, Cover]:
    """What many covenants are called and who takes part, in one stream."""
    files = {slug: f"covenants/{slug}/covenant.yaml" for slug in slugs}
    data = _at_tip(round_, files.values())
    return {slug: glance(data.get(file, b""), file) for slug, file in files.items()}


class _Look(Struct, frozen=True, array_like=True):
    """What a waiting proposal touches, and whether it still fits the present text."""

    clauses: tuple[str, ...]
    fits: bool


def proposals_of(round_: Round, slug: str = "") -> tuple[Proposal, ...]:
    """Every proposal with its standing, its clauses, and whether it still fits."""
    planned = plan_proposals(_drafts(round_, slug), round_.events)
    waiting = [p for p in planned if p.standing.is_waiting]
    looks = _looks(round_, waiting)
    beside = {
        covenant: clause_neighbours(
            {p.id: looks[p.draft.head].clauses for p in waiting if p.draft.covenant == covenant}
        )
        for covenant in {p.draft.covenant for p in waiting}
    }
    found = []
    shallow = round_.repository.shallow
    for proposal in planned:
        draft = proposal.draft
        if not proposal.standing.is_waiting:
            found.append(proposal)
            continue
        fault, said = fault_of(draft, FILES_LIMIT, shallow=shallow)
        found.append(
            replace(
                proposal,
                clauses=looks[draft.head].clauses,
                beside=beside[draft.covenant].get(proposal.id, ()),
                applies=not fault and looks[draft.head].fits,
                fault=fault,
                fault_said=said,
            )
        )
    return tuple(found)


def _drafts(round_: Round, slug: str) -> tuple[Draft, ...]:
    """The proposals as Git has them; remembered by their versions and the main version."""
    repository, refs = round_.repository, round_.refs
    tips = [f"{n} {id}" for n, id in refs.items() if n.startswith((LOCAL, REMOTE))]
    about = (repository.prefix, str(repository.shallow), slug, round_.tip)
    return remember(
        version_key("drafts", *about, *sorted(tips)),
        tuple[Draft, ...],
        lambda: read_drafts(repository, refs, round_.main, slug),
    )


def _looks(round_: Round, waiting: Sequence[Proposal]) -> dict[str, _Look]:
    """By the newest version of each waiting proposal; remembered by it and the main version."""
    drafts = {p.draft.head: p.draft for p in waiting}
    tip, prefix = round_.tip, round_.repository.prefix
    keys = {
        head: version_key("look", prefix, tip, head, draft.base, draft.covenant)
        for head, draft in drafts.items()
    }

    def make(missing: Sequence[str]) -> dict[str, _Look]:
        here = [drafts[head] for head in missing]
        texts, present = texts_of(round_, here), _present(round_, here)
        return {
            draft.head: _Look(_clauses(draft, texts), _fits(draft, texts, present))
            for draft in here
        }

    return remember_all(keys, _Look, make)


def change_of(draft: Draft, texts: Mapping[str, bytes]) -> Change:
    """A draft as it is to be taken over.

    Args:
        texts: by id, every text that it takes away or puts in place.
    """
    base = {n: texts[old] for n, (old, _) in draft.files.items() if old in texts}
    files = {n: texts[new] for n, (_, new) in draft.files.items() if new in texts}
    return Change(draft.id, base, files)


def texts_of(round_: Round, drafts: Sequence[Draft]) -> dict[str, bytes]:
    """The bytes of everything that drafts change, by id, in one stream."""
    ids = (id for draft in drafts for pair in draft.files.values() for id in pair if id != "link")
    return read_blobs(round_.repository, ids)


def _present(round_: Round, drafts: Sequence[Draft]) -> dict[str, bytes]:
    """The files of the main version that drafts change, by path from the workspace."""
    paths = {f"covenants/{draft.covenant}/{name}" for draft in drafts for name in draft.files}
    return _at_tip(round_, paths)


def _at_tip(round_: Round, paths: Iterable[str]) -> dict[str, bytes]:
    """Files of the main version by path from the workspace, in one stream."""
    prefix = round_.repository.prefix
    inside = {f"{prefix}{path}": path for path in paths}
    found = read_paths(round_.repository, round_.tip, inside)
    return {inside[path]: data for path, data in found.items()}


def _clauses(draft: Draft, texts: Mapping[str, bytes]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name, (old, new) in draft.files.items():
        before, after = texts.get(old, b""), texts.get(new, b"")
        if name.endswith((".md", ".yaml")):
            words = before.decode("utf-8", "replace"), after.decode("utf-8", "replace")
            found |= dict.fromkeys(clauses_touched(name, *words))
        else:
            found[name] = None
    return tuple(found)


def _fits(draft: Draft, texts: Mapping[str, bytes], present: Mapping[str, bytes]) -> bool:
    prefix = f"covenants/{draft.covenant}/"
    now_ = {n: present[prefix + n] for n in draft.files if prefix + n in present}
    return applies(now_, change_of(draft, texts))
