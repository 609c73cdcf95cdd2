"""§5: definitions, conditions, duration, privacy and the legal signals."""

from __future__ import annotations

from convenant.locale import N_, Voice
from convenant.model.annexes import Definition, Duration, EntryIntoForce, Privacy
from convenant.model.ast import Node, bullets, definitions, para, plain
from convenant.model.covenant import Covenant
from convenant.render.blocks.label import (
    ANSWER,
    IMPACT_ASSESSMENT,
    PRIVACY_ROLE,
    SIGNAL,
    spoken,
)
from convenant.render.blocks.name import party_line, who_line
from convenant.render.blocks.register import Row, register
from convenant.render.words import (
    DASH,
    aside,
    capital,
    cell,
    labelled,
    lines,
    paragraphs,
    remark,
    text,
)


def definition_list(covenant: Covenant, voice: Voice) -> list[Node]:
    """The defined terms in alphabetical order."""
    known = sorted(covenant.annexes.definitions, key=lambda one: one.term.casefold())
    items = [
        (text(_term_of(one, voice)), paragraphs(one.meaning) or [para(text(DASH))])
        for one in known
        if one.term or one.meaning
    ]
    return [definitions(items)] if items else []


def conditions(covenant: Covenant, voice: Voice) -> list[Node]:
    """What must have happened before the covenant applies."""
    state = {True: N_("fulfilled"), False: N_("not fulfilled yet")}
    rows = [
        Row(
            one.id,
            text(one.text),
            (),
            [
                cell(who_line(covenant, one.owner)),
                cell(voice.date(one.due)),
                cell("" if one.met is None else capital(voice.say(state[one.met]))),
            ],
        )
        for one in covenant.annexes.conditions_precedent
    ]
    columns = [
        (N_("Condition"), 0.44),
        (N_("Who sees to it"), 0.22),
        (N_("By when"), 0.18),
        (N_("Progress"), 0.16),
    ]
    return register(voice, N_("Conditions for entry into force"), columns, rows)


def duration(covenant: Covenant, voice: Voice) -> list[Node]:
    """When the covenant starts to apply and how long it lasts."""
    known = covenant.annexes.duration
    entry = _entry(covenant.annexes.entry_into_force, voice)
    term = _term(known, voice) if known else ""
    return labelled(
        voice,
        [
            (N_("Entry into force"), paragraphs(entry)),
            (N_("Duration"), paragraphs(term)),
            (N_("Extension"), paragraphs(known.extension if known else "")),
        ],
    )


def privacy(covenant: Covenant, voice: Voice) -> list[Node]:
    """Whether personal data are processed, by whom and on which ground."""
    known = covenant.annexes.privacy
    if known is None:
        return []
    roles = _privacy_roles(known, covenant, voice)
    assessment = capital(spoken(voice, IMPACT_ASSESSMENT, known.impact_assessment))
    return labelled(
        voice,
        [
            (N_("Personal data"), paragraphs(_personal_data(known, voice))),
            (N_("Roles under the GDPR"), [bullets(roles)] if roles else []),
            (N_("Legal ground"), paragraphs(known.basis)),
            (N_("Data protection impact assessment"), paragraphs(assessment)),
            (N_("Data agreement"), paragraphs(known.agreement)),
        ],
    )


def signals(covenant: Covenant, voice: Voice) -> list[Node]:
    """The legal questions that the partners answered themselves; a help, no legal advice."""
    rows = [
        Row(
            "",  # A signal's id is a word such as "privacy", that an article may have too.
            text(capital(spoken(voice, SIGNAL, one.id))),
            (),
            [
                cell(capital(spoken(voice, ANSWER, one.answer))),
                lines([text(one.note), remark(voice, N_("Follow-up"), one.follow_up)]),
            ],
        )
        for one in covenant.annexes.signals
    ]
    columns = [(N_("Subject"), 0.27), (N_("Plays a part"), 0.14), (N_("Note"), 0.59)]
    table = register(voice, N_("Legal points of attention"), columns, rows)
    advice = N_("A help for the conversation, not legal advice.")
    return [*table, para(text(voice.say(advice)))] if table else []


def _term_of(one: Definition, voice: Voice) -> str:
    """The term with its other forms: `partij (ook: partijen)`."""
    forms = voice.enumerate([form for form in one.variants if form.strip()])
    also = voice.say(N_("also: {forms}"), forms=forms) if forms else ""
    return aside(one.term or DASH, also)


def _entry(known: EntryIntoForce | None, voice: Voice) -> str:
    if known is None:
        return ""
    match known.when:
        case "all_signed":
            return voice.say(N_("This covenant enters into force once all parties have signed it."))
        case "n_signed" if known.count > 0:
            return voice.plural(
                "This covenant enters into force once {count} party has signed it.",
                "This covenant enters into force once {count} parties have signed it.",
                known.count,
            )
        case "date" if known.date:
            day = voice.date(known.date)
            return voice.say(N_("This covenant enters into force on {date}."), date=day)
    return ""


def _term(known: Duration, voice: Voice) -> str:
    start, end = voice.date(known.start), voice.date(known.end)
    match known.kind:
        case "indefinite" if start:
            return voice.say(N_("For an indefinite term from {start}."), start=start)
        case "indefinite":
            return voice.say(N_("For an indefinite term."))
    if start and end:
        return voice.say(N_("From {start} up to and including {end}."), start=start, end=end)
    if end:
        return voice.say(N_("Up to and including {end}."), end=end)
    return voice.say(N_("From {start}."), start=start) if start else ""


def _personal_data(known: Privacy, voice: Voice) -> str:
    if known.personal_data is None:
        return ""
    said = (
        N_("The parties process personal data under this covenant.")
        if known.personal_data
        else N_("The parties process no personal data under this covenant.")
    )
    return voice.say(said)


def _privacy_roles(known: Privacy, covenant: Covenant, voice: Voice) -> list[list[Node]]:
    items = []
    for one in known.roles:
        role = spoken(voice, PRIVACY_ROLE, one.role)
        said = ": ".join(part for part in (party_line(covenant, one.party), role) if part)
        if said:
            items.append([plain(text(said))])
    return items
