"""Is a change one of wording only: no figure, no obligation's data, no structure?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from convenant.model.section import Section

_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")
_WEIGHTY = re.compile(
    r"\b(?:niet|geen|nooit|moet|moeten|mag|mogen|kan|kunnen|zal|zullen|verplicht|alle|elke|ieder|"
    r"iedere|en|of|tenzij|mits|not|no|never|must|shall|may|can|should|all|each|every|and|or|"
    r"unless|if)\b",
    re.IGNORECASE,
)
"""Small words that turn a sentence round."""

Form = Mapping[Section, Mapping[str, Any]]
"""The canonical form of a covenant: per part its data, its prose and its annexes."""


def is_wording_only(old: Form, new: Form) -> bool:
    """Whether only words changed that carry no number, no data, no reference and no turn.

    A cautious answer: yes means that the function which may confirm minor changes can be asked; it
    still has to look. Data, headings, articles, references, images, numbers and small words such
    as “not”, “may” and “or” are the same and in the same order.
    """
    return set(old) == set(new) and all(_frame(old[s]) == _frame(new[s]) for s in old)


def _frame(part: Mapping[str, Any]) -> Any:
    prose = [part.get("prose"), part.get("annexes")]
    return [part.get("data"), [_shape(prose), list(_marks(prose))]]


def _shape(value: Any) -> Any:
    """The tree without its words, with everything that is no running text."""
    if isinstance(value, dict):
        return {key: _shape(item) for key, item in value.items()}
    if not isinstance(value, list):
        return None
    if value and value[0] in ("value", "image", "code", "id"):
        return value
    # Level, id, flags, start, style and target are no words.
    plain = _PLAIN.get(value[0], 0) if value and isinstance(value[0], str) else 0
    rest = (_shape(item) for item in value[plain:] if not isinstance(item, str))
    return [*value[:plain], *rest]


_PLAIN = {
    **dict.fromkeys(("p", "ul", "dl", "quote", "lines", "note", "del", "sup", "sub"), 1),
    **{"h": 4, "ol": 3, "table": 2, "figure": 2, "link": 2},
}
"""How many parts at the start of a node are kept as they are."""


def _marks(value: Any) -> Iterator[str]:
    """Numbers and weighty words in the order of the text."""
    if isinstance(value, dict):
        for item in value.values():
            yield from _marks(item)
    elif isinstance(value, list):
        for item in value:
            yield from _marks(item)
    elif isinstance(value, str):
        found = [*_NUMBER.finditer(value), *_WEIGHTY.finditer(value)]
        yield from (m[0].lower() for m in sorted(found, key=lambda m: m.start()))
