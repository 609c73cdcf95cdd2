"""What a form asks to be proposed, as one job hands it to the one that may write: checked."""

from __future__ import annotations

import json
import re
from typing import Any

from convenant.locale.voice import LANGUAGES
from convenant.model.event import Actor
from convenant.model.folder import TEXT_LIMIT
from convenant.model.form import Request
from convenant.model.section import SECTIONS

VERSION = 1
LIMIT = 4_000_000
_REPLY = 60_000
_WORDS = {
    "covenant": re.compile(r"[a-z0-9-]{1,100}"),
    "role": re.compile(r"party|facilitator"),
    "party": re.compile(r"[A-Za-z][A-Za-z0-9-]{0,59}|"),
    "title": re.compile(r".{1,200}"),
    "base": re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?"),
}
_NAMES = frozenset(name for s in SECTIONS for name in (s.data_file, s.prose_file))


class UnreadableRequest(ValueError):  # noqa: N818  (a fact about the form)
    """The form is none that the first job writes; the text names the key."""


def request_form(request: Request) -> dict[str, Any]:
    """The form of a request."""
    form: dict[str, Any] = {"form": VERSION, "issue": request.issue, "language": request.language}
    if not request.files:
        return form | {"reply": request.reply}
    return form | {
        "covenant": request.slug,
        "role": request.actor.role,
        "party": request.actor.party,
        "title": request.title,
        "base": request.base,
        "files": dict(sorted(request.files.items())),
    }


def load_request_form(data: bytes) -> Request:
    """The other way round.

    Raises:
        UnreadableRequest: when anything in it is not as the first job writes it.
    """
    try:
        form = json.loads(data) if len(data) <= LIMIT else None
    except (ValueError, RecursionError) as error:
        raise UnreadableRequest("JSON") from error
    if not isinstance(form, dict) or form.get("form") != VERSION:
        raise UnreadableRequest("form")
    issue, language = form.get("issue"), form.get("language")
    if not isinstance(issue, int) or isinstance(issue, bool) or issue < 1:
        raise UnreadableRequest("issue")
    if language not in LANGUAGES:
        raise UnreadableRequest("language")
    if "files" not in form:
        reply = form.get("reply")
        if not isinstance(reply, str) or len(reply) > _REPLY:
            raise UnreadableRequest("reply")
        return Request(issue, reply, language=language)
    files = form["files"]
    if not isinstance(files, dict) or not files or not set(files) <= _NAMES:
        raise UnreadableRequest("files")
    if not all(isinstance(t, str) and _size(t) <= TEXT_LIMIT for t in files.values()):
        raise UnreadableRequest("files")
    words = {key: _word(form, key, pattern) for key, pattern in _WORDS.items()}
    if not words["title"].isprintable():
        raise UnreadableRequest("title")
    actor = Actor(words["role"], words["party"])
    return Request(
        issue, "", words["covenant"], actor, words["title"], words["base"], language, dict(files)
    )


def _word(form: dict[str, Any], key: str, pattern: re.Pattern[str]) -> str:
    value = form.get(key)
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise UnreadableRequest(key)
    return value


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace"))
