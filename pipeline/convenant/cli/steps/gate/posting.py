"""The ruling under a proposal: one comment that is kept up to date, labels, and a check."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

import click
from msgspec import Struct

from convenant.edges.web.forge import Forge
from convenant.edges.web.http import Refusal
from convenant.errors import ConvenantError
from convenant.load.hook import login
from convenant.load.ruling import Told
from convenant.locale import N_, Voice
from convenant.model.forge import Hook, Login, Suggestion
from convenant.model.gate import Account
from convenant.model.ruling import Verdict
from convenant.plan.forge_label import plan_label_change
from convenant.report.request import MARK

JOB = "github-actions[bot]"
"""Whose name a job without an App writes in."""


class Posts(Struct, frozen=True):
    """What is to be posted.

    Attributes:
        comment: our earlier one; 0 for none.
        unchanged: whether it says the same already.
    """

    number: int
    head: str
    told: Told
    comment: int
    unchanged: bool
    add: tuple[str, ...]
    remove: tuple[str, ...]
    suggestions: tuple[Suggestion, ...] = ()

    def lines(self, voice: Voice) -> Iterator[str]:
        """The plan in words."""
        if not self.unchanged:
            kind = N_("Renew the report under proposal {number}.")
            new = N_("Put a report under proposal {number}.")
            yield voice.say(kind if self.comment else new, number=self.number)
        for label in self.add:
            yield voice.say(N_("Put on the label {label}."), label=label)
        for label in self.remove:
            yield voice.say(N_("Take off the label {label}."), label=label)
        for one in self.suggestions:
            said = N_("Suggest another way of writing: {file}:{line}")
            yield voice.say(said, file=one.file, line=one.start)
        yield voice.say(N_("Show beside the text: {title}"), title=self.told.title)


def plan_posts(forge: Forge, hook: Hook, told: Told) -> Posts:
    """What differs from what the forge shows now.

    Number and version come from the forge itself, never from the ruling.

    Raises:
        ConvenantError: when the ruling is about another version than the present one.
    """
    request = forge.fetch_facts(hook.request.number).request
    if told.head != request.head or hook.request.head not in ("", request.head):
        raise ConvenantError(
            N_("The ruling is about another text than the proposal has now. Nothing was posted."),
            N_("The check of the newest text posts its own."),
        )
    comment, body = own_comment(forge, request.number, MARK)
    unchanged = body.strip() == told.report.strip()
    add, remove = plan_label_change(request.labels, told.labels)
    better = tuple(_unsaid(forge, request.number, told.suggestions))
    return Posts(request.number, request.head, told, comment, unchanged, add, remove, better)


def post_all(forge: Forge, posts: Posts, voice: Voice) -> None:
    """Post it; the check last, so that nobody enters before the report stands there."""
    if not posts.unchanged and posts.comment:
        forge.post_comment_anew(posts.comment, posts.told.report)
    elif not posts.unchanged:
        forge.post_comment(posts.number, posts.told.report)
    forge.post_labels(posts.number, posts.add, posts.remove)
    if posts.suggestions:
        _suggest(forge, posts, voice)
    passed = {Verdict.ALLOW: True, Verdict.REFUSE: False}.get(posts.told.verdict)
    forge.post_check(
        posts.head, passed, posts.told.title, posts.told.report, agreed=posts.told.agreed
    )


def _unsaid(forge: Forge, number: int, suggestions: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """Those that do not stand there yet, in whichever line."""
    if not suggestions:
        return
    remarks = forge.fetch_remarks(number)
    said = {(r.get("path"), r.get("body")) for r in remarks if is_own(login(r.get("user")))}
    yield from (one for one in suggestions if (one.file, one.body) not in said)


def _suggest(forge: Forge, posts: Posts, voice: Voice) -> None:
    """A suggestion is a kindness: the ruling does not wait for one that is refused."""
    try:
        forge.post_suggestions(posts.number, posts.head, posts.told.suggesting, posts.suggestions)
    except Refusal as refusal:
        text = N_("The suggestions were not taken: {said}")
        click.echo(voice.say(text, said=str(refusal.values.get("said", ""))), err=True)


def own_comment(forge: Forge, number: int, mark: str) -> tuple[int, str]:
    """Our last comment that begins with a mark: its number and what it says; 0 where there is none.

    Whoever copies the words of one is somebody else.
    """
    found = 0, ""
    for one in forge.fetch_comments(number):
        who, body = login(one.get("user")), str(one.get("body", ""))
        if is_own(who) and body.startswith(mark):
            found = int(one["id"]), body
    return found


def is_own(who: Login) -> bool:
    """Whether it is the account that we post with."""
    return who.account is Account.BOT and who.name in _own_names()


def keep_comment(forge: Forge, number: int, mark: str, body: str) -> None:
    """Let our comment that begins with a mark say this; the first time it is made."""
    comment, said = own_comment(forge, number, mark)
    if not comment:
        forge.post_comment(number, body)
    elif said.strip() != body.strip():
        forge.post_comment_anew(comment, body)


def _own_names() -> tuple[str, ...]:
    app = os.environ.get("CONVENANT_APP", "")
    return (JOB, f"{app}[bot]") if app else (JOB,)
