"""A small GitHub with a memory: one repository. The description judges all that goes in and out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from msgspec import Struct, field

from convenant.edges.web.http import Answer, Call
from forge_description import check_answer, check_call, example

JOB = "github-actions[bot]"
APP = {"convenant-wolderveen": 4711}
REPOSITORY = "wolderveen/convenanten"
_LOOSE = {"default_workflow_permissions": "write", "can_approve_pull_request_reviews": True}


class Double(Struct):
    """What the repository holds.

    Attributes:
        calls: everything that was asked, as `GET /path`.
        trouble: answers to give instead, by a part of the path; each is used up.
        page: items of a list on one page.
        free: whether it is a private repository without a plan, which has no rules.
    """

    head: str = "0" * 40
    author: str = "bestuur-linde"
    branch: str = "proposal/buurtkamer/linde-1"
    labels: list[str] = field(default_factory=list)
    timeline: list[dict[str, Any]] = field(default_factory=list)
    reviews: list[dict[str, Any]] = field(default_factory=list)
    comments: list[dict[str, Any]] = field(default_factory=list)
    checks: list[dict[str, Any]] = field(default_factory=list)
    known_labels: list[dict[str, Any]] = field(default_factory=list)
    rulesets: list[dict[str, Any]] = field(default_factory=list)
    pulls: list[dict[str, Any]] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    trouble: dict[str, list[Answer | Exception]] = field(default_factory=dict)
    page: int = 100
    free: bool = False
    private: bool = False
    admin: bool = True
    poster: str = "github-actions"
    may_open: bool = True
    site: str = ""
    jobs: dict[str, Any] = field(default_factory=lambda: dict(_LOOSE))
    variables: dict[str, str] = field(default_factory=dict)
    secrets: list[str] = field(default_factory=lambda: ["CONVENANT_APP_KEY"])
    lists: list[dict[str, Any]] = field(default_factory=list)
    papers: list[str] = field(default_factory=list)
    remarks: list[dict[str, Any]] = field(default_factory=list)
    deaf: bool = False

    def __call__(self, call: Call) -> Answer:
        check_call(call.method, call.path, call.body)
        self.calls.append(f"{call.method} {urlsplit(call.path).path}")
        for part, answers in self.trouble.items():
            if part in call.path and answers:
                answer = answers.pop(0)
                if isinstance(answer, Exception):
                    raise answer
                return answer
        answer = self._answer(call)
        check_answer(call.method, call.path, answer.status, answer.body)
        return answer

    def label(self, by: str, name: str, put: bool = True) -> None:
        event = dict(_LABELLED)
        event |= {"event": "labeled" if put else "unlabeled", "actor": _user(by)}
        event |= {"label": {"name": name, "color": "ffffff"}}
        self.timeline.append(event)
        (self.labels.append if put else self.labels.remove)(name)

    def review(self, by: str, state: str, commit: str) -> None:
        review = example("pull-request-review-items")[0]
        review |= {"user": _user(by), "state": state, "commit_id": commit}
        self.reviews.append(review)

    def comment(
        self, by: str, body: str, edited: bool = False, number: str = "7"
    ) -> dict[str, Any]:
        comment = example("issue-comment-items")[0]
        moment = f"2026-11-25T10:{len(self.comments):02}:00Z"
        changed = "2026-11-26T10:00:00Z" if edited else moment
        comment |= {"id": len(self.comments) + 1, "user": _user(by), "body": body}
        comment |= {"created_at": moment, "updated_at": changed}
        comment["issue_url"] = f"https://api.github.com/repos/{REPOSITORY}/issues/{number}"
        self.comments.append(comment)
        return comment

    def open(self, branch: str, title: str, body: str = "") -> None:
        """A proposal, number 7, on a line of ours."""
        self.branch, self.author = branch, f"{self.poster}[bot]"
        simple = example("pull-request-simple-items")[0] | {"requested_teams": [], "number": 7}
        shown = f"https://github.com/{REPOSITORY}/pull/7"
        self.pulls.append(simple | {"title": title, "body": body, "html_url": shown})

    def _answer(self, call: Call) -> Answer:
        path = urlsplit(call.path).path.removeprefix(f"/repos/{REPOSITORY}")
        data = json.loads(call.body) if call.body else {}
        for (method, pattern), serve in _ROUTES.items():
            match = re.fullmatch(pattern, path)
            if method == call.method and match:
                found = serve(self, data, *map(unquote, match.groups()))
                if isinstance(found, Answer):
                    return found
                if method == "GET" and isinstance(found, list):
                    return self._paged(call, found)
                made = method == "POST" and not isinstance(found, list)
                made = made and not pattern.endswith("/reviews")
                return _json(found, 201 if made else 200)
        return _json({"message": "Not Found"}, 404)

    def _paged(self, call: Call, items: list[Any]) -> Answer:
        query = parse_qs(urlsplit(call.path).query)
        number = int(query.get("page", ["1"])[0])
        size = min(self.page, int(query.get("per_page", ["30"])[0]))
        some = items[(number - 1) * size : number * size]
        headers = {}
        if number * size < len(items):
            there = f"https://api.github.com{urlsplit(call.path).path}"
            there += f"?per_page={size}&page={number + 1}"
            headers["link"] = f'<{there}>; rel="next", <{there}>; rel="last"'
        return Answer(200, headers, json.dumps(some).encode())


def plain_issue() -> dict[str, Any]:
    """An issue as GitHub's own example has one, that is no pull request."""
    issue = dict(example("issue"))
    del issue["pull_request"]
    return issue


