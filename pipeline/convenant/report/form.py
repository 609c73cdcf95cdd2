"""What somebody who handed in a form is told, in Markdown and without a word of Git."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from convenant.locale import N_, Voice
from convenant.report.finding import Finding
from convenant.report.markdown import plain

FORM_MARK = "<!-- convenant: form -->"
"""By this we know our own answer again, together with who wrote it."""

_FINDINGS = 20
FAULTS: Mapping[str, tuple[str, str]] = {
    "large": (
        N_("The form is larger than a form can be."),
        N_("Make it shorter, or hand in more than one."),
    ),
    "unseen": (
        N_("There are signs in the form that nobody can see."),
        N_("Copy the text as plain text, or type it."),
    ),
    "order": (
        N_("A question of the form is missing, stands there twice or has moved."),
        N_(
            "Fill in a new form. Do not change the questions, and put no question of the form in "
            "an answer."
        ),
    ),
    "covenant": (
        N_("There is no covenant “{name}”."),
        N_("Choose one of the list: change this form."),
    ),
    "nobody": (
        N_("It is not known on whose behalf you speak."),
        N_(
            "Ask the facilitator to note your login {login} with your party, and save this form "
            "once more."
        ),
    ),
    "several": (
        N_("You speak for more than one party."),
        N_("Say in the form for which one: change it."),
    ),
    "other": (
        N_("You do not speak for “{name}” according to the roles of this workspace."),
        N_("Leave that answer empty, or ask the facilitator."),
    ),
    "program": (
        N_("A form of a program, or of an account that is gone, is not taken."),
        N_("Hand it in yourself."),
    ),
    "sender": (
        N_("Somebody else than its author changed this form."),
        N_("Let the author save it once more, or hand in a form of your own."),
    ),
    "wording-0": (
        N_("The sentence that should be different does not stand in the text of this section."),
        N_("Copy it from the text as it is now, whole and without changes."),
    ),
    "wording-many": (
        N_("The sentence that should be different stands in the text more than once."),
        N_("Copy a little more of the text around it."),
    ),
    "nothing": (
        N_("Nothing in the agreement would become different by this form."),
        N_("Fill in at least one answer that differs from what is there now."),
    ),
    "errors": (
        N_("The agreement would not be right any more by this form:"),
        N_("Change the form, and it is tried once more."),
    ),
}


def fault_text(
    code: str, values: Mapping[str, str], findings: Sequence[Finding], voice: Voice
) -> str:
    """Why no proposal was made of a form, and what helps."""
    said, hint = FAULTS[code]
    words = {name: plain(value) for name, value in values.items()}
    parts = [
        FORM_MARK,
        voice.say(N_("No proposal was made of this form yet.")),
        voice.say(said, **words),
        "\n".join(f"- {plain(f.message)} {plain(f.hint)}" for f in findings[:_FINDINGS]),
        voice.say(hint, **words),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def made_text(id: str, party: str, address: str, voice: Voice) -> str:
    """That a proposal was made, and where it is shown.

    Args:
        address: where it is shown; empty where the forge could not show it.
    """
    made = N_("Thank you. This form has become proposal **{id}**, on behalf of {party}.")
    parts = [FORM_MARK, voice.say(made, id=plain(id), party=plain(party))]
    if address:
        look = voice.say(N_("Look at the proposal"))
        after = N_(
            "There you see in a few minutes what changes by it, what the next step is, and the "
            "documents as they would become."
        )
        parts.append(f"[{look}]({address}). {voice.say(after)}")
    else:
        parts.append(voice.say(N_("The facilitator still has to open it here: ask for it.")))
    parts.append(
        voice.say(N_("Did you forget something? Change this form; the proposal follows it."))
    )
    return "\n\n".join(parts) + "\n"


def request_text(issue: int, party: str, voice: Voice) -> str:
    """What stands with a proposal that was made of a form."""
    said = N_("On behalf of {party}, by form #{number}.")
    return voice.say(said, party=plain(party), number=issue) + "\n"
