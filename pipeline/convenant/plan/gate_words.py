"""What the gate says, why, what helps and who can do that. A code never changes its meaning."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from convenant.locale import N_
from convenant.model.gate import Reason, Verdict
from convenant.model.saying import Saying, Spoken

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


_A, _W, _R = Verdict.ALLOW, Verdict.WAIT, Verdict.REFUSE

WORDS: Mapping[str, Words] = {
    # What could not be established.
    "event-unreadable": Words(
        _W,
        N_("The message about this proposal cannot be read: {said}."),
        N_("Run the check once more; if it stays so, look for the cause in the settings."),
        ADMINISTRATOR,
    ),
    "event-foreign": Words(
        _R,
        N_("The message is about another workspace: {said}."),
        N_("Nothing was done with it. Look where the message came from."),
        ADMINISTRATOR,
    ),
    "event-other": Words(
        _W,
        N_("The message and the proposal do not agree about {said}."),
        N_("Run the check once more."),
        ADMINISTRATOR,
    ),
    "head-moved": Words(
        _W,
        N_("There is a newer text of this proposal than the one that was looked at."),
        N_("Wait for the check of the newest text."),
    ),
    "head-missing": Words(
        _W,
        N_("The text of this proposal could not be fetched: {said}."),
        N_("Run the check once more."),
        ADMINISTRATOR,
    ),
    "base-elsewhere": Words(
        _R,
        N_("The proposal does not go to the main version, but to “{said}”."),
        N_("Let it go to the main version."),
        PROPOSER,
    ),
    "facts-incomplete": Words(
        _W,
        N_("GitHub did not tell everything that is needed: {said}."),
        N_("Run the check once more in a few minutes."),
        ADMINISTRATOR,
    ),
    "roles-unreadable": Words(
        _W,
        N_("The roles of the workspace cannot be read: access.yaml has errors."),
        N_("Mend access.yaml in the main version: convenant check"),
        FACILITATOR,
    ),
    # The form of the proposal.
    "closed": Words(_W, N_("This proposal is closed."), N_("Open it again, or make a new one.")),
    "draft": Words(
        _W,
        N_("This proposal is still being worked on."),
        N_("Say that it is ready, and it can be discussed."),
        PROPOSER,
    ),
    "empty": Words(
        _W,
        N_("This proposal changes nothing any more."),
        N_("Withdraw it, or add the change."),
        PROPOSER,
    ),
    "unrelated": Words(
        _R,
        N_("The proposal has no history in common with the workspace."),
        N_("Start from the main version and make the proposal again."),
        PROPOSER,
    ),
    "too-many": Words(
        _R,
        N_("The proposal changes more than {said} files. Nobody can judge that."),
        N_("Make several small proposals of it."),
        PROPOSER,
    ),
    "link": Words(
        _R,
        N_("The proposal makes a link to another place of {said}."),
        N_("Put the file itself in its place."),
        PROPOSER,
    ),
    "mixed-rules": Words(
        _R,
        N_("The proposal changes texts, and roles, settings or workflows as well: {said}."),
        N_("Put those in a proposal of their own. The present roles and rules decide on it."),
        PROPOSER,
    ),
    "rules-author": Words(
        _R,
        N_("Only a facilitator changes roles, settings and workflows: {said}."),
        N_("Propose this yourself."),
        FACILITATOR,
    ),
    "rules-fork": Words(
        _R,
        N_("Roles, settings and workflows are not changed from a copy elsewhere: {said}."),
        N_("Make the proposal in the workspace itself."),
        FACILITATOR,
    ),
    "self-appointed": Words(
        _R,
        N_("Who proposes this gives themselves a role. The roles of the main version count."),
        N_("Let another facilitator propose the role."),
        FACILITATOR,
    ),
    "roles-broken": Words(
        _W,
        N_("By this proposal the roles could no longer be read: access.yaml would have errors."),
        N_("Mend access.yaml in the proposal: convenant check"),
        PROPOSER,
    ),
    "no-facilitator": Words(
        _R,
        N_("By this proposal nobody would be facilitator any more."),
        N_("Leave at least one facilitator in access.yaml."),
        FACILITATOR,
    ),
    "mixed-records": Words(
        _R,
        N_("The proposal changes texts, and what was recorded about them as well: {said}."),
        N_("Leave the records out: the tool writes them."),
        PROPOSER,
    ),
    "records-author": Words(
        _R,
        N_("Who proposes this may not change what was recorded: {said}."),
        N_("Record it yourself, or let the secretary do so."),
        FACILITATOR,
    ),
    "mixed-elsewhere": Words(
        _R,
        N_("The proposal changes a covenant, and something outside it as well: {said}."),
        N_("Make two proposals of it."),
        PROPOSER,
    ),
    "elsewhere": Words(
        _W,
        N_("The proposal changes something that is no part of a covenant: {said}."),
        N_("Look whether this belongs here, and approve it."),
        FACILITATOR,
    ),
    "several-covenants": Words(
        _R,
        N_("The proposal changes more than one covenant: {said}."),
        N_("Make a proposal for each covenant: other parties decide on each."),
        PROPOSER,
    ),
    "taken-away": Words(
        _R,
        N_("The proposal takes away the whole of {covenant}."),
        N_("Put an end to a covenant in a meeting."),
        FACILITATOR,
    ),
    "clash": Words(
        _W,
        N_("The main version says something else by now at the same place."),
        N_("Revise the proposal on the present text: convenant propose --revise"),
        PROPOSER,
    ),
    "errors": Words(
        _W,
        N_("The proposal would bring in errors that are not there now: {said}."),
        N_("Mend what the report names."),
        PROPOSER,
    ),
    # Who proposes.
    "author-gone": Words(
        _W,
        N_("The account that made this proposal does not exist any more."),
        N_("Take the proposal over in the name of the party that wants it."),
        FACILITATOR,
    ),
    "author-bot": Words(
        _W,
        N_("A program made this proposal, on behalf of nobody that we know."),
        N_("Take the proposal over in the name of the party that wants it, or close it."),
        FACILITATOR,
    ),
    "author-unknown": Words(
        _A, N_("Who makes this proposal holds no role here; the meeting decides all the same.")
    ),
    # The order of the method, and the decision.
    "order": Words(
        _W,
        N_(
            "The programme is discussed once the first three sections are concrete: who plans "
            "before it is clear what for, with whom and how it will look, plans for something "
            "else. Not yet concrete: {said}."
        ),
        N_("Discuss those first, or leave the order with a written reason."),
        FACILITATOR,
    ),
    "order-left": Words(_A, N_("The facilitator left the order of the method on purpose: {said}")),
    "undecided": Words(
        _W,
        N_("The parties have not decided on this proposal yet."),
        N_("Discuss it in a meeting: convenant meeting"),
        MEETING,
    ),
    "settled": Words(
        _W,
        N_("The proposal changes what was ready for decision: {said}. That takes a decision."),
        N_("Decide on it in a meeting: convenant meeting"),
        MEETING,
    ),
    "decided-other": Words(
        _W,
        N_("The parties agreed on another text of this proposal than the one that it has now."),
        N_("Put the present text to the meeting."),
        MEETING,
    ),
    "agreed-by-other": Words(
        _W,
        N_("The label “agreed” was not put on by a facilitator, so it does not count."),
        N_("Take the label off, or decide on the proposal in a meeting."),
        FACILITATOR,
    ),
    "agreed-unbound": Words(
        _W,
        N_("It is not certain on which text the label “agreed” was put."),
        N_("Take the label off and put it on again, if the present text was agreed on."),
        FACILITATOR,
    ),
    "parked": Words(
        _W,
        N_("The meeting put this proposal aside for now. {said}"),
        N_("Bring it up again in a meeting."),
        MEETING,
    ),
    "rejected": Words(
        _R,
        N_("The meeting did not accept this proposal. {said}"),
        N_("Make a new proposal if there are new reasons."),
        PROPOSER,
    ),
    "concern": Words(
        _W,
        N_("There are concerns about this proposal that have no answer yet: {said}."),
        N_("Answer them in a meeting: convenant meeting"),
        MEETING,
    ),
    # The legal stage.
    "legal-by-other": Words(
        _W,
        N_("The label “legal-review” was not put on by a facilitator. The stage is not open."),
        N_("Open the stage when the time has come, or take the label off."),
        FACILITATOR,
    ),
    "legal-early": Words(
        _W,
        N_(
            "The legal review has not started yet. Jurists look at what can go wrong: the right "
            "questions, but asked too early they stop a cooperation that is only beginning. Not "
            "yet concrete: {said}."
        ),
        N_(
            "Take the label off for now. The legal signals in section 5 are open to everybody: "
            "questions with a yes or a no that show early what a jurist will ask."
        ),
        FACILITATOR,
    ),
    "legal-kept": Words(
        _A,
        N_("Somebody who is no facilitator took the label “legal-review” off. It stays open."),
    ),
    "jurist-early": Words(
        _A,
        N_(
            "A jurist has looked already. That is welcome, and it will count once the facilitator "
            "opens the legal review. Until then the legal signals in section 5 help: questions "
            "with a yes or a no about subsidy, procurement, state aid and personal data."
        ),
    ),
    "legal-waits": Words(
        _W,
        N_("The jurist of {party} has not approved this text yet."),
        N_("Approve this text, or write: /akkoord {digest}"),
        JURIST,
    ),
    "legal-stale": Words(
        _W,
        N_("The jurist of {party} approved another text than this one."),
        N_("Look at what changed, and approve this text: /akkoord {digest}"),
        JURIST,
    ),
    "legal-objects": Words(
        _W,
        N_("The jurist of {party} has remarks on this text."),
        N_("Deal with the remarks; then approve this text: /akkoord {digest}"),
        JURIST,
    ),
    "legal-edited": Words(
        _W,
        N_("The approval by the jurist of {party} was edited afterwards, so it does not count."),
        N_("Write it once more in a new comment: /akkoord {digest}"),
        JURIST,
    ),
    "legal-nobody": Words(
        _W,
        N_("Nobody in access.yaml is jurist of {party}."),
        N_("Name a jurist, or record that the party waives the review: convenant review"),
        FACILITATOR,
    ),
    "legal-stranger": Words(
        _A, N_("An approval by somebody who is jurist of none of the parties does not count.")
    ),
    "legal-label": Words(
        _W,
        N_("The label “legal-approved” does not close the legal review; only the jurists do."),
        N_("Take the label off. It comes by itself when all jurists have approved."),
        FACILITATOR,
    ),
    "legal-closed": Words(
        _A, N_("Every party’s jurist has approved this text, or the party waived the review.")
    ),
}


def reason(code: str, *, party: str = "", **values: Spoken) -> Reason:
    """The reason with a code, its blanks filled.

    Args:
        party: the id of the party that it is about; its name is `values["party_name"]`.
    """
    words = WORDS[code]
    if "party_name" in values:
        values["party"] = values.pop("party_name")
    return Reason(
        code,
        words.verdict,
        Saying(words.why, values),
        Saying(words.todo, values) if words.todo else None,
        Saying(words.by, values) if words.by else None,
        party,
    )
