"""The few questions that a new workspace is made from, at a terminal, for what was not said."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec import Struct
from msgspec.structs import replace

from convenant.cli.steps.asking import is_talking
from convenant.locale import N_, Voice


class Beginning(Struct, frozen=True):
    """What is known of a workspace when it begins.

    Attributes:
        slug: folder of the first covenant; empty for none.
    """

    name: str = ""
    facilitators: tuple[str, ...] = ()
    repository: str = ""
    slug: str = ""
    title: str = ""


def ask_beginning(given: Beginning, root: Path, voice: Voice) -> Beginning:
    """What was given, with what somebody at a terminal says more; an empty answer leaves it out."""
    if not is_talking():
        return given
    name = given.name or _ask(N_("What is the workspace called?"), voice, root.name)
    login = N_("Who is facilitator? Give the login on GitHub, or nothing without GitHub.")
    leaders = given.facilitators or tuple(_ask(login, voice).split())
    repository = given.repository
    if leaders and not repository:
        repository = _ask(N_("Which repository on GitHub? Such as owner/name."), voice)
    slug = given.slug or _ask(N_("A short name for the first covenant, or nothing."), voice)
    title = given.title
    if slug and not title:
        title = _ask(N_("What is its title?"), voice, slug)
    return replace(
        given, name=name, facilitators=leaders, repository=repository, slug=slug, title=title
    )


def _ask(question: str, voice: Voice, default: str = "") -> str:
    said = click.prompt(voice.say(question), default=default, show_default=bool(default), err=True)
    return str(said).strip()
