"""A document in each format: its tree, pandoc's writer, and what the writer leaves to us."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache as keep_result
from importlib import import_module
from typing import TypeAlias

import msgspec

from convenant.check.registry import FAMILIES
from convenant.cli.steps.drawing import Drawings
from convenant.edges.disk.cache import Cache, cache_key
from convenant.edges.disk.resource import read_templates
from convenant.edges.engine.pandoc import convert
from convenant.edges.engine.program import program_state
from convenant.model.ast import Node
from convenant.model.document import Document
from convenant.model.picture import ImageFile

Writer: TypeAlias = Callable[[Document, Cache, Drawings], bytes]
"""Gives the file of a document in one format."""


def write_pdf(document: Document, cache: Cache, drawings: Drawings) -> bytes:
    """PDF/UA-1 and PDF/A-2a at once, through Typst."""
    from convenant.edges.engine.typst import compile_pdf
    from convenant.render.typst.project import (
        FIELD_SCHEME,
        TYPST_ARGUMENTS,
        signature_fields,
        typst_project,
        typst_tree,
    )

    body = _written(document, typst_tree(document), *TYPST_ARGUMENTS).decode()
    project = typst_project(document, body, _templates("typst"), _templates("figures"))
    pdf = compile_pdf(project, time=document.stamp.time)
    if fields := signature_fields(document):
        from convenant.edges.pdf.field import with_signature_fields

        return with_signature_fields(pdf, fields, FIELD_SCHEME)
    return pdf


def write_docx(document: Document, cache: Cache, drawings: Drawings) -> bytes:
    """A Word file with native numbers, fields and contents."""
    from convenant.edges.word.package import finish_docx, reference_docx
    from convenant.render.html.svg_font import with_our_fonts
    from convenant.render.office.style import dressed
    from convenant.render.office.word import word_tree

    pictures = drawings.get()
    document = drawings.as_images()
    # Older readers draw no SVG: they get a picture of it beside the drawing itself.
    own = {name: one for name, one in document.images.items() if name not in pictures}
    rasters = _rasters(with_our_fonts(own), cache)
    rasters |= {name: drawn.png for name, drawn in pictures.items()}
    parts = dressed(_templates("word"), document.style, sheet=document.sheet)
    files = {"reference.docx": reference_docx(parts)}
    reference = "--reference-doc=reference.docx"
    package = _written(document, word_tree(document, rasters), "--to=docx", reference, files=files)
    return finish_docx(package, document)


def write_odt(document: Document, cache: Cache, drawings: Drawings) -> bytes:
    """An OpenDocument text with the same content and styles as the Word file."""
    from convenant.edges.odf.package import finish_odt, reference_odt
    from convenant.render.office.odt import odt_tree
    from convenant.render.office.style import dressed

    document = drawings.as_images()
    parts = dressed(_templates("odt"), document.style, sheet=document.sheet)
    files = {"reference.odt": reference_odt(parts)}
    reference = "--reference-doc=reference.odt"
    package = _written(document, odt_tree(document), "--to=odt", reference, files=files)
    return finish_odt(package, document)


def write_html(document: Document, cache: Cache, drawings: Drawings) -> bytes:
    """One self-contained page."""
    from convenant.render.html.drawing import scheme_sheet, style_sheet, with_drawings
    from convenant.render.html.mark import SHEET
    from convenant.render.html.page import STYLE_SHEETS, WRITER_ARGUMENTS, finish_html, html_tree

    templates = _templates("html")
    files = {"page.html": templates["page.html"]}
    arguments = (*WRITER_ARGUMENTS, "--template=page.html")
    page = _written(document, html_tree(document), *arguments, files=files).decode()
    marked = [SHEET] if 'data-change="' in page else []
    sheets = [templates[name].decode() for name in (*STYLE_SHEETS, *marked)]
    sheets += [style_sheet(document.style), scheme_sheet(document.style), _font_faces(page, cache)]
    svgs = {name: one.svg for name, one in drawings.get().items()}
    return with_drawings(finish_html(page, sheets), svgs, document).encode()


def write_plain(document: Document, cache: Cache, drawings: Drawings) -> bytes:
    """The words of the document and nothing else."""
    from convenant.render.plain import PLAIN_ARGUMENTS, plain_tree

    return _written(document, plain_tree(document), *PLAIN_ARGUMENTS)


def _font_faces(page: str, cache: Cache) -> str:
    """The fonts of the page; another page with the same letters has the same."""
    from convenant.edges.engine.web_font import letters_of, read_font_faces

    letters = letters_of(page)
    key = cache_key("fonts", program_state(), letters)
    if kept := cache.get(key):
        return kept.decode()
    sheet = read_font_faces(letters)
    cache.put(key, sheet.encode())
    return sheet


def _rasters(images: Mapping[str, ImageFile], cache: Cache) -> dict[str, bytes]:
    """PNGs of the drawings; one that has not changed is not drawn again."""
    from convenant.edges.engine.raster import draw_rasters

    keys = {
        name: cache_key("raster", program_state(), image.data)
        for name, image in images.items()
        if image.media_type == "image/svg+xml"
    }
    drawn = {name: png for name, key in keys.items() if (png := cache.get(key)) is not None}
    fresh = draw_rasters({name: images[name] for name in keys if name not in drawn})
    for name, png in fresh.items():
        cache.put(keys[name], png)
    return {**drawn, **fresh}


def warm_up(forms: Sequence[str]) -> None:
    """Import what comes after reading, while pandoc is still reading."""
    for module in (*_NEXT, *(module for form in forms for module in _MODULES[form])):
        import_module(module)


def _written(
    document: Document, tree: Node, *arguments: str, files: Mapping[str, bytes] | None = None
) -> bytes:
    return convert(msgspec.json.encode(tree), arguments, time=document.stamp.time, files=files)


@keep_result
def _templates(kind: str) -> Mapping[str, bytes]:
    return read_templates(kind)


FORMATS: Mapping[str, Writer] = {
    "pdf": write_pdf,
    "docx": write_docx,
    "odt": write_odt,
    "html": write_html,
}
"""Every format by the suffix of its files, the slowest first."""

_NEXT = (
    *("convenant.load.covenant", "convenant.load.prose"),
    *(f"convenant.check.{family}" for family in FAMILIES),
    *("convenant.cli.steps.assembling", "babel.dates", "babel.numbers"),
)
_MODULES = {
    "pdf": ("convenant.render.typst.project", "convenant.edges.engine.typst"),
    "docx": ("convenant.render.office.word", "convenant.edges.word.package"),
    "odt": ("convenant.render.office.odt", "convenant.edges.odf.package"),
    "html": ("convenant.render.html.page", "convenant.edges.engine.web_font"),
}
