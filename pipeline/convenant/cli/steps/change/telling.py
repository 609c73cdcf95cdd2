"""What a comparison says to a reader, per covenant in its own language."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import click

from convenant.cli.steps.change.comparing import Compared
from convenant.cli.steps.change.sides import Side, side_name
from convenant.cli.steps.speech import speaker
from convenant.diff.apply import Edit, file_edits
from convenant.locale import N_, voice
from convenant.report.change import change_report
from convenant.report.change_json import change_json


def tell_changes(compared: Sequence[Compared], *, party: str = "", as_json: bool = False) -> str:
    """All changes as text, or as JSON.

    Raises:
        click.BadParameter: when none of the covenants has the party.
    """
    names = {one.sides.slug: _party_name(one, party) for one in compared if party}
    if compared and party and not any(names.values()):
        raise click.BadParameter(_no_party(compared, party), param_hint="--party")
    if as_json:
        return change_json([(one.comparison, _known(one)) for one in compared])
    if not compared:
        return speaker().say(N_("Nothing has changed.")) + "\n"
    return "\n".join(_told(one, party, names.get(one.sides.slug, "")) for one in compared)


def _told(one: Compared, party: str, name: str) -> str:
    told = voice(one.comparison.language)
    old = side_name(one.sides.old, told) if one.sides.old else "—"
    title = N_("{title}: from {old} to {new}")
    covenant = one.sides.new.reading.covenant
    head = told.say(
        title,
        title=covenant.cover.title or covenant.slug,
        old=old,
        new=side_name(one.sides.new, told),
    )
    return f"{head}\n\n{change_report(one.comparison, told, party=party, name=name)}"


def _party_name(one: Compared, party: str) -> str:
    """What the party is called, now or before."""
    for side in (one.sides.new, one.sides.old):
        if side and (found := side.reading.covenant.party(party)):
            return found.label
    return ""


def _no_party(compared: Sequence[Compared], party: str) -> str:
    known = {p.id for one in compared for p in one.sides.new.reading.covenant.cover.parties}
    said = N_("“{party}” is no party here. There are: {near}.")
    return speaker().say(said, party=party, near=", ".join(sorted(known)))


def _known(one: Compared) -> dict[str, Any]:
    old, new = one.sides.old, one.sides.new
    edits = file_edits(old.files, new.files) if old else {}
    return {
        "old": _side(old),
        "new": _side(new),
        "files": [_file(name, edits[name], new.files.get(name)) for name in edits],
    }


def _file(name: str, edits: Sequence[Edit] | None, after: bytes | None) -> dict[str, Any]:
    """A file that differs: the edits that make the new one, or that it went, or its new sum."""
    made = [{"start": e.start, "count": e.count, "lines": list(e.lines)} for e in edits or ()]
    return {
        "file": name,
        "removed": after is None,
        "sha256": hashlib.sha256(after).hexdigest() if after is not None else None,
        "edits": made if edits is not None else None,
    }


def _side(side: Side | None) -> dict[str, Any] | None:
    if side is None:
        return None
    version = side.version
    return {"name": side.name, "commit": version.commit, "changed": version.changed}
