"""`convenant sign`: freeze a copy to sign, write down who signed it, and look at a signed PDF."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Any

import click

from convenant.cli.steps.completion import complete_covenants
from convenant.cli.steps.saying import DAY, iso
from convenant.cli.steps.speech import say, speaker
from convenant.locale import N_

PROBLEMS = 1
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(
    name="sign",
    help=say(N_("Put a text up for signature, and keep who signed it and how.")),
)
def command() -> None:
    """The group of the commands below."""


@command.command(
    "open",
    help=say(
        N_(
            "Freeze the present text as a copy to sign: without the mark of a concept, with an "
            "empty signature field for each function. What is signed is published later byte for "
            "byte. Where something is missing, shows who still has to do what."
        )
    ),
)
@click.argument("slug", shell_complete=complete_covenants)
@click.option("--again", is_flag=True, help=say(N_("Make a new copy of a text that has one.")))
@click.option(
    "--output",
    "-o",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("dist"),
    show_default=True,
    help=say(N_("The folder to put the bundle in.")),
)
@click.option(
    "--push", "remote", default="", metavar="REMOTE", help=say(N_("Publish the name there too."))
)
@click.option("--dry-run", is_flag=True, help=say(N_("Show the plan; make nothing.")))
def open_copy(slug: str, again: bool, output: Path, remote: str, dry_run: bool) -> None:
    """See what there is, plan the copy, list what is missing, publish."""
    from convenant.cli.steps.version.planning import plan_signature_copy
    from convenant.cli.steps.version.publishing import open_shelf, publish
    from convenant.edges.disk.cache import Cache, cache_folder
    from convenant.edges.vcs.history import History
    from convenant.locale import voice
    from convenant.report.release import todo_lines

    shelf = open_shelf(slug, remote)
    with History(shelf.root) as history, Cache(cache_folder()) as cache:
        plan = plan_signature_copy(shelf, history, cache, again=again)
        name = str(plan.inputs.name)
        if plan.todos:
            click.echo(speaker().say(N_("{name} cannot be put up for signature yet."), name=name))
            told = voice(plan.understood.text.covenant.language)
            for line in todo_lines(plan.todos, told):
                click.echo(line)
            sys.exit(PROBLEMS)
        said = N_("{slug} {name}: fingerprint of the text {digest}")
        digest = plan.understood.digest.whole
        click.echo(speaker().say(said, slug=shelf.slug, name=name, digest=digest), err=True)
        if not dry_run:
            made = (plan.inputs, plan.parts, plan.understood)
            publish(shelf, *made, cache, output=output, remote=remote)


@command.command("record", help=say(N_("Write down that a function of a party signed a copy.")))
@click.argument("slug", shell_complete=complete_covenants)
@click.option("--party", required=True, help=say(N_("The id of the party.")))
@click.option("--function", required=True, help=say(N_("In which function; never a name.")))
@click.option(
    "--method",
    required=True,
    type=click.Choice(["wet_ink", "pades"]),
    help=say(N_("In ink on paper, or in the PDF with a certificate.")),
)
@click.option("--file", type=FILE, help=say(N_("The signed PDF or the scan: its hash is kept.")))
@click.option("--date", "day", type=DAY, help=say(N_("The day; today unless given.")))
@click.option("--recorded-by", default="", help=say(N_("The function of who writes it down.")))
@click.option("--dry-run", is_flag=True, help=say(N_("Show what would be written; write nothing.")))
def record(
    slug: str,
    party: str,
    function: str,
    method: str,
    file: Path | None,
    day: Any,
    recorded_by: str,
    dry_run: bool,
) -> None:
    """See which copy is open, look at the signed file, make the record, write it down."""
    from convenant.cli.steps.version.planning import copy_of
    from convenant.cli.steps.version.publishing import shelf_of
    from convenant.cli.steps.version.recording import Entry, record_all
    from convenant.cli.steps.version.signed import refuse_unsigned
    from convenant.cli.steps.version.standing import Refused, known_function, stand, today
    from convenant.model.record import Signature
    from convenant.plan.release import granted_authority
    from convenant.problem import Place

    if method == "pades" and file is None:
        raise click.UsageError(speaker().say(N_("A signed PDF is known by its hash: add --file.")))
    standing = stand(slug)
    signing = known_function(standing.covenant, party, function)
    name = standing.covenant.slug
    shelf = shelf_of(standing.root, name)
    copy = copy_of(shelf, standing.digest.whole)
    if copy is None:
        raise Refused(
            N_("This text of {slug} has not been put up for signature."),
            N_("Do that first: convenant sign open {slug}"),
            slug=name,
        )
    if method == "pades" and file:
        refuse_unsigned(file.read_bytes(), copy.document)
    entry = Signature(
        Place(""),
        copy.name,
        copy.digest,
        copy.document,
        function,
        method,
        iso(day) or today(),
        hashlib.sha256(file.read_bytes()).hexdigest() if file else "",
        granted_authority(signing),
        recorded_by,
    )
    message = standing.voice.say(N_("Signature of {party} written down"), party=party)
    record_all(standing, [Entry(f"signatures/{party}.yaml", entry)], message, dry_run=dry_run)


@command.command(
    "check",
    help=say(
        N_(
            "Look at a signed PDF: is it our copy with nothing but signatures added, does each "
            "signature cover it, and does its certificate lead to a root that you trust?"
        )
    ),
)
@click.argument("file", type=FILE)
@click.option(
    "--copy",
    "original",
    type=FILE,
    required=True,
    help=say(N_("The PDF that was put up for signature.")),
)
@click.option(
    "--roots",
    type=FILE,
    multiple=True,
    help=say(N_("Certificates that you trust, as PEM; may be given more than once.")),
)
@click.option("--json", "as_json", is_flag=True, help=say(N_("For a machine.")))
def check(file: Path, original: Path, roots: tuple[Path, ...], as_json: bool) -> None:
    """Read both files, judge every signature, tell."""
    from convenant.cli.steps.version.proof import tell_verdicts
    from convenant.edges.pdf.signed import read_signed_pdf
    from convenant.plan.signed_pdf import judge_signed_pdf

    found = read_signed_pdf(
        file.read_bytes(), original.read_bytes(), [r.read_bytes() for r in roots]
    )
    sys.exit(tell_verdicts(judge_signed_pdf(found), speaker(), as_json=as_json))
