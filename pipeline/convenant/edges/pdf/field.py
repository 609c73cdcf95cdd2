"""Empty signature fields in the PDF, one for each function that signs, tagged and titled.

The layout leaves a link with an address of our own where a signature goes; no text can hold such an
address, since the allow-list knows only those of pages and mail. Here each becomes a form field in
the same place of the structure tree, so that PDF/UA and PDF/A still hold.
Source: ISO 32000-1, 12.7.4.5; ISO 14289-1, 7.18.4; ISO 19005-2, 6.3.3 and 6.4.1.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

_PRINT = 4
"""The flag of an annotation that is printed and not hidden."""

_APPEND_ONLY = 3
"""There are signature fields, and a program that saves the file may only add to it."""


def with_signature_fields(pdf: bytes, titles: Mapping[str, str], scheme: str) -> bytes:
    """The PDF with a field for every link of ours; equal input gives equal bytes.

    Args:
        titles: by name of a field what a reader hears of it.
        scheme: how the addresses of our links start; the name of the field follows.
    """
    # Half of its time is importing it: only documents that are to be signed need it.
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        fields = [
            _field(document, page, annotation, titles, scheme)
            for page in document.pages
            for annotation in page.get("/Annots", ())
            if _address(annotation).startswith(scheme)
        ]
        if not fields:
            return pdf
        _retag(document.Root.StructTreeRoot, {field.objgen for field in fields})
        document.Root.AcroForm = document.make_indirect(
            pikepdf.Dictionary(Fields=fields, SigFlags=_APPEND_ONLY)
        )
        stream = io.BytesIO()
        document.save(
            stream,
            deterministic_id=True,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return stream.getvalue()


def _address(annotation: Any) -> str:
    return str(annotation.get("/A", {}).get("/URI", ""))


def _field(
    document: Any, page: Any, annotation: Any, titles: Mapping[str, str], scheme: str
) -> Any:
    """The link, made into a field with an empty appearance."""
    from pikepdf import Array, Dictionary, Name, Stream, String

    name = _address(annotation).removeprefix(scheme)
    left, bottom, right, top = annotation.Rect
    appearance = Stream(document, b"")
    appearance.Type, appearance.Subtype = Name.XObject, Name.Form
    appearance.BBox = Array([0, 0, right - left, top - bottom])
    for key in ("/A", "/Border", "/Contents"):
        del annotation[key]
    annotation.Subtype, annotation.FT = Name.Widget, Name.Sig
    annotation.T, annotation.TU = String(name), String(titles.get(name, name))
    annotation.F, annotation.P = _PRINT, page.obj
    annotation.AP = Dictionary(N=document.make_indirect(appearance))
    return annotation


def _retag(root: Any, fields: set[tuple[int, int]]) -> None:
    """Make the links around our fields into form elements."""
    from pikepdf import Array, Dictionary, Name

    left = [root]
    while left:
        element = left.pop()
        kids = element.get("/K")
        for kid in kids if isinstance(kids, Array) else (kids,):
            if not isinstance(kid, Dictionary):
                continue
            shown = kid.get("/Obj")
            if shown is not None and shown.objgen in fields:
                element.S = Name.Form
            elif "/S" in kid:
                left.append(kid)