def _json(data: Any, status: int = 200) -> Answer:
    return Answer(status, {}, json.dumps(data).encode())


def _user(login: str) -> dict[str, Any]:
    user = dict(example("issue-comment-items")[0]["user"])
    return user | {"login": login, "type": "Bot" if login.endswith("[bot]") else "User"}


def _label(name: str) -> dict[str, Any]:
    return example("label") | {"name": name}


_LABELLED: dict[str, Any] = {
    "id": 1,
    "node_id": "x",
    "url": "https://api.github.com/x",
    "event": "labeled",
    "commit_id": None,
    "commit_url": None,
    "created_at": "2026-11-25T10:00:00Z",
    "performed_via_github_app": None,
}


def _pull(self: Double, _: Mapping[str, Any], number: str) -> Any:
    pull = example("pull-request")
    pull |= {"number": int(number), "user": _user(self.author), "draft": False, "state": "open"}
    pull["labels"] = [{**example("label"), "name": name} for name in self.labels]
    pull["head"] |= {"ref": self.branch, "sha": self.head}
    pull["base"] |= {"ref": "main", "sha": "1" * 40}
    for side in ("head", "base"):
        pull[side]["repo"]["full_name"] = REPOSITORY
    # GitHub's own example lacks what its description asks of a team.
    return pull | {"requested_teams": []}


def _put_labels(self: Double, data: Mapping[str, Any], _: str) -> Any:
    self.labels += [name for name in data["labels"] if name not in self.labels]
    return [_label(name) for name in self.labels]


def _drop_label(self: Double, _: Mapping[str, Any], number: str, name: str) -> Any:
    if name not in self.labels:
        return _json({"message": "Label does not exist"}, 404)
    self.labels.remove(name)
    return [_label(one) for one in self.labels]


def _list_pulls(self: Double, _: Mapping[str, Any]) -> Any:
    return self.pulls


def _open_pull(self: Double, data: Mapping[str, Any]) -> Any:
    if not self.may_open:
        said = "GitHub Actions is not permitted to create or approve pull requests."
        return _json({"message": said}, 403)
    self.open(data["head"], data["title"], data["body"])
    return _pull(self, {}, "7") | {"title": data["title"], "html_url": self.pulls[-1]["html_url"]}


def _comments(self: Double, _: Mapping[str, Any], number: str) -> Any:
    return [one for one in self.comments if one["issue_url"].endswith(f"/issues/{number}")]


def _write(self: Double, data: Mapping[str, Any], number: str) -> Any:
    return self.comment(JOB, data["body"], number=number)


def _rewrite(self: Double, data: Mapping[str, Any], id: str) -> Any:
    comment = next(one for one in self.comments if one["id"] == int(id))
    comment["body"] = data["body"]
    return comment


def _check(self: Double, data: Mapping[str, Any]) -> Any:
    self.checks.append(dict(data))
    run = example("check-run-example-of-completed-conclusion")
    return run | {"name": data["name"], "head_sha": data["head_sha"]}


