"""Rules for names that point elsewhere: parties, goals, clauses, sources, values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import unquote

from convenant.check.language.suggestion import Nearby
from convenant.check.reference_rules import RULES
from convenant.locale import N_
from convenant.model.annotation import Leaf, Schema, leaves
from convenant.model.covenant import Covenant
from convenant.model.section import SECTIONS
from convenant.model.value import find_value, value_paths
from convenant.problem import Place, Problem, Severity, Term

_ROOM = 6
"""How many choices a hint lists before it becomes noise."""


def check_names(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    """Every id is given once, and whatever names one finds it."""
    # Values that name something, or give it its name.
    found = [
        leaf
        for section, tree in covenant.data.items()
        for leaf in leaves(tree, schemas[section.key], "x-defines", "x-refers-to")
    ]
    defined, given = list(_defined(covenant, found)), _given(covenant)
    yield from _check_ids(defined, given)
    yield from _check_data(found)
    yield from _check_text(covenant, {*(id for id, _ in defined), *given})


def check_values(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    """Every `{{ value }}` names a value that the data has."""
    paths: list[str] | None = None
    near = Nearby()
    for prose in covenant.all_prose():
        for placeholder in prose.placeholders:
            path = placeholder.path
            if find_value(covenant.data, covenant.totals, path) is None:
                if paths is None:
                    paths = value_paths(covenant.data, covenant.totals)
                values = {"path": path}
                yield _unknown(placeholder.at, "reference-value", path, paths, values, near, few=3)


def _check_ids(defined: Iterable[tuple[str, Place]], given: list[str]) -> Iterator[Problem]:
    """Every id is given once in the whole covenant, in prose and data together."""
    first: dict[str, Place] = {}
    for id, place in defined:
        # Capitals make no other id: to Word, and to who reads it aloud, it is the same.
        same = id.lower()
        if same in given:
            yield Problem(place, "reference-taken-id", Severity.ERROR, {"id": id})
        elif same in first:
            values = {"id": id, "first": str(first[same])}
            yield Problem(place, "reference-double-id", Severity.ERROR, values)
        else:
            first[same] = place


def _check_data(found: Iterable[Leaf]) -> Iterator[Problem]:
    """Every id that the data names is the id of something of the right kind."""
    known: dict[str, set[str]] = {}
    naming: list[tuple[Leaf, tuple[str, ...]]] = []
    for leaf in found:
        if kind := leaf.schema.get("x-defines"):
            known.setdefault(kind, set()).add(str(leaf.value))
        if kinds := leaf.schema.get("x-refers-to"):
            naming.append((leaf, (kinds,) if isinstance(kinds, str) else tuple(kinds)))
    near = Nearby()
    for leaf, kinds in naming:
        if not any(str(leaf.value) in known.get(kind, ()) for kind in kinds):
            choices = {id for kind in kinds for id in known.get(kind, ())}
            code = "reference-party" if kinds == ("party",) else "reference-data"
            values = {"id": str(leaf.value), "kind": Term(KINDS[kinds[0]]), "file": _HOME[kinds[0]]}
            yield _unknown(leaf.place, code, str(leaf.value), choices, values, near)


def _check_text(covenant: Covenant, ids: set[str]) -> Iterator[Problem]:
    """Every `#id` exists, every `@source` is in the register, every file is in `annexes/`."""
    sources = {source.id for source in covenant.annexes.sources}
    near = Nearby()
    for prose in covenant.all_prose():
        for reference in prose.references:
            id, kind = reference.target[1:], reference.target[:1]
            file = unquote(reference.target).removeprefix("./")
            if kind == "#" and id not in ids:
                yield _unknown(reference.at, "reference-text", id, ids, {"id": id}, near)
            elif kind == "@" and id not in sources:
                yield _unknown(reference.at, "reference-source", id, sources, {"id": id}, near)
            elif file.startswith("annexes/") and file not in covenant.sums:
                values = {"file": file}
                yield _unknown(reference.at, "reference-annex", file, covenant.sums, values, near)


def _defined(covenant: Covenant, found: Iterable[Leaf]) -> Iterator[tuple[str, Place]]:
    for leaf in found:
        if leaf.schema.get("x-defines") and isinstance(leaf.value, str):
            yield leaf.value, leaf.place
    # A picture carries the id that the register of figures gives it; a second one would be double.
    registered = {figure.id for figure in covenant.visualisation.figures}
    for prose in covenant.all_prose():
        for anchor in prose.anchors:
            if anchor.kind == "figure" and anchor.id in registered:
                registered.discard(anchor.id)
            else:
                yield anchor.id, anchor.at


def _given(covenant: Covenant) -> list[str]:
    """Ids that the document itself gives: to sections without one, the signatures, the sources."""
    named = {
        section
        for section, prose in covenant.prose.items()
        if any(heading.level == 1 and heading.id for heading in prose.headings)
    }
    signing = any(party.signs for party in covenant.cover.parties)
    closing = [
        *(["signatures"] if signing else []),
        *(["sources"] if covenant.annexes.sources else []),
    ]
    return [*(section.key for section in SECTIONS if section not in named), *closing]


def _unknown(
    place: Place,
    code: str,
    name: str,
    choices: Collection[str],
    values: dict[str, str],
    near: Nearby,
    few: int = _ROOM,
) -> Problem:
    values["choices"] = ", ".join(near.names(name, choices, few))
    return Problem(place, code, Severity.ERROR, values)


KINDS = {
    "party": N_("party"),
    "goal": N_("goal"),
    "commitment": N_("commitment"),
    "contribution": N_("contribution"),
    "activity": N_("activity"),
    "phase": N_("phase"),
    "figure": N_("figure"),
    "annex": N_("annex"),
    "source": N_("source"),
    "body": N_("body"),
    "effect": N_("effect"),
    "arena-activity": N_("activity of the effects arena"),
}
"""What a kind of thing is called in a message."""

_HOME = {
    "party": "covenant.yaml",
    "goal": "1-ambition.yaml",
    "commitment": "2-partnership.yaml",
    "contribution": "2-partnership.yaml",
    "figure": "3-visualisation.yaml",
    "annex": "5-annexes.yaml",
    "source": "5-annexes.yaml",
    "activity": "4-programme.yaml",
    "phase": "4-programme.yaml",
    "body": "4-programme.yaml",
    "effect": "4-programme.yaml",
    "arena-activity": "4-programme.yaml",
}

__all__ = ["CHECKS", "KINDS", "RULES"]

CHECKS = (check_names, check_values)
