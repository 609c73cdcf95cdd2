"""What the gate is asked: from a forge's message and facts, or from the records alone."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from convenant.cli.steps.finding_one import find_proposal
from convenant.cli.steps.gate.ground import Ground, ground_of, read_ground
from convenant.cli.steps.gate.story import proposal_id, read_story
from convenant.cli.steps.gate.text import Text, read_text
from convenant.cli.steps.gate.who import account_of
from convenant.edges.vcs.change import Change, VersionMissing, read_change, same_folder
from convenant.load.facts import load_facts
from convenant.load.hook import UnreadableHook, load_hook
from convenant.locale import Voice, voice
from convenant.model.access import JURIST
from convenant.model.forge import Facts, Hook, Labelling, Papers, Request, Word
from convenant.model.gate import Approval, Asked, Doubt, Gesture, Reach
from convenant.model.proposal import Proposal, Standing
from convenant.model.workspace import Workspace

SETTINGS = "convenant.yaml"
_BRANCH = "proposal/"


class Question(Struct, frozen=True):
    """What the gate is asked, about what, and in which language it answers."""

    subject: Mapping[str, str]
    asked: Asked
    voice: Voice
    text: Text | None = None
    papers: tuple[Papers, ...] = ()


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
    story = read_story(ground, slug, proposal_id(request, slug))
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
            *_gestures(ground, slug, _seen(facts), request.head),
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
        "proposal": story.id,
        "covenant": slug,
        "base": ground.tip,
        "head": request.head,
        "digest": text.digest.whole if text else "",
    }
    language = text.old.covenant.language if text else ground.workspace.language
    # A proposal that changes jobs makes its documents by jobs of its own.
    papers = () if asked.reach.rules else facts.papers
    return Question(subject, asked, voice(language or "nl"), text, papers)


def ask_here(id: str) -> Question:
    """The question about a proposal that lies on no forge: the records tell everything."""
    round_, proposal = find_proposal(id, share=False)
    return ask_of(ground_of(round_), proposal, round_.voice(proposal.draft.covenant))


def ask_of(ground: Ground, proposal: Proposal, voice: Voice) -> Question:
    """The question about a proposal of which the records tell everything."""
    slug, head = proposal.draft.covenant, proposal.draft.head
    change, missing = _change(ground, head)
    story = read_story(ground, slug, proposal.id)
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
    subject = {"proposal": proposal.id, "covenant": slug, "base": ground.tip, "head": head}
    return Question(subject | {"digest": text.digest.whole}, asked, voice, text)


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


def _seen(facts: Facts) -> tuple[Labelling, ...]:
    """The labellings; of the last “agreed” our own check may have noted the version."""
    agreed = [n for n, one in enumerate(facts.labellings) if one.put and one.label == "agreed"]
    if not facts.agreed_seen or not agreed:
        return facts.labellings
    found = list(facts.labellings)
    found[agreed[-1]] = replace(found[agreed[-1]], head=facts.request.head)
    return tuple(found)


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
