"""The released versions of a small GitHub with a memory, its names kept in a real bare repository.

GitHub's own description judges all that goes in and out. Faults are made to order: an answer that
is lost after the thing was done, a file that is cut off, another run in between.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from msgspec import Struct, field

from convenant.edges.web.http import Answer, Call
from forge_description import check_answer, check_call, example
from forge_double import REPOSITORY

Before = Callable[["Releases", Call], "Answer | None"]


class Releases(Struct):
    """What the repository holds.

    Attributes:
        origin: the bare repository that its names and versions are in.
        clock: what it writes down as the moment of everything.
        calls: everything that was asked, as `GET /path`.
        before: asked before each call: gives another answer, or raises.
        after: likewise once the thing was done, so that only its answer is lost.
        cut_off: files of which only a part arrives, by name; each is used up.
    """

    origin: Path
    clock: str = "2026-11-25T10:00:00Z"
    releases: list[dict[str, Any]] = field(default_factory=list)
    held: dict[int, bytes] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    before: Before | None = None
    after: Before | None = None
    cut_off: list[str] = field(default_factory=list)
    next: int = 1

    def __call__(self, call: Call) -> Answer:
        check_call(call.method, call.path, call.body)
        self.calls.append(f"{call.method} {urlsplit(call.path).path}")
        answer = self.before(self, call) if self.before else None
        if answer is None:
            answer = self._answer(call)
            check_answer(call.method, call.path, answer.status, answer.body)
            lost = self.after(self, call) if self.after else None
            answer = lost or answer
        return answer

    def published(self) -> dict[str, dict[str, str]]:
        """By name what visitors see: each file with its SHA-256."""
        return {
            one["tag_name"]: {
                a["name"]: hashlib.sha256(self.held[a["id"]]).hexdigest() for a in one["assets"]
            }
            for one in self.releases
            if not one["draft"]
        }

    def release(self, name: str, draft: bool = True) -> dict[str, Any]:
        """Begin one, as another run would."""
        body = {"tag_name": name, "name": name, "body": "", "draft": draft}
        made: dict[str, Any] = _begin(self, body, {})
        return made

    def _answer(self, call: Call) -> Answer:
        path = urlsplit(call.path).path.removeprefix(f"/repos/{REPOSITORY}")
        query = {key: one[0] for key, one in parse_qs(urlsplit(call.path).query).items()}
        is_file = call.headers.get("Content-Type") == "application/octet-stream"
        data = call.body if is_file else json.loads(call.body or b"{}")
        for (method, pattern), serve in _ROUTES.items():
            match = re.fullmatch(pattern, path)
            if method == call.method and match:
                found = serve(self, data, query, *map(unquote, match.groups()))
                if isinstance(found, Answer):
                    return found
                status = {"POST": 201, "DELETE": 204}.get(method, 200)
                return Answer(status, {}, b"" if found is None else json.dumps(found).encode())
        return _refused(404, "Not Found")

    def git(self, *words: str, given: str = "") -> str:
        """What git says of the bare repository; nothing where it refuses."""
        done = subprocess.run(
            ["git", *words],
            cwd=self.origin,
            input=given,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip() if done.returncode == 0 else ""

    def number(self) -> int:
        self.next += 1
        return self.next


def _refused(status: int, said: str) -> Answer:
    said_more = {"documentation_url": "https://docs.github.com/rest", "status": str(status)}
    return Answer(status, {}, json.dumps({"message": said, **said_more}).encode())


def _ref(self: Releases, _: Any, __: Any, name: str) -> Any:
    id = self.git("rev-parse", "--verify", "--quiet", f"refs/{name}")
    if not id:
        return _refused(404, "Not Found")
    kind = self.git("cat-file", "-t", id)
    found = example("git-ref") | {"ref": f"refs/{name}"}
    return found | {"object": {**found["object"], "sha": id, "type": kind}}


def _tag(self: Releases, _: Any, __: Any, id: str) -> Any:
    head, _, message = self.git("cat-file", "tag", id).partition("\n\n")
    facts = dict(line.split(" ", 1) for line in head.splitlines())
    found = example("git-tag") | {"sha": id, "tag": facts["tag"], "message": message}
    return found | {"object": {**found["object"], "sha": facts["object"], "type": facts["type"]}}


def _new_tag(self: Releases, data: Mapping[str, Any], _: Any) -> Any:
    who, seconds = data["tagger"], _seconds(data["tagger"]["date"])
    head = f"object {data['object']}\ntype {data['type']}\ntag {data['tag']}\n"
    head += f"tagger {who['name']} <{who['email']}> {seconds} +0000\n"
    id = self.git("mktag", given=f"{head}\n{data['message']}")
    return _tag(self, None, None, id) if id else _refused(422, "Object does not exist")


def _seconds(moment: str) -> int:
    from datetime import datetime

    return int(datetime.fromisoformat(moment).timestamp())


def _new_ref(self: Releases, data: Mapping[str, Any], _: Any) -> Any:
    if self.git("rev-parse", "--verify", "--quiet", data["ref"]):
        return _refused(422, "Reference already exists")
    self.git("update-ref", data["ref"], data["sha"])
    return _ref(self, None, None, data["ref"].removeprefix("refs/"))


def _list(self: Releases, _: Any, query: Mapping[str, str]) -> Any:
    return self.releases


def _by_tag(self: Releases, _: Any, __: Any, name: str) -> Any:
    found = [one for one in self.releases if one["tag_name"] == name and not one["draft"]]
    return found[0] if found else _refused(404, "Not Found")


def _begin(self: Releases, data: Mapping[str, Any], _: Any) -> Any:
    made = example("release") | {"assets": [], "id": self.number()} | dict(data)
    made |= {"created_at": self.clock, "published_at": None if data["draft"] else self.clock}
    self.releases.append(made)
    return made


def _change(self: Releases, data: Mapping[str, Any], _: Any, id: str) -> Any:
    found = next((one for one in self.releases if one["id"] == int(id)), None)
    if found is None:
        return _refused(404, "Not Found")
    found |= {key: value for key, value in data.items() if key != "make_latest"}
    found["latest"] = data.get("make_latest")
    found["published_at"] = None if found["draft"] else self.clock
    return {key: value for key, value in found.items() if key != "latest"}


def _drop(self: Releases, _: Any, __: Any, id: str) -> Any:
    self.releases = [one for one in self.releases if one["id"] != int(id)]


def _assets(self: Releases, _: Any, __: Any, id: str) -> Any:
    return [a for one in self.releases if one["id"] == int(id) for a in one["assets"]]


def _upload(self: Releases, data: bytes, query: Mapping[str, str], id: str) -> Any:
    found = next((one for one in self.releases if one["id"] == int(id)), None)
    name = query["name"]
    if found is None:
        return _refused(404, "Not Found")
    if any(asset["name"] == name for asset in found["assets"]):
        return _refused(422, "Validation Failed: already_exists")
    whole = name not in self.cut_off
    asset = example("release-asset") | {"id": self.number(), "name": name, "size": len(data)}
    digest = f"sha256:{hashlib.sha256(data).hexdigest()}" if whole else None
    asset |= {"state": "uploaded" if whole else "open", "digest": digest}
    self.held[asset["id"]] = data if whole else data[: len(data) // 2]
    found["assets"].append(asset)
    if not whole:
        self.cut_off.remove(name)
        raise OSError("connection reset")
    return asset


def _drop_asset(self: Releases, _: Any, __: Any, id: str) -> Any:
    for one in self.releases:
        assert one["draft"] or int(id) not in [a["id"] for a in one["assets"]]
        one["assets"] = [asset for asset in one["assets"] if asset["id"] != int(id)]


_ROUTES: Mapping[tuple[str, str], Callable[..., Any]] = {
    ("GET", r"/git/ref/(.+)"): _ref,
    ("POST", r"/git/tags"): _new_tag,
    ("GET", r"/git/tags/([0-9a-f]+)"): _tag,
    ("POST", r"/git/refs"): _new_ref,
    ("GET", r"/releases"): _list,
    ("POST", r"/releases"): _begin,
    ("GET", r"/releases/tags/(.+)"): _by_tag,
    ("PATCH", r"/releases/(\d+)"): _change,
    ("DELETE", r"/releases/(\d+)"): _drop,
    ("GET", r"/releases/(\d+)/assets"): _assets,
    ("POST", r"/releases/(\d+)/assets"): _upload,
    ("DELETE", r"/releases/assets/(\d+)"): _drop_asset,
}
