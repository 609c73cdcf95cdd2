"""What a form asks for becomes a proposal, by the roles of the main version, and its author hears.

Nothing of the request is taken on trust: who it is from is looked up once more, the number is the
forge's own, and the texts can only be those of a section.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from convenant.cli.steps.gate.ground import ground_of
from convenant.cli.steps.gate.posting import keep_comment
from convenant.cli.steps.meeting.round import Round, open_round, proposals_of, record
from convenant.cli.steps.proposing import (
    Intent,
    plan_proposal,
    proposed,
    share_proposal,
    write_proposal,
)
from convenant.cli.steps.selection import Selection
from convenant.edges.disk.workspace import find_root
from convenant.edges.vcs.remote import Pushed
from convenant.edges.web.forge import Forge
from convenant.edges.web.http import Refusal
from convenant.errors import ConvenantError
from convenant.locale import N_, Voice, voice
from convenant.model.event import PROPOSED, Event
from convenant.model.form import Request, Submission
from convenant.plan.form.submitter import NotKnown, submitter
from convenant.report.form import FORM_MARK, made_text, request_text
from convenant.report.proposal import intent_text

ISSUE = "issue"
"""Under this word the record of a proposal names the form that it was made of."""


class Handing(Struct, frozen=True):
    """What is to be done.

    Attributes:
        intent: the proposal; None where its author is only told something.
    """

    number: int
    reply: str
    voice: Voice
    round: Round | None = None
    intent: Intent | None = None

    def lines(self) -> Iterator[str]:
        """The plan in words."""
        if self.intent:
            one = self.intent
            yield intent_text(one.id, one.name, one.message, one.edits, self.voice).rstrip()
        if self.intent or self.reply:
            yield self.voice.say(N_("Answer under form {number}."), number=self.number)
        else:
            yield self.voice.say(N_("There is nothing to propose or to answer."))


def plan_handing(submission: Submission, request: Request, *, share: bool) -> Handing:
    """What becomes of a request.

    Args:
        share: first fetches what the others have and gives them what we have.

    Raises:
        ConvenantError: when it is about something else than the message, about a text that is
            no longer the present one, or would bring errors in.
    """
    told = voice(request.language)
    if request.issue != submission.number:
        raise _elsewhere()
    if not request.files:
        return Handing(submission.number, request.reply, told)
    round_ = open_round(Selection(find_root(Path.cwd()), ()), request.slug, share=share)
    cover = round_.cover(request.slug)
    access = ground_of(round_).roles.access
    try:
        named = request.actor.party
        actor = submitter(access, submission.by, request.slug, cover.parties, named)
    except NotKnown as error:
        raise _elsewhere() from error
    ours = submission.person and submission.by.casefold() == submission.sender.casefold()
    if not ours or actor != request.actor:
        raise _elsewhere()
    if round_.repository.text("rev-parse", "HEAD") != round_.tip or request.base != round_.tip:
        raise ConvenantError(
            N_("The text has become different since the form was read. Nothing was proposed."),
            N_("Run the job once more."),
        )
    edits = {name: text.encode() for name, text in request.files.items()}
    earlier = _earlier(round_, request)
    intent = plan_proposal(round_, request.slug, actor, request.title, earlier, edits=edits)
    if intent.problems:
        raise ConvenantError(
            N_("The agreement would have errors by this request. Nothing was proposed."),
            N_("Let the author save the form once more."),
        )
    return Handing(submission.number, "", told, round_, intent)


def hand_over(forge: Forge, handing: Handing) -> None:
    """Make the proposal, open it, and answer under the form.

    Raises:
        ConvenantError: when it cannot be kept or shared.
    """
    reply = handing.reply
    if handing.intent and handing.round:
        reply = _make(forge, handing, handing.round, handing.intent)
    if reply:
        keep_comment(forge, handing.number, FORM_MARK, reply)


def _make(forge: Forge, handing: Handing, round_: Round, intent: Intent) -> str:
    write_proposal(round_, intent, keep=True)
    event = proposed(intent)
    record(round_, replace(event, said={**event.said, ISSUE: str(handing.number)}))
    if share_proposal(round_, intent.slug, intent.id) is not Pushed.DONE:
        raise ConvenantError(
            N_("The proposal was made and could not be shared."),
            N_("Look whether the App may write: convenant github status"),
        )
    address = _open(forge, handing, round_, intent)
    return made_text(intent.id, intent.name, address, handing.voice)


def _open(forge: Forge, handing: Handing, round_: Round, intent: Intent) -> str:
    """Where the proposal is shown; empty where the forge does not let us open it."""
    branch = f"proposal/{intent.slug}/{intent.id}"
    try:
        if shown := forge.fetch_address(branch):
            return shown
        main = round_.main.removeprefix("refs/heads/")
        body = request_text(handing.number, intent.name, handing.voice)
        return forge.post_proposal(branch, main, intent.message, body)
    except Refusal:
        return ""


def _earlier(round_: Round, request: Request) -> str:
    """The proposal that an earlier reading of the same form became, if it still waits."""
    made = [e.proposal for e in round_.events if _is_of(e, request)]
    waiting = {p.id for p in proposals_of(round_, request.slug) if p.standing.is_waiting}
    return next((id for id in reversed(made) if id in waiting), "")


def _is_of(event: Event, request: Request) -> bool:
    return event.kind == PROPOSED and event.get(ISSUE) == str(request.issue)


def _elsewhere() -> ConvenantError:
    return ConvenantError(
        N_("The request is about another form, or from somebody else. Nothing was proposed."),
        N_("Let the author save the form once more."),
    )
