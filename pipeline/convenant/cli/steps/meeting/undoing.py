"""Undoing a meeting that was closed by mistake: a new version, and never a rewritten history."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from convenant.cli.steps.meeting.closing import author_of, facilitator_of
from convenant.cli.steps.meeting.round import FACILITATOR, Round, record
from convenant.cli.steps.moment import now
from convenant.cli.steps.soundness import new_errors
from convenant.edges.disk.meeting_file import meeting_bytes
from convenant.edges.vcs.closing import Outcome, Turn, Turned, make_turn
from convenant.edges.vcs.proposal_branch import LOCAL
from convenant.edges.vcs.read import Line, read_lines
from convenant.edges.vcs.remote import push
from convenant.edges.vcs.version_folder import read_files
from convenant.edges.vcs.write import Writer, move_refs, signature
from convenant.errors import ConvenantError
from convenant.load.meeting import load_meeting
from convenant.load.trailer import trailers
from convenant.locale import N_, voice
from convenant.model.event import REVISED, Actor, Event
from convenant.plan.merge import Change, Clash, plan_merge
from convenant.problem import Problem

Files = Mapping[str, bytes]


class Undoing(Struct, frozen=True):
    """What undoing a meeting would do.

    Attributes:
        clashes: where the text was changed since, so that it cannot simply go back.
        problems: errors that the covenant would get by it.
        files: the covenant's files at the end; None for what is taken away.
        reopened: proposals that are open again, with the version that Git has of each.
    """

    slug: str
    meeting: str
    clashes: tuple[Clash, ...]
    problems: tuple[Problem, ...]
    files: Mapping[str, bytes | None]
    reopened: Mapping[str, str] = field(default_factory=dict)


def plan_undoing(round_: Round, slug: str, meeting: str, reason: str) -> Undoing:
    """What a meeting changed, taken back from the present text.

    Raises:
        ConvenantError: when the meeting was not closed, or was undone already.
    """
    repository, present = round_.repository, read_files(round_.repository, round_.tip, slug)
    name = f"meetings/{meeting}.yaml"
    end = _closing_line(round_, slug, meeting)
    if end is None or name not in present:
        raise ConvenantError(
            N_("There is no closed meeting “{id}” of {slug}."),
            N_("“convenant history {slug}” shows which there are."),
            id=meeting,
            slug=slug,
        )
    held = load_meeting(name, present[name])
    if held.undone:
        raise ConvenantError(
            N_("Meeting {id} of {slug} was undone already."),
            N_("“convenant history {slug}” shows it."),
            id=meeting,
            slug=slug,
        )
    steps = _steps(round_, end, meeting)
    first = steps[-1] if steps else end
    after, before = (
        _agreed(read_files(repository, version, slug)) for version in (end.id, first.parents[0])
    )
    changed = {n for n in {*after, *before} if after.get(n) != before.get(n)}
    change = Change(
        meeting,
        {n: after[n] for n in changed if n in after},
        {n: before[n] for n in changed if n in before},
    )
    plan = plan_merge(_agreed(present), [change], {})
    files: dict[str, bytes | None] = dict(plan.steps[0].files)
    files[name] = meeting_bytes(replace(held, undone=reason), present[name])
    report = f"meetings/{meeting}.md"
    if report in present:
        files[report] = _undone_report(present[report], reason, round_.voice(slug).language)
    result = {**plan.result, **{n: d for n, d in files.items() if d is not None}}
    problems = () if plan.clashes else new_errors(slug, present, result)
    reopened = {trailers(step.message)["Proposal"]: step.parents[1] for step in steps}
    return Undoing(slug, meeting, plan.clashes, problems, files, reopened)


def carry_out_undoing(round_: Round, undoing: Undoing, reason: str) -> Turned:
    """Make the new version, and open the proposals again on top of it.

    Raises:
        ConvenantError: when something is in the way; nothing has changed then.
    """
    repository, slug, moment = round_.repository, undoing.slug, now()
    prefix, cover = f"{repository.folder_of(slug)}/", round_.cover(slug)
    told = voice(cover.language or "nl")
    leader = signature(facilitator_of(cover), "facilitator", slug, moment)
    said = told.say(N_("Meeting {id} undone: {reason}"), id=undoing.meeting, reason=reason)
    message = f"{said}\n\nCovenant: {slug}\nMeeting: {undoing.meeting}\nUndone: yes\n"
    heads, events = dict[str, str](), list[Event]()
    with Writer(repository) as writer:
        files = {prefix + name: data for name, data in undoing.files.items()}
        tree = writer.tree(round_.tip, files)
        end = writer.commit(tree, [round_.tip], leader, message)
        now_ = _agreed(read_files(repository, end, slug))
        for id, head in undoing.reopened.items():
            change, line = _wanted(round_, slug, head), _line(round_, head)
            plan = plan_merge(now_, [change], {})
            wants = {prefix + n: d for n, d in plan.steps[0].files.items()}
            if plan.clashes or not wants:
                continue
            party = trailers(line.message).get("Party", "facilitator")
            author = signature(author_of(cover, party), party, slug, moment)
            kept = [end, head]
            heads[id] = writer.commit(writer.tree(end, wants), kept, author, line.message)
            actor = Actor("party", party) if party != "facilitator" else FACILITATOR
            title = line.message.split("\n")[0]
            events.append(Event(REVISED, slug, "", actor, id, said={"title": title}))
    turned = make_turn(
        repository, Turn(round_.main, round_.tip, end, what=f"{slug} {undoing.meeting}")
    )
    if turned.outcome in (Outcome.DONE, Outcome.HERE):
        for id, head in heads.items():
            ref = f"{LOCAL}{slug}/{id}"
            move_refs(repository, {ref: (repository.refs().get(ref, ""), head)}, "open again")
            push(repository, [f"{ref}:{ref}"])
        if events:
            record(round_, *events)
    return turned


def _steps(round_: Round, end: Line, meeting: str) -> list[Line]:
    """The versions by which proposals were taken over in a meeting, the last first."""
    lines = read_lines(round_.repository, "--first-parent", "--max-count=500", f"{end.id}^1")
    found = []
    for line in lines:
        said = trailers(line.message)
        if said.get("Meeting") != meeting or "Proposal" not in said or len(line.parents) < 2:
            break
        found.append(line)
    return found


def _closing_line(round_: Round, slug: str, meeting: str) -> Line | None:
    """The version that closed a meeting."""
    path = f"{round_.repository.folder_of(slug)}/meetings/{meeting}.yaml"
    lines = read_lines(
        round_.repository, "--first-parent", "--diff-filter=A", round_.tip, paths=[path]
    )
    return lines[-1] if lines else None


def _line(round_: Round, version: str) -> Line:
    return read_lines(round_.repository, "--max-count=1", version)[0]


def _wanted(round_: Round, slug: str, head: str) -> Change:
    """What a proposal changed, from the version that it started from."""
    repository = round_.repository
    line = _line(round_, head)
    before = _agreed(read_files(repository, line.parents[0], slug))
    after = _agreed(read_files(repository, head, slug))
    changed = {n for n in {*before, *after} if before.get(n) != after.get(n)}
    return Change(
        head,
        {n: before[n] for n in changed if n in before},
        {n: after[n] for n in changed if n in after},
    )


def _agreed(files: Files) -> dict[str, bytes]:
    """The covenant itself, without the records beside it."""
    folders = ("meetings/", "reviews/", "consents/", "signatures/")
    return {name: data for name, data in files.items() if not name.startswith(folders)}


def _undone_report(data: bytes, reason: str, language: str) -> bytes:
    from convenant.render.markdown.minutes import undone_markdown

    return undone_markdown(data.decode("utf-8", "replace"), reason, language).encode()
