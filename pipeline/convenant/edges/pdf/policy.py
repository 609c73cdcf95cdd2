"""What a signature may add to our copy: its value, its picture in its own field, its proofs.

pyHanko knows which changes a signature makes. It does not know that our fields also stand in the
structure tree, so that each is reached along a second way; the rule here names that way. Its rule
for new fields is narrowed: a field that is added must be invisible, as those of time stamps are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, IndirectObject
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import RawPdfPath
from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    ModificationLevel,
    ReferenceUpdate,
    StandardDiffPolicy,
    WhitelistRule,
)
from pyhanko.sign.diff_analysis.rules_api import Context


class TaggedFieldRule(WhitelistRule):
    """Lets a signature field change where the structure tree names it; other rules say how."""

    def apply(self, old: Any, new: Any) -> Iterator[ReferenceUpdate]:
        """Each field of the older revision with its place in the structure tree."""
        fields = {field.reference for field in _fields(old)}
        start = RawPdfPath("/Root", "/StructTreeRoot")
        if not fields or "/StructTreeRoot" not in old.root:
            return
        tree = old.root["/StructTreeRoot"]
        left: list[tuple[Any, Any]] = [(tree, start)]
        while left:
            element, path = left.pop()
            for kid, way in _kids(element, path):
                if not isinstance(kid, DictionaryObject):
                    continue
                if "/Obj" in kid:
                    shown = kid.raw_get("/Obj")
                    if isinstance(shown, IndirectObject) and shown.reference in fields:
                        where = Context.from_absolute(old, way + "/Obj")
                        yield ReferenceUpdate(shown.reference, context_checked=where)
                elif "/S" in kid:
                    left.append((kid, way))


def _kids(element: Any, path: Any) -> Iterator[tuple[Any, Any]]:
    if "/K" not in element:
        return
    kids, path = element["/K"].get_object(), path + "/K"
    if isinstance(kids, ArrayObject):
        for index in range(len(kids)):
            yield kids[index].get_object(), path + index
    else:
        yield kids, path


def _fields(revision: Any) -> list[Any]:
    """References to the fields of a revision that stand at the top."""
    try:
        fields = revision.root["/AcroForm"]["/Fields"]
    except (KeyError, PdfError):
        return []
    return [
        one
        for one in (fields.raw_get(index) for index in range(len(fields)))
        if isinstance(one, IndirectObject)
    ]


def adds_visible_fields(reader: Any) -> bool:
    """Whether a field was added to our copy that takes room on a page."""
    ours = {field.reference for field in _fields(reader.get_historical_resolver(0))}
    for field in _fields(reader):
        if field.reference not in ours:
            left, bottom, right, top = (float(side) for side in field.get_object()["/Rect"])
            if left != right and bottom != top:
                return True
    return False


POLICY = StandardDiffPolicy(
    global_rules=[
        *DEFAULT_DIFF_POLICY.global_rules,
        TaggedFieldRule().as_qualified(ModificationLevel.LTA_UPDATES),
    ],
    form_rule=DEFAULT_DIFF_POLICY.form_rule,
)
