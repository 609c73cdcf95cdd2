"""The tree for pandoc's Word writer: title page, our paragraph styles, images inside the tree.

What the writer cannot say (native numbers, fields, the filled table of contents, headers) is put
into the package afterwards, by `edges.docx`.
"""

from __future__ import annotations

from collections.abc import Mapping

from convenant.model import ast
from convenant.model.ast import Node
from convenant.model.document import Document
from convenant.render.office.body import Dialect, body, logo
from convenant.render.office.cover import contents_heading, cover

_TAB = {"t": "RawInline", "c": ["openxml", "<w:r><w:tab/></w:r>"]}


def word_tree(document: Document, rasters: Mapping[str, bytes] | None = None) -> Node:
    """The tree that pandoc writes as DOCX, to be given to `finish_docx`.

    It has no metadata: the writer would print title and authors a second time.

    Args:
        rasters: by image name a PNG of each SVG image, for readers that draw no SVG.
    """
    dialect = Dialect(_TAB, rasters or {})
    blocks = [
        *logo(document, dialect),
        *cover(document, _TAB),
        *contents_heading(document),
        *body(document, dialect),
    ]
    return ast.document(blocks)
