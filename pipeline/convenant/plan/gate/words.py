"""Everything that the gate can say, by its code; a code never changes its meaning."""

from __future__ import annotations

from collections.abc import Mapping

from convenant.model.ruling import Reason
from convenant.model.saying import Saying, Spoken
from convenant.plan.gate.said import Words
from convenant.plan.gate.words_form import FORM_WORDS
from convenant.plan.gate.words_legal import LEGAL_WORDS
from convenant.plan.gate.words_method import METHOD_WORDS

WORDS: Mapping[str, Words] = {**FORM_WORDS, **METHOD_WORDS, **LEGAL_WORDS}


def reason(code: str, *, party: str = "", **values: Spoken) -> Reason:
    """The reason with a code, its blanks filled.

    Args:
        party: the id of the party that it is about; its name is `values["party_name"]`.
    """
    words = WORDS[code]
    if "party_name" in values:
        values["party"] = values.pop("party_name")
    return Reason(
        code,
        words.verdict,
        Saying(words.why, values),
        Saying(words.todo, values) if words.todo else None,
        Saying(words.by, values) if words.by else None,
        party,
    )
