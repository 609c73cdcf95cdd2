"""The next version, from those that there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from convenant.model.covenant import Covenant
from convenant.model.release import Change, Kind, VersionName
from convenant.model.section import Section
from convenant.plan.canonical import Canonical
from convenant.plan.wording import is_wording_only

Form = Mapping[Section, Mapping[str, Any]]


def next_concept(names: Iterable[VersionName]) -> VersionName:
    """The concept after the last one."""
    minors = [name.minor for name in names if name.kind is Kind.CONCEPT]
    return VersionName(0, max(minors, default=0) + 1, 0)


def next_final(names: Iterable[VersionName], change: Change) -> VersionName:
    """`v1.0.0` first; then a third number for wording, else a second one."""
    last = in_force(names)
    if last is None:
        return VersionName(1, 0, 0)
    if change is Change.WORDING:
        return VersionName(last.major, last.minor, last.patch + 1)
    return VersionName(last.major, last.minor + 1, 0)


def next_copy(names: Iterable[VersionName], version: VersionName) -> VersionName:
    """The next copy to sign of a version."""
    signs = [name.sign for name in names if name.sign and name.base == version.base]
    return VersionName(version.major, version.minor, version.patch, max(signs, default=0) + 1)


def in_force(names: Iterable[VersionName]) -> VersionName | None:
    """The last version that was signed."""
    return max((name for name in names if name.kind is Kind.FINAL), default=None)


def change_between(old: tuple[Covenant, Form] | None, new: tuple[Covenant, Form]) -> Change:
    """What kind of change leads from the text in force to the present one."""
    if old is None:
        return Change.FIRST
    before = {party.id for party in old[0].cover.parties if party.signs}
    after = {party.id for party in new[0].cover.parties if party.signs}
    joined = {party.id for party in new[0].cover.parties} - {p.id for p in old[0].cover.parties}
    if _is_equal(old[1], new[1]):
        return Change.EXIT if before - after else Change.NONE
    if joined and not before - after and _is_equal(old[1], _without(new[1], joined)):
        return Change.ACCESSION
    return Change.WORDING if is_wording_only(old[1], new[1]) else Change.AMENDMENT


def _is_equal(old: Form, new: Form) -> bool:
    return dict(old) == dict(new)


def _without(form: Form, parties: set[str]) -> Form:
    """The form as it would be without some parties on the cover."""
    cover = dict(form[Section.COVER])
    data: dict[str, Canonical] = dict(cover.get("data", {}))
    listed = data.get("parties")
    if isinstance(listed, list):
        data["parties"] = [
            one for one in listed if not (isinstance(one, dict) and one.get("id") in parties)
        ]
    return {**form, Section.COVER: {**cover, "data": data}}
