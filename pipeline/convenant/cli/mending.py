"""`check --fix`: what is mechanical in a text is mended in place, and nothing else changes."""

from __future__ import annotations

import click

from convenant.cli.selection import Selection
from convenant.cli.speech import speaker
from convenant.edges.atomic import write_atomically
from convenant.edges.workspace import read_folder
from convenant.load.text import mend_text
from convenant.locale import N_


def mend_texts(selection: Selection) -> None:
    """Line ends, byte order marks and tabs of the selected covenants; says which files changed."""
    for path in selection.folders:
        folder = read_folder(selection.root, path)
        for name, data in folder.files.items():
            if name.endswith((".md", ".yaml")):
                mended = mend_text(data, tabs=name.endswith(".md"))
                if mended != data:
                    write_atomically(path / name, mended)
                    said = speaker().say(N_("Mended {file}."), file=f"{folder.path}/{name}")
                    click.echo(said, err=True)
