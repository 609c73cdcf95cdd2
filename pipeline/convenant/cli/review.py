"""`convenant review`: what a party's jurist says about the present text."""

from __future__ import annotations

from typing import Any

import click

from convenant.cli.steps.completion import complete_covenants
from convenant.cli.steps.saying import evidence_of, iso, who_and_where
from convenant.cli.steps.speech import say, speaker
from convenant.locale import N_


@click.command(
    name="review",
    help=say(
        N_(
            "Write down the legal review of the present text by a party: approved, with remarks, "
            "or that the party waives it."
        )
    ),
)
@click.argument("slug", shell_complete=complete_covenants)
@click.option(
    "--outcome",
    required=True,
    type=click.Choice(["approved", "remarks", "waived"]),
    help=say(N_("Approved, remarks or waived.")),
)
@click.option("--text", default="", help=say(N_("The remarks, in a few sentences.")))
@who_and_where
def command(
    slug: str,
    outcome: str,
    text: str,
    party: str,
    function: str,
    day: Any,
    recorded_by: str,
    dry_run: bool,
    **evidence: Any,
) -> None:
    """See where it stands, make the review, write it down."""
    from convenant.cli.steps.version.recording import Entry, record_all
    from convenant.cli.steps.version.standing import known_party, stand, today
    from convenant.model.record import Review
    from convenant.plan.consent import part_digests
    from convenant.problem import Place

    if outcome == "remarks" and not text.strip():
        raise click.UsageError(speaker().say(N_("Remarks say what they are: add --text.")))
    standing = stand(slug)
    known_party(standing.covenant, party)
    date = iso(day) or today()
    record = Review(
        Place(""),
        outcome,
        standing.digest.whole,
        part_digests(standing.digest.sections),
        standing.commit,
        function,
        date,
        text.strip(),
        recorded_by,
        evidence_of(date, recorded_by, **evidence),
    )
    message = standing.voice.say(N_("Legal review of {party} written down"), party=party)
    record_all(standing, [Entry(f"reviews/{party}.yaml", record)], message, dry_run=dry_run)
