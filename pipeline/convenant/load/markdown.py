"""A look at Markdown before pandoc reads it: what would cost too much, and what would get lost.

Every bound is far above what a covenant needs and far below what hurts. Measured with pandoc 3.9
and a heap of 512 MB: 400 divisions in each other take 1.2 s and 3,000 never end; 4,000 links in one
paragraph exhaust the heap; so does a footnote that cites itself, in 19 bytes; a footnote of 5 kB
that is cited 500 times takes 8 s. A text within these bounds can still be slow, which is why pandoc
has limits of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec import Struct, field

from convenant.load.footnote import match_notes
from convenant.problem import Place, Problem, Severity

LINE_CHARACTERS = 5_000
DEPTH = 20
BRACKETS_IN_A_ROW = 12
BRACKETS = 1_000
MARKS = 2_000
COLUMNS = 40
REPEATED_CHARACTERS = 200_000
_REPORTED = 20
"""Findings of one kind in one file; more of them tell nothing new."""

_PREFIX = re.compile(
    r"(?:[ >]+|(?:[-+*]|(?:\d{1,9}|[a-zA-Z#]|[ivxlcdmIVXLCDM]{2,9})[.)]|\([^() ]{1,9}\))(?= ))*"
)
_RULE = re.compile(r" *([-*_])(?: *\1)+ *")
_IN_A_ROW = re.compile(rf"(?:!?\[){{{BRACKETS_IN_A_ROW}}}")
_MARK = re.compile(r"[*_~^'\"]+")
_DELIMITER_ROW = re.compile(r"[ >|:-]*")
_FENCE = re.compile(r"(`{3,}(?=[^`]*$)|~{3,})")
_DIVISION = re.compile(r"(:{3,}) *(\{.*\}|[^\s{}]+)? *$")
_DEFINITION = re.compile(r"[ >*+\-\d.)]*\[(\^?[^\[\]\n]{1,999})\]:")
_USE = re.compile(r"\[(\^?[^\[\]\n]{1,999})\]")
_LOST = re.compile(r"\{[#.][^{}]*\}(?= *\S)")


def lint_markdown(file: str, text: str) -> tuple[Problem, ...]:
    """What is wrong in a text before it is parsed; an error means that pandoc must not see it.

    Args:
        text: decoded, with line feeds only.
    """
    found: list[Problem] = []
    lines = text.split("\n")
    for look in (_tabs, _accents, _lines, _paragraphs, _notes, match_notes, _divisions):
        for line, column, code, severity, values in islice(look(lines), _REPORTED):
            found.append(Problem(Place(file, line, column), code, severity, values))
    return tuple(sorted(found, key=lambda problem: problem.sort_key))


def expand_tabs(text: str) -> str:
    """The text with spaces for tabs, up to the next column that is a multiple of four.

    A tab would shift every place on its line.
    """
    return text.expandtabs(4)


_Finding = tuple[int, int, str, Severity, dict[str, str]]


def _tabs(lines: list[str]) -> Iterator[_Finding]:
    """The first tab only: `--fix` mends all of them."""
    for number, line in enumerate(lines, 1):
        if "\t" in line:
            yield number, line.index("\t") + 1, "prose-tab", Severity.WARNING, {}
            return


def _accents(lines: list[str]) -> Iterator[_Finding]:
    """The first letter stored apart from its accent: pandoc joins them, and all after it shifts."""
    for number, line in enumerate(lines, 1):
        if not line.isascii() and not unicodedata.is_normalized("NFC", line):
            joined = unicodedata.normalize("NFC", line)
            pairs = enumerate(zip(line, joined, strict=False), 1)
            column = next((column for column, (a, b) in pairs if a != b), 1)
            yield number, column, "prose-accent", Severity.WARNING, {}
            return


def _lines(lines: list[str]) -> Iterator[_Finding]:
    for number, line in enumerate(lines, 1):
        if len(line) > LINE_CHARACTERS:
            limit = {"limit": str(LINE_CHARACTERS)}
            yield number, LINE_CHARACTERS + 1, "prose-line-long", Severity.ERROR, limit
        if not 0 < len(line) <= LINE_CHARACTERS:
            continue
        prefix = _prefix(line)
        if _depth(prefix) > DEPTH and not _RULE.fullmatch(line):
            yield number, 1, "prose-deep", Severity.ERROR, {}
        if _LOST.match(line, len(prefix)):
            yield number, len(prefix) + 1, "prose-lost", Severity.WARNING, {}
        if "|" in line and "-" in line and _DELIMITER_ROW.fullmatch(line):
            columns = line.strip(" >|").count("|") + 1
            if columns > COLUMNS:
                values = {"count": str(columns), "limit": str(COLUMNS)}
                yield number, len(prefix) + 1, "prose-table-wide", Severity.ERROR, values


def _prefix(line: str) -> str:
    """What opens a block quote or a list item, as long as more of it follows."""
    match = _PREFIX.match(line)
    return match[0] if match else ""


def _depth(prefix: str) -> int:
    """How deep a line can be at most: marks, and two columns of indentation a level."""
    marks = prefix.count(">") + len(prefix.replace(">", " ").split())
    return marks + (len(prefix) - len(prefix.lstrip(" "))) // 2 if marks else 0


def _paragraphs(lines: list[str]) -> Iterator[_Finding]:
    """Lines without a blank one between them: pandoc's time goes by the square of their marks."""
    start, brackets, marks = 1, 0, 0
    for number, line in enumerate([*lines, ""], 1):
        if line.strip(" \t"):
            brackets += line.count("[")
            marks += len(_MARK.findall(line))
            if match := _IN_A_ROW.search(line):
                yield number, match.start() + 1, "prose-deep", Severity.ERROR, {}
            continue
        if brackets > BRACKETS or marks > MARKS:
            yield start, 1, "prose-dense", Severity.ERROR, {}
        start, brackets, marks = number + 1, 0, 0


