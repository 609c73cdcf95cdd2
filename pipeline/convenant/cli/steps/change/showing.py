"""A proposal's change in words: per place what stood there and what would stand there."""

from __future__ import annotations

from convenant.cli.steps.meeting.round import Round, texts_of
from convenant.locale import Voice
from convenant.model.proposal import Proposal
from convenant.plan.passage import passages
from convenant.report.passage import passages_text


def change_text(round_: Round, proposal: Proposal, voice: Voice) -> str:
    """Every passage that a proposal changes, was and becomes one under the other."""
    texts = texts_of(round_, [proposal.draft])
    found = [
        passage
        for name, (old, new) in proposal.draft.files.items()
        for passage in passages(name, texts.get(old, b""), texts.get(new, b""))
    ]
    return passages_text(found, voice)
