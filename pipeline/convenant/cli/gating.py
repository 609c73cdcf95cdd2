"""What the gate is asked: from a forge's message and facts, or from the records alone."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from convenant.cli.finding_one import find_proposal
from convenant.cli.gating_text import Text, read_text
from convenant.cli.gating_who import Roles, account_of, read_roles
from convenant.cli.round import Round, open_round
from convenant.cli.selection import Selection
from convenant.edges.change import Change, VersionMissing, read_change, same_folder
from convenant.edges.main_version import read_file_at
from convenant.edges.record_branch import read_records
from convenant.edges.repository import Repository
from convenant.edges.workspace import find_root
from convenant.load.event import parse_event
from convenant.load.facts import load_facts
from convenant.load.hook import UnreadableHook, load_hook
from convenant.load.record import load_record
from convenant.load.yaml import load_yaml
from convenant.locale import Voice, voice
from convenant.model import event as kinds
from convenant.model.access import JURIST
from convenant.model.event import Event
from convenant.model.forge import Facts, Hook, Labelling, Request, Word
from convenant.model.gate import Approval, Asked, Doubt, Gesture, Reach, Ruled, Touched
from convenant.model.proposal import Standing
from convenant.model.workspace import Workspace
from convenant.plan.proposal import in_order, plan_concerns

SETTINGS = "convenant.yaml"
_BRANCH = "proposal/"


@dataclass(frozen=True, slots=True)
class Question:
    """What the gate is asked, about what, and in which language it answers."""

    subject: Mapping[str, str]
    asked: Asked
    voice: Voice
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """The main version that everything is judged by.

    Attributes:
        tip: its id.
        name: what the others call it, such as `main`.
    """

    repository: Repository
    refs: Mapping[str, str]
    tip: str
    name: str
    workspace: Workspace
    roles: Roles


def read_ground() -> Ground:
    """The main version of the workspace that we are in.

    Raises:
        ConvenantError: when it is not kept in Git.
    """
    round_ = open_round(Selection(find_root(Path.cwd()), ()), _NO_COVENANT)
    return _ground(round_)


def ask_forge(event: Path | None, name: str, facts: Path | None) -> Question:
    """The question as a forge puts it.

    Args:
        event: the forge's message; None where there is none, as at a scheduled run.
        facts: labels and reviews; None where nobody asked for them.
    """
    ground = read_ground()
    doubts: list[Doubt] = []
    hook, known = None, None
    try:
        hook = load_hook(event.read_bytes(), name) if event else None
        known = load_facts(facts.read_bytes()) if facts else None
    except UnreadableHook as error:
        doubts.append(Doubt("event-unreadable", str(error)))
    if known is None:
        known = _facts_of(hook) if hook else Facts(Request())
        if not doubts:
            doubts.append(Doubt("facts-incomplete", "labels, reviews"))
    doubts += _disagreements(ground, hook, known)
    return ask_about(ground, known, hook, tuple(doubts))


def ask_about(
    ground: Ground, facts: Facts, hook: Hook | None = None, doubts: tuple[Doubt, ...] = ()
) -> Question:
    """The question about a proposal on a forge, everything resolved by the main version."""
    request = facts.request
    change, missing = _change(ground, request.head)
    if missing and not doubts:
        doubts = (Doubt("head-missing", request.head[:12]),)
    slug = change.reach.covenants[0] if len(change.reach.covenants) == 1 else ""
    story = _story(ground, slug, _proposal_id(request, slug))
    text = read_text(ground.repository, ground.tip, change, slug) if slug else None
    asked = Asked(
        author=account_of(request.author, ground.roles),
        fork=request.fork,
        draft=request.draft,
        closed=request.closed,
        own_program=_is_own_program(ground.workspace, request),
        reach=ground.roles.compare(ground.repository, change),
        touched=story.told(text.touched if text else None),
        labels=request.labels,
        gestures=(
            *story.gestures(ground.repository, slug, request.head),
            *_gestures(ground, slug, facts.labellings, request.head),
            *_gestures(ground, slug, _now(hook), request.head),
        ),
        approvals=tuple(_approval(ground, w, request, text) for w in facts.words),
        ruled=story.ruled(ground.repository, slug, request.head),
        with_jurist=ground.roles.with_jurist(slug),
        doubts=(*doubts, *ground.roles.doubts),
    )
    subject = {
        "repository": request.repository,
        "number": str(request.number or ""),
        "covenant": slug,
        "base": ground.tip,
        "head": request.head,
        "digest": text.digest.whole if text else "",
    }
    language = text.old.covenant.language if text else ground.workspace.language
    return Question(subject, asked, voice(language or "nl"), text)


def ask_here(id: str) -> Question:
    """The question about a proposal that lies on no forge: the records tell everything."""
    round_, proposal = find_proposal(id, share=False)
    ground = _ground(round_)
    slug, head = proposal.draft.covenant, proposal.draft.head
    change, missing = _change(ground, head)
    story = _story(ground, slug, id)
    text = read_text(ground.repository, ground.tip, change, slug)
    asked = Asked(
        forge=False,
        closed=proposal.standing in (Standing.WITHDRAWN, Standing.MERGED),
        reach=ground.roles.compare(ground.repository, change),
        touched=story.told(text.touched),
        labels=proposal.labels,
        gestures=story.gestures(ground.repository, slug, head),
        ruled=story.ruled(ground.repository, slug, head),
        with_jurist=ground.roles.with_jurist(slug),
        doubts=(Doubt("head-missing", head[:12]),) if missing else (),
    )
    subject = {"proposal": id, "covenant": slug, "base": ground.tip, "head": head}
    return Question(subject | {"digest": text.digest.whole}, asked, round_.voice(slug), text)


@dataclass(frozen=True, slots=True)
class _Story:
    """What the records say of one proposal and its covenant."""

    events: tuple[Event, ...]
    id: str

    def told(self, touched: Touched | None) -> Touched | None:
        """The covenant with the concerns and the reasons that are on record."""
        if touched is None:
            return None
        concerns = [c for c in plan_concerns(self.events) if c.proposal == self.id and self.id]
        left = {
            e.get("about"): e.get("reason")
            for e in self.events
            if e.kind == _OVERRIDDEN and _by_facilitator(e) and e.get("reason")
        }
        waiting = sum(not c.answered for c in concerns)
        return replace(touched, concerns=waiting, overrides=left)

    def ruled(self, repository: Repository, slug: str, head: str) -> Ruled | None:
        """The last decision of a meeting."""
        for event in reversed(self.events):
            if event.proposal == self.id and self.id and event.kind == kinds.DECIDED:
                if event.get("outcome") == "open" or not _by_facilitator(event):
                    return None
                same = same_folder(repository, slug, event.get("head"), head)
                said = event.get("reason")
                return Ruled(event.get("outcome"), event.meeting, same, said)
        return None

    def gestures(self, repository: Repository, slug: str, head: str) -> tuple[Gesture, ...]:
        """The labels on record, by role."""
        found = []
        for event in self.events:
            put = {kinds.LABELLED: True, kinds.UNLABELLED: False}.get(event.kind)
            if put is not None and event.proposal == self.id and self.id:
                same = same_folder(repository, slug, event.get("head"), head)
                who = Roles.acting(event.actor)
                found.append(Gesture(event.get("label"), put, who, same))
        return tuple(found)


_OVERRIDDEN = "overridden"
_NO_COVENANT = "-"
"""No covenant is called so: the records are read once it is known of which one."""


def _by_facilitator(event: Event) -> bool:
    return event.actor.role == "facilitator"


def _ground(round_: Round) -> Ground:
    repository, tip = round_.repository, round_.tip
    data = read_file_at(repository, tip, SETTINGS)
    tree = load_yaml(SETTINGS, data)[0] if data is not None else None
    workspace = load_record(Workspace, tree, SETTINGS)
    roles = read_roles(repository, tip)
    name = round_.main.removeprefix("refs/heads/")
    return Ground(repository, round_.refs, tip, name, workspace, roles)


def _story(ground: Ground, slug: str, id: str) -> _Story:
    if not slug:
        return _Story((), "")
    records = read_records(ground.repository, ground.refs, slug)
    events = (parse_event(path, data) for path, data in records.items())
    return _Story(tuple(in_order(e for e in events if e)), id)


def _proposal_id(request: Request, slug: str) -> str:
    """What the records call it. The name of a line elsewhere is anybody's to choose."""
    start = f"{_BRANCH}{slug}/"
    if not request.fork and request.branch.startswith(start):
        return request.branch.removeprefix(start)
    return f"request-{request.number}" if request.number else ""


