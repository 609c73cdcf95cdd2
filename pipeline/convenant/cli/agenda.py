"""`convenant agenda`: the papers for the next meeting."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from convenant.cli.steps.completion import complete_covenants
from convenant.cli.steps.speech import say
from convenant.locale import N_

_FORMS = ("md", "pdf", "docx", "ics")


@click.command(
    name="agenda",
    help=say(
        N_(
            "Make the agenda of the next meeting from where the covenant stands, and a sheet for "
            "the facilitator. Without --output it is shown here."
        )
    ),
)
@click.argument("slug", required=False, metavar="[COVENANT]", shell_complete=complete_covenants)
@click.option("--date", default="", metavar="DATE", help=say(N_("The day; today without it.")))
@click.option("--start", default="", metavar="TIME", help=say(N_("When it begins, such as 19:30.")))
@click.option(
    "--minutes", type=click.IntRange(15, 480), default=90, help=say(N_("How long it lasts."))
)
@click.option(
    "--with", "company", type=click.Choice(["partners", "administrators"]), default="partners",
    help=say(
        N_(
            "Who sits at the table: with partners the picture comes first, with administrators "
            "the ambition."
        )
    ),
)  # fmt: skip
@click.option(
    "--section", "sections", type=click.IntRange(1, 5), multiple=True,
    help=say(N_("This section instead of those that are due; may be repeated.")),
)  # fmt: skip
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, file_okay=False), default=None,
    metavar="FOLDER", help=say(N_("Write the papers into this folder.")),
)  # fmt: skip
@click.option(
    "--format", "forms", type=click.Choice(_FORMS), multiple=True,
    help=say(N_("Only this format; may be repeated.")),
)  # fmt: skip
@click.option("--offline", is_flag=True, help=say(N_("Do not ask the others first.")))
def command(
    slug: str | None,
    date: str,
    start: str,
    minutes: int,
    company: str,
    sections: Sequence[int],
    output: Path | None,
    forms: Sequence[str],
    offline: bool,
) -> None:
    """Select, plan, render, write."""
    from convenant.cli.steps.asking import ask_covenant
    from convenant.cli.steps.meeting.handing_out import write_pack
    from convenant.cli.steps.meeting.preparing import plan_agenda
    from convenant.cli.steps.meeting.round import open_round
    from convenant.cli.steps.meeting.sitting import day_of, time_of
    from convenant.plan.order import Company
    from convenant.render.markdown.agenda import agenda_markdown

    selection, name = ask_covenant(slug)
    round_ = open_round(selection, name, share=not offline)
    agenda = plan_agenda(
        round_,
        name,
        date=day_of(date),
        start=time_of(start),
        minutes=minutes,
        company=Company(company),
        sections=sections,
    )
    if output is None:
        click.echo(agenda_markdown(agenda), nl=False)
        return
    for file in write_pack(agenda, output, forms or _FORMS):
        click.echo(file)
