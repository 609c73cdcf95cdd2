"""What the gate says of what could not be established, and of the form of a proposal."""

from __future__ import annotations

from collections.abc import Mapping

from convenant.locale import N_
from convenant.plan.gate.said import ADMINISTRATOR, FACILITATOR, PROPOSER, REFUSE, WAIT, Words

FORM_WORDS: Mapping[str, Words] = {
    "event-unreadable": Words(
        WAIT,
        N_("The message about this proposal cannot be read: {said}."),
        N_("Run the check once more; if it stays so, look for the cause in the settings."),
        ADMINISTRATOR,
    ),
    "event-foreign": Words(
        REFUSE,
        N_("The message is about another workspace: {said}."),
        N_("Nothing was done with it. Look where the message came from."),
        ADMINISTRATOR,
    ),
    "event-other": Words(
        WAIT,
        N_("The message and the proposal do not agree about {said}."),
        N_("Run the check once more."),
        ADMINISTRATOR,
    ),
    "head-moved": Words(
        WAIT,
        N_("There is a newer text of this proposal than the one that was looked at."),
        N_("Wait for the check of the newest text."),
    ),
    "head-missing": Words(
        WAIT,
        N_("The text of this proposal could not be fetched: {said}."),
        N_("Run the check once more."),
        ADMINISTRATOR,
    ),
    "base-elsewhere": Words(
        REFUSE,
        N_("The proposal does not go to the main version, but to “{said}”."),
        N_("Let it go to the main version."),
        PROPOSER,
    ),
    "facts-incomplete": Words(
        WAIT,
        N_("GitHub did not tell everything that is needed: {said}."),
        N_("Run the check once more in a few minutes."),
        ADMINISTRATOR,
    ),
    "roles-unreadable": Words(
        WAIT,
        N_("The roles of the workspace cannot be read: access.yaml has errors."),
        N_("Mend access.yaml in the main version: convenant check"),
        FACILITATOR,
    ),
    "closed": Words(WAIT, N_("This proposal is closed."), N_("Open it again, or make a new one.")),
    "draft": Words(
        WAIT,
        N_("This proposal is still being worked on."),
        N_("Say that it is ready, and it can be discussed."),
        PROPOSER,
    ),
    "empty": Words(
        WAIT,
        N_("This proposal changes nothing any more."),
        N_("Withdraw it, or add the change."),
        PROPOSER,
    ),
    "unrelated": Words(
        REFUSE,
        N_("The proposal has no history in common with the workspace."),
        N_("Start from the main version and make the proposal again."),
        PROPOSER,
    ),
    "too-many": Words(
        REFUSE,
        N_("The proposal changes more than {said} files. Nobody can judge that."),
        N_("Make several small proposals of it."),
        PROPOSER,
    ),
    "link": Words(
        REFUSE,
        N_("The proposal makes a link to another place of {said}."),
        N_("Put the file itself in its place."),
        PROPOSER,
    ),
    "mixed-rules": Words(
        REFUSE,
        N_("The proposal changes texts, and roles, settings or workflows as well: {said}."),
        N_("Put those in a proposal of their own. The present roles and rules decide on it."),
        PROPOSER,
    ),
    "rules-author": Words(
        REFUSE,
        N_("Only a facilitator changes roles, settings and workflows: {said}."),
        N_("Propose this yourself."),
        FACILITATOR,
    ),
    "rules-fork": Words(
        REFUSE,
        N_("Roles, settings and workflows are not changed from a copy elsewhere: {said}."),
        N_("Make the proposal in the workspace itself."),
        FACILITATOR,
    ),
    "self-appointed": Words(
        REFUSE,
        N_("Who proposes this gives themselves a role. The roles of the main version count."),
        N_("Let another facilitator propose the role."),
        FACILITATOR,
    ),
    "roles-broken": Words(
        WAIT,
        N_("By this proposal the roles could no longer be read: access.yaml would have errors."),
        N_("Mend access.yaml in the proposal: convenant check"),
        PROPOSER,
    ),
    "no-facilitator": Words(
        REFUSE,
        N_("By this proposal nobody would be facilitator any more."),
        N_("Leave at least one facilitator in access.yaml."),
        FACILITATOR,
    ),
    "mixed-records": Words(
        REFUSE,
        N_("The proposal changes texts, and what was recorded about them as well: {said}."),
        N_("Leave the records out: the tool writes them."),
        PROPOSER,
    ),
    "records-author": Words(
        REFUSE,
        N_("Who proposes this may not change what was recorded: {said}."),
        N_("Record it yourself, or let the secretary do so."),
        FACILITATOR,
    ),
    "mixed-elsewhere": Words(
        REFUSE,
        N_("The proposal changes a covenant, and something outside it as well: {said}."),
        N_("Make two proposals of it."),
        PROPOSER,
    ),
    "elsewhere": Words(
        WAIT,
        N_("The proposal changes something that is no part of a covenant: {said}."),
        N_("Look whether this belongs here, and approve it."),
        FACILITATOR,
    ),
    "several-covenants": Words(
        REFUSE,
        N_("The proposal changes more than one covenant: {said}."),
        N_("Make a proposal for each covenant: other parties decide on each."),
        PROPOSER,
    ),
    "taken-away": Words(
        REFUSE,
        N_("The proposal takes away the whole of {covenant}."),
        N_("Put an end to a covenant in a meeting."),
        FACILITATOR,
    ),
    "clash": Words(
        WAIT,
        N_("The main version says something else by now at the same place."),
        N_("Revise the proposal on the present text: convenant propose --revise"),
        PROPOSER,
    ),
    "errors": Words(
        WAIT,
        N_("The proposal would bring in errors that are not there now: {said}."),
        N_("Mend what the report names."),
        PROPOSER,
    ),
}
