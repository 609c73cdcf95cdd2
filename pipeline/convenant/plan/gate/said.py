"""Who can do something about a reason, and how a reason is worded."""

from __future__ import annotations

from typing import NamedTuple

from convenant.locale import N_
from convenant.model.ruling import Verdict

FACILITATOR = N_("the facilitator")
PROPOSER = N_("who made the proposal")
MEETING = N_("the meeting")
ADMINISTRATOR = N_("who manages the workspace")
JURIST = N_("the jurist of {party}")
NOBODY = ""


class Words(NamedTuple):
    """How much a reason weighs, and its sentences."""

    verdict: Verdict
    why: str
    todo: str = ""
    by: str = NOBODY


ALLOW, WAIT, REFUSE = Verdict.ALLOW, Verdict.WAIT, Verdict.REFUSE
