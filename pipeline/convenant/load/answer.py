"""A submitted form → its answers. Everything in it is text from strangers.

A forge writes a form down as Markdown: a heading for each question and the answer under it. Who
fills one in can write such headings too; so each must stand there once and in its place, or the
form is not read at all.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from convenant.load.hook import LIMIT as MESSAGE_LIMIT
from convenant.load.hook import UnreadableHook, login, mapping, text
from convenant.model.form import Submission
from convenant.model.gate import Account

LIMIT = 66_000
"""Characters of a form; GitHub takes none above 65,536."""

_EMPTY = ("_No response_", "None")
_KEPT = "\n\t"
_UNSEEN = ("Cc", "Cf", "Cs", "Co")
_JOINERS = "\u200c\u200d"
"""Unseen, and needed to write some languages and signs."""


class UnreadableForm(ValueError):  # noqa: N818  (a fact about the form)
    """The text is no filled-in form of these questions; its word says in which way.

    One of `large`, `unseen` and `order`.
    """


def load_answers(body: str, labels: Sequence[str]) -> dict[str, str]:
    """The answers by label; one that was left open is empty.

    Raises:
        UnreadableForm: when it is too large, has signs that nobody sees, or headings of a form
            that are missing, doubled or out of order.
    """
    if len(body) > LIMIT:
        raise UnreadableForm("large")
    plain = body.replace("\r\n", "\n").replace("\r", "\n")
    if any(unicodedata.category(c) in _UNSEEN and c not in _KEPT + _JOINERS for c in plain):
        raise UnreadableForm("unseen")
    lines = plain.split("\n")
    headings = {f"### {label}": label for label in labels}
    known = ((at, headings.get(line.rstrip())) for at, line in enumerate(lines))
    places = [(at, label) for at, label in known if label is not None]
    if [label for _, label in places] != list(labels) or any(lines[: places[0][0]]):
        raise UnreadableForm("order")
    ends = [*(at for at, _ in places[1:]), len(lines)]
    said = {
        label: "\n".join(lines[at + 1 : end]).strip()
        for (at, label), end in zip(places, ends, strict=True)
    }
    return {label: "" if answer in _EMPTY else answer for label, answer in said.items()}


def load_submission(data: bytes) -> Submission:
    """The message about an issue in which a form was handed in.

    Raises:
        UnreadableHook: when it is no such message.
    """
    try:
        form: Any = json.loads(data) if len(data) <= MESSAGE_LIMIT else None
    except (ValueError, RecursionError) as error:
        raise UnreadableHook("JSON") from error
    issue: Mapping[str, Any] = mapping(mapping(form).get("issue"))
    repository = text(mapping(mapping(form).get("repository")).get("full_name"))
    number = issue.get("number")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise UnreadableHook("issue.number")
    if mapping(issue.get("pull_request")) or not repository:
        raise UnreadableHook("issue")
    by, sender = login(issue.get("user")), login(mapping(form).get("sender"))
    return Submission(
        repository,
        number,
        text(issue.get("body")),
        by.name,
        sender.name,
        person=by.account is Account.PERSON and sender.account is Account.PERSON,
        closed=text(issue.get("state")) != "open",
    )
