"""`check --fix`: what is mechanical is mended in place, and nothing else changes."""

from __future__ import annotations

from collections.abc import Mapping

import click
from msgspec.structs import replace

from convenant.check.inquiry import Inquiry
from convenant.check.registry import counsel
from convenant.cli.steps.reading import read_covenants
from convenant.cli.steps.selection import Selection
from convenant.cli.steps.speech import speaker
from convenant.edges.disk.atomic import write_atomically
from convenant.edges.disk.cache import Cache
from convenant.edges.disk.workspace import read_folder
from convenant.load.text import mend_text
from convenant.load.yaml import load_yaml
from convenant.locale import N_
from convenant.model.annotation import Schema
from convenant.model.folder import Folder
from convenant.model.section import Section
from convenant.plan.mend.data import mend_data, mend_modeline, schema_home
from convenant.plan.mend.order import order_keys
from convenant.plan.mend.words import mend_words
from convenant.report.difference import line_differences

_ROUNDS = 500
"""Mappings of one file that are put in order; more of them are left for a next time."""


def mend_texts(
    selection: Selection, schemas: Mapping[str, Schema], *, dry_run: bool = False
) -> None:
    """Everything mechanical in the selected covenants; says which files changed.

    Args:
        dry_run: show on standard error what would change instead, and write nothing.
    """
    for path in selection.folders:
        folder = read_folder(selection.root, path)
        mended = mended_files(folder, schemas, Cache(None))
        for name, data in folder.files.items():
            file = f"{folder.path}/{name}"
            if mended[name] == data:
                continue
            if dry_run:
                click.echo(_shown(line_differences(data, mended[name], file)), nl=False, err=True)
            else:
                write_atomically(path / name, mended[name])
                click.echo(speaker().say(N_("Mended {file}."), file=file), err=True)


def mended_files(folder: Folder, schemas: Mapping[str, Schema], cache: Cache) -> dict[str, bytes]:
    """The files as they should be: first how they are stored, then data, then words."""
    files = {
        name: mend_text(data, tabs=name.endswith(".md")) if _is_text(name) else data
        for name, data in folder.files.items()
    }
    homes = [schema_home(_text(files[s.data_file])) for s in Section if s.data_file in files]
    home = next((home for home in homes if home), "")
    for section in Section:
        if section.data_file in files:
            data = files[section.data_file]
            files[section.data_file] = _in_shape(section, data, schemas[section.key], home)
    return _in_words(replace(folder, files=files), schemas, cache)


def _in_shape(section: Section, data: bytes, schema: Schema, home: str) -> bytes:
    """Data with its modeline, its dates and amounts, and its keys in order; else as it is."""
    try:
        text = mend_modeline(data.decode("utf-8"), section.key, home)
    except UnicodeDecodeError:
        return data
    tree, _ = load_yaml(section.data_file, text.encode())
    if tree is None:
        return data
    text = mend_data(text, tree, schema)
    for _ in range(_ROUNDS):
        tree, _ = load_yaml(section.data_file, text.encode())
        if tree is None:
            return data
        moved = order_keys(text, tree, schema)
        if moved == text:
            break
        # The same data in another order, or the lines did not mean what they seemed to.
        again, _ = load_yaml(section.data_file, moved.encode())
        if again != tree:
            break
        text = moved
    return text.encode()


def _in_words(folder: Folder, schemas: Mapping[str, Schema], cache: Cache) -> dict[str, bytes]:
    """Texts with the words that rules know better, and an id for each article."""
    files = dict(folder.files)
    (reading,) = read_covenants([folder], schemas, cache)
    inquiry = Inquiry(reading.covenant, schemas)
    advice = counsel(inquiry, sound=reading.is_sound, failures=[])
    problems = [*reading.problems, *advice]
    taken = {anchor.id for prose in reading.covenant.all_prose() for anchor in prose.anchors}
    for name, data in folder.files.items():
        mine = [one for one in problems if one.place.file == f"{folder.path}/{name}"]
        if name.endswith(".md") and mine:
            # A file that is no UTF-8 gave no places in it.
            files[name] = mend_words(_text(data), mine, taken).encode("utf-8", "surrogateescape")
    return files


def _is_text(name: str) -> bool:
    return name.endswith((".md", ".yaml"))


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _shown(difference: str) -> str:
    """With the invisible made visible: it is all that a mend changes."""
    return "".join(map(_character, difference))


def _character(character: str) -> str:
    if character == "\n" or character.isprintable():
        return character
    return character.encode("unicode_escape").decode()
