"""Closing a meeting so that the repository is before or after, and never in between.

Everything is written first, unseen. A note in Git's own folder says what is about to happen. Then
one step moves the main version and its name: at the others, where the workspace is shared, else
here. What is left (the folder follows, the others get the name) can be done again at any time, and
the next command does so.
"""

from __future__ import annotations

import json
from contextlib import suppress
from enum import Enum
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from convenant.edges.disk.atomic import write_atomically
from convenant.edges.seam import reach
from convenant.edges.vcs.alone import alone_here
from convenant.edges.vcs.main_version import (
    follow,
    follow_anyway,
    other_places,
    refuse_elsewhere,
    refuse_if_in_the_way,
)
from convenant.edges.vcs.remote import Push, Pushed, fetch, push
from convenant.edges.vcs.repository import ORIGIN, GitSaidNo, Repository
from convenant.edges.vcs.write import RefMoved, move_refs, unwritable
from convenant.errors import ConvenantError
from convenant.locale import N_


class Turn(Struct, frozen=True):
    """From one main version to the next.

    Attributes:
        main: ref of the main version; `old` and `new` what it is and becomes.
        tag: ref of the name that the new version gets, and the id of the tag; empty for none.
        what: the meeting, as people call it.
    """

    main: str
    old: str
    new: str
    tag: str = ""
    tag_id: str = ""
    what: str = ""


class Outcome(Enum):
    """What became of a turn."""

    DONE = "done"
    HERE = "here"  # done here; the others could not be reached
    WAITING = "waiting"  # the others protect the main version: a person has to take it over there
    BEFORE = "before"  # nothing was changed


class Turned(Struct, frozen=True):
    """The outcome, and in whose words the others refused."""

    outcome: Outcome
    said: str = ""
    what: str = ""


def make_turn(repository: Repository, turn: Turn) -> Turned:
    """Move the main version, all or nothing.

    Raises:
        ConvenantError: when an edit is in the way, or somebody else was first; nothing changed.
    """
    with alone_here(repository):
        refuse_elsewhere(repository, turn.main)
        _refuse_in_other_places(repository, turn.main)
        refuse_if_in_the_way(repository, turn.old, turn.new)
        _write_note(repository, turn)
        shared = repository.has_origin()
        if shared:
            result = _push(repository, turn)
            if result.outcome is Pushed.RACED:
                _drop_note(repository)
                raise RefMoved
            if result.outcome is Pushed.REFUSED:
                return _offer(repository, turn, result.said)
            return _finish(repository, turn, offline=result.outcome is Pushed.OFFLINE)
        return _finish(repository, turn)


def go_on(repository: Repository) -> Turned | None:
    """Finish a turn that was interrupted, or say that it did not happen; None where there is none.

    Raises:
        ConvenantError: when somebody else is busy with it, or an edit is in the way.
    """
    if not _note(repository).exists():
        return None
    with alone_here(repository):
        turn = _read_note(repository)
        if turn is None:
            return None
        fetch(repository)  # where nobody can be reached, what was seen of them last counts
        if _is_within(repository, turn.new, turn.main):
            return _finish(repository, turn, again=True)
        theirs = turn.main.replace("refs/heads/", f"refs/remotes/{ORIGIN}/")
        if _is_within(repository, turn.new, theirs):
            return _finish(repository, turn, again=True)
        if _is_there(repository, _offered(turn)) or _is_there(
            repository, _offered(turn).replace("refs/heads/", f"refs/remotes/{ORIGIN}/")
        ):
            return Turned(Outcome.WAITING, what=turn.what)
        _take_back_tag(repository, turn)
        _drop_note(repository)
        return Turned(Outcome.BEFORE, what=turn.what)


def _push(repository: Repository, turn: Turn) -> Push:
    moves = [f"{turn.new}:{turn.main}"]
    if turn.tag:
        moves.append(f"{turn.tag_id}:{turn.tag}")
    return push(repository, moves)


def _finish(
    repository: Repository, turn: Turn, *, offline: bool = False, again: bool = False
) -> Turned:
    """The main version, its name and the folder, each where it is not yet so."""
    refs = repository.refs()
    moves = {}
    if not _is_within(repository, turn.new, turn.main):
        moves[turn.main] = (turn.old, turn.new)
    if turn.tag and turn.tag not in refs:
        moves[turn.tag] = ("", turn.tag_id)
    if moves:
        move_refs(repository, moves, turn.what)
    if repository.branch == turn.main:
        (follow_anyway if again else follow)(repository, turn.old, turn.new)
    if again and repository.has_origin():
        theirs = turn.main.replace("refs/heads/", f"refs/remotes/{ORIGIN}/")
        names = [f"{turn.tag}:{turn.tag}"] if turn.tag else []
        if not _is_within(repository, turn.new, theirs):
            names.append(f"{turn.main}:{turn.main}")
        if names:
            offline = push(repository, names).outcome is not Pushed.DONE
    _drop_note(repository)
    return Turned(Outcome.HERE if offline else Outcome.DONE, what=turn.what)


def _offer(repository: Repository, turn: Turn, said: str) -> Turned:
    """Where the others protect the main version: one version for a person to take over there."""
    result = push(repository, [f"{turn.new}:{_offered(turn)}"])
    if result.outcome is not Pushed.DONE:
        _drop_note(repository)
        raise ConvenantError(
            N_("The others refused the new main version: {said}"),
            N_("Nothing was changed. Ask who manages the workspace for the right to write there."),
            said=said,
        )
    return Turned(Outcome.WAITING, said, turn.what)


def _offered(turn: Turn) -> str:
    name = turn.tag.removeprefix("refs/tags/").replace("/meeting/", "/") or turn.new[:12]
    return f"refs/heads/convenant/close/{name}"


def _take_back_tag(repository: Repository, turn: Turn) -> None:
    if turn.tag and _is_there(repository, turn.tag):
        with suppress(ConvenantError):
            move_refs(repository, {turn.tag: (turn.tag_id, "")}, "taken back")


def _refuse_in_other_places(repository: Repository, main: str) -> None:
    if places := other_places(repository, main):
        raise ConvenantError(
            N_("Another folder on this computer shows the main version too: {path}"),
            N_("Close the meeting there."),
            path=str(places[0]),
        )


def _is_within(repository: Repository, older: str, newer: str) -> bool:
    try:
        repository.ask("merge-base", "--is-ancestor", older, newer)
    except GitSaidNo:
        return False
    return True


def _is_there(repository: Repository, ref: str) -> bool:
    try:
        repository.ask("rev-parse", "--verify", "--quiet", ref)
    except GitSaidNo:
        return False
    return True


def _note(repository: Repository) -> Path:
    return repository.common / "convenant" / "turn.json"


def _write_note(repository: Repository, turn: Turn) -> None:
    note = _note(repository)
    try:
        note.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise unwritable() from error
    reach("note")
    write_atomically(note, json.dumps(asdict(turn)).encode())
    reach("note done")


def _read_note(repository: Repository) -> Turn | None:
    try:
        return Turn(**json.loads(_note(repository).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def _drop_note(repository: Repository) -> None:
    reach("drop note")
    with suppress(OSError):
        _note(repository).unlink(missing_ok=True)
