"""Which covenants a command is about: paths and slugs on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import click
from msgspec import Struct

from convenant.cli.steps.speech import speaker
from convenant.edges.disk.workspace import find_covenants, find_root
from convenant.errors import ConvenantError
from convenant.locale import N_


class Selection(Struct, frozen=True):
    """A workspace and the covenants in it that were asked for.

    Attributes:
        whole: whether these are all that it has.
    """

    root: Path
    folders: tuple[Path, ...]
    whole: bool = True


def select(arguments: Sequence[str]) -> Selection:
    """The covenants that the arguments name: all of them when there are none.

    An argument is a slug, a covenant's folder, a file in it, or a folder that holds covenants.

    Raises:
        click.BadParameter: when an argument names nothing, with the nearest names.
        ConvenantError: when there is no workspace, or none that holds covenants.
    """
    starts = [Path(argument) for argument in arguments if Path(argument).exists()]
    root = find_root(starts[0] if starts else Path.cwd())
    known = find_covenants(root)
    if not known:
        raise ConvenantError(
            N_("There are no covenants in this workspace."),
            N_("A covenant is a folder in the folder “covenants”, with a file covenant.yaml."),
        )
    if not arguments:
        return Selection(root, tuple(known))
    chosen = [folder for argument in arguments for folder in _named(argument, root, known)]
    unique = tuple(dict.fromkeys(chosen))
    return Selection(root, unique, whole=len(unique) == len(known))


def _named(argument: str, root: Path, known: Sequence[Path]) -> list[Path]:
    by_slug = {folder.name: folder for folder in known}
    if argument in by_slug:
        return [by_slug[argument]]
    # Resolve what leads to the covenant, never a link inside it.
    path = Path(argument)
    path = path.parent.resolve() / path.name if path.name else path.resolve()
    if path.exists():
        inside = [folder for folder in known if folder == path or folder in path.parents]
        around = [folder for folder in known if path in folder.parents]
        if inside or around:
            return inside or around
    near = ", ".join(get_close_matches(argument, by_slug) or sorted(by_slug)[:6])
    voice = speaker()
    raise click.BadParameter(
        voice.say(N_("“{name}” is no covenant here. There are: {near}."), name=argument, near=near)
    )
