"""What the gate says of the legal stage."""

from __future__ import annotations

from collections.abc import Mapping

from convenant.locale import N_
from convenant.plan.gate.said import ALLOW, FACILITATOR, JURIST, WAIT, Words

LEGAL_WORDS: Mapping[str, Words] = {
    "legal-by-other": Words(
        WAIT,
        N_("The label “legal-review” was not put on by a facilitator. The stage is not open."),
        N_("Open the stage when the time has come, or take the label off."),
        FACILITATOR,
    ),
    "legal-early": Words(
        WAIT,
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
        ALLOW,
        N_("Somebody who is no facilitator took the label “legal-review” off. It stays open."),
    ),
    "jurist-early": Words(
        ALLOW,
        N_(
            "A jurist has looked already. That is welcome, and it will count once the facilitator "
            "opens the legal review. Until then the legal signals in section 5 help: questions "
            "with a yes or a no about subsidy, procurement, state aid and personal data."
        ),
    ),
    "legal-waits": Words(
        WAIT,
        N_("The jurist of {party} has not approved this text yet."),
        N_("Approve this text, or write: /akkoord {digest}"),
        JURIST,
    ),
    "legal-stale": Words(
        WAIT,
        N_("The jurist of {party} approved another text than this one."),
        N_("Look at what changed, and approve this text: /akkoord {digest}"),
        JURIST,
    ),
    "legal-objects": Words(
        WAIT,
        N_("The jurist of {party} has remarks on this text."),
        N_("Deal with the remarks; then approve this text: /akkoord {digest}"),
        JURIST,
    ),
    "legal-edited": Words(
        WAIT,
        N_("The approval by the jurist of {party} was edited afterwards, so it does not count."),
        N_("Write it once more in a new comment: /akkoord {digest}"),
        JURIST,
    ),
    "legal-nobody": Words(
        WAIT,
        N_("Nobody in access.yaml is jurist of {party}."),
        N_("Name a jurist, or record that the party waives the review: convenant review"),
        FACILITATOR,
    ),
    "legal-stranger": Words(
        ALLOW, N_("An approval by somebody who is jurist of none of the parties does not count.")
    ),
    "legal-label": Words(
        WAIT,
        N_("The label “legal-approved” does not close the legal review; only the jurists do."),
        N_("Take the label off. It comes by itself when all jurists have approved."),
        FACILITATOR,
    ),
    "legal-closed": Words(
        ALLOW, N_("Every party’s jurist has approved this text, or the party waived the review.")
    ),
}