class _Definition(Struct):
    """A footnote or the address of a reference, as it stands in the text."""

    label: str
    line: int
    column: int
    body: list[str] = field(default_factory=list)


def _notes(lines: list[str]) -> Iterator[_Finding]:
    """Notes in notes, and definitions that are repeated until they fill the memory."""
    definitions = list(_definitions(lines))
    if not definitions:
        return
    labels = {definition.label for definition in definitions}
    for one in definitions:
        inner = {_label(m[1]) for line in one.body for m in _USE.finditer(line)}
        if one.label.startswith("^") and any(i.startswith("^") for i in inner & labels):
            yield one.line, one.column, "prose-note-nested", Severity.ERROR, {}
    uses = Counter(_label(m[1]) for line in lines if "[" in line for m in _USE.finditer(line))
    for one in definitions:
        count = uses[one.label] - 1  # the definition itself has the same shape
        if count * sum(map(len, one.body)) > REPEATED_CHARACTERS:
            values = {"count": str(count)}
            yield one.line, one.column, "prose-repeats", Severity.ERROR, values


def _definitions(lines: Iterable[str]) -> Iterator[_Definition]:
    """Definitions with all lines that may belong to them."""
    current: _Definition | None = None
    blank = False
    for number, line in enumerate(lines, 1):
        if "]:" in line and (match := _DEFINITION.match(line)):
            if current:
                yield current
            column = match.start(1)
            current = _Definition(_label(match[1]), number, column, [line[match.end() :]])
        elif current and blank and line.strip() and not line.startswith("  "):
            yield current
            current = None
        elif current:
            current.body.append(line)
        blank = not line.strip()
    if current:
        yield current


def _label(text: str) -> str:
    return " ".join(text.casefold().split())


def _divisions(lines: list[str]) -> Iterator[_Finding]:
    """Divisions in divisions, and those that are never closed."""
    open_at: list[tuple[int, int, int]] = []
    fence = ""
    for number, line in enumerate(lines, 1):
        if not fence and ":::" not in line and "```" not in line and "~~~" not in line:
            continue
        prefix = _prefix(line)
        rest = line[len(prefix) :]
        if match := _FENCE.match(rest):
            closes = match[1].startswith(fence) and not rest.strip("`~ ")
            fence = "" if fence and closes else fence or match[1]
        elif not fence and (match := _DIVISION.match(rest)):
            colons, name = len(match[1]), match[2]
            if name:
                open_at.append((number, len(prefix) + 1, colons))
                if len(open_at) > DEPTH:
                    yield number, len(prefix) + 1, "prose-deep", Severity.ERROR, {}
                    return
            elif open_at and colons >= open_at[-1][2]:
                open_at.pop()
    for number, column, _ in open_at:
        yield number, column, "prose-division-open", Severity.WARNING, {}
