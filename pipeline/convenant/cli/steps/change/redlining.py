"""A redline in each format: the writers of a build, with the marks as that format has them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from convenant.cli.steps.change.comparing import Compared
from convenant.cli.steps.change.summary import summary_of
from convenant.cli.steps.drawing import Drawings
from convenant.cli.steps.making import prepare_output
from convenant.cli.steps.writing import FORMATS
from convenant.edges.disk.atomic import write_atomically
from convenant.edges.disk.cache import Cache
from convenant.locale import N_, voice
from convenant.model.document import Document
from convenant.model.redline import Redline
from convenant.render.markdown.redline_text import markdown_script, redline_text, terminal_script

FILES = ("docx", "pdf", "html")


def write_redlines(
    compared: Sequence[Compared],
    forms: Sequence[str],
    output: Path,
    cache: Cache,
    *,
    party: str = "",
    summary: bool = False,
) -> list[Path]:
    """The files of every covenant that has both versions: its redline, or its one page.

    Raises:
        ConvenantError: when a file cannot be written.
    """
    wanted = [form for form in FILES if form in forms]
    if wanted:
        prepare_output(output)
    written = []
    # Most of the work is done by other processes.
    with ThreadPoolExecutor(max_workers=len(wanted) or 1) as pool:
        for one in compared:
            document = summary_of(one, party) if summary else one.redline and one.redline.document
            if not document:
                continue
            stem = document.file_stem if summary else f"{one.sides.slug}-redline"
            drawings = Drawings(document, cache, pictures="docx" in wanted)
            for form, data in zip(
                wanted,
                pool.map(partial(_file, one, document, drawings, cache), wanted),
                strict=True,
            ):
                write_atomically(output / f"{stem}.{form}", data)
                written.append(output / f"{stem}.{form}")
    return written


def _file(one: Compared, document: Document, drawings: Drawings, cache: Cache, form: str) -> bytes:
    """The redline in one format, or the one page where that is the document."""
    if one.redline and document is one.redline.document:
        return write_redline(one.redline, form, cache, drawings)
    return FORMATS[form](document, cache, drawings)


def shown_redlines(
    compared: Sequence[Compared], forms: Sequence[str], *, party: str = "", summary: bool = False
) -> Iterator[str]:
    """What goes to the screen: the changed lines, or the one page when no file is asked for."""
    for one in compared:
        told = voice(one.comparison.language)
        if summary:
            page = summary_of(one, party)
            script = markdown_script() if "md" in forms else terminal_script(colour=False)
            if page and (not forms or {"md", "txt"} & set(forms)):
                yield redline_text(page, script, told)
            continue
        for form in (form for form in ("txt", "md") if form in forms and one.redline):
            colour = form == "txt" and sys.stdout.isatty()
            script = markdown_script() if form == "md" else terminal_script(colour=colour)
            assert one.redline  # noqa: S101  (for the type checker)
            yield redline_text(one.redline.document, script, told, one.redline.listed)


def write_redline(
    redline: Redline, form: str, cache: Cache, drawings: Drawings | None = None
) -> bytes:
    """The redline as `docx`, `pdf`, `html`, `md` or `txt`.

    Args:
        drawings: of its document, where formats share them.
    """
    told = voice(redline.document.language)
    if form in ("md", "txt"):
        script = markdown_script() if form == "md" else terminal_script(colour=False)
        return redline_text(redline.document, script, told, redline.listed).encode()
    drawings = drawings or Drawings(redline.document, cache, pictures=form == "docx")
    if form != "docx":
        return FORMATS[form](_titled(redline), cache, drawings)
    from convenant.edges.word.revision import write_revisions

    written = FORMATS[form](redline.document, cache, drawings)
    return write_revisions(written, redline.author, redline.document.stamp.time)


def _titled(redline: Redline) -> Document:
    """The document with a subtitle that says what it shows; a Word file keeps the text's own."""
    told = voice(redline.document.language)
    subtitle = told.say(N_("Changes: {author}"), author=redline.author)
    return replace(redline.document, subtitle=subtitle)