def _change(ground: Ground, head: str) -> tuple[Change, bool]:
    try:
        return read_change(ground.repository, ground.tip, head), False
    except VersionMissing:
        return Change("", head, Reach()), True


def _facts_of(hook: Hook) -> Facts:
    return Facts(hook.request)


def _disagreements(ground: Ground, hook: Hook | None, facts: Facts) -> Iterator[Doubt]:
    """Where message, facts and workspace do not say the same."""
    request = facts.request
    forge = ground.workspace.forge
    ours = {
        name.casefold()
        for name in (forge.repository if forge else "", os.environ.get("GITHUB_REPOSITORY", ""))
        if name
    }
    for repository in {request.repository, hook.request.repository if hook else ""} - {""}:
        if ours - {repository.casefold()}:
            yield Doubt("event-foreign", repository)
    if hook and hook.request.number != request.number:
        yield Doubt("event-other", "number")
    if hook and hook.request.head not in ("", request.head):
        yield Doubt("head-moved")
    if request.base not in ("", ground.name):
        yield Doubt("base-elsewhere", request.base)
    if facts.incomplete:
        yield Doubt("facts-incomplete", ", ".join(facts.incomplete))


def _is_own_program(workspace: Workspace, request: Request) -> bool:
    app = workspace.forge.app if workspace.forge else ""
    return bool(app) and request.author.name.casefold() == f"{app.casefold()}[bot]"


def _now(hook: Hook | None) -> tuple[Labelling, ...]:
    return (hook.labelling,) if hook and hook.labelling else ()


def _gestures(
    ground: Ground, slug: str, labellings: tuple[Labelling, ...], head: str
) -> tuple[Gesture, ...]:
    return tuple(
        Gesture(
            one.label,
            one.put,
            account_of(one.by, ground.roles),
            bool(slug) and same_folder(ground.repository, slug, one.head, head),
        )
        for one in labellings
    )


def _approval(ground: Ground, word: Word, request: Request, text: Text | None) -> Approval:
    who = account_of(word.by, ground.roles)
    digest = word.digest
    if word.commit and text and who.holds(JURIST, text.touched.slug):
        digest = text.digest_at(word.commit)
    same = bool(word.commit) and word.commit == request.head
    return Approval(who, word.approves, digest, same, word.edited)
