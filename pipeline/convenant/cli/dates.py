"""`convenant dates`: what is due once a covenant is signed, as a list and for a calendar."""

from __future__ import annotations

import json
from pathlib import Path

import click

from convenant.cli.steps.completion import complete_covenants
from convenant.cli.steps.speech import say
from convenant.locale import N_


@click.command(
    name="dates",
    help=say(
        N_(
            "List the days that matter after signing: evaluations, commitments, notice, the end. "
            "With --ics also as a file for any calendar."
        )
    ),
)
@click.argument("slug", shell_complete=complete_covenants)
@click.option(
    "--ics",
    type=click.Path(dir_okay=False, path_type=Path),
    help=say(N_("The calendar file to write.")),
)
@click.option("--json", "as_json", is_flag=True, help=say(N_("For a machine.")))
@click.option("--dry-run", is_flag=True, help=say(N_("Show the list; write nothing.")))
def command(slug: str, ics: Path | None, as_json: bool, dry_run: bool) -> None:
    """Read, plan the days, tell them, write the calendar."""
    from convenant.cli.steps.version.standing import look
    from convenant.edges.disk.atomic import write_atomically
    from convenant.edges.disk.calendar_file import CalendarDay, calendar_file
    from convenant.locale import voice
    from convenant.plan.dates import plan_dates
    from convenant.report.dates import date_lines, date_record, day_title

    covenant, version = look(slug)
    told, days = voice(covenant.language), plan_dates(covenant)
    names = {party.id: party.label for party in covenant.cover.parties}
    if as_json:
        record = date_record(covenant.slug, days, names, told)
        click.echo(json.dumps(record, ensure_ascii=False, indent=2).encode())
    else:
        for line in date_lines(days, names, told):
            click.echo(line)
    if ics and not dry_run:
        entries = [
            CalendarDay(
                f"{covenant.slug}-{day.kind}-{day.id}@convenant",
                day.day,
                f"{covenant.cover.citation_title or covenant.cover.title}: {day_title(day, told)}",
                names.get(day.by, day.by),
            )
            for day in days
        ]
        write_atomically(ics, calendar_file(covenant.cover.title, entries, time=version.time))
        click.echo(str(ics), err=True)
