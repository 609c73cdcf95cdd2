"""`convenant digest`: the fingerprint of what was agreed."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from convenant.cli.steps.completion import complete_covenants
from convenant.cli.steps.speech import say, speaker
from convenant.locale import N_

PROBLEMS = 1


@click.command(
    name="digest",
    help=say(
        N_("Show the digest of covenants: the fingerprint that consents and signatures hold.")
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=complete_covenants)
@click.option(
    "--at",
    default="",
    metavar="VERSION",
    help=say(N_("Use an earlier version, such as v0.3, instead of the folder as it is.")),
)
@click.option("--sections", is_flag=True, help=say(N_("Show the digest of each part as well.")))
@click.option(
    "--canonical", is_flag=True, help=say(N_("Show the canonical form that is hashed, as JSON."))
)
def command(paths: Sequence[str], at: str, sections: bool, canonical: bool) -> None:
    """Select, read, and print one line a covenant; what has errors was not agreed by anybody."""
    from convenant.check.registry import rules
    from convenant.cli.steps.reading import read_covenants
    from convenant.cli.steps.selection import select
    from convenant.cli.steps.snapshot import Snapshot
    from convenant.edges.disk.cache import Cache, cache_folder
    from convenant.edges.disk.resource import read_schemas
    from convenant.locale import voice
    from convenant.plan.digest import canonical_form, canonical_json, digest_covenant
    from convenant.problem import Severity
    from convenant.report.finding import tell
    from convenant.report.text import text_report

    selection = select(paths)
    schemas, failed = read_schemas(), False
    with Cache(cache_folder()) as cache:
        for reading in read_covenants(Snapshot(selection, at).folders(), schemas, cache):
            covenant = reading.covenant
            errors = [p for p in reading.problems if p.severity is Severity.ERROR]
            if errors:
                failed = True
                told = [tell(problem, rules(), voice(covenant.language)) for problem in errors]
                click.echo(text_report(told), nl=False, err=True)
                said = N_("{slug} has errors: it has no digest until they are mended.")
                click.echo(speaker().say(said, slug=covenant.slug), err=True)
                continue
            digest = digest_covenant(covenant, schemas)
            if canonical:
                for section, form in canonical_form(covenant, schemas).items():
                    click.echo(f"{section.key} {canonical_json(form)}")
                continue
            click.echo(f"{digest.whole}  {covenant.slug}")
            if sections:
                for section, value in digest.sections.items():
                    click.echo(f"{value}  {covenant.slug}/{section.key}")
    sys.exit(PROBLEMS if failed else 0)
