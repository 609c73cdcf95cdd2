"""`convenant consent`: put a text to the parties, write down their answers, see who is missing."""

from __future__ import annotations

import json
from typing import Any

import click

from convenant.cli.consent_collect import command as collect
from convenant.cli.steps.completion import complete_covenants
from convenant.cli.steps.saying import DAY, evidence_of, iso, who_and_where
from convenant.cli.steps.speech import say, speaker
from convenant.locale import N_

PROBLEMS = 1
SECTIONS = ("ambition", "partnership", "visualisation", "programme", "annexes")
DRY_RUN = say(N_("Show what would be written; write nothing."))


@click.group(
    name="consent",
    help=say(N_("Ask the parties whether they agree to exactly this text.")),
)
def command() -> None:
    """The group of the commands below."""


command.add_command(collect)


@command.command("open", help=say(N_("Begin a round: put the present text to the parties.")))
@click.argument("slug", shell_complete=complete_covenants)
@click.option("--function", required=True, help=say(N_("In which function; never a name.")))
@click.option("--until", type=DAY, help=say(N_("The last day to answer.")))
@click.option("--date", "day", type=DAY, help=say(N_("The day; today unless given.")))
@click.option("--name", default="", help=say(N_("The name of the round; its day unless given.")))
@click.option("--dry-run", is_flag=True, help=DRY_RUN)
def open_round(slug: str, function: str, until: Any, day: Any, name: str, dry_run: bool) -> None:
    """See where it stands, plan the round, write it down."""
    from convenant.cli.steps.version.recording import Entry, record_all
    from convenant.cli.steps.version.standing import Refused, stand, today
    from convenant.model.cover_page import RESERVATION
    from convenant.model.record import ROUNDS_FILE, Round
    from convenant.plan.consent import last_round, part_digests
    from convenant.problem import Place

    standing = stand(slug)
    opened = iso(day) or today()
    running = last_round(standing.records)
    if running and running.digest == standing.digest.whole:
        raise Refused(
            N_("This text was put to the parties already: round {name}."),
            N_("Write down an answer with: convenant consent give {slug}"),
            name=running.round,
            slug=slug,
        )
    known = [r.round for r in standing.records.rounds.rounds] if standing.records.rounds else []
    round = Round(
        Place(""),
        name or _free(opened, known),
        opened,
        iso(until),
        standing.digest.whole,
        part_digests(standing.digest.sections),
        standing.commit,
        function,
    )
    message = standing.voice.say(N_("Consent round {name} opened"), name=round.round)
    record_all(standing, [Entry(ROUNDS_FILE, round)], message, dry_run=dry_run)
    click.echo(standing.voice.say(RESERVATION), err=True)


@command.command("give", help=say(N_("Write down what a party says about the present text.")))
@click.argument("slug", shell_complete=complete_covenants)
@click.option(
    "--answer",
    required=True,
    type=click.Choice(["agree", "agree_if", "object"]),
    help=say(N_("Agree, agree if, or object.")),
)
@click.option("--text", default="", help=say(N_("The condition or the objection.")))
@click.option(
    "--section", type=click.Choice(SECTIONS), help=say(N_("The section that it is about."))
)
@click.option("--meeting", default="", help=say(N_("The id of the meeting where it was said.")))
@who_and_where
def give(
    slug: str,
    answer: str,
    text: str,
    section: str | None,
    meeting: str,
    party: str,
    function: str,
    day: Any,
    recorded_by: str,
    dry_run: bool,
    **evidence: Any,
) -> None:
    """See where it stands, make the answer, write it down."""
    from convenant.cli.steps.version.recording import Entry, record_all
    from convenant.cli.steps.version.standing import known_party, stand, today
    from convenant.model.cover_page import RESERVATION
    from convenant.model.record import Answer
    from convenant.plan.consent import last_round, part_digests
    from convenant.problem import Place

    if answer != "agree" and not text.strip():
        said = N_("A condition or an objection says what it is: add --text.")
        raise click.UsageError(speaker().say(said))
    standing = stand(slug)
    known_party(standing.covenant, party)
    round, date = last_round(standing.records), iso(day) or today()
    record = Answer(
        Place(""),
        answer,
        standing.digest.whole,
        part_digests(standing.digest.sections),
        standing.commit,
        round.round if round and round.digest == standing.digest.whole else "",
        function,
        date,
        text.strip(),
        section or "",
        meeting,
        recorded_by,
        evidence_of(date, recorded_by, **evidence),
    )
    message = standing.voice.say(N_("Answer of {party} written down"), party=party)
    record_all(standing, [Entry(f"consents/{party}.yaml", record)], message, dry_run=dry_run)
    click.echo(standing.voice.say(RESERVATION), err=True)


