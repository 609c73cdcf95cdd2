"""Everything of a round that others have or lack: records, proposals, the main version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from convenant.cli.steps.meeting.round import Round, open_round
from convenant.cli.steps.selection import Selection
from convenant.edges.vcs.main_version import follow, refuse_if_in_the_way
from convenant.edges.vcs.proposal_branch import LOCAL, REMOTE
from convenant.edges.vcs.remote import Pushed, Reach, push
from convenant.edges.vcs.repository import ORIGIN, GitSaidNo
from convenant.edges.vcs.write import move_refs
from convenant.locale import N_

Said = tuple[str, Mapping[str, str]]


def share_all(selection: Selection) -> Iterator[Said]:
    """Bring both sides together; a sentence for everything that came or went.

    Raises:
        ConvenantError: when the folder holds edits that the newer text would overwrite.
    """
    round_ = open_round(selection, share=True)
    if round_.reached is Reach.ALONE:
        yield N_("This workspace is kept nowhere else: there is nobody to share with."), {}
        return
    if round_.reached is Reach.OFFLINE:
        yield N_("The others could not be reached. Nothing is lost; try again later."), {}
        return
    yield from _proposals(round_)
    yield from _main(round_)
    yield N_("Up to date with the others."), {}


def follow_others(round_: Round, selection: Selection, slug: str) -> Round:
    """The workspace with the main version of the others, where ours has nothing of its own.

    Raises:
        ConvenantError: when the folder holds edits that the newer text would overwrite.
    """
    name = round_.main.removeprefix("refs/heads/")
    theirs = round_.refs.get(f"refs/remotes/{ORIGIN}/{name}", "")
    if not theirs or theirs == round_.tip or not _within(round_, round_.tip, theirs):
        return round_
    list(_main(round_))
    return open_round(selection, slug)


def _proposals(round_: Round) -> Iterator[Said]:
    for name, commit in round_.refs.items():
        if not name.startswith(LOCAL):
            continue
        id = name.removeprefix(LOCAL)
        theirs = round_.refs.get(REMOTE + id, "")
        if commit == theirs:
            continue
        result = push(round_.repository, [f"{name}:{name}"])
        if result.outcome is Pushed.DONE:
            yield N_("Shared proposal {id}."), {"id": id.rpartition("/")[2]}
        elif theirs and _within(round_, commit, theirs):
            move_refs(round_.repository, {name: (commit, theirs)}, "newer proposal")


def _main(round_: Round) -> Iterator[Said]:
    """The main version follows that of the others where ours has nothing of its own."""
    name = round_.main.removeprefix("refs/heads/")
    ours, theirs = round_.tip, round_.refs.get(f"refs/remotes/{ORIGIN}/{name}", "")
    if not theirs or ours == theirs:
        return
    if _within(round_, ours, theirs):
        shows = round_.repository.branch == round_.main
        if shows:
            refuse_if_in_the_way(round_.repository, ours, theirs)
        move_refs(round_.repository, {round_.main: (ours, theirs)}, "newer main version")
        if shows:
            follow(round_.repository, ours, theirs)
        yield N_("The text here is now that of the others."), {}
    elif _within(round_, theirs, ours):
        new = round_.repository.text("rev-list", f"{theirs}..{ours}").split()
        names = [n for n, commit in round_.refs.items() if "/meeting/" in n and commit in new]
        moves = [f"{name}:{name}" for name in (round_.main, *names)]
        result = push(round_.repository, moves)
        if result.outcome is Pushed.DONE:
            yield N_("Shared the main version."), {}
        else:
            yield N_("The main version could not be shared: {said}"), {"said": result.said}
    else:
        yield _DIVERGED, {}


_DIVERGED = N_(
    "A colleague closed another meeting while yours was not shared yet. Nothing is lost. "
    "Run “convenant meeting close” of your meeting once more with --again."
)


def _within(round_: Round, older: str, newer: str) -> bool:
    try:
        round_.repository.ask("merge-base", "--is-ancestor", older, newer)
    except GitSaidNo:
        return False
    return True
