"""The ends of closing that need no plan: it was finished just now, or is to be done again."""

from __future__ import annotations

import click

from convenant.cli.steps.asking import ask_covenant
from convenant.cli.steps.meeting.closing_words import turned_text
from convenant.cli.steps.meeting.round import open_round
from convenant.cli.steps.meeting.sitting import Table
from convenant.edges.vcs.closing import Outcome
from convenant.edges.vcs.main_version import follow, refuse_if_in_the_way
from convenant.edges.vcs.repository import ORIGIN, GitSaidNo, Repository
from convenant.edges.vcs.write import move_refs
from convenant.locale import N_


def end_without_plan(table: Table, id: str) -> bool:
    """Tell of a closing that was interrupted before and is now finished; whether that was all."""
    turned = table.resumed
    if turned is None:
        return False
    slug, _, meeting = turned.what.partition(" ")
    if turned.outcome is Outcome.BEFORE:
        said = N_("Closing meeting {id} was interrupted before anything was changed.")
        click.echo(table.voice.say(said, id=meeting), err=True)
        return False
    if turned.outcome is not Outcome.WAITING:
        said = N_("Closing meeting {id} was interrupted; it is finished now.")
        click.echo(table.voice.say(said, id=meeting), err=True)
    click.echo(turned_text(turned, slug, meeting, table.voice), nl=False, err=True)
    return meeting == (id or meeting)


def start_again(slug: str | None) -> None:
    """Let the main version here be that of the others again; what was closed here is kept aside.

    Raises:
        ConvenantError: when an edit is in the way.
    """
    selection, name = ask_covenant(slug)
    round_ = open_round(selection, name, share=True)
    repository, main = round_.repository, round_.main
    theirs_name = main.replace("refs/heads/", f"refs/remotes/{ORIGIN}/")
    ours, theirs = round_.tip, round_.refs.get(theirs_name, "")
    if not theirs or ours == theirs:
        return
    if _within(repository, ours, theirs):
        return
    follows = repository.branch == main
    if follows:
        refuse_if_in_the_way(repository, ours, theirs)
    kept = f"refs/convenant/kept/{ours[:12]}"
    moves = {main: (ours, theirs), kept: (round_.refs.get(kept, ""), ours)}
    remote_tags = _tags_of_others(round_.repository)
    for tag, commit in round_.refs.items():
        own = tag.startswith(f"refs/tags/{name}/meeting/") and tag not in remote_tags
        if own and not _within(repository, commit, theirs):
            moves[tag] = (repository.text("rev-parse", tag), "")
    move_refs(repository, moves, "closed again")
    if follows:
        follow(repository, ours, theirs)


def _tags_of_others(repository: Repository) -> set[str]:
    try:
        said = repository.text("ls-remote", "--tags", "--refs", ORIGIN)
    except GitSaidNo:
        return set()
    return {line.partition("\t")[2] for line in said.split("\n")}


def _within(repository: Repository, older: str, newer: str) -> bool:
    try:
        repository.ask("merge-base", "--is-ancestor", older, newer)
    except GitSaidNo:
        return False
    return True
