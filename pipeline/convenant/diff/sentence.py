"""Every difference in the data as a sentence: its own where we have one, else a sound general one.

The general sentences are made of the titles in the schemas, so that a new key needs no code.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from convenant.diff.difference import Difference
from convenant.diff.excerpt import excerpts
from convenant.diff.name import Names, label
from convenant.diff.sentence_agreed import AGREED
from convenant.diff.sentence_party import PARTY
from convenant.diff.telling import Telling, subject
from convenant.locale import N_
from convenant.model.comparison import ChangeKind
from convenant.model.saying import Saying, Spoken

_OWN: dict[tuple[str, tuple[str, ...]], Callable[[Telling], Saying | None]] = {**PARTY, **AGREED}
"""By section and keys the sentences of what matters most."""


def sentence(difference: Difference, was: Names, now: Names) -> Saying:
    """The difference in words.

    Args:
        was: what the old version calls things.
        now: what the new one does.
    """
    telling = Telling(difference, was, now)
    own = _OWN.get((difference.section.key, difference.keys))
    said = (own(telling) if own else None) or _general(telling)
    return Saying(said.text, said.values, capital=True)


def _general(telling: Telling) -> Saying:
    one = telling.difference
    if "x-defines" in one.schema and one.item:
        return _renamed(telling)
    if one.item and "properties" in one.schema:
        return _item(telling)
    if "items" in one.schema and one.kind is not ChangeKind.REORDERED:
        return _listed(telling)
    about = subject(telling)
    if one.kind is ChangeKind.REORDERED:
        text = N_("The order of {subject} is now: {after}.")
        return Saying(text, {"subject": about, "after": telling.after})
    if one.kind is ChangeKind.ADDED:
        text = N_("{subject} was added: {after}.")
        return Saying(text, {"subject": about, "after": ended(telling.after)})
    if one.kind is ChangeKind.REMOVED:
        text = N_("{subject} was dropped: {before}.")
        return Saying(text, {"subject": about, "before": ended(telling.before)})
    return changed(about, telling)


def changed(about: Spoken, telling: Telling) -> Saying:
    """From one value to another; of a text only what differs."""
    one = telling.difference
    words = one.before, one.after
    if all(isinstance(text, str) and len(text.split()) > 3 for text in words):
        before, after = excerpts(*words)
        text = N_("{subject} changed: “{before}” became “{after}”.")
        return Saying(text, {"subject": about, "before": before, "after": after})
    text = N_("{subject} went from {before} to {after}.")
    values = {"subject": about, "before": ended(telling.before), "after": ended(telling.after)}
    return Saying(text, values)


def ended(value: Spoken) -> Spoken:
    """A value before the full stop of a sentence."""
    return value.rstrip().removesuffix(".") if isinstance(value, str) else value


def _renamed(telling: Telling) -> Saying:
    one = telling.difference
    assert one.item  # noqa: S101  (for the type checker)
    kind = label(one.item.schema, inside=True)
    text = N_("The id of {thing} went from {before} to {after}; it stays the same {kind}.")
    thing = telling.now.thing(one.item)
    values = {"thing": thing, "before": one.before, "after": one.after, "kind": kind}
    return Saying(text, values)


def _item(telling: Telling) -> Saying:
    one = telling.difference
    assert one.item  # noqa: S101  (for the type checker)
    if one.kind is ChangeKind.REMOVED:
        text = N_("{thing} was dropped.")
        return Saying(text, {"thing": telling.was.thing(one.item)})
    if one.kind is ChangeKind.CHANGED:
        text = N_("{thing} was changed.")
        return Saying(text, {"thing": telling.now.thing(one.item)})
    thing = telling.now.thing(one.item)
    facts = details(one.after, one.schema, telling.now)
    if not facts:
        return Saying(N_("New: {thing}."), {"thing": thing})
    return Saying(N_("New: {thing}. {details}."), {"thing": thing, "details": facts[0]})


def details(item: Any, schema: Any, names: Names) -> list[Spoken]:
    """What a new item says, as `Chance: high; impact: low`, one text; nothing when it is bare."""
    parts: list[Spoken] = []
    for key, part in schema.get("properties", {}).items():
        if key == "id" or item.get(key) in (None, "", [], {}):
            continue
        shown = ended(names.value(item[key], part, key))
        parts.append(
            Saying(
                N_("{field}: {value}"), {"field": label(part, inside=bool(parts)), "value": shown}
            )
        )
    joined: list[Spoken] = parts[:1]
    for part in parts[1:]:
        joined = [Saying(N_("{first}; {rest}"), {"first": joined[0], "rest": part})]
    return joined


def _listed(telling: Telling) -> Saying:
    one = telling.difference
    about = subject(telling)
    if one.kind is ChangeKind.ADDED:
        text = N_("Added to {subject}: {after}.")
        return Saying(text, {"subject": about, "after": ended(telling.after)})
    if one.kind is ChangeKind.REMOVED:
        text = N_("Dropped from {subject}: {before}.")
        return Saying(text, {"subject": about, "before": ended(telling.before)})
    return changed(about, telling)
