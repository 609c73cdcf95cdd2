"""The HTML edition: the document's tree as pandoc's HTML writer needs it, for one quiet page.

The page has no script and asks for nothing from outside: images are `data:` addresses, the style
sheets are partials of our template. What the writer would do less well (notes with nameless back
links, tables without scope) is settled here, in the tree, so that the writer can stay in its
sandbox.
"""

from __future__ import annotations

import re
from base64 import b64encode

from convenant.locale import voice
from convenant.model.ast import API_VERSION, Node, span
from convenant.model.document import Document
from convenant.render.html_cover import cover_metadata
from convenant.render.html_note import Notes
from convenant.render.html_section import contents_list, nest_sections
from convenant.render.html_table import mark_up_tables
from convenant.render.walk import rewrite, text_of

FORMAT = "html5"
"""The pandoc writer; the template is `html/page.html` with `--wrap=none`."""

_VOID_END = re.compile(r"\s*/>")
_EMPTY_HEADER = re.compile(r"<th\b[^>]*></th>")


def html_tree(document: Document) -> Node:
    """The tree and the metadata of the page, for `--to html5 --template page.html`."""
    speaker = voice(document.language)
    notes = Notes(speaker)

    def visit(node: Node) -> list[Node] | None:
        match node["t"]:
            case "Note":
                return [notes.call(rewrite(node["c"], visit))]
            case "Image":
                return _picture(node, document)
            case "RawInline" | "RawBlock":
                return []
        return None

    blocks = mark_up_tables(rewrite(list(document.blocks), visit), speaker)
    body = nest_sections(blocks)
    if notes:
        body.append(notes.section())
    meta = cover_metadata(document, speaker)
    meta["contents"] = {"t": "MetaBlocks", "c": [contents_list(body)]}
    return {"pandoc-api-version": API_VERSION, "meta": meta, "blocks": body}


def finish_html(text: str) -> str:
    """The page as written by pandoc, in today's HTML.

    The writer closes void elements as XML does, and makes an empty corner of a table a header,
    which then names nothing. A `/>` in the text itself is escaped and never touched.
    """
    return _EMPTY_HEADER.sub("<td></td>", _VOID_END.sub(">", text))


def _picture(node: Node, document: Document) -> list[Node]:
    """The image within the page; what it says in words where there is no such image."""
    (id, classes, pairs), inlines, (target, _) = node["c"]
    alternative = dict(pairs).get("alt", "") or text_of(inlines)
    image = document.images.get(target)
    if image is None:
        return [span(inlines, [id, classes, []])]
    address = f"data:{image.media_type};base64,{b64encode(image.data).decode('ascii')}"
    kept = [pair for pair in pairs if pair[0] in ("width", "height")]
    return [{"t": "Image", "c": [[id, classes, [*kept, ["alt", alternative]]], [], [address, ""]]}]
