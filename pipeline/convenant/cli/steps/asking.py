"""Questions at the terminal for what was not said; without a terminal the option is named."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from convenant.cli.steps.selection import Selection, select
from convenant.cli.steps.speech import speaker
from convenant.edges.disk.workspace import find_root
from convenant.locale import N_, Voice
from convenant.model.event import Actor
from convenant.model.party import Cover

_FACILITATOR = ("facilitator", "gespreksleider")


def ask_covenant(slug: str | None, *, edited: bool = False) -> tuple[Selection, str]:
    """The one covenant that a command is about.

    Args:
        edited: takes the one whose folder was changed, where it is not named.

    Raises:
        click.UsageError: when it cannot be told which is meant.
    """
    selection = select([slug] if slug else [])
    if len(selection.folders) > 1 and not slug:
        here = Path.cwd().resolve()
        inside = [f for f in selection.folders if f == here or f in here.parents]
        names = [f.name for f in inside]
        if not names and edited:
            from convenant.edges.vcs.repository import open_repository
            from convenant.edges.vcs.working_edit import find_edited

            known = {f.name for f in selection.folders}
            changed = find_edited(open_repository(find_root(Path.cwd())))
            names = [name for name in changed if name in known]
        if len(names) != 1:
            all_names = ", ".join((names or [f.name for f in selection.folders])[:12])
            said = N_("Which covenant do you mean? Name one of: {names}.")
            raise click.UsageError(speaker().say(said, names=all_names))
        selection = Selection(
            selection.root, tuple(f for f in selection.folders if f.name == names[0])
        )
    return selection, selection.folders[0].name


def ask_party(cover: Cover, party: str, voice: Voice, *, owner: str = "") -> Actor:
    """Who does it: a party of the covenant, or the facilitator.

    Args:
        owner: id of a proposal; its party is meant where none is named.

    Raises:
        click.UsageError: when it is not said and nobody can be asked.
    """
    ids = [p.id for p in cover.parties if not (p.status and p.status.state == "left")]
    party = party or owner.rpartition("-")[0]
    if not party and is_talking():
        for number, id in enumerate(ids, 1):
            label = next(p.label for p in cover.parties if p.id == id)
            click.echo(f"  {number}. {label}", err=True)
        answer = ask_text(N_("Whose proposal is it? Give the number."), "--as", voice)
        party = ids[int(answer) - 1] if answer.isdigit() and 0 < int(answer) <= len(ids) else answer
    if party in _FACILITATOR:
        return Actor("facilitator")
    if party not in ids:
        names = ", ".join([*ids, _FACILITATOR[1] if voice.language == "nl" else _FACILITATOR[0]])
        said = (
            N_("“{party}” is no party of this covenant. There are: {names}.")
            if party
            else N_("Say whose proposal it is, with --as. There are: {names}.")
        )
        raise click.UsageError(voice.say(said, party=party, names=names))
    return Actor("party", party)


def ask_text(question: str, option: str, voice: Voice, *, empty: bool = False) -> str:
    """What somebody answers in one line.

    Raises:
        click.UsageError: when nobody can be asked.
    """
    if not is_talking():
        said = N_("{question} Say it with {option}.")
        raise click.UsageError(voice.say(said, question=voice.say(question), option=option))
    while True:
        asked = click.prompt(
            voice.say(question), default="", show_default=False, prompt_suffix=" ", err=True
        )
        answer = str(asked)
        if answer.strip() or empty:
            return answer.strip()


def ask_choice(question: str, choices: Sequence[str], option: str, voice: Voice) -> str:
    """One of some answers, by its number or its first letters."""
    while True:
        answer = ask_text(question, option, voice).casefold()
        if answer.isdigit() and 0 < int(answer) <= len(choices):
            return choices[int(answer) - 1]
        fitting = [choice for choice in choices if choice.casefold().startswith(answer)]
        if len(fitting) == 1:
            return fitting[0]
        click.echo(voice.say(N_("Give one of: {names}."), names=", ".join(choices)), err=True)


def is_talking() -> bool:
    """Whether there is somebody at the other end who can answer."""
    return sys.stdin.isatty()


def is_shown() -> bool:
    """Whether a person reads what is printed, and no file or other program."""
    return sys.stdout.isatty()
