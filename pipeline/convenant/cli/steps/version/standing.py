"""One covenant as it stands: its text, its digest, its records and its version."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path

import click
from msgspec import Struct

from convenant.cli.steps.reading import Reading, read_covenants
from convenant.cli.steps.selection import select
from convenant.cli.steps.snapshot import Snapshot
from convenant.cli.steps.speech import speaker
from convenant.edges.disk.cache import Cache, cache_folder
from convenant.edges.disk.resource import read_schemas
from convenant.edges.vcs.place import Version
from convenant.locale import N_, Voice, voice
from convenant.model.covenant import Covenant
from convenant.model.party import Party
from convenant.model.record import Records
from convenant.plan.digest import Digest, digest_covenant
from convenant.problem import Severity

PROBLEMS = 1


class Standing(Struct, frozen=True):
    """A sound covenant with everything that was said about it.

    Attributes:
        commit: the version in Git that holds exactly this text.
    """

    root: Path
    path: Path
    reading: Reading
    digest: Digest
    commit: str

    @property
    def covenant(self) -> Covenant:
        """The covenant."""
        return self.reading.covenant

    @property
    def records(self) -> Records:
        """What was said about it."""
        return self.reading.records

    @property
    def voice(self) -> Voice:
        """The language of the covenant."""
        return voice(self.covenant.language)


def stand(argument: str) -> Standing:
    """The covenant that a command is about, stored as a version and without errors.

    Raises:
        click.UsageError: when the argument names more than one.
        click.ClickException: when its text has changes that no version holds, or has errors.
    """
    selection = select([argument])
    if len(selection.folders) != 1:
        raise click.UsageError(speaker().say(N_("Name one covenant.")))
    path = selection.folders[0]
    schemas = read_schemas()
    with Cache(cache_folder()) as cache:
        stored = Snapshot(selection, "HEAD")
        (head,) = stored.folders()
        (now,) = Snapshot(selection).folders()
        (reading,) = read_covenants([now], schemas, cache)
    if (now.files, now.sums) != (head.files, head.sums):
        raise Refused(
            N_("The text of {slug} has changes that no version holds yet."),
            N_("Store them first, so that it is clear which text this is about."),
            slug=path.name,
        )
    if any(problem.severity is Severity.ERROR for problem in reading.problems):
        raise Refused(N_("{slug} has errors."), N_("Run: convenant check {slug}"), slug=path.name)
    digest = digest_covenant(reading.covenant, schemas)
    return Standing(selection.root, path, reading, digest, stored.version(path.name).commit)


def look(argument: str) -> tuple[Covenant, Version]:
    """The covenant that a command only reads, as it stands, and its version.

    Raises:
        click.UsageError: when the argument names more than one.
    """
    selection = select([argument])
    if len(selection.folders) != 1:
        raise click.UsageError(speaker().say(N_("Name one covenant.")))
    snapshot = Snapshot(selection)
    with Cache(cache_folder()) as cache:
        (reading,) = read_covenants(snapshot.folders(), read_schemas(), cache)
    return reading.covenant, snapshot.version(selection.folders[0].name)


class Refused(click.ClickException):
    """A sentence and a hint on standard error, and the exit code of a document to mend."""

    exit_code = PROBLEMS

    def __init__(self, message: str, hint: str = "", **values: str) -> None:
        said = speaker().say(message, **values)
        super().__init__(f"{said}\n→ {speaker().say(hint, **values)}" if hint else said)

    def show(self, file: object = None) -> None:
        """Print both, without click's own “Error:”."""
        click.echo(self.message, err=True)


def today() -> str:
    """The ISO date of now, UTC; `SOURCE_DATE_EPOCH` overrides it."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(fixed) if fixed.isdecimal() else int(time.time())
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def known_party(covenant: Covenant, id: str) -> None:
    """Refuse a party that the covenant does not have, with those that it has."""
    if covenant.party(id) is None:
        names = ", ".join(party.id for party in covenant.cover.parties)
        said = N_("“{name}” is none of the parties: {names}.")
        raise click.BadParameter(speaker().say(said, name=id, names=names), param_hint="--party")


def known_function(covenant: Covenant, id: str, function: str) -> Party:
    """The party, where it signs in this function; else a refusal with the functions it has."""
    from convenant.plan.release import functions

    known_party(covenant, id)
    party = covenant.party(id)
    assert party is not None  # noqa: S101  (for the type checker)
    if function not in functions(party):
        said = N_("For {party} sign: {names}.")
        names = ", ".join(functions(party)) or "—"
        raise click.BadParameter(
            speaker().say(said, party=id, names=names), param_hint="--function"
        )
    return party
