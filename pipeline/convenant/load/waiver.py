"""`waive CODE: reason` in a comment: in Markdown `<!-- … -->`, in YAML behind a `#`.

At the end of a line it is about that line, on a line of its own about the next one that is not
empty. A comment is never printed and does not count for the digest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from convenant.model.house_rules import Waiver
from convenant.problem import Place

_IN_MARKDOWN = re.compile(r"<!-- {0,4}waive ([^<>]*)-->")
_IN_YAML = re.compile(r"(?:^|(?<= ))# {0,4}waive (.*)$")

IS_WAIVER = re.compile(r"<!-- {0,4}waive [^<>]*-->\s*")
"""The one kind of comment that a text may hold."""


def load_waivers(file: str, text: str) -> tuple[Waiver, ...]:
    """The waivers of one file, in order.

    Args:
        file: POSIX path from the workspace root; its suffix says which kind of comment counts.
    """
    if "waive" not in text:
        return ()
    pattern = _IN_YAML if file.endswith(".yaml") else _IN_MARKDOWN
    return tuple(_waivers(file, text.split("\n"), pattern))


def _waivers(file: str, lines: Sequence[str], pattern: re.Pattern[str]) -> Iterator[Waiver]:
    for number, line in enumerate(lines, 1):
        for found in pattern.finditer(line):
            alone = not (line[: found.start()] + line[found.end() :]).strip()
            about = _next(lines, number) if alone else number
            code, _, reason = found[1].partition(":")
            place = Place(file, number, found.start() + 1)
            yield Waiver(place, about, code.strip().lower(), reason.strip())


def _next(lines: Sequence[str], number: int) -> int:
    """The first line after this one that says something that is no remark itself."""
    for later, line in enumerate(lines[number:], number + 1):
        said = line.strip()
        if said and not said.startswith("#") and not IS_WAIVER.fullmatch(said):
            return later
    return number
