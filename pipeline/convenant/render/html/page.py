"""The HTML edition: the document's tree as pandoc's HTML writer needs it, for one quiet page.

The page has no script and asks for nothing from outside: images are `data:` addresses, the style
sheets stand in the page. What the writer would do less well (notes with nameless back
links, tables without scope) is settled here, in the tree, so that the writer can stay in its
sandbox.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from itertools import count

from convenant.locale import voice
from convenant.model.ast import API_VERSION, Node, span
from convenant.model.document import Document
from convenant.render.html.cover import cover_metadata
from convenant.render.html.drawing import drawing_place
from convenant.render.html.mark import html_mark
from convenant.render.html.note import Notes
from convenant.render.html.section import contents_list, lowered, nest_sections
from convenant.render.html.table import boxed_table
from convenant.render.html.walk import tidy
from convenant.render.walk import text_of

WRITER_ARGUMENTS = ("--to=html5", "--wrap=none")
"""For pandoc, beside `--template` with the path of `html/page.html`."""

STYLE_SHEETS = ("theme.css", "style.css")
"""The sheets of `templates/html`, in the order that `finish_html` takes them."""

_OUTSIDE = ("http:", "https:")
_VOID_END = re.compile(r"\s*/>")
_NO_STYLE = "<style></style>"
_EMPTY_HEADER = re.compile(r"<th\b[^>]*></th>")


def html_tree(document: Document) -> Node:
    """The tree of the page, and as its metadata the variables of `page.html`."""
    speaker = voice(document.language)
    notes = Notes(speaker)
    tables = count(1)
    # An id stands once in a page: a section or article keeps it, of others the first.
    taken = {node["c"][1][0] for node in document.blocks if node["t"] == "Header"}

    def visit(node: Node) -> list[Node] | None:
        match node["t"]:
            case "Header":
                level, attributes, inlines = lowered(node)["c"]
                return [{"t": "Header", "c": [level, attributes, tidy(inlines, visit)]}]
            case "Span" if "redline" in node["c"][0][1]:
                return html_mark(node, lambda inlines: tidy(inlines, visit))
            case "Span" if node["c"][0][0]:
                (id, *rest), inlines = node["c"]
                kept = "" if id in taken else id
                taken.add(id)
                return [span(tidy(inlines, visit), [kept, *rest])]
            case "Table":
                return [boxed_table(node, next(tables), visit, speaker)]
            case "Note":
                return [notes.call(tidy(node["c"], visit))]
            case "Image":
                return _picture(node, document)
            case "Link" if node["c"][2][0].startswith(_OUTSIDE):
                return [_outward(node)]
            case "RawInline" | "RawBlock":
                return []
        return None

    body = tidy(nest_sections(document.blocks), visit)
    if notes:
        body.append(notes.section())
    meta = cover_metadata(document, speaker)
    meta["contents"] = {"t": "MetaBlocks", "c": [contents_list(body)]}
    return {"pandoc-api-version": API_VERSION, "meta": meta, "blocks": body}


def finish_html(text: str, sheets: Iterable[str]) -> str:
    """The page as written by pandoc, with its style sheets, in today's HTML.

    The writer closes void elements as XML does, and makes an empty corner of a table a header,
    which then names nothing. The sheets come last because pandoc takes longer to read them as
    part of a template than to write the page. None of what is looked for can be in the text
    itself, where `<` and `>` are escaped.
    """
    text = _EMPTY_HEADER.sub("<td></td>", _VOID_END.sub(">", text))
    return text.replace(_NO_STYLE, "<style>\n" + "\n".join(sheets) + "</style>", 1)


def _outward(node: Node) -> Node:
    """A link that leaves the page: its address is printed after it, unless it says it itself."""
    (id, classes, pairs), inlines, target = node["c"]
    if text_of(inlines) == target[0]:
        return node
    return {**node, "c": [[id, [*classes, "external"], pairs], inlines, target]}


def _picture(node: Node, document: Document) -> list[Node]:
    """The image within the page; what it says in words where there is no such image."""
    (id, classes, pairs), inlines, (target, _) = node["c"]
    alternative = dict(pairs).get("alt", "") or text_of(inlines)
    if target in document.drawings:
        return [drawing_place(target, alternative)]
    image = document.images.get(target)
    if image is None:
        return [span(inlines, [id, classes, []])]
    address = f"data:{image.media_type};base64,{b64encode(image.data).decode('ascii')}"
    kept = [pair for pair in pairs if pair[0] in ("width", "height")]
    return [{"t": "Image", "c": [[id, classes, [*kept, ["alt", alternative]]], [], [address, ""]]}]
