"""What changed in a covenant since an earlier version of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from convenant.cli.steps.change.set import compare_readings
from convenant.cli.steps.reading import Reading, read_covenants
from convenant.cli.steps.version.standing import Standing
from convenant.edges.disk.cache import Cache, cache_folder
from convenant.edges.disk.resource import read_schemas
from convenant.edges.vcs.history import History, UnknownVersionError
from convenant.edges.vcs.place import Version
from convenant.model.section import Section
from convenant.plan.digest import canonical_form
from convenant.plan.wording import is_wording_only
from convenant.report.change import where


def read_then(standing: Standing, commit: str) -> Reading | None:
    """The covenant as it was, or nothing where Git no longer has that version."""
    with History(standing.root) as history:
        try:
            folder, _ = history.read(standing.covenant.slug, commit)
        except UnknownVersionError:
            return None
    with Cache(cache_folder()) as cache:
        (reading,) = read_covenants([folder], read_schemas(), cache)
    return reading


def wording_only_since(standing: Standing, commit: str) -> bool:
    """Whether nothing but wording changed; no, where that cannot be seen."""
    then = read_then(standing, commit) if commit else None
    return then is not None and is_wording_only(_form(then), _form(standing.reading))


def changed_sentences(standing: Standing, commit: str) -> list[str]:
    """What reads differently, a sentence each."""
    then = read_then(standing, commit) if commit else None
    if then is None:
        return []
    version = Version(standing.commit, changed=False)
    compared = compare_readings(then, standing.reading, (commit, standing.commit), version)
    changes = compared.comparison.changes
    return [f"{where(change)}: {change.sentence(standing.voice)}" for change in changes]


def _form(reading: Reading) -> Mapping[Section, Mapping[str, Any]]:
    return canonical_form(reading.covenant, read_schemas())
