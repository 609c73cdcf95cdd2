"""Rules on personal data: everybody knows what it is to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from convenant.check.inquiry import Found, Inquiry, Look


def roles(inquiry: Inquiry) -> Iterator[Found]:
    """Everybody knows its role where personal data are processed."""
    told = inquiry.covenant.annexes.privacy
    if told is None or told.personal_data is not True or not told.roles:
        return
    roles = {one.party: one.role for one in told.roles}
    for party in inquiry.covenant.cover.parties:
        if party.signs and party.id not in roles:
            yield Found("data-no-privacy-role", told.at, {"party": party.label})
    kinds = list(roles.values())
    if kinds.count("joint_controller") == 1:
        yield Found("data-joint-alone", told.at)
    if "processor" in kinds and not {"controller", "joint_controller"} & set(kinds):
        yield Found("data-no-controller", told.at)


LOOKS: Mapping[str, Look] = {"data-no-privacy-role": roles}
