"""What the gate says of who proposes, of the order of the method and of the decision."""

from __future__ import annotations

from collections.abc import Mapping

from convenant.locale import N_
from convenant.plan.gate.said import ALLOW, FACILITATOR, MEETING, PROPOSER, REFUSE, WAIT, Words

METHOD_WORDS: Mapping[str, Words] = {
    "author-gone": Words(
        WAIT,
        N_("The account that made this proposal does not exist any more."),
        N_("Take the proposal over in the name of the party that wants it."),
        FACILITATOR,
    ),
    "author-bot": Words(
        WAIT,
        N_("A program made this proposal, on behalf of nobody that we know."),
        N_("Take the proposal over in the name of the party that wants it, or close it."),
        FACILITATOR,
    ),
    "author-unknown": Words(
        ALLOW, N_("Who makes this proposal holds no role here; the meeting decides all the same.")
    ),
    "order": Words(
        WAIT,
        N_(
            "The programme is discussed once the first three sections are concrete: who plans "
            "before it is clear what for, with whom and how it will look, plans for something "
            "else. Not yet concrete: {said}."
        ),
        N_("Discuss those first, or leave the order with a written reason."),
        FACILITATOR,
    ),
    "order-left": Words(
        ALLOW, N_("The facilitator left the order of the method on purpose: {said}")
    ),
    "undecided": Words(
        WAIT,
        N_("The parties have not decided on this proposal yet."),
        N_("Discuss it in a meeting: convenant meeting"),
        MEETING,
    ),
    "settled": Words(
        WAIT,
        N_("The proposal changes what was ready for decision: {said}. That takes a decision."),
        N_("Decide on it in a meeting: convenant meeting"),
        MEETING,
    ),
    "decided-other": Words(
        WAIT,
        N_("The parties agreed on another text of this proposal than the one that it has now."),
        N_("Put the present text to the meeting."),
        MEETING,
    ),
    "agreed-by-other": Words(
        WAIT,
        N_("The label “agreed” was not put on by a facilitator, so it does not count."),
        N_("Take the label off, or decide on the proposal in a meeting."),
        FACILITATOR,
    ),
    "agreed-unbound": Words(
        WAIT,
        N_("It is not certain on which text the label “agreed” was put."),
        N_("Take the label off and put it on again, if the present text was agreed on."),
        FACILITATOR,
    ),
    "parked": Words(
        WAIT,
        N_("The meeting put this proposal aside for now. {said}"),
        N_("Bring it up again in a meeting."),
        MEETING,
    ),
    "rejected": Words(
        REFUSE,
        N_("The meeting did not accept this proposal. {said}"),
        N_("Make a new proposal if there are new reasons."),
        PROPOSER,
    ),
    "concern": Words(
        WAIT,
        N_("There are concerns about this proposal that have no answer yet: {said}."),
        N_("Answer them in a meeting: convenant meeting"),
        MEETING,
    ),
}
