"""`convenant explain CODE`: why a rule is there, with a bad example and a good one."""

from __future__ import annotations

from collections.abc import Sequence

import click

from convenant.cli.steps.speech import say, speaker
from convenant.locale import N_


@click.command(
    name="explain",
    help=say(N_("Explain a rule: why it is there, and an example of how to keep it.")),
)
@click.argument("codes", nargs=-1, metavar="[CODE]...")
def command(codes: Sequence[str]) -> None:
    """The pages of the rules; without a code the list of all."""
    from difflib import get_close_matches

    from convenant.check.registry import rules
    from convenant.report.page import rule_list, rule_page

    voice = speaker()
    if not codes:
        click.echo(rule_list(rules().values(), voice), nl=False)
    for code in codes:
        if code not in rules():
            near = ", ".join(get_close_matches(code, rules())) or ", ".join(sorted(rules()))
            said = N_("There is no rule “{code}”. Did you mean: {near}?")
            raise click.BadParameter(voice.say(said, code=code, near=near))
        click.echo(rule_page(rules()[code], voice), nl=False)
