"""Where each party stands on the text as it reads now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from convenant.model.approval_review import ApprovingReview
from convenant.model.covenant import Covenant
from convenant.model.party import Party
from convenant.model.position import Concern, Position, Stand
from convenant.model.record import Answer, PartDigests, Records, Round
from convenant.model.section import Section
from convenant.problem import Place


def plan_positions(
    covenant: Covenant, records: Records, digest: str, parts: Mapping[Section, str]
) -> tuple[Position, ...]:
    """The stand of every party that signs, in the order of the covenant.

    Args:
        digest: of the whole text as it reads now.
        parts: likewise, of each part.
    """
    now = {section.key: value for section, value in parts.items()}
    signing = (party for party in covenant.cover.parties if party.signs)
    return tuple(_position(party, records.answers(party.id), digest, now) for party in signing)


def _position(
    party: Party, answers: Sequence[Answer], digest: str, now: Mapping[str, str]
) -> Position:
    said = [answer for answer in answers if answer.answer != "confirm"]
    if not said:
        return Position(party, Stand.SILENT)
    last = said[-1]
    after = answers[_index(answers, last) + 1 :]
    if last.digest == digest:
        stand = {
            "agree": Stand.AGREES,
            "agree_if": Stand.AGREES_IF,
        }.get(last.answer, Stand.OBJECTS)
        return Position(party, stand, last)
    # Only the function that the party itself names may say that a wording says the same.
    confirming = [a for a in after if a.function == party.minor_changes_by and a.digest == digest]
    if confirming and last.answer == "agree":
        return Position(party, Stand.CONFIRMED, confirming[-1])
    changed = last.parts.changed(now) if last.parts else ()
    return Position(party, Stand.STALE, last, changed)


def _index(answers: Sequence[Answer], wanted: Answer) -> int:
    """Where an answer stands, by identity: two may be equal."""
    return next(i for i, answer in enumerate(answers) if answer is wanted)


def open_concerns(covenant: Covenant, records: Records) -> Iterator[Concern]:
    """Conditions and objections that are still a party's last word, on whatever text."""
    for party in covenant.cover.parties:
        said = [a for a in records.answers(party.id) if a.answer != "confirm"]
        if said and said[-1].answer in ("agree_if", "object"):
            yield Concern(party, said[-1].section, said[-1].text, said[-1].date)


def last_round(records: Records) -> Round | None:
    """The round that is running, or the last one."""
    return records.rounds.rounds[-1] if records.rounds and records.rounds.rounds else None


def plan_review_consents(
    reviews: Sequence[ApprovingReview],
    covenant: Covenant,
    records: Records,
    digest: str,
    parts: Mapping[Section, str],
    commit: str,
) -> tuple[tuple[str, Answer], ...]:
    """The consents that approving reviews on a forge stand for, by the id of their party.

    Only a review of exactly this version counts, by somebody who represents a party that signs.
    What is recorded already is not recorded twice, and what the party said on that day or later,
    such as an objection by letter, stands.
    """
    planned = []
    for review in reviews:
        party = covenant.party(review.party)
        if party is None or not party.signs or review.commit != commit:
            continue
        answer = Answer(
            Place(""),
            answer="agree",
            digest=digest,
            parts=part_digests(parts),
            commit=commit,
            function=review.function,
            date=review.date,
        )
        known = records.answers(party.id)
        if not any(a.digest == digest and a.date >= review.date for a in known):
            planned.append((party.id, answer))
    return tuple(planned)


def part_digests(parts: Mapping[Section, str]) -> PartDigests:
    """The digests of the parts as a record keeps them."""
    return PartDigests(Place(""), *(parts[section] for section in Section))


def agreed_before(records: Records, party: str, digest: str) -> Answer | None:
    """The party's last word, where that is a consent on another text than this one."""
    said = [answer for answer in records.answers(party) if answer.answer != "confirm"]
    last = said[-1] if said else None
    return last if last and last.answer == "agree" and last.digest != digest else None
