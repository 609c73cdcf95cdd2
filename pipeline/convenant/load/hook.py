"""A forge's message about an event → a record. Everything in it is text from strangers.

Source: docs.github.com, "Webhook events and payloads".
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from convenant.model.forge import Hook, Labelling, Login, Request
from convenant.model.gate import Account

LIMIT = 26_000_000
"""Bytes of a message; GitHub sends none above 25 MB."""

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_LABELLING = {"labeled": True, "unlabeled": False}


class UnreadableHook(ValueError):  # noqa: N818  (a fact about the message)
    """The message is none that a forge sends about a proposal; the text says what is missing."""


def load_hook(data: bytes, name: str = "") -> Hook:
    """The message about a proposal.

    Args:
        name: of the kind of event, as the forge gives it beside the message.

    Raises:
        UnreadableHook: when it is no such message.
    """
    form = _object(data)
    repository = text(mapping(form.get("repository")).get("full_name"))
    action = text(form.get("action"))
    raw = mapping(form.get("pull_request"))
    if raw:
        request = load_request(raw, repository)
    elif mapping(mapping(form.get("issue")).get("pull_request")):
        request = _of_comment(mapping(form.get("issue")), repository)
    elif mapping(form.get("workflow_run")):
        request = _of_run(mapping(form.get("workflow_run")), repository)
    else:
        raise UnreadableHook("pull_request")
    if not repository:
        raise UnreadableHook("repository.full_name")
    labelling = None
    if action in _LABELLING and "label" in form:
        label = text(mapping(form["label"]).get("name"))
        labelling = Labelling(label, _LABELLING[action], login(form.get("sender")), request.head)
    return Hook(name, action, request, labelling)


def load_request(raw: Mapping[str, Any], repository: str) -> Request:
    """A pull request as the messages and the interface both give it.

    Raises:
        UnreadableHook: when its number or its newest version is missing.
    """
    head, base = mapping(raw.get("head")), mapping(raw.get("base"))
    sha, number = text(head.get("sha")), raw.get("number")
    if not _COMMIT.fullmatch(sha):
        raise UnreadableHook("pull_request.head.sha")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise UnreadableHook("pull_request.number")
    home = text(mapping(head.get("repo")).get("full_name"))
    return Request(
        repository=repository or text(mapping(base.get("repo")).get("full_name")),
        number=number,
        head=sha,
        branch=text(head.get("ref")),
        base=text(base.get("ref")),
        author=login(raw.get("user")),
        title=text(raw.get("title")),
        # A copy that was deleted has no name any more, and is a copy all the same.
        fork=home.casefold() != text(mapping(base.get("repo")).get("full_name")).casefold(),
        draft=raw.get("draft") is True,
        closed=text(raw.get("state")) != "open",
        labels=frozenset(text(mapping(one).get("name")) for one in sequence(raw.get("labels"))),
    )


def login(raw: Any) -> Login:
    """Somebody on the forge. A deleted account is nobody, or the account called ghost."""
    user = mapping(raw)
    name = text(user.get("login"))
    if not name or name.casefold() == "ghost":
        return Login("", Account.GONE)
    if text(user.get("type")) != "User" or name.endswith("[bot]"):
        return Login(name, Account.BOT)
    return Login(name)


def mapping(raw: Any) -> Mapping[str, Any]:
    """The value where it is a mapping, else an empty one."""
    return raw if isinstance(raw, dict) else {}


def sequence(raw: Any) -> list[Any]:
    """The value where it is a list, else an empty one."""
    return raw if isinstance(raw, list) else []


def text(raw: Any) -> str:
    """The value where it is text, else nothing."""
    return raw if isinstance(raw, str) else ""


def commit(raw: Any) -> str:
    """The value where it is the id of a version, else nothing: it goes to Git as a word."""
    return raw if isinstance(raw, str) and _COMMIT.fullmatch(raw) else ""


def _object(data: bytes) -> Mapping[str, Any]:
    if len(data) > LIMIT:
        raise UnreadableHook(f"> {LIMIT} bytes")
    try:
        form = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableHook("JSON") from error
    if not isinstance(form, dict):
        raise UnreadableHook("JSON object")
    return form


def _of_run(run: Mapping[str, Any], repository: str) -> Request:
    """The message that a job has ended names proposals, of copies elsewhere too."""
    for raw in map(mapping, sequence(run.get("pull_requests"))):
        place = text(mapping(mapping(raw.get("base")).get("repo")).get("url"))
        number = raw.get("number")
        ours = place.casefold().endswith(f"/repos/{repository.casefold()}")
        if ours and isinstance(number, int) and not isinstance(number, bool) and number > 0:
            return Request(repository, number)
    raise UnreadableHook("workflow_run.pull_requests")


def _of_comment(issue: Mapping[str, Any], repository: str) -> Request:
    """A comment's message tells little of the proposal: the rest is asked."""
    number = issue.get("number")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise UnreadableHook("issue.number")
    labels = frozenset(text(mapping(one).get("name")) for one in sequence(issue.get("labels")))
    return Request(repository, number, author=login(issue.get("user")), labels=labels)
