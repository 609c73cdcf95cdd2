"""`convenant notebook`: what a party says in confidence, kept where only you can read it."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from convenant.cli.steps.speech import say, speaker
from convenant.locale import N_


@click.group(
    name="notebook",
    help=say(
        N_(
            "The safe notebook: interests that a party voices in confidence. It is encrypted, lies "
            "outside the workspace, and nothing of it goes anywhere until its owner agrees."
        )
    ),
)
def command() -> None:
    """The group of commands on the notebook."""


_OF = click.option(
    "--covenant", "slug", default=None, metavar="COVENANT", help=say(N_("Of which one."))
)


@command.command(name="add", help=say(N_("Write down what a party said in confidence.")))
@click.argument("party", metavar="PARTY")
@_OF
def add(party: str, slug: str | None) -> None:
    """Ask for the words, keep them. They are no argument: a shell remembers those."""
    from convenant.cli.steps.asking import ask_covenant, ask_party
    from convenant.cli.steps.meeting.round import open_round
    from convenant.cli.steps.moment import today
    from convenant.edges.disk.notebook import (
        Confidence,
        new_key,
        notebook_file,
        read_notebook,
        write_notebook,
    )

    selection, name = ask_covenant(slug)
    round_, file = open_round(selection, name), notebook_file()
    actor = ask_party(round_.cover(name), party, round_.voice(name))
    passphrase = _passphrase(new=not file.exists())
    kept = read_notebook(file, passphrase)
    text = str(click.prompt(speaker().say(N_("What was said")), err=True, hide_input=True))
    day = today().isoformat()
    entry = Confidence(new_key(), name, actor.party or actor.role, text, day)
    write_notebook(file, passphrase, [*kept, entry])
    click.echo(speaker().say(N_("Kept in the notebook: {path}"), path=str(file)), err=True)


@command.command(name="read", help=say(N_("Read the notebook, at a terminal only.")))
@_OF
def read(slug: str | None) -> None:
    """Open it, show it to a person."""
    from convenant.cli.steps.asking import is_shown
    from convenant.edges.disk.notebook import notebook_file, read_notebook
    from convenant.report.shown import shown

    if not is_shown():
        said = N_("The notebook is shown at a terminal only, so that no file or log gets it.")
        raise click.UsageError(speaker().say(said))
    for entry in read_notebook(notebook_file(), _passphrase(new=False)):
        if slug in (None, entry.covenant):
            click.echo(shown(f"{entry.key}  {entry.covenant}  {entry.party}  {entry.day}"))
            click.echo(shown(f"  {entry.text}"))


@command.command(
    name="release",
    help=say(
        N_("Put one sentence, approved by its owner, into section 1 as a proposal of that party.")
    ),
)
@click.argument("key", metavar="KEY")
@click.option("--approved", is_flag=True, help=say(N_("The party approved this sentence.")))
@click.option("--forget", is_flag=True, help=say(N_("Take what was said out of the notebook.")))
def release(key: str, approved: bool, forget: bool) -> None:
    """Ask for the approved sentence, propose it, and keep the rest to ourselves."""
    from convenant.cli.steps.version.releasing import propose_sentence
    from convenant.edges.disk.notebook import notebook_file, read_notebook, write_notebook

    file, passphrase = notebook_file(), _passphrase(new=False)
    kept = read_notebook(file, passphrase)
    entry = next((entry for entry in kept if entry.key == key), None)
    if entry is None:
        raise click.UsageError(speaker().say(N_("The notebook has no such entry.")))
    asked = N_("Which sentence did the party approve")
    sentence = str(click.prompt(speaker().say(asked), err=True)).strip()
    if not approved and not click.confirm(
        speaker().say(N_("Did the party itself approve exactly this sentence?")), err=True
    ):
        click.echo(speaker().say(N_("Nothing left the notebook.")), err=True)
        sys.exit(1)
    id = propose_sentence(entry.covenant, entry.party, sentence)
    if forget:
        write_notebook(file, passphrase, [other for other in kept if other.key != key])
    click.echo(speaker().say(N_("Proposal {id} holds the sentence, and only that."), id=id))


def _passphrase(*, new: bool) -> str:
    ask: Callable[..., object] = click.prompt
    text = speaker().say(N_("Passphrase of a new notebook") if new else N_("Passphrase"))
    return str(ask(text, hide_input=True, confirmation_prompt=new, err=True))
