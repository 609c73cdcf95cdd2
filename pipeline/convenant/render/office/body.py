"""The document's own blocks in the styles and shapes that the office writers keep."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from convenant.locale import N_, voice
from convenant.model.ast import Node, attr, div, link, para, span, words
from convenant.model.document import Document
from convenant.render.office.cover import style
from convenant.render.office.revision import has_marked_rows, revision, with_row_marks
from convenant.render.walk import rewrite

_LINES = ("Para", "Plain")
_SIGNING = {"signatures", "signatory"}


class Dialect(Struct, frozen=True):
    """What differs between the two office formats.

    Attributes:
        tab: a tab stop as a raw inline of the format.
        rasters: by image name a PNG that stands for it.
    """

    tab: Node
    rasters: Mapping[str, bytes]


def logo(document: Document, dialect: Dialect) -> list[Node]:
    """The logo of the house style, above the cover; nothing where it has none."""
    picture = document.style.logo
    if picture is None:
        return []
    said = voice(document.language).say(N_("Logo"))
    image = {"t": "Image", "c": [attr(height="1.3cm", alt=said), [], [picture.name, ""]]}
    return [para([_image(image, document, dialect)])]


def body(document: Document, dialect: Dialect) -> list[Node]:
    """The document's blocks, prepared."""

    def visit(node: Node) -> list[Node] | None:
        match node["t"]:
            case "Image":
                return [_image(node, document, dialect)]
            case "Div" if "signatures" in node["c"][0][1]:
                return rewrite(_signing_page(node["c"][1]), visit)
            case "Div" if "signatory" in node["c"][0][1]:
                return _signatory(rewrite(node["c"][1], visit), dialect)
            case "Span" if "redline" in node["c"][0][1]:
                return revision(node, lambda inlines: rewrite(inlines, visit))
            case "DefinitionList" if document.sheet:
                return rewrite(_in_short(node["c"], dialect), visit)
            case "Table" if has_marked_rows(node):
                return rewrite([with_row_marks(node)], visit)
            case "Span" if "label" in node["c"][0][1]:
                return [span(node["c"][1], style("Caption Label"))]
            case "Link" if node["c"][0][1] in (["ref"], ["cite"]):
                _, inlines, (target, _) = node["c"]
                return [link([span(rewrite(inlines, visit), style("Reference"))], target)]
        return None

    return rewrite(_led_in(list(document.blocks)), visit)


def _in_short(pairs: list[Any], dialect: Dialect) -> list[Node]:
    """Terms with their meanings beside them: a sheet has no room for them one below the other."""
    result: list[Node] = []
    for term, meanings in pairs:
        blocks: list[Node] = [block for meaning in meanings for block in meaning]
        beside = blocks.pop(0)["c"] if blocks and blocks[0]["t"] in _LINES else []
        line = [{"t": "Strong", "c": term}, dialect.tab, *beside]
        result += [div([para(line)], style("Cover Detail")), *blocks]
    return result


def _led_in(blocks: list[Node]) -> list[Node]:
    """The blocks with the lines that belong to what follows kept with it.

    Those are a line in bold alone, which a generated block has for a heading, and one that ends
    in a colon. Inside lists and quotations their own styles go before.
    """
    result = []
    for block in blocks:
        if block["t"] == "Div" and not _SIGNING & set(block["c"][0][1]):
            result.append({**block, "c": [block["c"][0], _led_in(block["c"][1])]})
        elif block["t"] == "Para" and _leads_in(block["c"]):
            result.append(div([block], style("Lead In")))
        else:
            result.append(block)
    return result


def _leads_in(inlines: list[Node]) -> bool:
    alone = len(inlines) == 1 and inlines[0]["t"] == "Strong"
    last = inlines[-1] if inlines else {"t": ""}
    return alone or (last["t"] == "Str" and last["c"].endswith(":"))


def _image(node: Node, document: Document, dialect: Dialect) -> Node:
    """The image inside the tree, so that the writer reads no file.

    Its title is its name, by which the package is finished later; pandoc writes the inlines of an
    image as its alternative text.
    """
    (id, classes, pairs), inlines, (name, _) = node["c"]
    image = document.images.get(name)
    if image is None:
        return span(inlines, attr())
    given = dict(pairs)
    media_type, data = image.media_type, image.data
    if media_type == "image/svg+xml":
        if "height" not in given:
            given.setdefault("width", "100%")
        if name in dialect.rasters:
            media_type, data = "image/png", dialect.rasters[name]
    target = f"data:{media_type};base64,{b64encode(data).decode()}"
    sizes = [[key, given[key]] for key in ("width", "height") if key in given]
    alternative = words(given["alt"]) if given.get("alt") else inlines
    return {"t": "Image", "c": [[id, classes, sizes], alternative, [target, name]]}


def _signing_page(blocks: list[Node]) -> list[Node]:
    """The page of the signatures: its first words start it."""
    first, *rest = blocks
    if first["t"] != "Para":
        return blocks
    return [div([first], style("Signing Page")), *rest]


def _signatory(blocks: list[Node], dialect: Dialect) -> list[Node]:
    """One party's place to sign: its name, who signs, and lines to fill in, on one page."""
    result: list[Node] = []
    for block in blocks:
        if block["t"] == "Div":
            lines = [line for line in block["c"][1] if line["t"] in _LINES]
            result += [_line(line["c"], dialect) for line in lines]
        elif block["t"] in _LINES and not result:
            # The first line names the party; its style has the weight, so strong is undone.
            result.append(div([para(_unweighted(block["c"]))], style("Signatory Name")))
        elif block["t"] in _LINES:
            # A second function comes after the lines of the first.
            again = result[-1]["c"][0] == style("Signature Line")
            result.append(
                div([para(block["c"])], style("Signatory Next" if again else "Signatory"))
            )
        else:
            result.append(block)
    if result and result[-1]["c"][0] == style("Signature Line"):
        result[-1] = div(result[-1]["c"][1], style("Signature End"))
    return result


def _line(label: list[Node], dialect: Dialect) -> Node:
    return div([para([*label, dialect.tab, dialect.tab])], style("Signature Line"))


def _unweighted(inlines: list[Node]) -> list[Node]:
    whole = len(inlines) == 1 and inlines[0]["t"] == "Strong"
    return list(inlines[0]["c"]) if whole else inlines
