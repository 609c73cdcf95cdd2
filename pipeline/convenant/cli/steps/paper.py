"""Markdown of our own as papers that people take along: Markdown, PDF, Word."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from convenant.cli.steps.drawing import Drawings
from convenant.cli.steps.writing import FORMATS
from convenant.edges.disk.atomic import write_atomically
from convenant.edges.disk.cache import Cache, cache_folder
from convenant.edges.engine.pandoc import MarkdownReader
from convenant.errors import ConvenantError
from convenant.load.prose import load_prose
from convenant.locale import N_
from convenant.model.ast import Node
from convenant.model.document import Document, Stamp, Status

PAPERS = ("md", "pdf", "docx")


def write_paper(
    text: str, stem: str, language: str, *, output: Path, forms: Sequence[str], time: int
) -> list[Path]:
    """Write a text in each format and give the files.

    Args:
        text: Markdown whose first line is its title.
        time: that the files carry, in seconds since 1970.

    Raises:
        ConvenantError: when a file cannot be written or made.
    """
    _prepare(output)
    written = []
    document = _document(text, stem, language, time) if set(forms) - {"md"} else None
    with Cache(cache_folder()) as cache:
        for form in forms:
            file = output / f"{stem}.{form}"
            write_atomically(file, _written(form, document, cache) or text.encode())
            written.append(file)
    return written


def _written(form: str, document: Document | None, cache: Cache) -> bytes:
    """The document in a format; nothing for Markdown, which is the text itself."""
    if document is None or form == "md":
        return b""
    return FORMATS[form](document, cache, Drawings(document, cache, pictures=False))


def _document(text: str, stem: str, language: str, time: int) -> Document:
    """The text without its title as a sheet: no title page, no contents."""
    head = text.partition("\n")[0]
    with MarkdownReader() as reader:
        prose, _ = load_prose(f"{stem}.md", reader.read(text))
    return Document(
        slug=stem,
        language=language,
        title=head.removeprefix("# ").replace("\\", ""),
        subtitle="",
        citation_title="",
        parties=(),
        stamp=Stamp("", Status.CONCEPT, time),
        digest="",
        blocks=tuple(_unnumbered(block) for block in prose.blocks[1:]),
        sheet=True,
    )


def _unnumbered(block: Node) -> Node:
    """Headings one level up, since the title stands outside the text, and without numbers."""
    if block["t"] != "Header":
        return block
    level, (id, classes, pairs), inlines = block["c"]
    level = max(level - 1, 1)
    kind = ["section"] if level == 1 else []
    return {**block, "c": [level, [id, [*kind, *classes, "unnumbered"], pairs], inlines]}


def _prepare(output: Path) -> None:
    if output.is_symlink():
        raise ConvenantError(
            N_("The output folder {folder} is a link to another place."),
            N_("Choose another one with --output, or name the place itself."),
            folder=str(output),
        )
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConvenantError(
            N_("The output folder {folder} cannot be made."),
            N_("Choose another one with --output."),
            folder=str(output),
        ) from error
