"""The rule for characters that no document can print: emoji, and scripts that our fonts lack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from convenant.locale import N_
from convenant.model.annotation import Schema, leaves
from convenant.model.covenant import Covenant
from convenant.model.letters import SUBSTITUTE, unprintable
from convenant.model.rule import Example, Rule
from convenant.problem import Place, Problem, Severity

_REPORTED = 20
"""Findings in one covenant; more of them tell nothing new."""

_SHOWN = 10


def check_letters(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    """Every character of the text and the data is in one of the fonts."""
    yield from islice(_found(covenant, schemas), _REPORTED)


def _found(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    lacking = unprintable()
    for section, tree in covenant.data.items():
        # Most files have none: looking at the texts alone is much less work than at the keys.
        if not any(lacking.search(text) for text in _strings(tree)):
            continue
        for leaf in leaves(tree, schemas.get(section.key, {})):
            said = leaf.value if isinstance(leaf.value, str) else ""
            if (match := lacking.search(said)) and _is_letter(match[0]):
                yield _problem(leaf.place, match[0])
    for prose in covenant.all_prose():
        if prose.printable:
            continue
        for text, at in _texts(list(prose.blocks), [1, 1]):
            for match in lacking.finditer(text):
                if _is_letter(match[0]):
                    yield _problem(Place(prose.file, at[0], at[1] + match.start()), match[0])


def _is_letter(run: str) -> bool:
    """Whether somebody meant to write this: what no text may hold has rules of its own."""
    return run[0].isprintable() and run[0] != "\ufffd"


def _problem(place: Place, text: str) -> Problem:
    values = {"text": text[:_SHOWN], "mark": SUBSTITUTE}
    return Problem(place, "text-not-printable", Severity.WARNING, values)


def _strings(value: Any) -> Iterator[str]:
    """The texts of a file's data that may hold more than the letters of every font."""
    if isinstance(value, str):
        if not value.isascii():
            yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def _texts(value: Any, at: list[int]) -> Iterator[tuple[str, list[int]]]:
    """Words and code with their places."""
    if isinstance(value, dict):
        at = value.get("at", at)
        content: Any = value.get("c")
        if value["t"] == "Str":
            yield str(content), at
        elif value["t"] in ("Code", "CodeBlock"):
            yield str(content[1]), at
        else:
            yield from _texts(content, at)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, at)


CHECKS = (check_letters,)

RULES = (
    Rule(
        code="text-not-printable",
        title=N_("A character cannot be printed"),
        message=N_("The fonts of the document do not have “{text}”."),
        hint=N_("Say it in words; the PDF shows {mark} here."),
        reason=N_(
            "The documents carry their own fonts, so that they look the same everywhere. Those "
            "have the letters of the European languages, of Arabic and of Hebrew, and no emoji or "
            "other scripts."
        ),
        severity=Severity.WARNING,
        example=Example(
            "1-ambition.md",
            bad="# Maatschappelijke ambitie\n\nWij beginnen \U0001f600.\n",
            good="# Maatschappelijke ambitie\n\nWij beginnen blij.\n",
        ),
    ),
)
