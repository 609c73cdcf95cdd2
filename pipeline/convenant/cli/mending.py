"""`check --fix`: what is mechanical in a text is mended in place, and nothing else changes."""

from __future__ import annotations

import click

from convenant.cli.selection import Selection
from convenant.cli.speech import speaker
from convenant.edges.atomic import write_atomically
from convenant.edges.workspace import read_folder
from convenant.load.text import mend_text
from convenant.locale import N_
from convenant.report.difference import line_differences


def mend_texts(selection: Selection, *, dry_run: bool = False) -> None:
    """Line ends, byte order marks and tabs of the selected covenants; says which files changed.

    Args:
        dry_run: show on standard error what would change instead, and write nothing.
    """
    for path in selection.folders:
        folder = read_folder(selection.root, path)
        for name, data in folder.files.items():
            if name.endswith((".md", ".yaml")):
                mended = mend_text(data, tabs=name.endswith(".md"))
                file = f"{folder.path}/{name}"
                if mended == data:
                    continue
                if dry_run:
                    click.echo(_shown(line_differences(data, mended, file)), nl=False, err=True)
                else:
                    write_atomically(path / name, mended)
                    click.echo(speaker().say(N_("Mended {file}."), file=file), err=True)


def _shown(difference: str) -> str:
    """With the invisible made visible: it is all that a mend changes."""
    return "".join(map(_character, difference))


def _character(character: str) -> str:
    if character == "\n" or character.isprintable():
        return character
    return character.encode("unicode_escape").decode()
