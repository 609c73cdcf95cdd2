"""The end of a meeting: notes to records, closing, papers, and undoing a mistake."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from convenant.cli.steps.completion import complete_covenants
from convenant.cli.steps.speech import say
from convenant.locale import N_

PROBLEMS = 1
_OF = click.option(
    "--covenant",
    "slug",
    default=None,
    metavar="COVENANT",
    shell_complete=complete_covenants,
    help=say(N_("Of which one.")),
)
_IN = click.option("--meeting", "id", default="", metavar="MEETING", help=say(N_("Which meeting.")))


@click.command(
    name="notes",
    help=say(
        N_(
            "Take decisions, actions and concerns out of notes that you keep outside the "
            "workspace. You see each line first."
        )
    ),
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--name", "named", multiple=True, metavar="PARTY",
    help=say(N_("This party agreed to be named with its concern; may be repeated.")),
)  # fmt: skip
@click.option("--yes", is_flag=True, help=say(N_("Take them without asking.")))
@click.option("--dry-run", is_flag=True, help=say(N_("Show what would happen; change nothing.")))
@_OF
@_IN
def notes(
    file: Path, named: Sequence[str], yes: bool, dry_run: bool, slug: str | None, id: str
) -> None:
    """Find the meeting, read the notes, show them, keep what is wanted."""
    from convenant.cli.steps.meeting.noting import jottings, keep_jottings, previewed, wanted
    from convenant.cli.steps.meeting.sitting import take_seat, the_meeting

    table = take_seat(slug)
    sitting = the_meeting(table, id)
    found = jottings(table, file)
    click.echo(previewed(table, found, named), nl=False)
    if found and not dry_run and wanted(table, yes):
        keep_jottings(table, sitting.id, found, named)
        click.echo(table.voice.say(N_("Noted.")))


@click.command(name="minutes", help=say(N_("Write the minutes of a closed meeting as papers.")))
@click.argument("id", metavar="MEETING")
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, file_okay=False), default=Path(),
    metavar="FOLDER", help=say(N_("Write the papers into this folder.")),
)  # fmt: skip
@click.option(
    "--format", "forms", type=click.Choice(["md", "pdf", "docx"]), multiple=True,
    help=say(N_("Only this format; may be repeated.")),
)  # fmt: skip
@_OF
def minutes(id: str, output: Path, forms: Sequence[str], slug: str | None) -> None:
    """Find the minutes, write them."""
    from convenant.cli.steps.meeting.handing_out import write_minutes
    from convenant.cli.steps.meeting.sitting import take_seat

    table = take_seat(slug, share=False)
    if id not in table.closed:
        said = N_("There is no closed meeting “{id}”. There are: {names}.")
        names = ", ".join(table.closed) or "–"
        raise click.UsageError(table.voice.say(said, id=id, names=names))
    for file in write_minutes(table, id, output, forms or ("md", "pdf", "docx")):
        click.echo(file)


@click.command(
    name="close",
    help=say(N_("Take over what was agreed, all or none, and write the record and the minutes.")),
)
@click.argument("slug", required=False, metavar="[COVENANT]", shell_complete=complete_covenants)
@_IN
@click.option(
    "--choose", "choices", multiple=True, metavar="NUMBER=CHOICE",
    help=say(N_("At a clash: 1, 2, both, or a text of your own.")),
)  # fmt: skip
@click.option(
    "--again", is_flag=True,
    help=say(N_("It was closed here but not shared, and somebody else was first: do it again.")),
)  # fmt: skip
@click.option(
    "--because", default="", metavar="REASON",
    help=say(N_("Why what the gate lets wait is taken over nevertheless; it stays on record.")),
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help=say(N_("Show what would happen; change nothing.")))
def close(
    slug: str | None, id: str, choices: Sequence[str], again: bool, because: str, dry_run: bool
) -> None:
    """Read, plan, choose, show, carry out."""
    from convenant.cli.steps.meeting.closing import carry_out, plan_closing
    from convenant.cli.steps.meeting.closing_words import closing_text, obstacles_text, turned_text
    from convenant.cli.steps.meeting.deciding import with_choices
    from convenant.cli.steps.meeting.ending_turn import end_without_plan, start_again
    from convenant.cli.steps.meeting.letting_in import can_be_overruled, overrule
    from convenant.cli.steps.meeting.sitting import take_seat, the_meeting

    if again:
        start_again(slug)
    table = take_seat(slug, share=not dry_run)
    if end_without_plan(table, id):
        return
    sitting = the_meeting(table, id)
    closing = plan_closing(table.round, table.slug, sitting)
    if because and can_be_overruled(closing.waits):
        sitting = overrule(table, sitting, because, keep_it=not dry_run)
        closing = plan_closing(table.round, table.slug, sitting)
    if closing.clashes:
        closing = with_choices(table, closing, choices, keep_them=not dry_run)
    if not closing.is_possible:
        click.echo(obstacles_text(closing, table.voice), nl=False)
        sys.exit(PROBLEMS)
    click.echo(closing_text(closing, table.voice), nl=False)
    if not dry_run:
        turned = carry_out(table.round, closing)
        click.echo(turned_text(turned, table.slug, sitting.id, table.voice), nl=False, err=True)


@click.command(
    name="undo",
    help=say(N_("Take back a meeting that was closed by mistake. The history keeps both.")),
)
@click.argument("id", metavar="MEETING")
@click.option("--because", default="", metavar="REASON", help=say(N_("Why.")))
@click.option("--dry-run", is_flag=True, help=say(N_("Show what would happen; change nothing.")))
@_OF
def undo(id: str, because: str, dry_run: bool, slug: str | None) -> None:
    """Read, plan, show, carry out."""
    from convenant.cli.steps.asking import ask_text
    from convenant.cli.steps.meeting.sitting import take_seat
    from convenant.cli.steps.meeting.undoing import carry_out_undoing, plan_undoing
    from convenant.cli.steps.meeting.undoing_words import undoing_text, undone_text

    table = take_seat(slug, share=not dry_run)
    asked = N_("Why is the meeting undone?")
    reason = because or ask_text(asked, "--because", table.voice)
    undoing = plan_undoing(table.round, table.slug, id, reason)
    click.echo(undoing_text(undoing, table.voice), nl=False)
    if undoing.clashes or undoing.problems:
        sys.exit(PROBLEMS)
    if not dry_run:
        turned = carry_out_undoing(table.round, undoing, reason)
        click.echo(undone_text(turned, id, table.voice), nl=False, err=True)
