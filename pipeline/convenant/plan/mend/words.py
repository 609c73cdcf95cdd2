"""Words in a text that a rule knows better, put right where the rule found them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from convenant.problem import Problem

_BETTER = {"term-capital": "term", "money-written": "better"}
"""By code, the value of a finding that its words should be."""

_HEADING = re.compile(r"(?P<words>#{1,6} .*?)[ ]*(?:\{(?P<inside>[^{}]*)\})?[ ]*$")


def mend_words(text: str, problems: Iterable[Problem], taken: set[str]) -> str:
    """The file with what is mechanical in these findings mended.

    Args:
        problems: those of this file.
        taken: ids that are in use in the covenant; an id that is given here is added.
    """
    lines = text.split("\n")
    for problem in sorted(problems, key=lambda one: one.sort_key, reverse=True):
        row, start = problem.place.line - 1, problem.place.column - 1
        if row >= len(lines):
            continue
        if problem.code in _BETTER:
            said, better = problem.values["text"], problem.values[_BETTER[problem.code]]
            if lines[row].startswith(said, start):
                lines[row] = lines[row][:start] + better + lines[row][start + len(said) :]
        elif problem.code == "prose-article-id":
            lines[row] = _with_id(lines[row], problem.values, taken)
    return "\n".join(lines)


def _with_id(line: str, values: Mapping[str, str], taken: set[str]) -> str:
    """A heading with an id of its own; another kind of line stays as it is."""
    found = _HEADING.fullmatch(line)
    if found is None:
        return line
    base = id = values["id"]
    number = 1
    while id in taken:
        number += 1
        id = f"{base}-{number}"
    taken.add(id)
    inside = f"#{id} {found['inside'] or ''}".strip()
    return f"{found['words']} {{{inside}}}"
