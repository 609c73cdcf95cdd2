"""Typst code around pandoc's nodes: the only place where raw Typst is made.

Text from a document is never spliced: it stays in pandoc's own nodes, which the writer escapes, or
it is a string literal in which everything but letters, digits and a few marks is an escape.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from convenant.model.ast import Node

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-/")


def string(text: str) -> str:
    """A Typst string literal."""
    return '"' + "".join(c if c in _PLAIN else f"\\u{{{ord(c):x}}}" for c in text) + '"'


def array(items: Iterable[str]) -> str:
    """A Typst array of pieces of code."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


def block_code(code: str) -> Node:
    """A block of Typst code."""
    return {"t": "RawBlock", "c": ["typst", code]}


def inline_code(code: str) -> Node:
    """An inline of Typst code; one that calls ends in `;`, so that nothing after it joins in."""
    return {"t": "RawInline", "c": ["typst", code]}


def wrapped(call: str, inlines: Sequence[Node]) -> list[Node]:
    """Inlines as the last argument of a call such as `text(lang: "en")`.

    The empty string keeps a dash or a digit that comes first from starting a list.
    """
    return [inline_code(f'#{call}[#"";'), *inlines, inline_code("];")]


def bracketed(before: str, blocks: Sequence[Node], after: str) -> list[Node]:
    """Blocks as one content argument, between code before and after it."""
    return [block_code(f"{before}["), *blocks, block_code(f"]{after}")]
