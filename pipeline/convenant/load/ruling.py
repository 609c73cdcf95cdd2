"""The gate's ruling as one job hands it to the one that may write: checked, and nothing more."""

from __future__ import annotations

import json
import re

import msgspec
from msgspec import Struct

from convenant.model.forge import Suggestion
from convenant.model.ruling import Verdict

VERSION = 1
LIMIT = 1_000_000
REPORT_LIMIT = 65_000
"""Characters of a comment on GitHub, with some room."""

_TEXTS = {"title": 300, "head": 64, "report": REPORT_LIMIT}
_FILE = re.compile(r"[A-Za-z0-9._/-]{0,200}covenants/[a-z0-9-]+/[A-Za-z0-9._/-]{1,200}")
_SUGGESTIONS, _LINES, _BODY = 20, 100_000, 6_000
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
    suggesting: str = ""
    suggestions: tuple[Suggestion, ...] = ()


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
        _said(form.get("suggesting", "")),
        _suggestions(form.get("suggestions", [])),
    )


def _said(raw: object) -> str:
    if not isinstance(raw, str) or len(raw) > _TEXTS["title"]:
        raise UnreadableRuling("suggesting")
    return raw


def _suggestions(raw: object) -> tuple[Suggestion, ...]:
    try:
        found = msgspec.convert(raw, tuple[Suggestion, ...])
    except msgspec.ValidationError as error:
        raise UnreadableRuling("suggestions") from error
    if len(found) > _SUGGESTIONS or not all(map(_is_sound, found)):
        raise UnreadableRuling("suggestions")
    return found


def _is_sound(one: Suggestion) -> bool:
    inside = _FILE.fullmatch(one.file) is not None and ".." not in one.file
    return inside and 0 < one.start <= one.end < _LINES and 0 < len(one.body) <= _BODY
