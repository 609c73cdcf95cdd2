"""`convenant verify`: what a published version proves, in plain words."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from convenant.cli.steps.speech import say, speaker
from convenant.locale import N_


@click.command(
    name="verify",
    help=say(
        N_(
            "Tell what a published version proves and what not, without a network. TARGET is a "
            "bundle (its folder or its .zip) or a name such as de-linde/v1.0.0. The exit code is 0 "
            "when nothing is wrong, 1 when something is, 4 when something cannot be proven here, "
            "such as a rebuild with other tools."
        )
    ),
)
@click.argument("target")
@click.option(
    "--repository",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help=say(N_("A clone of the workspace, to compare with; else the folder you are in.")),
)
@click.option(
    "--allowed-signers",
    "signers",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=say(N_("Who may sign a name, as ssh-keygen reads it; else that of the workspace.")),
)
@click.option("--json", "as_json", is_flag=True, help=say(N_("For a machine.")))
def command(target: str, repository: Path | None, signers: Path | None, as_json: bool) -> None:
    """Open the bundle, judge it alone, judge it beside the clone, tell."""
    from convenant.cli.steps.version.proof import tell_verdicts
    from convenant.cli.steps.version.verifying import judge_alone, open_bundle
    from convenant.cli.steps.version.verifying_git import judge_beside
    from convenant.cli.steps.version.verifying_target import clone_of, place_of
    from convenant.edges.disk.cache import Cache

    # Nothing that was kept from before may speak for a version.
    with Cache(None) as cache, place_of(target, repository, cache) as place:
        opened, verdicts = open_bundle(place, cache)
        if opened:
            shelf, told = clone_of(opened, repository)
            verdicts += [*judge_alone(opened, cache), *told]
            verdicts += judge_beside(opened, shelf, signers) if shelf else []
    sys.exit(tell_verdicts(verdicts, speaker(), as_json=as_json))
