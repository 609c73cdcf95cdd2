"""What was said of a text on a forge, to be written down as records: by role, never by login."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from convenant.cli.steps.gate.ground import Ground
from convenant.cli.steps.gate.who import account_of
from convenant.cli.steps.version.recording import Entry
from convenant.cli.steps.version.standing import Standing
from convenant.edges.vcs.change import same_folder
from convenant.locale import N_
from convenant.model.access import JURIST, REPRESENTATIVE
from convenant.model.approval_review import ApprovingReview
from convenant.model.forge import Facts, Word
from convenant.model.party import Party
from convenant.model.record import Evidence, Review
from convenant.plan.consent import part_digests, plan_review_consents
from convenant.plan.release import functions
from convenant.problem import Place

_SHORT = 12
"""Letters of a digest by which a comment names a text."""


class Collected(Struct, frozen=True):
    """What is to be written down.

    Attributes:
        unclear: names of parties for which more than one function may sign.
    """

    entries: tuple[Entry, ...]
    unclear: tuple[str, ...]


def collect(standing: Standing, ground: Ground, facts: Facts) -> Collected:
    """The consents and legal reviews that were given under a proposal about the present text.

    The last word of each counts, of somebody who holds the role in the main version.
    """
    given, unclear = [], []
    for party in standing.covenant.cover.parties:
        word = _last(standing, ground, facts, REPRESENTATIVE, party)
        if not party.signs or word is None:
            continue
        if len(own := functions(party)) == 1:
            given.append(ApprovingReview(party.id, own[0], standing.commit, word.date))
        else:
            unclear.append(party.label)
    digest = standing.digest
    planned = plan_review_consents(
        given,
        standing.covenant,
        standing.records,
        digest.whole,
        digest.sections,
        standing.commit,
    )
    entries = [
        Entry(f"consents/{id}.yaml", replace(answer, evidence=_evidence(facts, answer.date)))
        for id, answer in planned
    ]
    return Collected((*entries, *_reviews(standing, ground, facts)), tuple(unclear))


def _reviews(standing: Standing, ground: Ground, facts: Facts) -> Iterator[Entry]:
    digest = standing.digest
    for party in standing.covenant.cover.parties:
        word = _last(standing, ground, facts, JURIST, party)
        known = standing.records.reviews_of(party.id)
        if word is None or not party.signs or any(r.digest == digest.whole for r in known):
            continue
        yield Entry(
            f"reviews/{party.id}.yaml",
            Review(
                Place(""),
                "approved",
                digest.whole,
                part_digests(digest.sections),
                standing.commit,
                standing.voice.say(N_("jurist")),
                word.date,
                evidence=_evidence(facts, word.date),
            ),
        )


def _last(standing: Standing, ground: Ground, facts: Facts, role: str, party: Party) -> Word | None:
    """The last word of who holds a role for a party, where it approves exactly this text."""
    slug = standing.covenant.slug
    said = [w for w in facts.words if account_of(w.by, ground.roles).holds(role, slug, party.id)]
    if not said or not said[-1].approves or said[-1].edited or not said[-1].date:
        return None
    word = said[-1]
    if word.commit:
        same = same_folder(ground.repository, slug, word.commit, standing.commit)
    else:
        same = len(word.digest) >= _SHORT and standing.digest.whole.startswith(word.digest)
    return word if same else None


def _evidence(facts: Facts, day: str) -> Evidence:
    return Evidence(Place(""), "review", day, f"#{facts.request.number}")
