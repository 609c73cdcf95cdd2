"""The changed lines of a redline as text: for a terminal and, as Markdown, for a comment.

Only what changed is shown, under the headings that it stands below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import Any

from msgspec import Struct

from convenant.locale import N_, Voice
from convenant.model.ast import Node
from convenant.model.comparison import Change
from convenant.model.document import Document
from convenant.model.list_mark import list_mark
from convenant.model.redline import (
    BREAK,
    DELETION,
    INSERTION,
    MOVE_FROM,
    MOVE_TO,
    is_marked,
    mark_of,
)

_SIGN = "\N{PILCROW SIGN}"
_MARKDOWN = str.maketrans({c: f"\\{c}" for c in "\\`*_{}[]#|~!"} | {"@": "&#64;"})


class Script(Struct, frozen=True):
    """How a kind of text writes marks and headings.

    Attributes:
        around: per kind of mark what stands before and after its words.
        plain: makes a text of a document harmless.
        heading: a heading of a level.
        line: a changed line.
    """

    around: dict[str, tuple[str, str]]
    plain: Callable[[str], str]
    heading: Callable[[int, str], str]
    line: Callable[[str], str]


def terminal_script(*, colour: bool) -> Script:
    """Brackets, and colours where a screen has them."""
    signs = {
        INSERTION: ("{+", "+}", "32"),
        DELETION: ("[-", "-]", "31"),
        MOVE_TO: ("{>", "<}", "34"),
        MOVE_FROM: ("[>", "<]", "34"),
    }
    around = {
        kind: (f"\x1b[{code}m{before}", f"{after}\x1b[0m") if colour else (before, after)
        for kind, (before, after, code) in signs.items()
    }
    return Script(around, _printable, lambda _, text: f"\n{text}", lambda text: f"  {text}")


def markdown_script() -> Script:
    """Markdown with the two elements of HTML that every forge shows."""
    around = {
        INSERTION: ("<ins>", "</ins>"),
        DELETION: ("<del>", "</del>"),
        MOVE_TO: ("<ins>⇥ ", "</ins>"),
        MOVE_FROM: ("<del>⇤ ", "</del>"),
    }
    return Script(
        around,
        lambda text: escape(_printable(text), quote=False).translate(_MARKDOWN),
        lambda level, text: f"\n{'#' * min(level + 2, 6)} {text}\n",
        lambda text: f"- {text}",
    )


def redline_text(
    document: Document, script: Script, voice: Voice, listed: Sequence[Change] = ()
) -> str:
    """Headings and changed lines, with the marks of `script`; a sheet as a whole.

    Args:
        listed: changes that no line shows.
    """
    lines: list[str] = []
    headings: dict[int, str] = {}
    for level, text, changed in _lines(list(document.blocks), script, ""):
        if level:
            headings = {known: said for known, said in headings.items() if known < level}
            headings[level] = text
        if changed or document.sheet:
            lines += [script.heading(known, said) for known, said in headings.items()]
            headings = {}
            lines += [] if level else [script.line(text)]
    if listed:
        lines.append(script.heading(1, script.plain(voice.say(N_("Only the layout changed")))))
        lines += [script.line(script.plain(c.sentence(voice))) for c in listed]
    return "\n".join(lines).strip("\n") + "\n" if lines else ""


def _lines(  # noqa: PLR0912  (one case a kind of block)
    blocks: list[Node], script: Script, lead: str
) -> Iterator[tuple[int, str, bool]]:
    """Per line its level as a heading, its text, and whether something in it changed."""
    for block in blocks:
        content: Any = block.get("c")
        match block["t"]:
            case "Para" | "Plain":
                yield 0, lead + _words(content, script), is_marked(content)
            case "Header":
                level, (_, _, pairs), inlines = content
                label = script.plain(dict(pairs).get("label", ""))
                text = " ".join(part for part in (label, _words(inlines, script)) if part)
                yield level, text, is_marked(inlines)
            case "OrderedList":
                (start, style, _), items = content
                for number, item in enumerate(items, start):
                    mark = script.plain(list_mark(number, style["t"]))
                    yield from _lines(item, script, f"{lead}{mark}. ")
            case "BulletList":
                for item in content:
                    yield from _lines(item, script, f"{lead}• ")
            case "BlockQuote":
                yield from _lines(content, script, lead)
            case "Div":
                yield from _lines(content[1], script, lead)
            case "DefinitionList":
                for term, meanings in content:
                    named = f"{lead}{_words(term, script)}: "
                    yield from _lines([b for m in meanings for b in m], script, named)
            case "Figure":
                pictures = _pictures(content[2], script)
                caption = " ".join(text for _, text, _ in _lines(content[1][1], script, ""))
                yield 0, f"{lead}{pictures} {caption}".strip(), is_marked(content)
            case "Table":
                yield from _lines(content[1][1], script, lead)
                for row in _rows(content):
                    cells = (_cell(cell[4], script) for cell in row[1])
                    changed = "redline" in row[0][1] or is_marked(row[1])
                    yield 0, lead + script.plain(" | ").join(cells), changed


def _rows(content: list[Any]) -> list[Any]:
    bodies = [row for body in content[4] for row in (*body[2], *body[3])]
    return [*content[3][1], *bodies, *content[5][1]]


def _cell(blocks: list[Node], script: Script) -> str:
    return " ".join(text for _, text, _ in _lines(blocks, script, ""))


def _pictures(blocks: list[Node], script: Script) -> str:
    return " ".join(text for _, text, _ in _lines(blocks, script, ""))


def _words(inlines: list[Node], script: Script) -> str:
    return "".join(_word(node, script) for node in inlines)


def _word(node: Node, script: Script) -> str:
    content: Any = node.get("c")
    kind, _ = mark_of(node)
    if kind.startswith(BREAK):
        if "alone" not in content[0][1]:
            return ""
        before, after = script.around[kind.removeprefix(BREAK)]
        return f"{before}{_SIGN}{after}"
    if kind:
        before, after = script.around[kind]
        return f"{before}{_words(content[1], script)}{after}"
    match node["t"]:
        case "Str":
            return script.plain(content)
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Code" | "Math":
            return script.plain(content[1])
        case "Quoted":
            marks = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
            return f"{marks[0]}{_words(content[1], script)}{marks[1]}"
        case "Image":
            alternative = dict(content[0][2]).get("alt", "")
            return script.plain(f"[{alternative or content[2][0]}]")
        case "Note":
            return " ".join(["", *(text for _, text, _ in _lines(content, script, "* "))])
        case "Span" | "Link":
            return _words(content[1], script)
        case "RawInline":
            return ""
        case _:
            return _words(content, script)


def _printable(text: str) -> str:
    return "".join(
        c if c.isprintable() or c in "\u00a0\u202f\u00ad" else c.encode("unicode_escape").decode()
        for c in text
    )
