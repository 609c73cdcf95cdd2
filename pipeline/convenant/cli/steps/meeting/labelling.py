"""Labels that somebody puts on a proposal; the legal stage opens in the order of the method."""

from __future__ import annotations

import click

from convenant.cli.steps.meeting.closing_words import hurdle_lines
from convenant.cli.steps.meeting.round import FACILITATOR, Round, record
from convenant.edges.vcs.remote import Reach
from convenant.edges.vcs.version_folder import read_files
from convenant.load.maturity import maturity_of
from convenant.model.event import LABELLED, OVERRIDDEN, UNLABELLED, Event
from convenant.model.proposal import Proposal
from convenant.plan.order import LEGAL, hurdles


def put_label(round_: Round, proposal: Proposal, label: str, because: str) -> Reach | None:
    """Keep a label, unless the order advises against it and no reason is given: None then."""
    slug = proposal.draft.covenant
    events = [_event(LABELLED, proposal, label=label)]
    if label == LEGAL:
        files = read_files(round_.repository, round_.tip, slug)
        found = hurdles((), {}, maturity_of(files), legal=True)
        if found and not because:
            for line in hurdle_lines(found, round_.voice(slug)):
                click.echo(line)
            return None
        events += [_event(OVERRIDDEN, proposal, about=one.about, reason=because) for one in found]
    return record(round_, *events)


def take_label_off(round_: Round, proposal: Proposal, label: str) -> Reach:
    """Keep that a label is off."""
    return record(round_, _event(UNLABELLED, proposal, label=label))


def _event(kind: str, proposal: Proposal, **said: str) -> Event:
    return Event(kind, proposal.draft.covenant, "", FACILITATOR, proposal.id, said=said)
