"""The facts about a proposal, from the form in which one job hands them to the next."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from convenant.load.hook import UnreadableHook, commit, login, mapping, sequence, text
from convenant.model.forge import Facts, Labelling, Login, Notice, Papers, Request, Said, Word
from convenant.model.gate import Account

VERSION = 1
LIMIT = 4_000_000
_COMMAND = re.compile(r"/(?:akkoord|agree)[ \t]+([0-9a-f](?:[0-9a-f ]{0,78}[0-9a-f])?)[ \t]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


def load_facts(data: bytes) -> Facts:
    """The facts as one job wrote them down for the next.

    Raises:
        UnreadableHook: when the form is none of ours.
    """
    try:
        form = json.loads(data) if len(data) <= LIMIT else None
    except (ValueError, RecursionError) as error:
        raise UnreadableHook("JSON") from error
    if not isinstance(form, dict) or form.get("facts") != VERSION:
        raise UnreadableHook("facts")
    request = _request(mapping(form.get("request")))
    return Facts(
        request,
        tuple(_labelling(mapping(one)) for one in sequence(form.get("labellings"))),
        tuple(_word(mapping(one)) for one in sequence(form.get("words"))),
        tuple(text(one) for one in sequence(form.get("incomplete"))),
        form.get("agreed_seen") is True,
        tuple(_papers(mapping(one)) for one in sequence(form.get("papers"))),
    )


def facts_form(facts: Facts) -> dict[str, Any]:
    """The form of some facts; the other way round."""
    request = facts.request
    return {
        "facts": VERSION,
        "request": {
            "repository": request.repository,
            "number": request.number,
            "head": request.head,
            "branch": request.branch,
            "base": request.base,
            "author": _login_form(request.author),
            "title": request.title,
            "fork": request.fork,
            "draft": request.draft,
            "closed": request.closed,
            "labels": sorted(request.labels),
        },
        "labellings": [
            {"label": g.label, "put": g.put, "by": _login_form(g.by), "head": g.head}
            for g in facts.labellings
        ],
        "words": [
            {
                "by": _login_form(w.by),
                "approves": w.approves,
                "commit": w.commit,
                "digest": w.digest,
                "edited": w.edited,
            }
            for w in facts.words
        ],
        "incomplete": list(facts.incomplete),
        "agreed_seen": facts.agreed_seen,
        "papers": [{"name": p.name, "run": p.run, "artifact": p.artifact} for p in facts.papers],
    }


def consent_digest(comment: str) -> str:
    """The digest that a comment agrees with: `/akkoord 1a2b3c4d5e6f` on a line of its own.

    What is quoted or shown as code agrees with nothing. Spaces in the digest are as it is printed.
    """
    fence = ""
    found = ""
    for line in comment.splitlines():
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence):
                fence = ""
        elif mark:
            fence = mark[1]
        elif match := _COMMAND.fullmatch(line):
            found = match[1].replace(" ", "")
    return found


def _request(raw: Mapping[str, Any]) -> Request:
    number = raw.get("number")
    if not isinstance(number, int) or isinstance(number, bool):
        raise UnreadableHook("number")
    return Request(
        repository=text(raw.get("repository")),
        number=number,
        head=commit(raw.get("head")),
        branch=text(raw.get("branch")),
        base=text(raw.get("base")),
        author=_login(raw.get("author")),
        title=text(raw.get("title")),
        fork=raw.get("fork") is not False,
        draft=raw.get("draft") is True,
        closed=raw.get("closed") is True,
        labels=frozenset(text(one) for one in sequence(raw.get("labels"))),
    )


def _labelling(raw: Mapping[str, Any]) -> Labelling:
    put = raw.get("put") is True
    return Labelling(text(raw.get("label")), put, _login(raw.get("by")), commit(raw.get("head")))


def _word(raw: Mapping[str, Any]) -> Word:
    return Word(
        _login(raw.get("by")),
        raw.get("approves") is True,
        commit(raw.get("commit")),
        text(raw.get("digest")),
        raw.get("edited") is not False,
    )


def _papers(raw: Mapping[str, Any]) -> Papers:
    name, run, artifact = text(raw.get("name")), raw.get("run"), raw.get("artifact")
    if name not in ("documents", "redline") or not isinstance(run, int):
        raise UnreadableHook("papers")
    if not isinstance(artifact, int):
        raise UnreadableHook("papers")
    return Papers(name, run, artifact)


def _login(raw: Any) -> Login:
    form = mapping(raw)
    kinds = {kind.value: kind for kind in Account}
    account = kinds.get(text(form.get("account")), Account.GONE)
    return Login(text(form.get("name")), account)


def _login_form(who: Login) -> dict[str, str]:
    return {"name": who.name, "account": who.account.value}


def load_labelling(raw: Mapping[str, Any]) -> Labelling | None:
    """A label put on or taken off, out of a proposal's timeline; None for another event."""
    put = {"labeled": True, "unlabeled": False}.get(text(raw.get("event")))
    if put is None:
        return None
    return Labelling(text(mapping(raw.get("label")).get("name")), put, login(raw.get("actor")))


def load_review(raw: Mapping[str, Any]) -> Word | None:
    """A review that approves, asks for changes or was taken back; None for a mere remark."""
    state = text(raw.get("state")).upper()
    if state not in ("APPROVED", "CHANGES_REQUESTED", "DISMISSED"):
        return None
    of = commit(raw.get("commit_id"))
    return Word(login(raw.get("user")), state == "APPROVED", commit=of)


def load_comment(raw: Mapping[str, Any]) -> Word | None:
    """A comment that agrees with a text; None for any other."""
    digest = consent_digest(text(raw.get("body")))
    edited = text(raw.get("created_at")) != text(raw.get("updated_at"))
    return Word(login(raw.get("user")), True, digest=digest, edited=edited) if digest else None


def load_said(raw: Mapping[str, Any]) -> Said | None:
    """What a person said in words; None for a program, or for no words."""
    who, said = login(raw.get("user")), text(raw.get("body")).strip()
    return Said(who, load_moment(raw), said) if said and who.account is not Account.BOT else None


def load_notice(raw: Mapping[str, Any]) -> Notice:
    """Something that is shown on the forge by itself."""
    number = raw.get("number")
    return Notice(
        number if isinstance(number, int) else 0,
        text(raw.get("body")),
        login(raw.get("user")),
        is_open=text(raw.get("state")) == "open",
    )


def load_moment(raw: Mapping[str, Any]) -> str:
    """When the forge received it, by its own clock."""
    return text(raw.get("submitted_at")) or text(raw.get("created_at"))