@command.command(
    "confirm",
    help=say(
        N_(
            "After a change of wording only: let the function that a party named for minor changes "
            "confirm that the new wording says the same, so that its consent stands again."
        )
    ),
)
@click.argument("slug", shell_complete=complete_covenants)
@who_and_where
def confirm(
    slug: str,
    party: str,
    function: str,
    day: Any,
    recorded_by: str,
    dry_run: bool,
    **evidence: Any,
) -> None:
    """See where it stands, show the change, refuse more than wording, write it down."""
    from convenant.cli.steps.change.since import changed_sentences, wording_only_since
    from convenant.cli.steps.version.recording import Entry, record_all
    from convenant.cli.steps.version.standing import Refused, known_party, stand, today
    from convenant.model.record import Answer
    from convenant.plan.consent import agreed_before, part_digests
    from convenant.problem import Place

    standing = stand(slug)
    known_party(standing.covenant, party)
    who = standing.covenant.party(party)
    named = who.minor_changes_by if who else ""
    if function != named:
        raise Refused(
            N_("Only {function} may confirm a change of wording for {party}."),
            N_("That is what minor_changes_by in covenant.yaml says."),
            function=named or "—",
            party=party,
        )
    agreed = agreed_before(standing.records, party, standing.digest.whole)
    if agreed is None:
        raise Refused(
            N_("There is no consent of {party} on an earlier text to confirm."),
            N_("See: convenant consent status {slug}"),
            party=party,
            slug=slug,
        )
    for sentence in changed_sentences(standing, agreed.commit):
        click.echo(f"- {sentence}")
    if not wording_only_since(standing, agreed.commit):
        raise Refused(
            N_("More than the wording has changed since {party} agreed."),
            N_("Ask the party again: convenant consent give {slug}"),
            party=party,
            slug=slug,
        )
    date = iso(day) or today()
    record = Answer(
        Place(""),
        "confirm",
        standing.digest.whole,
        part_digests(standing.digest.sections),
        standing.commit,
        "",
        function,
        date,
        recorded_by=recorded_by,
        evidence=evidence_of(date, recorded_by, **evidence),
    )
    message = standing.voice.say(N_("Wording confirmed by {party}"), party=party)
    record_all(standing, [Entry(f"consents/{party}.yaml", record)], message, dry_run=dry_run)


@command.command("status", help=say(N_("Show who agrees to the present text, and who not yet.")))
@click.argument("slug", shell_complete=complete_covenants)
@click.option("--json", "as_json", is_flag=True, help=say(N_("For a machine.")))
@click.option("--remind", is_flag=True, help=say(N_("Write a reminder for who has to answer.")))
def status(slug: str, as_json: bool, remind: bool) -> None:
    """See where it stands, judge each answer, tell."""
    from convenant.cli.steps.change.since import changed_sentences
    from convenant.cli.steps.version.standing import stand, today
    from convenant.model.position import Stand
    from convenant.plan.consent import last_round, open_concerns, plan_positions
    from convenant.report.consent import consent_lines, consent_record
    from convenant.report.reminder import reminders

    standing = stand(slug)
    covenant, records = standing.covenant, standing.records
    positions = plan_positions(covenant, records, standing.digest.whole, standing.digest.sections)
    concerns = tuple(open_concerns(covenant, records))
    if as_json:
        record = consent_record(standing.digest.whole, positions, concerns)
        click.echo(json.dumps(record, ensure_ascii=False, indent=2).encode())
        return
    changes = {
        position.party.id: changed_sentences(standing, position.answer.commit)
        for position in positions
        if position.stand is Stand.STALE and position.answer
    }
    round = last_round(records)
    lines = consent_lines(positions, concerns, round, today(), changes, standing.voice)
    if remind:
        lines = reminders(covenant, positions, round, changes, standing.voice)
    for line in lines:
        click.echo(line)


def _free(day: str, known: list[str]) -> str:
    """A name for a round of this day: a second one gets a number."""
    count = 1
    while (name := day if count == 1 else f"{day}-{count}") in known:
        count += 1
    return name
