"""`convenant diff`: what changed between two versions, as sentences and as a redline."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from convenant.cli.steps.completion import complete_covenants
from convenant.cli.steps.speech import say
from convenant.locale import N_


@click.command(
    name="diff",
    help=say(
        N_(
            "Tell what changed between two versions of covenants. OLD and NEW are names such as "
            "v0.3, last-meeting, the id of a meeting or of a proposal, or folders. Without NEW: "
            "the folder as it is, or for a proposal what it changes."
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
@click.option(
    "--format",
    "forms",
    multiple=True,
    type=click.Choice(["txt", "md", "docx", "pdf", "html"]),
    help=say(
        N_(
            "The text with its changes marked: on the screen (txt, md) or as a file (docx, pdf, "
            "html). May be given more than once."
        )
    ),
)
@click.option(
    "--summary", is_flag=True, help=say(N_("One page for an administrator, perhaps for one party."))
)
@click.option("--author", default="", help=say(N_("Whose changes they are, as Word shows it.")))
@click.option(
    "--output",
    "-o",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("build"),
    show_default=True,
    help=say(N_("The folder to put the documents in.")),
)
@click.option("--json", "as_json", is_flag=True, help=say(N_("For programs, as JSON.")))
def command(
    old: str,
    new: str,
    since: str,
    slugs: Sequence[str],
    sections: Sequence[int],
    party: str,
    forms: Sequence[str],
    summary: bool,
    author: str,
    output: Path,
    as_json: bool,
) -> None:
    """Select, read both versions, compare, tell or write."""
    from convenant.cli.steps.change.comparing import compare
    from convenant.cli.steps.change.naming import wanted_versions
    from convenant.cli.steps.change.redlining import shown_redlines, write_redlines
    from convenant.cli.steps.change.sides import read_sides
    from convenant.cli.steps.change.telling import tell_changes
    from convenant.edges.disk.cache import Cache, cache_folder
    from convenant.edges.disk.resource import read_schemas

    wanted = wanted_versions(slugs, old=since or old, new=new if not since else old)
    schemas = read_schemas()
    with Cache(cache_folder()) as cache:
        both = read_sides(wanted, schemas, cache)
        compared = [compare(sides, schemas, sections, author) for sides in both]
        told = tell_changes(compared, party=party, as_json=as_json)
        files = write_redlines(compared, forms, output, cache, party=party, summary=summary)
    if as_json or (not forms and not summary):
        click.echo(told, nl=False)
    for text in shown_redlines(compared, forms, party=party, summary=summary):
        click.echo(text, nl=False)
    for file in files:
        click.echo(str(file))
