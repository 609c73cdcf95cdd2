"""A redline in each format: the writers of a build, with the marks as that format has them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
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
    for one in compared:
        for form in wanted:
            if summary:
                page = summary_of(one, party)
                data = _written(page, form, cache) if page else b""
                name = f"{page.file_stem}.{form}" if page else ""
            else:
                data = write_redline(one.redline, form, cache) if one.redline else b""
                name = f"{one.sides.slug}-redline.{form}"
            if data:
                write_atomically(output / name, data)
                written.append(output / name)
    return written


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


def write_redline(redline: Redline, form: str, cache: Cache) -> bytes:
    """The redline as `docx`, `pdf`, `html`, `md` or `txt`."""
    told = voice(redline.document.language)
    if form in ("md", "txt"):
        script = markdown_script() if form == "md" else terminal_script(colour=False)
        return redline_text(redline.document, script, told, redline.listed).encode()
    if form != "docx":
        return _written(_titled(redline), form, cache)
    from convenant.edges.word.revision import write_revisions

    written = _written(redline.document, form, cache)
    return write_revisions(written, redline.author, redline.document.stamp.time)


def _written(document: Document, form: str, cache: Cache) -> bytes:
    return FORMATS[form](document, cache, Drawings(document, cache, pictures=form == "docx"))


def _titled(redline: Redline) -> Document:
    """The document with a subtitle that says what it shows; a Word file keeps the text's own."""
    told = voice(redline.document.language)
    subtitle = told.say(N_("Changes: {author}"), author=redline.author)
    return replace(redline.document, subtitle=subtitle)
