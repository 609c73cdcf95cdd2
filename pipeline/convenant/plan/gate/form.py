"""The form of a proposal: who made it, which kinds of files it changes, and who may do so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from convenant.model.access import FACILITATOR, JURIST, REPRESENTATIVE, SECRETARY
from convenant.model.gate import Account, Asked, Who
from convenant.model.ruling import Reason
from convenant.model.saying import Series
from convenant.plan.gate.words import reason

FILES_LIMIT = 200
_SHOWN = 3


def form_reasons(asked: Asked) -> Iterator[Reason]:
    """What is to be said about a proposal whatever its words are."""
    reach = asked.reach
    if asked.closed:
        yield reason("closed")
    if asked.draft:
        yield reason("draft")
    if reach.unrelated:
        yield reason("unrelated")
    elif reach.is_empty and not asked.doubts:
        yield reason("empty")
    if reach.too_many:
        yield reason("too-many", said=str(FILES_LIMIT))
    if reach.links:
        yield reason("link", said=_named(reach.links))
    yield from _author(asked)
    if reach.rules:
        yield from _rules(asked)
    if reach.records:
        yield from _records(asked)
    if len(reach.covenants) > 1:
        yield reason("several-covenants", said=_named(reach.covenants))
    if reach.elsewhere and (reach.covenants or reach.records or reach.rules):
        yield reason("mixed-elsewhere", said=_named(reach.elsewhere))
    elif reach.elsewhere and not _is_let_in(asked):
        yield reason("elsewhere", said=_named(reach.elsewhere))


def is_closing(asked: Asked) -> bool:
    """Whether it is a facilitator who brings in a meeting: its record and what was agreed in it."""
    records = asked.reach.records
    return (
        bool(records)
        and not asked.fork
        and all("/meetings/" in name for name in records)
        and len(asked.reach.covenants) == 1
        and asked.author.holds(FACILITATOR, asked.reach.covenants[0])
    )


def _author(asked: Asked) -> Iterator[Reason]:
    author = asked.author
    if author.account is Account.GONE:
        yield reason("author-gone")
    elif author.account is Account.BOT and not asked.own_program:
        yield reason("author-bot")
    elif asked.forge and not author.lines and not asked.own_program:
        yield reason("author-unknown")


def _rules(asked: Asked) -> Iterator[Reason]:
    """Roles, settings and workflows: alone, and by a facilitator of every covenant."""
    reach, said = asked.reach, _named(asked.reach.rules)
    if reach.covenants or reach.records:
        yield reason("mixed-rules", said=said)
    if asked.fork:
        yield reason("rules-fork", said=said)
    if not _leads_all(asked.author):
        yield reason("rules-author", said=said)
    if asked.author.login.casefold() in reach.appointed:
        yield reason("self-appointed")
    if not reach.readable_roles:
        yield reason("roles-broken")
    elif not reach.keeps_facilitator:
        yield reason("no-facilitator")


def _leads_all(who: Who) -> bool:
    """Whether somebody is facilitator of every covenant: the rules are those of all of them."""
    return who.account is Account.PERSON and any(
        line.role == FACILITATOR and not line.covenants for line in who.lines
    )


def _records(asked: Asked) -> Iterator[Reason]:
    reach = asked.reach
    if is_closing(asked):
        return
    if reach.covenants:
        yield reason("mixed-records", said=_named(reach.records))
    refused = [name for name in reach.records if asked.fork or not _may_record(asked.author, name)]
    if refused:
        yield reason("records-author", said=_named(refused))


def _may_record(who: Who, path: str) -> bool:
    """Facilitator and secretary record everything; a party's own people what that party says."""
    _, slug, folder, *rest = path.split("/")
    if who.holds(FACILITATOR, slug) or who.holds(SECRETARY, slug):
        return True
    party = rest[0].removesuffix(".yaml") if len(rest) == 1 else ""
    own = {"reviews": JURIST, "consents": REPRESENTATIVE}.get(folder, "")
    return bool(own and party) and who.holds(own, slug, party)


def _is_let_in(asked: Asked) -> bool:
    """Whether a facilitator made or approved it; the approval is of exactly this version."""
    return _leads_all(asked.author) or any(
        a.approves and a.same_version and _leads_all(a.who) for a in asked.approvals
    )


def _named(names: Sequence[str]) -> Series:
    shown = tuple(names[:_SHOWN])
    return Series((*shown, "…") if len(names) > _SHOWN else shown)
