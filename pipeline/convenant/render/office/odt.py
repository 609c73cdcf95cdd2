"""The tree for pandoc's OpenDocument writer: the same document as for Word, in ODF's terms."""

from __future__ import annotations

from convenant.model import ast
from convenant.model.ast import Node
from convenant.model.document import Document
from convenant.render.office.body import Dialect, body, logo
from convenant.render.office.cover import contents_heading, cover

_TAB = {"t": "RawInline", "c": ["opendocument", "<text:tab/>"]}


def odt_tree(document: Document) -> Node:
    """The tree that pandoc writes as ODT, to be given to `finish_odt`; it has no metadata."""
    dialect = Dialect(_TAB, {})
    blocks = [
        *logo(document, dialect),
        *cover(document, _TAB),
        *contents_heading(document),
        *body(document, dialect),
    ]
    return ast.document(blocks)
