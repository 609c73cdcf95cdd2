"""A Markdown file after the allow-list: a safe tree, and what it names, each with its place."""

from __future__ import annotations

from msgspec import Struct

from convenant.model.ast import Node
from convenant.problem import Place


class Heading(Struct, frozen=True):
    """A heading; `text` is what a reader sees, without markup."""

    at: Place
    level: int
    id: str
    text: str
    classes: tuple[str, ...] = ()


class Anchor(Struct, frozen=True):
    """An explicit id; `kind` is heading, member (of an article), span, figure or table."""

    at: Place
    id: str
    kind: str


class Reference(Struct, frozen=True):
    """A link: `#id` within the covenant, `@key` to a source, or an address outside."""

    at: Place
    target: str
    text: str


class Picture(Struct, frozen=True):
    """An image; `file` as the author wrote it, `alternative` from its `alt` attribute."""

    at: Place
    file: str
    id: str
    alternative: str
    caption: str


class Marker(Struct, frozen=True):
    """A fenced div that asks for a generated block by name."""

    at: Place
    name: str


class Placeholder(Struct, frozen=True):
    """A `{{ path }}` that the build fills from the data."""

    at: Place
    path: str


class Prose(Struct, frozen=True):
    """One Markdown file.

    Attributes:
        file: POSIX path from the workspace root.
        blocks: the rebuilt tree. A placeholder is a `Span` of class `value` with the attribute
            `path`; a marker is a `Div` of class `block` with the attribute `name`.
        printable: whether the fonts are known to have every character of it.
    """

    file: str
    blocks: tuple[Node, ...] = ()
    headings: tuple[Heading, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    references: tuple[Reference, ...] = ()
    pictures: tuple[Picture, ...] = ()
    markers: tuple[Marker, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    printable: bool = False
