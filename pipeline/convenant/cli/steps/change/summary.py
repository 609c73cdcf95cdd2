"""One page for an administrator: what changed, the heaviest first, and what a party's sums are."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from convenant.cli.steps.change.comparing import Compared
from convenant.cli.steps.change.sides import side_name
from convenant.locale import N_, Voice, voice
from convenant.model.covenant import Covenant
from convenant.model.document import Document
from convenant.model.party import Party
from convenant.render.markdown.changes import change_sheet


def summary_of(compared: Compared, party: str = "") -> Document | None:
    """The page, for one party or for all; None where there is nothing to compare with.

    Args:
        party: the id of a party.
    """
    redline, old = compared.redline, compared.sides.old
    if redline is None or old is None:
        return None
    told = voice(compared.comparison.language)
    was, now = old.reading.covenant, compared.sides.new.reading.covenant
    names = {"old": side_name(old, told), "new": side_name(compared.sides.new, told)}
    one = now.party(party) or was.party(party)
    facts = _facts(was, now, one, told) if one else []
    subtitle = (
        told.say(N_("What changes for {party}: from {old} to {new}"), party=one.label, **names)
        if one
        else told.say(N_("What changes: from {old} to {new}"), **names)
    )
    blocks = change_sheet(compared.comparison, told, party=one, facts=facts)
    return replace(
        redline.document,
        subtitle=subtitle,
        edition=f"changes-{one.id}" if one else "changes",
        blocks=tuple(blocks),
        images={},
        drawings={},
        sheet=True,
        pages=1,
    )


def _facts(was: Covenant, now: Covenant, party: Party, told: Voice) -> list[tuple[str, str, str]]:
    """Sums about a party, before and after."""
    found = []
    for name, label, money in (
        ("money", N_("Money over the whole term"), True),
        ("hours", N_("Hours over the whole term"), False),
        ("valued", N_("Value of staff, products and facilities"), True),
    ):
        sums = [_sum(one.totals.get(f"{name}-by.{party.id}"), told, money) for one in (was, now)]
        if any(sums):
            found.append((told.say(label), sums[0] or "—", sums[1] or "—"))
    counts = [sum(c.by == party.id for c in one.partnership.commitments) for one in (was, now)]
    if any(counts):
        found.append((told.say(N_("Commitments that it leads")), str(counts[0]), str(counts[1])))
    bound = [
        sum(c.by == party.id and bool(c.enforceable) for c in one.partnership.commitments)
        for one in (was, now)
    ]
    if any(bound):
        label = told.say(N_("Of these enforceable in court"))
        found.append((label, str(bound[0]), str(bound[1])))
    return found


def _sum(amount: Decimal | None, told: Voice, money: bool) -> str:
    if amount is None:
        return ""
    return told.money(amount) if money else told.number(amount)
