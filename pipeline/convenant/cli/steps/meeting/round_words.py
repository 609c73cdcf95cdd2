"""What the commands of a round say at their end."""

from __future__ import annotations

from collections.abc import Sequence

import click

from convenant.check.registry import rules
from convenant.edges.vcs.remote import Reach
from convenant.locale import N_, Voice
from convenant.problem import Problem
from convenant.report.finding import tell
from convenant.report.text import text_report


def tell_problems(problems: Sequence[Problem], voice: Voice) -> None:
    """Problems in the words of their rules."""
    told = [tell(problem, rules(), voice) for problem in problems]
    click.echo(text_report(told), nl=False)


def tell_shared(reached: Reach, voice: Voice) -> None:
    """Whether the others have it now."""
    if reached is Reach.OFFLINE:
        said = N_(
            "The others could not be reached. It is kept here; “convenant sync” shares it later."
        )
        click.echo(voice.say(said), err=True)
