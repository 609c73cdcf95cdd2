"""§5: what the parties agreed in the data and what no other block tells, so that all is readable.

The digest binds these values. A value that the prose prints itself is not repeated here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from convenant.locale import N_, Voice
from convenant.model.annexes import Amendment, Binding, Disputes, Notice, Publication
from convenant.model.ast import Node, numbered, para, plain, strong
from convenant.model.covenant import Covenant
from convenant.render.blocks.label import BINDING, CONSENT, CONSEQUENCE, FORUM, spoken
from convenant.render.blocks.name import who_line
from convenant.render.words import capital, labelled, paragraphs, remark, text

Told = Callable[[str], bool]
"""Whether the prose prints the value at this path of `5-annexes.yaml`."""


def provisions(covenant: Covenant, voice: Voice) -> list[Node]:
    """The legal provisions in short."""
    known = covenant.annexes
    paths = {one.path for prose in covenant.all_prose() for one in prose.placeholders}

    def told(key: str) -> bool:
        return f"annexes.{key}" in paths

    items = [
        (N_("Nature of binding"), _binding(known.binding, told, voice) if known.binding else []),
        (N_("Amendment"), _amendment(known.amendment, told, voice) if known.amendment else []),
        (N_("Notice"), _notice(known.notice, told, voice) if known.notice else []),
        (N_("Disputes"), _disputes(known.disputes, told, voice) if known.disputes else []),
        (
            N_("Publication"),
            _publication(known.publication, told, covenant, voice) if known.publication else [],
        ),
        *(
            (label, [] if told(key) else paragraphs(content))
            for label, key, content in (
                (N_("Unforeseen circumstances"), "unforeseen", known.unforeseen),
                (N_("Confidentiality"), "confidentiality", known.confidentiality),
                (N_("Liability"), "liability", known.liability),
                (
                    N_("Intellectual property"),
                    "intellectual_property",
                    known.intellectual_property,
                ),
                (
                    N_("Public-law reservation"),
                    "public_law_reservation",
                    known.public_law_reservation,
                ),
                (N_("Precedence"), "precedence", known.precedence),
                (N_("Governing law"), "law", known.law),
            )
        ),
    ]
    listed = labelled(voice, items)
    title = para([strong(text(voice.say(N_("Legal provisions in short"))))])
    return [title, *listed] if listed else []


def binding_in_short(covenant: Covenant, voice: Voice) -> list[Node]:
    """How the covenant binds and how long before a party leaves it must say so."""
    known = covenant.annexes
    nature = capital(spoken(voice, BINDING, known.binding.nature)) if known.binding else ""
    months = voice.number(known.notice.months) if known.notice and known.notice.months else ""
    items = [(N_("Nature of binding"), nature), (N_("Months of notice"), months)]
    return labelled(voice, [(label, paragraphs(said)) for label, said in items])


def _binding(known: Binding, told: Told, voice: Voice) -> list[Node]:
    nature = capital(spoken(voice, BINDING, known.nature))
    return [
        *paragraphs("" if told("binding.nature") else nature),
        *paragraphs("" if told("binding.text") else known.text),
    ]


def _amendment(known: Amendment, told: Told, voice: Voice) -> list[Node]:
    consent = "" if told("amendment.consent") else spoken(voice, CONSENT, known.consent)
    return [
        *_facts(voice, [(N_("Consent needed"), consent)]),
        *paragraphs("" if told("amendment.procedure") else known.procedure),
    ]


def _notice(known: Notice, told: Told, voice: Voice) -> list[Node]:
    months = voice.number(known.months) if known.months else ""
    consequence = spoken(voice, CONSEQUENCE, known.consequence)
    return _facts(
        voice,
        [
            (N_("Months of notice"), "" if told("notice.months") else months),
            (N_("Grounds"), "" if told("notice.grounds") else known.grounds),
            (N_("Manner"), "" if told("notice.manner") else known.manner),
            (N_("Consequence of notice"), "" if told("notice.consequence") else consequence),
        ],
    )


def _disputes(known: Disputes, told: Told, voice: Voice) -> list[Node]:
    steps = [[plain(text(step))] for step in known.steps if step.strip()]
    forum = "" if told("disputes.forum") else spoken(voice, FORUM, known.forum)
    return [
        *([numbered(steps)] if steps else []),
        *_facts(voice, [(N_("Who decides in the end"), forum)]),
    ]


def _publication(known: Publication, told: Told, covenant: Covenant, voice: Voice) -> list[Node]:
    weeks = voice.number(known.within_weeks) if known.within_weeks else ""
    by = who_line(covenant, known.by)
    return _facts(
        voice,
        [
            (N_("Published by"), "" if told("publication.by") else by),
            (N_("Published where"), "" if told("publication.where") else known.where),
            (N_("Weeks after signing"), "" if told("publication.within_weeks") else weeks),
        ],
    )


def _facts(voice: Voice, facts: Sequence[tuple[str, str]]) -> list[Node]:
    return [para(remark(voice, label, content)) for label, content in facts if content.strip()]
