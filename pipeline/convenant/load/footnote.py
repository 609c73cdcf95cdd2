"""Footnotes that are cited and not there, or there and not cited: pandoc tells of neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from convenant.problem import Severity

_LONGEST = 5_000
"""A longer line is an error by itself, and telling its code apart would cost time."""

_FENCE = re.compile(r"[ >]*(`{3,}(?=[^`]*$)|~{3,})")
_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
_DEFINITION = re.compile(r"[ >*+\-\d.)]*\[\^([^\[\]^\s\\]{1,200})\]:")
_CITED = re.compile(r"(?<!\\)\[\^([^\[\]^\s\\]{1,200})\](?!\()")


def match_notes(lines: Sequence[str]) -> Iterator[tuple[int, int, str, Severity, dict[str, str]]]:
    """Line, column, code, weight and values of every footnote that lacks its other half."""
    defined: dict[str, tuple[int, int]] = {}
    twice: list[tuple[int, int, str]] = []
    cited: dict[str, tuple[int, int, str]] = {}
    for number, line in _outside_code(lines):
        start = 0
        if match := _DEFINITION.match(line):
            label, start = match[1].casefold(), match.end()
            here = (number, line.index("[") + 1)
            if label in defined:
                twice.append((*here, match[1]))
            defined.setdefault(label, here)
        for use in _CITED.finditer(line, start):
            cited.setdefault(use[1].casefold(), (number, use.start() + 1, use[1]))
    for label, (number, column, said) in cited.items():
        if label not in defined:
            yield number, column, "reference-footnote", Severity.ERROR, {"id": said}
    loose = [(*here, label) for label, here in defined.items() if label not in cited]
    for number, column, said in sorted([*loose, *twice]):
        yield number, column, "prose-note-unused", Severity.WARNING, {"id": said}


def _outside_code(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines that may hold a note, code in them blotted out, without those of code blocks."""
    if not any("[^" in line for line in lines):
        return
    fence = ""
    for number, line in enumerate(lines, 1):
        if match := _FENCE.match(line):
            closes = match[1].startswith(fence) and not line.strip(" >`~")
            fence = "" if fence and closes else fence or match[1]
        elif not fence and "[^" in line and len(line) <= _LONGEST:
            yield number, _CODE.sub(lambda code: " " * len(code[0]), line) if "`" in line else line
