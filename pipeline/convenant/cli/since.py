"""What changed in a covenant since an earlier version of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from convenant.cli.reading import Reading, read_covenants
from convenant.cli.standing import Standing
from convenant.diff.covenant import diff_covenants
from convenant.edges.cache import Cache, cache_folder
from convenant.edges.history import History, UnknownVersionError
from convenant.edges.resource import read_schemas
from convenant.locale import N_
from convenant.model.section import Section
from convenant.plan.digest import canonical_form, canonical_json
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
    found = diff_covenants(then.covenant, standing.covenant, read_schemas())
    said = [f"{where(change)}: {change.sentence(standing.voice)}" for change in found.changes]
    old, new = _form(then), _form(standing.reading)
    # The text itself: which parts read differently in words that no data hold.
    return said + [
        standing.voice.say(N_("{part}: the text was changed."), part=f"§{section.number}")
        for section in Section
        if canonical_json(_prose(old[section])) != canonical_json(_prose(new[section]))
    ]


def _prose(form: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in form.items() if key != "data"}


def _form(reading: Reading) -> Mapping[Section, Mapping[str, Any]]:
    return canonical_form(reading.covenant, read_schemas())
