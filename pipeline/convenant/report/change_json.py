"""Changes for a machine. The format is versioned and only ever gains keys."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from convenant.locale import LANGUAGES, voice
from convenant.model.comparison import Change, Comparison

VERSION = 1

_UNWRITABLE = re.compile("[\x7f-\x9f\ud800-\udfff]")


def change_json(comparisons: Sequence[tuple[Comparison, Mapping[str, Any]]]) -> str:
    """One JSON object: per covenant its two versions and every change.

    Args:
        comparisons: each with what else is known of it, such as the names of the versions.
    """
    report = {
        "version": VERSION,
        "covenants": [
            {
                "covenant": one.slug,
                "language": one.language,
                **known,
                "notes": [note.tell(voice(one.language)) for note in one.notes],
                "changes": [change_record(change) for change in one.changes],
            }
            for one, known in comparisons
        ],
    }
    text = json.dumps(report, ensure_ascii=False, indent=2, default=_plain)
    return _UNWRITABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def change_record(change: Change) -> dict[str, Any]:
    """A change as plain data; numbers with all their digits, as in the source."""
    return {
        "id": change.id,
        "section": change.section.key,
        "clause": change.clause,
        "file": change.place.file,
        "line": change.place.line,
        "column": change.place.column,
        "kind": change.kind.value,
        "weight": change.weight.value,
        "parties": list(change.parties),
        "path": change.path,
        "before": change.before,
        "after": change.after,
        "sentence": {language: change.sentence(voice(language)) for language in LANGUAGES},
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        # JSON has no decimals: a float would lose what the canonical form keeps.
        return {"decimal": format(value, "f")}
    raise TypeError(type(value))
