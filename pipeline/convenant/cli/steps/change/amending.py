"""An amendment of what is in force, as a numbered document beside the consolidated text."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from convenant.cli.steps.change.comparing import Compared
from convenant.cli.steps.drawing import Drawings
from convenant.cli.steps.writing import FORMATS
from convenant.edges.disk.cache import Cache
from convenant.locale import N_, voice
from convenant.model.document import Document
from convenant.render.markdown.amendment import amendment_blocks

_FORMS = ("pdf", "docx")


def amendment_of(compared: Compared, text: Document, number: int, before: str) -> Document:
    """The amendment.

    Args:
        text: the consolidated text.
        number: of the amendment.
        before: the version that is amended.
    """
    told = voice(compared.comparison.language)
    said = N_("Amendment {number}: from {old} to {new}")
    return replace(
        text,
        subtitle=told.say(said, number=number, old=before, new=text.stamp.version),
        edition=f"amendment-{number}",
        blocks=tuple(amendment_blocks(compared.comparison, text, before, told)),
        images={},
        drawings={},
        sheet=True,
        pages=0,
    )


def write_amendment(document: Document, cache: Cache) -> Iterator[tuple[str, bytes]]:
    """Its files by name.

    Raises:
        ConvenantError: when a format cannot be written.
    """
    drawings = Drawings(document, cache, pictures=True)
    for form in _FORMS:
        yield f"{document.file_stem}.{form}", FORMATS[form](document, cache, drawings)
