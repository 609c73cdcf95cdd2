"""GitHub as a forge.

Source: docs.github.com, "GitHub REST API".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from msgspec import Struct
from msgspec.structs import replace

from convenant.edges.web.http import Interface, Refusal
from convenant.errors import ConvenantError
from convenant.model.forge import Facts, Labelling, Notice, Papers, Request, Said, Suggestion, Word

CHECK = "convenant gate"
AGREED = "agreed"
JOBS = "github-actions"
"""The App that all jobs share; its word is enough only where the gate merely advises."""
MISSING = 404
CHECK_FILE = "/check.yml"
PAPERS = ("documents", "redline")
"""What the job that checks leaves behind, by its own names."""


class Parsers(Struct, frozen=True):
    """How what GitHub tells becomes records: pure functions of the package `load`."""

    request: Callable[[Mapping[str, Any], str], Request]
    labelling: Callable[[Mapping[str, Any]], Labelling | None]
    review: Callable[[Mapping[str, Any]], Word | None]
    comment: Callable[[Mapping[str, Any]], Word | None]
    moment: Callable[[Mapping[str, Any]], str]
    notice: Callable[[Mapping[str, Any]], Notice]
    said: Callable[[Mapping[str, Any]], Said | None]


class GitHub(Struct, frozen=True):
    """One repository on GitHub.

    Attributes:
        repository: `owner/name`.
        app: whose checks are our own.
    """

    interface: Interface
    repository: str
    parsers: Parsers
    app: str = JOBS

    def fetch_facts(self, number: int) -> Facts:
        """Everything about a proposal at this moment; what could not be told is named in it.

        Raises:
            ConvenantError: when not even the proposal itself is told.
        """
        raw = self.interface.ask("GET", self._path(f"pulls/{number}"))
        request = self.parsers.request(raw if isinstance(raw, dict) else {}, self.repository)
        missing: list[str] = []
        timeline = self._all(f"issues/{number}/timeline", "labels", missing)
        reviews = self._all(f"pulls/{number}/reviews", "reviews", missing)
        comments = self._all(f"issues/{number}/comments", "comments", missing)
        said = [
            *((self.parsers.moment(r), self.parsers.review(r)) for r in reviews),
            *((self.parsers.moment(c), self.parsers.comment(c)) for c in comments),
        ]
        ordered = sorted(said, key=lambda pair: pair[0])
        words = [replace(word, date=moment[:10]) for moment, word in ordered if word]
        labellings = [one for raw in timeline if (one := self.parsers.labelling(raw))]
        seen = self._saw_agreed(request.head)
        papers = tuple(self._papers(request.head))
        return Facts(request, tuple(labellings), tuple(words), tuple(missing), seen, papers)

    def fetch_comments(self, number: int) -> Sequence[Mapping[str, Any]]:
        """The comments under a proposal, oldest first."""
        return list(self.interface.pages(self._path(f"issues/{number}/comments")))

    def post_comment(self, number: int, body: str) -> None:
        """Say something under a proposal."""
        self.interface.ask("POST", self._path(f"issues/{number}/comments"), {"body": body})

    def post_comment_anew(self, comment: int, body: str) -> None:
        """Say something else in an earlier comment of our own."""
        self.interface.ask("PATCH", self._path(f"issues/comments/{comment}"), {"body": body})

    def fetch_remarks(self, number: int) -> Sequence[Mapping[str, Any]]:
        """What was said beside lines of a proposal."""
        return list(self.interface.pages(self._path(f"pulls/{number}/comments")))

    def post_suggestions(
        self, number: int, head: str, said: str, suggestions: Sequence[Suggestion]
    ) -> None:
        """Say beside lines of a version how they can be written; all at once, as one review."""
        remarks = []
        for one in suggestions:
            remark: dict[str, Any] = {"path": one.file, "body": one.body}
            remark |= {"line": one.end, "side": "RIGHT"}
            if one.start < one.end:
                remark |= {"start_line": one.start, "start_side": "RIGHT"}
            remarks.append(remark)
        form = {"commit_id": head, "event": "COMMENT", "body": said, "comments": remarks}
        self.interface.ask("POST", self._path(f"pulls/{number}/reviews"), form)

    def post_labels(self, number: int, add: Sequence[str], remove: Sequence[str]) -> None:
        """Put labels on a proposal and take others off; one that is off already is no matter."""
        if add:
            body = {"labels": list(add)}
            self.interface.ask("POST", self._path(f"issues/{number}/labels"), body)
        for label in remove:
            path = self._path(f"issues/{number}/labels/{quote(label, safe='')}")
            try:
                self.interface.ask("DELETE", path)
            except Refusal as refusal:
                if refusal.status != MISSING:
                    raise

    def post_check(
        self, head: str, passed: bool | None, title: str, summary: str, *, agreed: bool = False
    ) -> None:
        """Show the gate's ruling beside a version; None for one that waits.

        Args:
            agreed: notes that the label “agreed” was put on this very version.
        """
        body: dict[str, Any] = {
            "name": CHECK,
            "head_sha": head,
            "status": "completed",
            "conclusion": {True: "success", False: "failure", None: "action_required"}[passed],
            "output": {"title": title, "summary": summary},
        }
        if agreed:
            body["external_id"] = AGREED
        self.interface.ask("POST", self._path("check-runs"), body)

    def fetch_lists(self, mark: str) -> Sequence[Notice]:
        """What is shown by itself and begins with a mark, by whomever; the oldest first."""
        shown = self.interface.pages(self._path("issues?state=all&sort=created&direction=asc"))
        found = [one for one in shown if str(one.get("body") or "").startswith(mark)]
        return [self.parsers.notice(one) for one in found if "pull_request" not in one]

    def post_list(self, title: str, body: str) -> None:
        """Show something by itself."""
        self.interface.ask("POST", self._path("issues"), {"title": title, "body": body})

    def post_list_anew(self, number: int, body: str, *, is_open: bool) -> None:
        """Let what is shown by itself say this, or put it away."""
        form = {"body": body, "state": "open" if is_open else "closed"}
        self.interface.ask("PATCH", self._path(f"issues/{number}"), form)

    def fetch_discussion(self, branch: str) -> Sequence[Said]:
        """What people said under the proposals on a line of ours, oldest first."""
        raw = [
            one
            for pull in self.interface.pages(
                self._path(f"pulls?state=all&head={self._head(branch)}")
            )
            for rest in ("issues/{}/comments", "pulls/{}/reviews")
            for one in self.interface.pages(self._path(rest.format(int(pull["number"]))))
        ]
        said = [self.parsers.said(one) for one in raw]
        return sorted((one for one in said if one), key=lambda one: one.time)

    def fetch_address(self, branch: str) -> str:
        """Where the open proposal on a line of ours is shown; empty where there is none."""
        head = self._head(branch)
        found = self.interface.ask("GET", self._path(f"pulls?state=open&head={head}"))
        return _address(found[0]) if isinstance(found, list) and found else ""

    def post_proposal(self, branch: str, base: str, title: str, body: str) -> str:
        """Open a proposal, and tell where it is shown."""
        form = {"head": branch, "base": base, "title": title, "body": body}
        return _address(self.interface.ask("POST", self._path("pulls"), form))

    def _head(self, branch: str) -> str:
        owner = self.repository.partition("/")[0]
        return quote(f"{owner}:{branch}", safe="")

    def _path(self, rest: str) -> str:
        return f"/repos/{self.repository}/{rest}".rstrip("/")

    def _saw_agreed(self, head: str) -> bool:
        """Whether a check of our own beside a version noted the label; false where unknown."""
        path = self._path(f"commits/{head}/check-runs?check_name={quote(CHECK)}&per_page=100")
        try:
            found = self.interface.ask("GET", path)
        except ConvenantError:
            return False
        runs = found.get("check_runs") if isinstance(found, dict) else None
        return any(
            run.get("external_id") == AGREED and (run.get("app") or {}).get("slug") == self.app
            for run in runs or ()
        )

    def _papers(self, head: str) -> Iterator[Papers]:
        """What the newest check of a version left; nothing where it is not there or not shown."""
        runs = f"actions/runs?event=pull_request&status=completed&head_sha={head}&per_page=30"
        try:
            found = self._items(runs, "workflow_runs")
            run = next(r for r in found if str(r.get("path", "")).endswith(CHECK_FILE))
            number = int(run["id"])
            for one in self._items(f"actions/runs/{number}/artifacts", "artifacts"):
                if one.get("name") in PAPERS and not one.get("expired"):
                    yield Papers(str(one["name"]), number, int(one["id"]))
        except (ConvenantError, StopIteration, KeyError, TypeError, ValueError):
            return

    def _items(self, rest: str, key: str) -> list[Mapping[str, Any]]:
        found = self.interface.ask("GET", self._path(rest))
        items = found.get(key) if isinstance(found, dict) else None
        return [one for one in items or () if isinstance(one, dict)]

    def _all(self, rest: str, name: str, missing: list[str]) -> list[Mapping[str, Any]]:
        """Every item of a list; half a list is worth nothing."""
        try:
            return [one for one in self.interface.pages(self._path(rest)) if isinstance(one, dict)]
        except ConvenantError:
            missing.append(name)
            return []


def _address(raw: Any) -> str:
    """Where something is shown; never an address of somebody else's choosing."""
    said = raw.get("html_url") if isinstance(raw, dict) else ""
    shown = isinstance(said, str) and re.fullmatch(r"https://github\.com/[\w./-]{1,300}", said)
    return said if shown and isinstance(said, str) else ""
