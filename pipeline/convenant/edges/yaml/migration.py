"""Carrying out a migration on YAML files, with their comments and layout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from convenant.edges.yaml.file import edit_yaml
from convenant.errors import ConvenantError
from convenant.locale import N_
from convenant.model.migration import Migration, MigrationNote, MigrationResult
from convenant.problem import Place

COVER = "covenant.yaml"
VERSION = "schema_version"


def migrate_covenant(
    files: Mapping[str, bytes], migrations: Sequence[Migration], *, folder: str = ""
) -> MigrationResult:
    """What a covenant's data files become under the migrations that it has not had yet.

    Nothing is written. A value that a step cannot carry over stays and gives a note.

    Args:
        files: the data files by their name in the covenant's folder; others are ignored.
        folder: POSIX path of that folder from the workspace root, for the places.

    Raises:
        ConvenantError: when a file cannot be read, or is of a newer version than the last
            migration leads to.
    """
    newest = migrations[-1].version
    old, place = _version(files.get(COVER, b""), f"{folder}/{COVER}".lstrip("/"))
    if not old:
        message = N_("The file does not say which schema_version it has; nothing was changed.")
        return MigrationResult(old, old, notes=(MigrationNote(place, message),))
    if old > newest:
        raise ConvenantError(
            N_("The covenant has schema version {version}, and this program knows {newest}."),
            N_("Use a newer version of convenant."),
            version=str(old),
            newest=str(newest),
        )
    pending = [migration for migration in migrations if migration.version > old]
    changed: dict[str, bytes] = {}
    notes: list[MigrationNote] = []
    for name, data in files.items():
        steps = [step for migration in pending for step in migration.steps.get(name, ())]
        if not steps and not (name == COVER and pending):
            continue
        file = f"{folder}/{name}".lstrip("/")

        def edit(content: Any, steps: Any = steps, file: str = file, name: str = name) -> None:
            from convenant.edges.yaml.migration_step import Stepper

            stepper = Stepper(file)
            for step in steps:
                stepper.take(step, content)
            notes.extend(stepper.notes)
            if name == COVER:
                content[VERSION] = newest

        migrated = edit_yaml(data, edit)
        if migrated != data:
            changed[name] = migrated
    notes.sort(key=lambda note: note.place)
    return MigrationResult(old, newest, changed, tuple(notes))


def _version(data: bytes, file: str) -> tuple[int, Place]:
    """The version that a cover says, 0 where it says none, and where that stands."""
    found: list[tuple[int, Place]] = [(0, Place(file))]

    def look(content: Any) -> None:
        said = str(content.get(VERSION, ""))
        if VERSION in content:
            line, column = content.lc.key(VERSION)
            version = int(said) if said.isascii() and said.isdigit() else 0
            found.append((version, Place(file, line + 1, column + 1)))

    edit_yaml(data, look)
    return found[-1]
