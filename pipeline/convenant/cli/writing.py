"""A document in each format: its tree, pandoc's writer, and what the writer leaves to us."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from convenant.edges.pandoc import convert
from convenant.model.ast import Node
from convenant.model.document import Document


def write_pdf(document: Document) -> bytes:
    """PDF/UA-1 and PDF/A-2a at once, through Typst."""
    from convenant.edges.resource import read_templates
    from convenant.edges.typst import compile_pdf
    from convenant.render.typst import typst_project, typst_tree

    body = _convert(typst_tree(document), ["--to", "typst", "--wrap=none"], document).decode()
    project = typst_project(document, body, read_templates("typst"))
    return compile_pdf(project, time=document.stamp.time)


def _convert(tree: Node, arguments: list[str], document: Document) -> bytes:
    return convert(
        json.dumps(tree, ensure_ascii=False).encode(), arguments, time=document.stamp.time
    )


FORMATS: Mapping[str, Callable[[Document], bytes]] = {
    "pdf": write_pdf,
}
"""Every format by the suffix of its files."""
