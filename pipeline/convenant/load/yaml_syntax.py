"""Why a text is no YAML: the usual causes told apart from what libyaml says and what stands there.

libyaml says where it lost its way, which is often one line after the mistake, and never why.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from yaml.error import Mark, YAMLError

from convenant.load.yaml_reader import DEPTH
from convenant.problem import Place, Problem, Severity

# Possessive, so that a long line costs one pass.
_KEY = re.compile(r"\s*+(?:- +)*+(?:\"[^\"]*\"|'[^']*'|[^\s'\"][^:]*):(?:\s|$)")
_CLOSING = {"[": "]", "{": "}"}


def explain(file: str, text: str, error: YAMLError) -> Problem:
    """A problem in plain words, at the place where a person would look for it."""
    return _Case(file, text, error).problem()


def split_lines(text: str) -> list[str]:
    """The lines as libyaml counts them, without their ends."""
    return re.split("\r\n|\r|\n", text)


class _Case:
    """One syntax error beside the text; lines and columns are from 0 in here."""

    def __init__(self, file: str, text: str, error: YAMLError) -> None:
        self.file = file
        self.lines = split_lines(text)
        self.said = str(getattr(error, "problem", "") or "")
        self.doing = str(getattr(error, "context", "") or "")
        self.here = self.inside(getattr(error, "problem_mark", None))
        self.start = self.inside(getattr(error, "context_mark", None))

    def inside(self, mark: Mark | None) -> tuple[int, int]:
        """A mark as line and column; the end of the text is the end of its last filled line."""
        if mark is None:
            return (0, 0)
        line, column = int(mark.line), int(mark.column)
        if not "".join(self.lines[line:]).strip():
            line = next((n for n in range(len(self.lines) - 1, -1, -1) if self.lines[n].strip()), 0)
            column = max(len(self.lines[line].rstrip()) - 1, 0)
        return (line, column)

    def problem(self) -> Problem:
        """The most likely cause."""
        return (
            self.nesting()
            or self.tab()
            or self.scalar()
            or self.colon()
            or self.bracket()
            or self.indentation()
            or self.at(self.here, "yaml-syntax", near=self.character(self.here, 20))
        )

    def nesting(self) -> Problem | None:
        """Brackets within brackets: newer versions of libyaml count them before we do."""
        if "nesting depth" in self.said:
            return self.at(self.here, "yaml-depth", limit=str(DEPTH))
        return None

    def tab(self) -> Problem | None:
        """A tab where the line begins."""
        line = self.here[0]
        text = self.lines[line]
        margin = text[: len(text) - len(text.lstrip())]
        if "\t" in margin:
            return self.at((line, margin.index("\t")), "yaml-tab")
        if self.character(self.here) == "\t":
            return self.at(self.here, "yaml-tab")
        return None

    def scalar(self) -> Problem | None:
        """A quoted text that goes wrong, or a text that needs quotes for how it starts."""
        said = self.said
        if self.doing.endswith("quoted scalar"):
            if "unexpected" in said:
                return self.at(self.start, "yaml-quote", quote=self.character(self.start))
            line, column = self.here
            backslash = (line, max(self.lines[line].rfind("\\", 0, column + 1), 0))
            return self.at(backslash, "yaml-escape", text=self.character(backslash, 2))
        if "directive" in self.doing or "%" in said or "incompatible" in said:
            return self.at(self.start if self.doing else self.here, "yaml-directive")
        if self.doing.endswith(("an alias", "an anchor", "a tag")) or "tag handle" in said:
            return self.at(self.start, "yaml-start", character=self.character(self.start))
        if self.doing.endswith("block scalar"):
            return self.at(self.start, "yaml-start", character=self.character(self.start))
        if "cannot start any token" in said or "mapping keys are not allowed" in said:
            return self.at(self.here, "yaml-start", character=self.character(self.here))
        if "did not find expected" in said and self.character(self.here) == ":":
            before = self.lines[self.here[0]][: self.here[1]].rstrip()
            if not before or before[-1] in "[{,:":
                return self.at(self.here, "yaml-start", character=":")
        if "did not find expected node content" in said and self.character(self.here) in ",]}":
            return self.at(self.here, "yaml-start", character=self.character(self.here))
        if "block sequence entries are not allowed" in said:
            return self.at(self.here, "yaml-dash")
        return None

    def colon(self) -> Problem | None:
        """One colon too many, or one too few."""
        line, column = self.here
        if "could not find expected ':'" in self.said:
            return self.at(self.start, "yaml-no-colon", text=self.character(self.start, 40))
        if "mapping values are not allowed" not in self.said:
            return None
        if _KEY.match(self.lines[line][:column]):
            return self.at(self.here, "yaml-colon")
        above = self.filled_above(line)
        if above is None or _KEY.match(self.lines[above]):
            return self.at((line, self.margin(line)), "yaml-indentation")
        start = (above, self.margin(above))
        return self.at(start, "yaml-no-colon", text=self.character(start, 40))

    def bracket(self) -> Problem | None:
        """A list or mapping in brackets that is not closed, or lacks a comma."""
        opening = self.character(self.start)
        if "did not find expected ','" in self.said and opening in _CLOSING:
            return self.at(self.start, "yaml-bracket", opening=opening, closing=_CLOSING[opening])
        return None

    def indentation(self) -> Problem | None:
        """A line that starts in the wrong column, or a text that goes on behind its quote."""
        line, column = self.here
        before = self.lines[line][:column].rstrip()
        expected = ("expected key" in self.said) or ("expected '-'" in self.said)
        if expected and before.endswith(("'", '"')):
            return self.at(self.here, "yaml-after-quote", quote=before[-1])
        if "<document start>" in self.said:
            above = self.filled_above(line)
            if above is not None and self.lines[above].startswith("..."):
                return self.at(self.here, "yaml-documents")
            expected = True
        if expected and not before.strip("- "):
            return self.at((line, self.margin(line)), "yaml-indentation")
        return None

    def filled_above(self, line: int) -> int | None:
        """The nearest line above that holds more than a comment."""
        for n in range(line - 1, -1, -1):
            if self.lines[n].strip() and not self.lines[n].lstrip().startswith("#"):
                return n
        return None

    def margin(self, line: int) -> int:
        """The column of the first character."""
        return len(self.lines[line]) - len(self.lines[line].lstrip())

    def character(self, spot: tuple[int, int], length: int = 1) -> str:
        """What stands at a spot, at most `length` characters of its line."""
        return self.lines[spot[0]][spot[1] : spot[1] + length].rstrip("\n")

    def at(self, spot: tuple[int, int], code: str, **values: str) -> Problem:
        """A problem with this code."""
        place = Place(self.file, spot[0] + 1, spot[1] + 1)
        filled: Mapping[str, str] = {key: value.strip(" ") for key, value in values.items()}
        return Problem(place, code, Severity.ERROR, filled)
