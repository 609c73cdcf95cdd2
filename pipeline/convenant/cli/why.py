"""`convenant why`: from a line or a clause back to the meeting and the proposal that made it."""

from __future__ import annotations

import re
from pathlib import Path

import click

from convenant.cli.steps.speech import say
from convenant.locale import N_

_LINE = re.compile(r"(?P<file>.+?):(?P<line>\d{1,7})(?::\d+)?")


@click.command(
    name="why",
    help=say(
        N_(
            "Tell who proposed a line and in which meeting it was agreed. PLACE is a file and a "
            "line, such as 1-ambition.md:12, or the id of an article or item, such as D2."
        )
    ),
)
@click.argument("place", metavar="PLACE")
@click.option("--covenant", "slug", default=None, metavar="COVENANT", help=say(N_("Of which one.")))
def command(place: str, slug: str | None) -> None:
    """Find the lines, ask who made them, tell."""
    from convenant.cli.steps.asking import ask_covenant
    from convenant.cli.steps.change.looking_back import clause_lines, who_made
    from convenant.cli.steps.meeting.round import open_round
    from convenant.edges.vcs.version_folder import read_files
    from convenant.report.iteration import why_text

    match = _LINE.fullmatch(place)
    path = Path(match["file"]) if match else None
    if slug is None and path is not None and "covenants" in path.parts:
        slug = path.parts[path.parts.index("covenants") + 1]
    selection, name = ask_covenant(slug)
    round_ = open_round(selection, name)
    files, voice = read_files(round_.repository, round_.tip, name), round_.voice(name)
    if match and path is not None:
        inside = path.parts[path.parts.index(name) + 1 :] if name in path.parts else path.parts
        file, line = "/".join(inside), int(match["line"])
        places = [(file, line, line)] if _has(files, file, line) else []
    else:
        places = list(clause_lines(files, place))
    if not places:
        said = N_("“{place}” is no line, article or item of {slug}.")
        raise click.UsageError(voice.say(said, place=place, slug=name))
    for file, first, last in places:
        click.echo(f"{file}:")
        found = who_made(round_, name, file, first, last)
        click.echo(why_text(found, round_.cover(name), voice), nl=False)


def _has(files: dict[str, bytes], name: str, line: int) -> bool:
    return name in files and 0 < line <= len(files[name].split(b"\n"))
