"""A document as Typst: the tree for pandoc's writer and the files that the compiler gets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType

from convenant.locale import N_, voice
from convenant.model.ast import Node, document
from convenant.model.document import Document, Status
from convenant.model.letters import SUBSTITUTE, unprintable
from convenant.render.html.svg_font import with_our_fonts
from convenant.render.typst.code import string
from convenant.render.typst.cover import cover_data
from convenant.render.typst.figure import EXTENSIONS, drawing_paths, figure_files, look_files
from convenant.render.typst.inline import Pictures
from convenant.render.typst.tree import TypstPass
from convenant.render.walk import rewrite

TYPST_ARGUMENTS = ("--to=typst", "--wrap=none")
"""How pandoc is to write the tree; our own `main.typ` stands around the body."""

FIELD_SCHEME = "convenant-signature:"
"""The address that marks the place of a signature field; no text can hold one."""

_MAIN = """\
#import "/template/covenant.typ": *
#show: covenant.with(json("/meta.json"))

"""


def typst_tree(source: Document) -> Node:
    """The tree for pandoc's Typst writer, every label once and no link without its label."""
    speaker = voice(source.language)
    nameless = speaker.say(N_("Picture without a description"))
    drawn = {
        name: f"{string(source.drawings[name].kind)}, {string('/' + path)}"
        for name, path in drawing_paths(source).items()
    }
    pictures = Pictures(_image_paths(source), nameless, drawn)
    fields = [FIELD_SCHEME + name for name in signature_fields(source)]
    typst = TypstPass(pictures, speaker.say(N_("Signatures")), fields)
    blocks = typst.run(source.blocks)

    def without_dangling(node: Node) -> list[Node] | None:
        if node["t"] in ("Str", "Code", "CodeBlock"):
            return _printable(node)
        if node["t"] != "Link":
            return None
        _, inlines, (target, _) = node["c"]
        dangling = target.startswith("#") and target[1:] not in typst.labels.placed
        return rewrite(inlines, without_dangling) if dangling else None

    return document(rewrite(blocks, without_dangling))


def signature_fields(source: Document) -> dict[str, str]:
    """By name of a field what a reader hears of it, in the order of the signing page.

    Only a document that is put up for signature has any.
    """
    if source.stamp.status is not Status.TO_SIGN:
        return {}
    speaker, fields = voice(source.language), dict[str, str]()
    for party in source.parties:
        functions = [one.function.strip() for one in party.signatories if one.function.strip()]
        for number, function in enumerate((functions or [""]) if party.signs else (), 1):
            said = (
                N_("Signature of {party}, {function}") if function else N_("Signature of {party}")
            )
            fields[f"{party.id}-{number}"] = speaker.say(
                said, party=party.name or party.label, function=function
            )
    return fields


def _printable(node: Node) -> list[Node] | None:
    """A word or code with a mark for what no font has: the compiler would refuse the document."""
    content = node["c"]
    text = content if node["t"] == "Str" else content[1]
    if text.isascii() or not unprintable().search(text):
        return None
    text = unprintable().sub(SUBSTITUTE, text)
    return [{**node, "c": text if node["t"] == "Str" else [content[0], text]}]


def typst_project(
    source: Document,
    body: str,
    template: Mapping[str, bytes],
    figures: Mapping[str, bytes] = MappingProxyType({}),
) -> dict[str, bytes]:
    """The files of a Typst root by path: `main.typ`, its data, the template and the images.

    Args:
        source: the document that `body` was written from.
        body: what pandoc wrote from `typst_tree(source)`.
        template: the files of `templates/typst` by path from there.
        figures: those of `templates/figures`; only with drawings they are of use.
    """
    data = json.dumps(cover_data(source), ensure_ascii=False, sort_keys=True)
    data = data if data.isascii() else unprintable().sub(SUBSTITUTE, data)
    images, pictures = _image_paths(source), with_our_fonts(source.images)
    return {
        "main.typ": (_MAIN + body).encode(),
        "meta.json": data.encode(),
        **look_files(source, template),
        **figure_files(source, figures),
        **{path: pictures[name].data for name, path in images.items()},
    }


def _image_paths(source: Document) -> dict[str, str]:
    """By image name a path of our own making, whatever the name looks like."""
    return {
        name: f"images/{n}.{EXTENSIONS[image.media_type]}"
        for n, (name, image) in enumerate(sorted(source.images.items()), 1)
        if image.media_type in EXTENSIONS
    }
