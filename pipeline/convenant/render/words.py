"""Small pieces of a page that every generated block is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from convenant.locale import N_, Voice
from convenant.model.ast import (
    Cell,
    Node,
    attr,
    bullets,
    definitions,
    emphasis,
    para,
    plain,
    span,
    strong,
    words,
)

DASH = "\N{EM DASH}"
"""Stands where the data have nothing to say."""

_CODE = re.compile(r"[A-Z]{1,3}[0-9]{1,4}[a-z]?")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def is_code(id: str) -> bool:
    """Whether an id is a number that people use, such as `A3`, and not a key such as `c-fund`."""
    return bool(_CODE.fullmatch(id))


def text(content: str) -> list[Node]:
    """Plain text as inlines without space around it."""
    return words(content.strip())


def paragraphs(content: str) -> list[Node]:
    """A text as paragraphs: a blank line starts the next."""
    return [para(text(part)) for part in _BLANK_LINE.split(content) if part.strip()]


def anchored(id: str, inlines: list[Node]) -> list[Node]:
    """Inlines that can be referred to by `id`."""
    return [span(inlines, attr(id))] if id else inlines


def capital(content: str) -> str:
    """A text that may start a line: `de gemeente` gets a capital, `deBuurt` and `KvK` stay."""
    first = content.split(" ", 1)[0].rstrip(".,;:")
    return content[:1].upper() + content[1:] if first.islower() and first.isalpha() else content


def aside(content: str, note: str) -> str:
    """A text with a note in brackets, in front of its full stop."""
    if not content.strip() or not note.strip():
        return content
    ended = content.rstrip().endswith(".")
    return f"{content.rstrip().rstrip('.')} ({note}){'.' * ended}"


def cell(content: str) -> Cell:
    """A table cell; a dash where there is no text."""
    return [plain(text(content) or text(DASH))]


def cell_of(inlines: list[Node]) -> Cell:
    """A table cell of inlines; a dash where there are none."""
    return [plain(inlines or text(DASH))]


def lines(parts: Iterable[list[Node]]) -> Cell:
    """A cell with a line for each part that has something to say."""
    broken: list[Node] = []
    for part in (part for part in parts if part):
        broken += [{"t": "LineBreak"}, *part] if broken else part
    return cell_of(broken)


def listed(parts: Iterable[list[Node]]) -> Cell:
    """A cell with a bullet for each part; a single part stands without one."""
    full = [part for part in parts if part]
    if len(full) < 2:
        return lines(full)
    return [bullets([plain(part)] for part in full)]


def head(voice: Voice, *titles: str) -> list[Cell]:
    """The header row: English titles in the language of the document."""
    return [cell(voice.say(title)) for title in titles]


def caption(voice: Voice, title: str, **values: str) -> list[Node]:
    """A table's caption without its label."""
    return text(voice.say(title, **values))


def total(content: str) -> Cell:
    """A cell of a total."""
    return [plain([strong(text(content))])] if content else cell("")


def labelled(voice: Voice, items: Iterable[tuple[str, list[Node]]]) -> list[Node]:
    """A definition list of the labels that have content; nothing when none has."""
    full = [(text(voice.say(label)), blocks) for label, blocks in items if blocks]
    return [definitions(full)] if full else []


def remark(voice: Voice, label: str, content: str) -> list[Node]:
    """`Label: content` with the label set off; nothing when there is no content."""
    return remark_of(voice, label, text(content))


def remark_of(voice: Voice, label: str, inlines: list[Node]) -> list[Node]:
    """Like `remark`, of inlines."""
    if not inlines:
        return []
    shown = text(voice.say(N_("{label}:"), label=voice.say(label)))
    return [emphasis(shown), {"t": "Space"}, *inlines]


def joined(parts: Sequence[list[Node]], between: str) -> list[Node]:
    """Inlines one after the other with a text between them, such as a comma."""
    result: list[Node] = []
    for part in (part for part in parts if part):
        if result:
            result += words(between)
        result += part
    return result
