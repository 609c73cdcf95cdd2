"""The archive of a covenant: what it holds by now, and keeping it in the repository."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import click

from convenant.cli.steps.gate.forging import open_forge, workspace_here
from convenant.cli.steps.gate.ground import ground_of
from convenant.cli.steps.gate.who import account_of
from convenant.cli.steps.meeting.round import Round, open_round
from convenant.cli.steps.selection import Selection
from convenant.edges.disk.workspace_file import read_present, write_new
from convenant.edges.vcs.commit import commit_files
from convenant.errors import ConvenantError
from convenant.locale import N_
from convenant.model.archive import ArchivedRemark
from convenant.plan.archive import plan_archive
from convenant.report.archive import archive_json, archive_text
from convenant.report.difference import line_differences


def archive_files(selection: Selection, slug: str) -> dict[str, str]:
    """The files of the archive by path, as the records have it by now."""
    round_ = open_round(selection, slug)
    cover, voice = round_.cover(slug), round_.voice(slug)
    proposals = plan_archive(round_.events, _discussion(round_, slug))
    names = {party.id: party.name or party.label for party in cover.parties}
    return {
        f"archive/{slug}.json": archive_json(slug, proposals),
        f"archive/{slug}.md": archive_text(cover.title or slug, proposals, names, voice),
    }


def keep_archive(root: Path, files: Mapping[str, str], *, dry_run: bool) -> list[str]:
    """Write what differs, and show the difference; gives the paths."""
    present, changed = read_present(root, files), []
    for path, text in files.items():
        data = text.encode()
        if present.get(path) == data:
            continue
        changed.append(path)
        click.echo(line_differences(present.get(path, b""), data, path), nl=False)
        if not dry_run:
            write_new(root, path, data)
    return changed


def archive_release(selection: Selection, slug: str, name: str) -> None:
    """Keep the archive beside a version that was published, as a version of its own.

    The version is out by now: where the archive cannot be kept, that is told, and no more.
    """
    round_ = open_round(selection, slug)
    if not any(event.proposal for event in round_.events):
        return
    voice = round_.voice(slug)
    try:
        files = archive_files(selection, slug)
        present = read_present(selection.root, files)
        changed = [path for path, text in files.items() if present.get(path) != text.encode()]
        for path in changed:
            write_new(selection.root, path, files[path].encode())
        if changed:
            message = voice.say(N_("Archive of {slug} {name}"), slug=slug, name=name)
            commit_files(selection.root, [selection.root / path for path in changed], message)
            click.echo(voice.say(N_("Kept in {file}."), file=f"archive/{slug}.md"), err=True)
    except ConvenantError as error:
        why = voice.say(error.message, **error.values)
        said = N_("The archive could not be kept: {why} Do it with: convenant archive {slug}")
        click.echo(voice.say(said, why=why, slug=slug), err=True)


def _discussion(round_: Round, slug: str) -> dict[str, list[ArchivedRemark]] | None:
    """What was said under proposals, by role and party; None unless the workspace chose so."""
    here = workspace_here()
    if not here.discussion:
        return None
    if not here.repository or not (os.environ.get("GITHUB_TOKEN") or os.environ.get("GH_TOKEN")):
        return {}
    forge, roles = open_forge(here.repository), ground_of(round_).roles
    found: dict[str, list[ArchivedRemark]] = {}
    for id in dict.fromkeys(event.proposal for event in round_.events if event.proposal):
        for one in forge.fetch_discussion(f"proposal/{slug}/{id}"):
            lines = [line for line in account_of(one.by, roles).lines if line.holds_for(slug)]
            role, party = (lines[0].role, lines[0].party) if lines else ("", "")
            remark = ArchivedRemark(one.time, "remark", role, party, one.text)
            found.setdefault(id, []).append(remark)
    return found
