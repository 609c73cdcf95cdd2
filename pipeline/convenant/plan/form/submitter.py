"""On whose behalf somebody hands in a form: by the roles of the main version, never by the form."""

from __future__ import annotations

from collections.abc import Sequence

from convenant.model.access import FACILITATOR, JURIST, REPRESENTATIVE, Access
from convenant.model.event import Actor
from convenant.model.party import Party


class NotKnown(ValueError):  # noqa: N818  (a fact about somebody)
    """It cannot be told on whose behalf; its word says why: `nobody`, `several` or `other`."""


def submitter(
    access: Access, login: str, slug: str, parties: Sequence[Party], said: str = ""
) -> Actor:
    """Who hands in a form about a covenant.

    Args:
        parties: of the covenant.
        said: the party that the form names, by its name or id; empty for none.

    Raises:
        NotKnown: when the roles do not tell it, or say otherwise than the form.
    """
    lines = access.roles_of(login, slug) if login else ()
    known = {party.id: party for party in parties}
    own = {r.party for r in lines if r.role in (REPRESENTATIVE, JURIST) and r.party in known}
    leads = any(r.role == FACILITATOR for r in lines)
    named = _named(said, parties)
    if said and (not named or (named not in own and not leads)):
        raise NotKnown("other" if own or leads else "nobody")
    if named:
        return Actor("party", named)
    if leads:
        return Actor(FACILITATOR)
    if len(own) == 1:
        return Actor("party", next(iter(own)))
    raise NotKnown("several" if own else "nobody")


def _named(said: str, parties: Sequence[Party]) -> str:
    word = said.strip().casefold()
    for party in parties:
        if word and word in (party.id.casefold(), party.name.casefold(), party.label.casefold()):
            return party.id
    return ""
