"""The one proposal that somebody means."""

from __future__ import annotations

from difflib import get_close_matches

import click

from convenant.cli.steps.meeting.round import Round, open_round, proposals_of
from convenant.cli.steps.selection import select
from convenant.cli.steps.speech import speaker
from convenant.locale import N_
from convenant.model.proposal import Proposal


def find_proposal(id: str, slug: str = "", *, share: bool = True) -> tuple[Round, Proposal]:
    """The proposal with this id, and the workspace that it is in.

    Raises:
        click.UsageError: when there is none, or one in several covenants.
    """
    selection = select([slug] if slug else [])
    round_ = open_round(selection, slug, share=share)
    known = proposals_of(round_, slug)
    found = [proposal for proposal in known if proposal.id == id]
    if len(found) == 1:
        return round_, found[0]
    if found:
        names = ", ".join(proposal.draft.covenant for proposal in found)
        said = N_("Several covenants have a proposal “{id}”. Name one with --covenant: {names}.")
        raise click.UsageError(speaker().say(said, id=id, names=names))
    ids = [proposal.id for proposal in known]
    near = ", ".join(get_close_matches(id, ids) or ids[:8]) or "–"
    said = N_("There is no proposal “{id}”. There are: {near}.")
    raise click.UsageError(speaker().say(said, id=id, near=near))
