"""What a name on the command line stands for, by covenant: a version, a meeting, a proposal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct
from msgspec.structs import replace

from convenant.cli.steps.selection import Selection, select
from convenant.cli.steps.speech import speaker
from convenant.locale import N_

if TYPE_CHECKING:
    from convenant.model.proposal import Draft

LAST_MEETING = "last-meeting"
"""Stands for the iteration of a covenant's last meeting."""


class Wanted(Struct, frozen=True):
    """What to compare with what.

    Attributes:
        old: a version's name for all, `last-meeting`, the id of a proposal, or a folder.
        new: likewise; empty for the working folder, or for the text of the proposal `old`.
    """

    selection: Selection
    old: str
    new: str = ""


class Named(Struct, frozen=True):
    """A version to read.

    Attributes:
        name: what a reader calls it; empty for the text that a proposal started from.
        commit: by what Git finds it.
        before: of such a text, the id of the proposal.
        party: of a proposal, the id of the party.
    """

    name: str
    commit: str
    before: str = ""
    party: str = ""


def wanted_versions(slugs: Sequence[str], *, old: str, new: str) -> Wanted:
    """What the command line asks for; within the folder of a covenant that one only.

    Raises:
        click.UsageError: when no old version is named.
    """
    if not old:
        said = N_("With which version? Name one, such as v0.3, or last-meeting.")
        raise click.UsageError(speaker().say(said))
    if is_covenant(old):
        return Wanted(select([old]) if not new else select([new]), old, new)
    here = Path.cwd()
    inside = here.parent.name == "covenants" and (here / "covenant.yaml").is_file()
    return Wanted(select(slugs or ([str(here)] if inside else [])), old, new)


def is_covenant(name: str) -> bool:
    """Whether a word on the command line is the folder of a covenant."""
    return bool(name) and (Path(name) / "covenant.yaml").is_file()


def named_versions(wanted: Wanted) -> tuple[Mapping[str, Named], Mapping[str, Named]]:
    """By slug the old version and the new one; without new ones the working folder is meant.

    A proposal alone is compared with the text that it started from: what does it change?
    """
    from convenant.edges.vcs.revision import find_last_meetings

    root = wanted.selection.root
    slugs = [folder.name for folder in wanted.selection.folders]
    meetings = find_last_meetings(root) if LAST_MEETING in (wanted.old, wanted.new) else {}
    drafts = {name: _drafts(root, name, slugs) for name in {wanted.old, wanted.new} - {""}}

    def named(name: str) -> dict[str, Named]:
        if name == LAST_MEETING:
            return {s: Named(meetings[s], meetings[s]) for s in slugs if s in meetings}
        if drafts.get(name):
            return {slug: _of(draft) for slug, draft in drafts[name].items()}
        return {slug: Named(name, name) for slug in slugs}

    old, new = named(wanted.old), named(wanted.new) if wanted.new else {}
    if not wanted.new and (own := drafts[wanted.old]):
        old = {s: Named("", d.base, before=d.id) for s, d in own.items() if d.base}
        new = {slug: _of(draft) for slug, draft in own.items()}
    if new:
        old = {slug: one for slug, one in old.items() if slug in new}
        new = {slug: one for slug, one in new.items() if slug in old}
    return old, new


def _of(draft: Draft) -> Named:
    return Named(draft.id, draft.head, party=draft.id.rpartition("-")[0])


def _drafts(root: Path, name: str, slugs: list[str]) -> dict[str, Draft]:
    """The proposals of this name that are known here; nobody is asked for others."""
    if name == LAST_MEETING or not name.rpartition("-")[2].isdigit():
        return {}
    from convenant.edges.vcs.main_version import main_ref
    from convenant.edges.vcs.proposal_branch import find_taken_over, proposal_tips, read_drafts
    from convenant.edges.vcs.repository import open_repository

    repository = open_repository(root)
    refs = repository.refs()
    owners = [slug for slug, id in proposal_tips(refs) if id == name and slug in slugs]
    main = main_ref(repository, refs) if owners else ""
    found = {}
    for slug in owners:
        drafts = read_drafts(repository, refs, main, slug)
        draft = next(draft for draft in drafts if draft.id == name)
        if draft.base == draft.head and (
            taken := find_taken_over(repository, refs[main], draft.head)
        ):
            draft = replace(draft, base=taken[0], head=taken[1])
        found[slug] = draft
    return found
