"""The promise of a strict build: its Word file, read back, says what the source says."""

from __future__ import annotations

from convenant.diff.homeward import deviations
from convenant.edges.word.tree import read_docx_tree
from convenant.errors import ConvenantError
from convenant.locale import N_
from convenant.model.document import Document

_SHOWN = 120


def check_word_file(document: Document, package: bytes) -> None:
    """Read a Word file back and compare it with the document that it was made of.

    Raises:
        ConvenantError: when they differ, with the first place.
    """
    found = deviations(document.blocks, read_docx_tree(package))
    if not found:
        return
    first = found[0]
    raise ConvenantError(
        N_("The Word file differs from the text in {count} places, first in “{where}”."),
        N_(
            "The text has “{source}”, the Word file “{found}”. Report it; a build without "
            "--strict makes the file as it is."
        ),
        count=str(len(found)),
        where=first.where[:_SHOWN],
        source=first.source[:_SHOWN],
        found=first.found[:_SHOWN],
    )
