"""Which version comes next, what it is made from, and what is still missing for it."""

from __future__ import annotations

from msgspec import Struct

from convenant.cli.steps.version.bundling import Parts, Understood
from convenant.cli.steps.version.publishing import Shelf, gather, read_soundly
from convenant.cli.steps.version.standing import Refused
from convenant.edges.disk.cache import Cache
from convenant.edges.disk.resource import read_schemas
from convenant.edges.vcs.history import History
from convenant.locale import N_
from convenant.model.bundle import Inputs
from convenant.model.release import Change, Kind, Todo, VersionName
from convenant.plan.digest import canonical_form
from convenant.plan.release import Copy, plan_copy, plan_final, signing_of
from convenant.plan.version import change_between, in_force, next_concept, next_copy, next_final


class Plan(Struct, frozen=True):
    """A version to publish, or what is missing for it."""

    inputs: Inputs
    parts: Parts
    understood: Understood
    todos: tuple[Todo, ...] = ()


def plan_concept(shelf: Shelf, history: History, cache: Cache) -> Plan:
    """A concept of the present text; the same one again where it has its number already."""
    concepts = [name for name in shelf.names if name.kind is Kind.CONCEPT]
    here = history.version(shelf.slug, shelf.head).commit
    same = (n for n in concepts if history.version(shelf.slug, _ref(shelf, n)).commit == here)
    name = max(same, default=next_concept(shelf.names))
    inputs, parts = gather(shelf, history, name)
    return Plan(inputs, parts, read_soundly(shelf, parts, cache))


def plan_signature_copy(shelf: Shelf, history: History, cache: Cache, *, again: bool) -> Plan:
    """A copy to sign; the same one again where this very text was put up already.

    Args:
        again: make a new copy of the same text, such as for a decision that it is to print.
    """
    present = _present(shelf, history, cache)
    copy = copy_of(shelf, present.digest.whole)
    if copy and not again:
        inputs, parts = gather(shelf, history, _name(shelf, copy.name))
        known = read_soundly(shelf, parts, cache)
        if _same_signing(known, present):
            return Plan(inputs, parts, known)
    change, _ = _change(shelf, history, cache, present)
    version = next_final(shelf.names, change)
    inputs, parts = gather(shelf, history, next_copy(shelf.names, version))
    covenant, digest = present.now.covenant, present.digest
    todos = plan_copy(covenant, present.now.records, digest.whole, digest.sections)
    return Plan(inputs, parts, present, todos)


def plan_signed(shelf: Shelf, history: History, cache: Cache) -> Plan:
    """The version that publishes what was signed; the same one again where it is published.

    Raises:
        Refused: when nothing has changed since the version that is in force.
    """
    present = _present(shelf, history, cache)
    digest = present.digest
    copy = copy_of(shelf, digest.whole)
    last = in_force(shelf.names)
    if last and copy and shelf.facts(last).get("copy") == copy.name:
        inputs, parts = gather(shelf, history, last, copy.name)
        known = read_soundly(shelf, parts, cache)
        if _same_signing(known, present):
            return Plan(inputs, parts, known)
        # The same text, and others who are bound by it: a party has left.
        copy = None
    change, joined = _change(shelf, history, cache, present)
    name = _name(shelf, copy.name, signed=True) if copy else next_final(shelf.names, change)
    inputs, parts = gather(shelf, history, name, copy.name if copy else "")
    understood = read_soundly(shelf, parts, cache) if copy else present
    records, covenant = present.now.records, present.now.covenant
    todos = plan_final(
        covenant,
        records,
        digest.whole,
        digest.sections,
        copy,
        change,
        joined,
        printed=understood.text.covenant,
    )
    return Plan(inputs, parts, understood, todos)


def _same_signing(known: Understood, present: Understood) -> bool:
    return signing_of(known.text.covenant) == signing_of(present.now.covenant)


def copy_of(shelf: Shelf, digest: str) -> Copy | None:
    """The last copy to sign that has exactly this text."""
    for name in reversed(shelf.names):
        if name.kind is Kind.COPY:
            facts = shelf.facts(name)
            if facts.get("digest") == digest:
                return Copy(str(name), digest, facts.get("document", ""))
    return None


def _present(shelf: Shelf, history: History, cache: Cache) -> Understood:
    _, parts = gather(shelf, history, VersionName(0, 0, 0))
    return read_soundly(shelf, parts, cache)


def _change(
    shelf: Shelf, history: History, cache: Cache, present: Understood
) -> tuple[Change, tuple[str, ...]]:
    """How the present text differs from the one in force, and who joins.

    Raises:
        Refused: when it does not.
    """
    last = in_force(shelf.names)
    if last is None:
        return Change.FIRST, ()
    change, joined = change_of(shelf, history, cache, str(last), present)
    if change is Change.NONE:
        raise Refused(
            N_("{slug} says what {name} says: there is nothing to publish."),
            N_("Change the text first, or see: convenant verify {slug}/{name}"),
            slug=shelf.slug,
            name=str(last),
        )
    return change, joined


def change_of(
    shelf: Shelf, history: History, cache: Cache, previous: str, present: Understood
) -> tuple[Change, tuple[str, ...]]:
    """How a text differs from an earlier signed version, and the ids of the parties that join."""
    name = next(one for one in shelf.names if str(one) == previous)
    _, parts = gather(shelf, history, name, shelf.facts(name).get("copy", ""))
    old, schemas = read_soundly(shelf, parts, cache), read_schemas()
    before = (old.now.covenant, canonical_form(old.text.covenant, schemas))
    after = (present.now.covenant, canonical_form(present.text.covenant, schemas))
    known = {party.id for party in old.now.covenant.cover.parties}
    joined = (p.id for p in present.now.covenant.cover.parties if p.id not in known)
    return change_between(before, after), tuple(joined)


def _name(shelf: Shelf, copy: str, *, signed: bool = False) -> VersionName:
    name = next(one for one in shelf.names if str(one) == copy)
    return VersionName(name.major, name.minor, name.patch) if signed else name


def _ref(shelf: Shelf, name: VersionName) -> str:
    return f"refs/tags/{shelf.slug}/{name}"
