"""Who said something, when, and where that can be found: the options that commands share."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from convenant.cli.steps.speech import say, speaker
from convenant.locale import N_
from convenant.model.record import Evidence
from convenant.problem import Place

KINDS = ("mail", "letter", "meeting", "decision", "review", "other")
DAY = click.DateTime(["%Y-%m-%d"])

_OPTIONS = (
    click.option("--party", required=True, help=say(N_("The id of the party."))),
    click.option("--function", required=True, help=say(N_("In which function; never a name."))),
    click.option("--date", "day", type=DAY, help=say(N_("The day; today unless given."))),
    click.option(
        "--recorded-by", default="", help=say(N_("The function of who writes it down for another."))
    ),
    click.option(
        "--evidence",
        "kind",
        type=click.Choice(KINDS),
        help=say(N_("Where it was said, if not here.")),
    ),
    click.option(
        "--evidence-date", "kind_day", type=DAY, help=say(N_("The day that stands on it."))
    ),
    click.option("--reference", default="", help=say(N_("The number by which to find it."))),
    click.option(
        "--evidence-file",
        "file",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help=say(N_("The file of it: only its hash is kept.")),
    ),
    click.option(
        "--dry-run", is_flag=True, help=say(N_("Show what would be written; write nothing."))
    ),
)


def who_and_where(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def evidence_of(
    day: str, recorded_by: str, kind: str | None, kind_day: Any, reference: str, file: Path | None
) -> Evidence | None:
    """The evidence as options give it; what is written down for another needs some.

    Raises:
        click.UsageError: when it is missing.
    """
    if kind is None:
        if recorded_by or file or reference:
            said = N_("Who writes down what another said names the evidence: add --evidence.")
            raise click.UsageError(speaker().say(said))
        return None
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest() if file else ""
    return Evidence(Place(""), kind, iso(kind_day) or day, reference, sha256)


def iso(day: Any) -> str:
    """The ISO date that an option gave, or nothing."""
    return day.date().isoformat() if day else ""