def _runs(self: Double, _: Mapping[str, Any], head: str) -> Any:
    runs = []
    for check in self.checks:
        if check["head_sha"] == head:
            run = example("check-run-example-of-completed-conclusion")
            run |= {"head_sha": head, "external_id": check.get("external_id", "")}
            run["app"]["slug"] = self.poster
            runs.append(run)
    return {"total_count": len(runs), "check_runs": runs}


def _repository(self: Double, _: Mapping[str, Any]) -> Any:
    found = example("full-repository-default-response")
    found["permissions"] = {"admin": self.admin, "push": True, "pull": True}
    # What the example's own example lacks: its language, and that of what it was copied from.
    found["language"] = None
    del found["source"], found["parent"]
    return found | {"full_name": REPOSITORY, "private": self.private, "has_pages": self.private}


def _new_label(self: Double, data: Mapping[str, Any]) -> Any:
    label = example("label") | {"id": len(self.known_labels) + 1} | dict(data)
    self.known_labels.append(label)
    return label


def _mend_label(self: Double, data: Mapping[str, Any], name: str) -> Any:
    label = next(one for one in self.known_labels if one["name"] == name)
    label |= {"name": data["new_name"], "color": data["color"], "description": data["description"]}
    return label


def _list_rulesets(self: Double, _: Mapping[str, Any]) -> Any:
    if self.free:
        return _json({"message": "Upgrade to GitHub Pro or make this repository public."}, 403)
    keys = ("id", "name", "target", "source_type", "source", "enforcement", "node_id")
    return [{key: one[key] for key in keys if key in one} for one in self.rulesets]


def _new_ruleset(self: Double, data: Mapping[str, Any]) -> Any:
    ruleset = example("repository-ruleset") | dict(data) | {"id": len(self.rulesets) + 1}
    self.rulesets.append(ruleset)
    return ruleset


def _one_ruleset(self: Double, _: Mapping[str, Any], id: str) -> Any:
    return next(one for one in self.rulesets if one["id"] == int(id))


def _mend_ruleset(self: Double, data: Mapping[str, Any], id: str) -> Any:
    ruleset = _one_ruleset(self, {}, id)
    ruleset |= dict(data)
    return ruleset


def _app(self: Double, _: Mapping[str, Any], slug: str) -> Any:
    if slug not in APP:
        return _json({"message": "Not Found"}, 404)
    return example("integration") | {"id": APP[slug], "slug": slug}


def _pages(self: Double, _: Mapping[str, Any]) -> Any:
    if not self.site:
        return _json({"message": "Not Found"}, 404)
    page = example("page")
    return page | {"build_type": self.site}


def _make_pages(self: Double, data: Mapping[str, Any]) -> Any:
    if self.free:
        said = "Your current plan does not support GitHub Pages for this repository."
        return _json({"message": said, "documentation_url": "https://docs.github.com"}, 422)
    self.site = data["build_type"]
    return _pages(self, {})


def _mend_pages(self: Double, data: Mapping[str, Any]) -> Any:
    self.site = data["build_type"]
    return Answer(204)


def _jobs(self: Double, _: Mapping[str, Any]) -> Any:
    return self.jobs


def _set_jobs(self: Double, data: Mapping[str, Any]) -> Any:
    self.jobs = dict(data)
    return Answer(204)


def _variable(self: Double, _: Mapping[str, Any], name: str) -> Any:
    if name not in self.variables:
        return _json({"message": "Not Found"}, 404)
    return example("actions-variable") | {"name": name, "value": self.variables[name]}


def _new_variable(self: Double, data: Mapping[str, Any]) -> Any:
    self.variables[data["name"]] = data["value"]
    return {}


def _set_variable(self: Double, data: Mapping[str, Any], name: str) -> Any:
    self.variables[name] = data["value"]
    return Answer(204)


def _secret(self: Double, _: Mapping[str, Any], name: str) -> Any:
    if name not in self.secrets:
        return _json({"message": "Not Found"}, 404)
    return example("actions-secret") | {"name": name}


def _lists(self: Double, _: Mapping[str, Any]) -> Any:
    return self.lists


