"""What is shared with the others: fetching theirs, pushing ours, never over theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from msgspec import Struct

from convenant.edges.seam import reach
from convenant.edges.vcs.record_branch import LOCAL as RECORDS
from convenant.edges.vcs.record_branch import unite_records
from convenant.edges.vcs.repository import ORIGIN, GitSaidNo, Repository
from convenant.edges.vcs.write import unwritable

_TRIES = 8
_RACE = ("fetch first", "non-fast-forward", "cannot lock", "failed to update", "incorrect old")
_TRAILING = re.compile(r"https?://[^@\s]+@")


class Reach(Enum):
    """Whether the others can be reached."""

    ALONE = "alone"  # the workspace is kept nowhere else
    OFFLINE = "offline"
    ONLINE = "online"


class Pushed(Enum):
    """What became of a push."""

    DONE = "done"
    RACED = "raced"  # somebody else was first
    REFUSED = "refused"  # the other side does not allow it, such as a protected branch
    OFFLINE = "offline"


class Push(Struct, frozen=True):
    """What became of a push, and in whose words it was refused."""

    outcome: Pushed
    said: str = ""


def fetch(repository: Repository) -> Reach:
    """Get what the others have; nothing of ours changes.

    Raises:
        ConvenantError: when what comes in cannot be written.
    """
    if not repository.has_origin():
        return Reach.ALONE
    reach("fetch")
    # Without the earlier history nobody can tell what a proposal started from.
    whole = ("--unshallow",) if repository.shallow else ()
    try:
        repository.ask(
            *(
                "fetch",
                "--quiet",
                "--no-write-fetch-head",
                "--no-auto-maintenance",
                "--prune",
                "--tags",
            ),
            *("--no-recurse-submodules", *whole, ORIGIN, "+refs/heads/*:refs/remotes/origin/*"),
        )
    except GitSaidNo as error:
        if "would clobber existing tag" in error.said:
            return Reach.ONLINE
        if any(sign in error.said for sign in ("ermission denied: '", "Read-only", "No space")):
            raise unwritable() from error
        return Reach.OFFLINE
    reach("fetched")
    return Reach.ONLINE


def push(repository: Repository, moves: Sequence[str]) -> Push:
    """Push refspecs to the others, all or none where the other side can do that."""
    reach(f"push {' '.join(moves)}")
    try:
        repository.ask("push", "--quiet", "--porcelain", "--no-verify", "--atomic", ORIGIN, *moves)
    except GitSaidNo as error:
        return _refused(error.said)
    reach(f"pushed {' '.join(moves)}")
    return Push(Pushed.DONE)


def share_records(repository: Repository, time: int) -> Reach:
    """Fetch, bring together, push, and again where somebody was first.

    Raises:
        ConvenantError: when nothing can be written here.
    """
    for _ in range(_TRIES):
        reached = fetch(repository)
        if reached is not Reach.ONLINE:
            return reached
        if not unite_records(repository, time):
            return reached
        result = push(repository, [f"{RECORDS}:{RECORDS}"])
        if result.outcome is Pushed.DONE:
            return reached
        if result.outcome is not Pushed.RACED:
            return Reach.OFFLINE
    return Reach.OFFLINE


def _refused(said: str) -> Push:
    words = _TRAILING.sub("", " ".join(said.split()))[:500]
    if any(sign in said for sign in _RACE):
        return Push(Pushed.RACED, words)
    if "[remote rejected]" in said or "protected" in said or "declined" in said:
        return Push(Pushed.REFUSED, words)
    return Push(Pushed.OFFLINE, words)
