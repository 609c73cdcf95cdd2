"""The gate's ruling as one job hands it to the one that may write: checked, and nothing more."""

from __future__ import annotations

import json

from msgspec import Struct

from convenant.model.ruling import Verdict

VERSION = 1
LIMIT = 1_000_000
REPORT_LIMIT = 65_000
"""Characters of a comment on GitHub, with some room."""

_TEXTS = {"title": 300, "head": 64, "report": REPORT_LIMIT}
_OURS = (*(f"section/{n}" for n in range(1, 6)), "concern", "legal-approved")


class Told(Struct, frozen=True):
    """What is to be shown under a proposal.

    Attributes:
        head: the version that was judged; whoever shows it compares it with the forge's own word.
        labels: those that the tool keeps and that belong there.
        agreed: whether a facilitator's label “agreed” is about this very version.
    """

    verdict: Verdict
    title: str
    head: str
    report: str
    labels: tuple[str, ...]
    agreed: bool = False


class UnreadableRuling(ValueError):  # noqa: N818  (a fact about the form)
    """The form is none that the gate writes; the text names the key."""


def load_ruling(data: bytes) -> Told:
    """The ruling.

    Raises:
        UnreadableRuling: when anything in it is not as the gate writes it.
    """
    try:
        form = json.loads(data) if len(data) <= LIMIT else None
    except (ValueError, RecursionError) as error:
        raise UnreadableRuling("JSON") from error
    if not isinstance(form, dict) or form.get("gate") != VERSION:
        raise UnreadableRuling("gate")
    texts: dict[str, str] = {}
    for key, limit in _TEXTS.items():
        value = form.get(key)
        if not isinstance(value, str) or not 0 < len(value) <= limit:
            raise UnreadableRuling(key)
        texts[key] = value
    verdicts = {verdict.value: verdict for verdict in Verdict}
    if form.get("verdict") not in verdicts:
        raise UnreadableRuling("verdict")
    labels = form.get("labels")
    if not isinstance(labels, list) or not all(label in _OURS for label in labels):
        raise UnreadableRuling("labels")
    return Told(
        verdicts[form["verdict"]],
        texts["title"],
        texts["head"],
        texts["report"],
        tuple(labels),
        form.get("agreed") is True,
    )