def _new_list(self: Double, data: Mapping[str, Any]) -> Any:
    issue = plain_issue() | {"number": 30 + len(self.lists), "user": _user(JOB), **data}
    self.lists.append(issue | {"state": "open"})
    return self.lists[-1]


def _mend_list(self: Double, data: Mapping[str, Any], number: str) -> Any:
    issue = next(one for one in self.lists if one["number"] == int(number))
    issue |= dict(data)
    return issue


def _check_runs_of_jobs(self: Double, _: Mapping[str, Any]) -> Any:
    if not self.papers:
        return {"total_count": 0, "workflow_runs": []}
    found = example("workflow-run-paginated")
    found["workflow_runs"][0] |= {"id": 30, "path": ".github/workflows/check.yml"}
    return found


def _artifacts(self: Double, _: Mapping[str, Any], run: str) -> Any:
    (one, *_rest) = example("artifact-paginated")["artifacts"]
    made = [one | {"id": n, "name": name} for n, name in enumerate(self.papers, 11)]
    return {"total_count": len(made), "artifacts": made}


def _remarks(self: Double, _: Mapping[str, Any]) -> Any:
    return self.remarks


def _suggest(self: Double, data: Mapping[str, Any]) -> Any:
    if self.deaf:
        said = "Unprocessable Entity"
        return _json({"message": said, "documentation_url": "https://docs.github.com"}, 422)
    for one in data["comments"]:
        remark = example("pull-request-review-comment-items")[0]
        remark |= {"path": one["path"], "body": one["body"], "line": one["line"]}
        remark["user"] = _user(JOB)
        self.remarks.append(remark | {"start_line": one.get("start_line")})
    review = example("pull-request-review-items")[0]
    return review | {"user": _user(JOB), "state": "COMMENTED", "body": data["body"]}


_ROUTES: Mapping[tuple[str, str], Callable[..., Any]] = {
    ("GET", ""): _repository,
    ("GET", r"/pulls/(\d+)"): _pull,
    ("GET", r"/issues/\d+/timeline"): lambda self, _: self.timeline,
    ("GET", r"/pulls/\d+/reviews"): lambda self, _: self.reviews,
    ("GET", r"/issues/(\d+)/comments"): _comments,
    ("GET", r"/pulls"): _list_pulls,
    ("GET", r"/actions/runs"): _check_runs_of_jobs,
    ("GET", r"/pulls/\d+/comments"): _remarks,
    ("POST", r"/pulls/\d+/reviews"): _suggest,
    ("GET", r"/actions/runs/(\d+)/artifacts"): _artifacts,
    ("GET", r"/pages"): _pages,
    ("POST", r"/pages"): _make_pages,
    ("PUT", r"/pages"): _mend_pages,
    ("GET", r"/actions/permissions/workflow"): _jobs,
    ("PUT", r"/actions/permissions/workflow"): _set_jobs,
    ("GET", r"/actions/variables/(\w+)"): _variable,
    ("POST", r"/actions/variables"): _new_variable,
    ("PATCH", r"/actions/variables/(\w+)"): _set_variable,
    ("GET", r"/actions/secrets/(\w+)"): _secret,
    ("GET", r"/issues"): _lists,
    ("POST", r"/issues"): _new_list,
    ("PATCH", r"/issues/(\d+)"): _mend_list,
    ("POST", r"/pulls"): _open_pull,
    ("POST", r"/issues/(\d+)/comments"): _write,
    ("PATCH", r"/issues/comments/(\d+)"): _rewrite,
    ("POST", r"/issues/(\d+)/labels"): _put_labels,
    ("DELETE", r"/issues/(\d+)/labels/([^/]+)"): _drop_label,
    ("POST", r"/check-runs"): _check,
    ("GET", r"/commits/([0-9a-f]+)/check-runs"): _runs,
    ("GET", r"/labels"): lambda self, _: self.known_labels,
    ("POST", r"/labels"): _new_label,
    ("PATCH", r"/labels/([^/]+)"): _mend_label,
    ("GET", r"/rulesets"): _list_rulesets,
    ("POST", r"/rulesets"): _new_ruleset,
    ("GET", r"/rulesets/(\d+)"): _one_ruleset,
    ("PUT", r"/rulesets/(\d+)"): _mend_ruleset,
    ("GET", r"/apps/([a-z0-9-]+)"): _app,
}
