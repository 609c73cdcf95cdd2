"""Cases of the gate: a folder with a `case.yaml` becomes a repository, a message and facts.

The whole goes through `git fast-import`: one process a case, whatever the case holds.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from convenant.load.event import event_bytes, event_path
from convenant.load.facts import consent_digest, facts_form
from convenant.model.event import Actor, Event
from convenant.model.forge import Facts, Labelling, Login, Request, Word
from convenant.model.gate import Account
from round_rig import FREE, WHO, git

ROOT = Path(__file__).parent.parent
MINIMAL = ROOT / "tests/golden/minimal"
COVENANT = "covenants/buurtkamer"
REPOSITORY = "wolderveen/convenanten"
ACCESS = """roles:
  - {login: gespreksleider, role: facilitator}
  - {login: secretaris, role: secretary}
  - {login: jurist-gemeente, role: jurist, party: gemeente}
  - {login: jurist-linde, role: jurist, party: linde}
  - {login: bestuur-linde, role: representative, party: linde}
  - {login: andere-leider, role: facilitator, covenants: [ander]}
"""
SETTINGS = "name: Proef\nlanguage: nl\nforge: {kind: github, app: convenant-wolderveen}\n"
SECTIONS = ("1-ambition", "2-partnership", "3-visualisation", "4-programme", "5-annexes")
LEVELS = {"o": "outline", "c": "concrete", "s": "settled"}
GHOSTS = {"ghost": Account.GONE, "dependabot[bot]": Account.BOT}
MAIN, HEAD, OTHER = "refs/heads/main", "refs/heads/change", "refs/heads/other"


class Laid(Struct, frozen=True):
    """A case as it lies in a repository."""

    form: Mapping[str, Any]
    head: str
    event: Path | None
    facts: Path | None


def base_files(form: Mapping[str, Any]) -> dict[str, str]:
    """The main version of a case, by path; `maturity` is a letter for each section."""
    files = {f"{COVENANT}/{f.name}": f.read_text() for f in sorted(MINIMAL.iterdir())}
    files |= {"access.yaml": ACCESS, "convenant.yaml": SETTINGS}
    for name, letter in zip(SECTIONS, form.get("maturity", "ccccc"), strict=True):
        files[f"{COVENANT}/{name}.yaml"] = f"maturity: {LEVELS[letter]}\n"
    return files | form.get("base", {})


def lay(form: Mapping[str, Any], repository: Path, place: Path, digest: str = "") -> Laid:
    """Put a case into the repository, and its message and facts beside it."""
    heads = _import(form, repository)
    place.mkdir(parents=True, exist_ok=True)
    request = _request(form, heads["head"])
    event = place / "event.json"
    message = _message(form, request, heads)
    if message is not None:
        event.write_bytes(message)
    facts = place / "facts.json"
    if form.get("facts", True):
        facts.write_text(json.dumps(facts_form(_facts(form, request, heads, digest))))
    return Laid(
        form,
        heads["head"],
        event if message is not None else None,
        facts if form.get("facts", True) else None,
    )


def _import(form: Mapping[str, Any], repository: Path) -> dict[str, str]:
    base = base_files(form)
    stream = _Stream()
    stream.version("refs/heads/start", base)
    change = {**form.get("change", {})}
    links = form.get("links", {})
    if form.get("unrelated"):
        stream.version(HEAD, base | change)
    else:
        stream.version(HEAD, change, start="refs/heads/start", links=links)
    stream.version(OTHER, form.get("decided", change), start="refs/heads/start")
    stream.version(MAIN, form.get("moved", {}), start="refs/heads/start")
    subprocess.run(
        ["git", "fast-import", "--force", "--quiet"],
        cwd=repository,
        input=stream.data,
        check=True,
        env={**FREE, **WHO},
    )
    heads = {
        "head": git(repository, "rev-parse", HEAD),
        "other": git(repository, "rev-parse", OTHER),
        "main": git(repository, "rev-parse", MAIN),
    }
    files = {}
    for number, said in enumerate(form.get("records", [])):
        event = _event(said, number, heads.get(said.get("head", "head"), ""))
        data = event_bytes(event)
        files[event_path(event, data)] = data.decode()
    kept = _Stream()
    kept.version("refs/heads/convenant/records", files)
    subprocess.run(
        ["git", "fast-import", "--force", "--quiet"],
        cwd=repository,
        input=kept.data,
        check=True,
        env={**FREE, **WHO},
    )
    return heads


def _event(said: Mapping[str, Any], number: int, head: str) -> Event:
    words = {k: str(v) for k, v in said.get("said", {}).items()}
    if said["kind"] in ("decided", "labelled"):
        words["head"] = head
    return Event(
        said["kind"],
        "buurtkamer",
        f"2026-11-25T10:00:{number:02}Z",
        Actor(said.get("role", "facilitator"), said.get("party", "")),
        said.get("proposal", "linde-1"),
        said.get("meeting", "2026-11-25"),
        words,
    )


class _Stream:
    """What `git fast-import` reads."""

    def __init__(self) -> None:
        self.data = b""

    def version(
        self,
        ref: str,
        files: Mapping[str, str | None],
        start: str = "",
        links: Mapping[str, str] | None = None,
    ) -> None:
        lines = [f"reset {ref}\n".encode()]
        lines.append(f"commit {ref}\ncommitter t <t@example.org> 1795000000 +0000\n".encode())
        lines.append(b"data 1\nx\n" + (f"from {start}\n".encode() if start else b""))
        for mode, some in (("100644", files), ("120000", links or {})):
            for path, text in some.items():
                name = json.dumps(path, ensure_ascii=False)
                if text is None:
                    lines.append(f"D {name}\n".encode())
                    continue
                data = text.encode()
                lines.append(f"M {mode} inline {name}\ndata {len(data)}\n".encode() + data + b"\n")
        self.data += b"".join(lines) + b"\n"


def _login(name: str) -> Login:
    account = GHOSTS.get(name, Account.BOT if name.endswith("[bot]") else Account.PERSON)
    return Login("" if account is Account.GONE else name, account)


def _request(form: Mapping[str, Any], head: str) -> Request:
    said = form.get("request", {})
    return Request(
        repository=said.get("repository", REPOSITORY),
        number=7,
        head=said.get("head", head),
        branch=said.get("branch", "proposal/buurtkamer/linde-1"),
        base=said.get("base", "main"),
        author=_login(said.get("author", "bestuur-linde")),
        title=said.get("title", "Een voorstel"),
        fork=said.get("fork", False),
        draft=said.get("draft", False),
        closed=said.get("closed", False),
        labels=frozenset(form.get("labels", [])),
    )


def _facts(
    form: Mapping[str, Any], request: Request, heads: Mapping[str, str], digest: str
) -> Facts:
    labellings = [
        Labelling(label, sign == "+", _login(by)) for sign, label, by in form.get("labellings", [])
    ]
    words = []
    for by, state, version in form.get("reviews", []):
        commit = heads.get(version, version)
        words.append(Word(_login(by), state == "approved", commit=commit))
    for by, text, *edited in form.get("comments", []):
        said = consent_digest(text.replace("{digest}", digest[:12]))
        if said:
            words.append(Word(_login(by), True, digest=said, edited=bool(edited)))
    return Facts(request, tuple(labellings), tuple(words), tuple(form.get("incomplete", [])))


def _message(form: Mapping[str, Any], request: Request, heads: Mapping[str, str]) -> bytes | None:
    """A message as the forge sends it: what the gate reads of it, and something more."""
    said = form.get("event", {"action": "synchronize"})
    if said is None:
        return None
    if isinstance(said, str):
        return (said * form.get("repeat", 1)).encode()
    head = heads.get(said.get("head", "head"), said.get("head", ""))
    home = "iemand/kopie" if request.fork else REPOSITORY
    user = {"login": request.author.name, "type": "User"}
    if request.author.account is not Account.PERSON:
        user = {"login": "x[bot]", "type": "Bot"}
    pull = {
        "number": said.get("number", 7),
        "state": "closed" if request.closed else "open",
        "title": request.title,
        "draft": request.draft,
        "user": user,
        "labels": [{"name": name} for name in sorted(request.labels)],
        "head": {"sha": head, "ref": request.branch, "repo": {"full_name": home}},
        "base": {"sha": heads["main"], "ref": request.base, "repo": {"full_name": REPOSITORY}},
        **said.get("pull_request", {}),
    }
    message: dict[str, Any] = {
        "action": said["action"],
        "number": 7,
        "pull_request": pull,
        "repository": {"full_name": said.get("repository", REPOSITORY)},
        "sender": {"login": said.get("sender", "bestuur-linde"), "type": said.get("type", "User")},
    }
    if "label" in said:
        message["label"] = {"name": said["label"]}
    return json.dumps(message).encode()


def read_case(folder: Path) -> dict[str, Any]:
    """The case in a folder."""
    form: dict[str, Any] = yaml.safe_load((folder / "case.yaml").read_text())
    return form
