"""What looking over many rounds costs: 1,000 covenants, 10,000 versions, 500 proposals."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator

from benchmarks.corpus import WORK, many_covenants
from benchmarks.measure import Command, compare, table
from convenant.load.event import event_bytes, event_path
from convenant.model.event import PROPOSED, Actor, Event

TOOL = (sys.executable, "-m", "convenant")
CACHE, PLACE = WORK / "cache", WORK / "rounds"
VERSIONS, PROPOSALS, COVENANTS = 10_000, 500, 1_000
_BEGIN = 1_700_000_000
_WHO = "b <b@example.org>"


def rounds() -> str:
    """`status`, `proposals` and `agenda`: with nothing kept, and once more."""
    _repository()
    commands = [Command("python -c pass", [sys.executable, "-c", "pass"])]
    for words in ("status", "proposals", "agenda covenant-00007"):
        line = f"cd {PLACE} && exec {' '.join(TOOL)} {words} --offline"
        around = {"CONVENANT_CACHE": str(CACHE)}
        shell = ["/bin/sh", "-c", line]
        name = words.split()[0]
        commands.append(Command(f"convenant {name}, nothing kept", shell, around, _forget))
        commands.append(Command(f"convenant {name}, again", shell, around))
    results = compare(*commands, runs=7)
    return table(f"{COVENANTS:,} covenants, {VERSIONS:,} versions, {PROPOSALS} proposals", results)


def _repository() -> None:
    """Made once: every version changes a section of one covenant, every proposal one more."""
    if (PLACE / "complete").exists():
        return
    shutil.rmtree(PLACE, ignore_errors=True)
    shutil.copytree(many_covenants(COVENANTS), PLACE, ignore=shutil.ignore_patterns("complete"))
    _git("init", "-q", "-b", "main")
    _git("add", ".")
    _git("-c", "user.name=b", "-c", "user.email=b@example.org", "commit", "-qm", "Begin")
    with subprocess.Popen(
        ["git", "fast-import", "--quiet"], cwd=PLACE, stdin=subprocess.PIPE
    ) as importer:
        assert importer.stdin
        importer.stdin.writelines(_history())
    if importer.returncode:
        sys.exit("git fast-import failed")
    _git("repack", "-adq")
    _git("reset", "-q", "--hard", "main")
    (PLACE / ".git" / "info" / "exclude").write_text("complete\n")
    (PLACE / "complete").touch()


def _history() -> Iterator[bytes]:
    yield from _versions()
    yield from _proposals()
    for number in range(PROPOSALS):
        slug, id = _proposal(number)
        actor = Actor("representative", "hall")
        moment = f"2027-03-{number % 28 + 1:02}T12:{number % 60:02}:00Z"
        event = Event(PROPOSED, slug, moment, actor, id, said={"title": f"Proposal {number}"})
        data = event_bytes(event)
        if number == 0:
            yield _commit("refs/heads/convenant/records", _BEGIN, "records")
        yield _file(event_path(event, data), data)


def _versions() -> Iterator[bytes]:
    for number in range(VERSIONS - 1):
        name = f"covenants/covenant-{number % COVENANTS:05}/1-ambition.md"
        text = (PLACE / name).read_text() + f"\nNeighbours cook {number} meals together.\n"
        before = f"from :{number}\n" if number else "from refs/heads/main^0\n"
        yield _commit("refs/heads/main", _BEGIN + number * 600, f"Version {number}", number + 1)
        yield before.encode()
        yield _file(name, text.encode())


def _proposals() -> Iterator[bytes]:
    for number in range(PROPOSALS):
        slug, id = _proposal(number)
        name = f"covenants/{slug}/2-partnership.md"
        text = (PLACE / name).read_text() + f"\nWe meet {number} times a year.\n"
        ref = f"refs/heads/proposal/{slug}/{id}"
        begun = _BEGIN + VERSIONS * 600 + number
        start = VERSIONS - 1 - (number * 7) % 2_000
        yield _commit(ref, begun, f"Proposal {number}")
        yield f"from :{start}\n".encode()
        yield _file(name, text.encode())


def _proposal(number: int) -> tuple[str, str]:
    return f"covenant-{number % 250:05}", f"hall-{number // 250 + 1}"


def _commit(ref: str, time: int, message: str, mark: int = 0) -> bytes:
    said, named = f"{message}\n", f"mark :{mark}\n" if mark else ""
    head = f"commit {ref}\n{named}committer {_WHO} {time} +0000\n"
    return f"{head}data {len(said)}\n{said}".encode()


def _file(path: str, data: bytes) -> bytes:
    return f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n"


def _git(*words: str) -> None:
    subprocess.run(["git", *words], cwd=PLACE, check=True, capture_output=True)


def _forget() -> None:
    shutil.rmtree(CACHE, ignore_errors=True)
