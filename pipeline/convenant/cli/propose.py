"""`convenant propose`: what was changed in the folder becomes a proposal of a party."""

from __future__ import annotations

import sys

import click

from convenant.cli.steps.completion import complete_covenants
from convenant.cli.steps.speech import say
from convenant.locale import N_

PROBLEMS = 1


@click.command(
    name="propose",
    help=say(
        N_(
            "Make a proposal of what you changed in the folder of a covenant. Afterwards the "
            "folder shows the present text again; your change is kept in the proposal."
        )
    ),
)
@click.argument("slug", required=False, metavar="[COVENANT]", shell_complete=complete_covenants)
@click.option("--as", "party", default="", metavar="PARTY", help=say(N_("Whose proposal it is.")))
@click.option(
    "--message",
    "-m",
    default="",
    metavar="TEXT",
    help=say(N_("What it is about, in one sentence.")),
)
@click.option(
    "--revise",
    default="",
    metavar="PROPOSAL",
    help=say(N_("Make it a newer version of this proposal.")),
)
@click.option("--keep", is_flag=True, help=say(N_("Leave the change in the folder as well.")))
@click.option("--dry-run", is_flag=True, help=say(N_("Show what would happen; change nothing.")))
def command(
    slug: str | None, party: str, message: str, revise: str, keep: bool, dry_run: bool
) -> None:
    """Select, ask what is not said, plan, show, write, share."""
    from convenant.cli.steps.asking import ask_covenant, ask_party, ask_text
    from convenant.cli.steps.meeting.round import open_round, record
    from convenant.cli.steps.meeting.round_words import tell_problems, tell_shared
    from convenant.cli.steps.proposing import (
        plan_proposal,
        proposed,
        share_proposal,
        write_proposal,
    )
    from convenant.edges.vcs.main_version import refuse_elsewhere
    from convenant.report.proposal import intent_text

    selection, slug = ask_covenant(slug, edited=True)
    round_ = open_round(selection, slug, share=not dry_run)
    refuse_elsewhere(round_.repository, round_.main)
    voice = round_.voice(slug)
    actor = ask_party(round_.cover(slug), party, voice, owner=revise)
    intent = plan_proposal(round_, slug, actor, message, revise)
    if intent.problems:
        tell_problems(intent.problems, voice)
        click.echo(voice.say(N_("Mend this first; then propose it again.")), err=True)
        sys.exit(PROBLEMS)
    if not message:
        asked = N_("What is this proposal about, in one sentence?")
        intent = plan_proposal(round_, slug, actor, ask_text(asked, "--message", voice), revise)
    click.echo(intent_text(intent.id, intent.name, intent.message, intent.edits, voice), nl=False)
    if dry_run:
        return
    left = write_proposal(round_, intent, keep=keep)
    reached = record(round_, proposed(intent))
    share_proposal(round_, slug, intent.id)
    for name in left:
        said = N_(
            "You changed {name} once more in the meantime; that change is still in the folder."
        )
        click.echo(voice.say(said, name=name), err=True)
    tell_shared(reached, voice)
