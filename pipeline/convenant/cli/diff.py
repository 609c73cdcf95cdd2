"""`convenant diff`: what changed between two versions, as sentences and as a redline."""

from __future__ import annotations

from collections.abc import Sequence

import click

from convenant.cli.completion import complete_covenants
from convenant.cli.speech import say
from convenant.locale import N_


@click.command(
    name="diff",
    help=say(
        N_(
            "Tell what changed between two versions of covenants. OLD and NEW are names such as "
            "v0.3, last-meeting, or folders. Without NEW: the folder as it is."
        )
    ),
)
@click.argument("old", metavar="[OLD]", default="")
@click.argument("new", metavar="[NEW]", default="")
@click.option("--since", default="", metavar="VERSION", help=say(N_("The same as OLD.")))
@click.option(
    "--covenant",
    "-c",
    "slugs",
    multiple=True,
    shell_complete=complete_covenants,
    help=say(N_("Only this covenant; may be given more than once.")),
)
@click.option(
    "--section",
    "sections",
    multiple=True,
    type=click.IntRange(0, 5),
    help=say(N_("Only this section, 1 to 5; 0 is the title page. May be given more than once.")),
)
@click.option("--party", default="", help=say(N_("Only what touches this party, by its id.")))
@click.option("--json", "as_json", is_flag=True, help=say(N_("For programs, as JSON.")))
def command(
    old: str,
    new: str,
    since: str,
    slugs: Sequence[str],
    sections: Sequence[int],
    party: str,
    as_json: bool,
) -> None:
    """Select, read both versions, compare, tell."""
    from convenant.cli.comparing import compare, read_sides, wanted_versions
    from convenant.cli.telling import tell_changes
    from convenant.edges.cache import Cache, cache_folder
    from convenant.edges.resource import read_schemas

    wanted = wanted_versions(slugs, old=since or old, new=new if not since else old)
    schemas = read_schemas()
    with Cache(cache_folder()) as cache:
        compared = [
            compare(sides, schemas, sections) for sides in read_sides(wanted, schemas, cache)
        ]
    click.echo(tell_changes(compared, party=party, as_json=as_json), nl=False)
