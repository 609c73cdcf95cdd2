"""One pass over libyaml's events: from a YAML text to a tree with places.

Nothing of PyYAML's own resolving and constructing is used: that reads YAML 1.1, turns dates into
objects and keeps the last of two equal keys. What is not allowed gives a problem and is read past,
so that one mistake does not hide the next; only broken syntax and too much of something end the
reading.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from convenant.errors import ConvenantError
from convenant.load.core_schema import NumberRefusedError, Scalar, resolve
from convenant.load.text import FORBIDDEN
from convenant.locale import N_
from convenant.model.tree import Map, Seq, Spot
from convenant.problem import Place, Problem, Severity

try:
    from yaml._yaml import CParser
    from yaml.events import (
        AliasEvent,
        DocumentStartEvent,
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        StreamEndEvent,
    )
except ImportError as missing:
    raise ConvenantError(
        N_("PyYAML is here without its C part (libyaml), which reads the covenants."),
        N_("Install it anew from a wheel: pip install --force-reinstall PyYAML"),
    ) from missing

DEPTH = 32
"""Mappings and lists within each other."""

NODES = 50_000
"""Keys, values and list items in one file; 256 kB of real text has a fifth of it."""

_ESCAPED = re.compile(f"{FORBIDDEN.pattern}|\r")
"""What an escape in a quoted text may not bring in either."""


class StopReading(Exception):  # noqa: N818  (nothing is wrong with the program)
    """The last problem says why there is no reading on."""


class Reader:
    """One pass over the events of one text."""

    __slots__ = ("escapes", "file", "left", "next", "problems", "questions", "text")

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.problems: list[Problem] = []
        self.left = NODES
        self.escapes = "\\" in text
        self.questions = "?" in text

    def document(self) -> Map | None:
        """The only document, read to its end."""
        # The parser looks at the text's beginning when it is made and may refuse it then.
        self.next: Any = CParser(self.text).get_event
        self.next()
        event: Any = self.next()
        if type(event) is StreamEndEvent:
            return Map(self.file)
        if event.version or event.tags:
            self.report("yaml-directive", event)
        event = self.next()
        root = self.value(event, 0)
        self.next()
        following = self.next()
        if type(following) is DocumentStartEvent:
            self.report("yaml-documents", following)
            return None
        if root is None and type(event) is ScalarEvent:
            return Map(self.file)
        if isinstance(root, Map):
            return root
        self.report("yaml-top", event)
        return None

    def value(self, event: Any, depth: int) -> Any:
        """What starts with `event`."""
        kind = type(event)
        if kind is ScalarEvent:
            return self.scalar(event)
        if kind is MappingStartEvent:
            return self.mapping(event, depth + 1)
        if kind is AliasEvent:
            self.report("yaml-alias", event, text=f"*{event.anchor}")
            return None
        return self.sequence(event, depth + 1)

    def mapping(self, start: Any, depth: int) -> Map:
        """A mapping up to its end."""
        mark = start.start_mark
        result = Map(self.file, (mark.line + 1, mark.column + 1))
        self.enter(start, depth)
        key_spots, value_spots, following = result.key_spots, result.value_spots, self.next
        while True:
            event = following()
            if type(event) is MappingEndEvent:
                return result
            key = self.key(event, depth)
            mark = event.start_mark
            spot = (mark.line + 1, mark.column + 1)
            event = following()
            is_scalar = type(event) is ScalarEvent
            value = self.scalar(event) if is_scalar else self.value(event, depth)
            if key is None:
                continue
            if key in result:
                self.repeated(key, spot, key_spots[key])
                continue
            result[key] = value
            key_spots[key] = spot
            if value is None:  # nothing stands there to point at
                value_spots[key] = spot
            else:
                mark = event.start_mark
                value_spots[key] = (mark.line + 1, mark.column + 1)

    def sequence(self, start: Any, depth: int) -> Seq:
        """A list up to its end."""
        mark = start.start_mark
        result = Seq(self.file, (mark.line + 1, mark.column + 1))
        self.enter(start, depth)
        spots, following = result.item_spots, self.next
        while True:
            event = following()
            if type(event) is SequenceEndEvent:
                return result
            result.append(self.value(event, depth))
            mark = event.start_mark
            spots.append((mark.line + 1, mark.column + 1))
            self.left -= 1
            if self.left < 0:
                self.stop("yaml-count", event, limit=str(NODES))

    def key(self, event: Any, depth: int) -> str | None:
        """The text of a key, or None where it is none."""
        self.left -= 2
        if self.left < 0:
            self.stop("yaml-count", event, limit=str(NODES))
        if self.questions:
            self.questioned(event)
        if type(event) is ScalarEvent:
            if event.anchor is None and event.tag is None:
                word: str = event.value
                if event.style or _is_text(word):
                    if self.escapes and event.style == '"':
                        return self.visible(event)
                    return word
                code = "yaml-alias" if word == "<<" else "yaml-key"
                self.report(code, event, text=word)
                return None
            self.scalar(event)
            return str(event.value)
        code = "yaml-alias" if type(event) is AliasEvent else "yaml-key"
        self.report(code, event, text=f"*{event.anchor}" if code == "yaml-alias" else "")
        if type(event) is not AliasEvent:
            self.value(event, depth)
        return None

    def questioned(self, event: Any) -> None:
        """Report `[?a]`: a text to YAML 1.2, but libyaml takes the mark off and makes a key."""
        mark = event.start_mark
        if mark.index and self.text[mark.index - 1] == "?" and getattr(event, "value", "?"):
            place = Place(self.file, mark.line + 1, mark.column)
            values = {"character": "?"}
            self.problems.append(Problem(place, "yaml-start", Severity.ERROR, values))

    def scalar(self, event: Any) -> Scalar:
        """The value of a word or a text."""
        if event.anchor is not None or event.tag is not None:
            self.marked(event)
        if event.style:
            if self.escapes and event.style == '"':
                return self.visible(event)
            value: str = event.value
            return value
        try:
            return resolve(event.value)
        except NumberRefusedError:
            self.report("yaml-number", event, text=event.value[:40])
            return str(event.value)

    def visible(self, event: Any) -> str:
        """A quoted text; an escape may have put in what no text may hold."""
        value: str = event.value
        found = _ESCAPED.search(value)
        if found:
            character = f"U+{ord(found[0]):04X}"
            self.report(f"text-{found.lastgroup or 'control'}", event, character=character)
            return _ESCAPED.sub("\ufffd", value)
        return value

    def enter(self, start: Any, depth: int) -> None:
        """Look at what opens a mapping or a list."""
        if start.anchor is not None or start.tag is not None:
            self.marked(start)
        if depth > DEPTH:
            self.stop("yaml-depth", start, limit=str(DEPTH))

    def marked(self, event: Any) -> None:
        """Report an anchor and a tag; the value itself is read on."""
        if event.anchor is not None:
            self.report("yaml-alias", event, text=f"&{event.anchor}")
        if event.tag is not None:
            start = self.text.find("!", event.start_mark.index)
            shown = self.text[start : start + 40].split(None, 1)
            self.report("yaml-tag", event, text=shown[0] if shown else "!")

    def repeated(self, key: str, spot: Spot, first: Spot) -> None:
        """Report a key that stands in the same mapping already."""
        values = {"key": key, "first": str(first[0])}
        place = Place(self.file, *spot)
        self.problems.append(Problem(place, "yaml-duplicate-key", Severity.ERROR, values))

    def report(self, code: str, event: Any, **values: str) -> None:
        """Add a problem where `event` starts."""
        mark = event.start_mark
        place = Place(self.file, mark.line + 1, mark.column + 1)
        self.problems.append(Problem(place, code, Severity.ERROR, values))

    def stop(self, code: str, event: Any, **values: str) -> None:
        """Report the reason and read no further."""
        self.report(code, event, **values)
        raise StopReading


@lru_cache(maxsize=4096)
def _is_text(word: str) -> bool:
    """Whether an unquoted key is text; the same few hundred keys come again and again."""
    try:
        return word != "<<" and resolve(word) is word
    except NumberRefusedError:
        return False
