"""Typst in a limited child process: a project in memory becomes a PDF in memory."""

from __future__ import annotations

from collections.abc import Mapping

from convenant.edges.engine.compiler import MEMORY_MB, SECONDS, run_compiler
from convenant.edges.engine.failure import ToolFailed
from convenant.edges.pdf.touch import separate_stream_ends
from convenant.errors import ConvenantError
from convenant.locale import N_


def compile_pdf(
    project: Mapping[str, bytes],
    *,
    time: int,
    seconds: float = SECONDS,
    memory_mb: int = MEMORY_MB,
) -> bytes:
    """The PDF of a project, PDF/UA-1 and PDF/A-2a at once; equal input gives equal bytes.

    The compiler sees a fresh folder with the project's files, our fonts, and no packages.

    Args:
        project: files by POSIX path from the root; `main.typ` is compiled.
        time: seconds since 1970, UTC: what the PDF says of its making.
        seconds: wall time that the compiler may take.
        memory_mb: memory that it may write to.

    Raises:
        LimitExceeded: when it takes more.
        ConvenantError: when it refuses the project. What it said is the error's cause and is not
            for readers: it may hold a text of the document or a path of the machine.
    """
    try:
        pdf = run_compiler(project, "pdf", time=time, seconds=seconds, memory_mb=memory_mb)
    except ToolFailed as error:
        raise ConvenantError(
            N_("The PDF could not be made."),
            N_(
                "This is a fault of the program, or an image that is damaged. "
                "Build another format to go on, and report it."
            ),
        ) from error
    return separate_stream_ends(pdf)
