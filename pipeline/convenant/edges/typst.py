"""Typst in a limited child process: a project in memory becomes a PDF in memory."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from convenant.edges.font import find_fonts
from convenant.edges.sandbox import LimitExceeded, ToolFailed, run_limited
from convenant.edges.typst_pdf import separate_stream_ends
from convenant.errors import ConvenantError
from convenant.locale import N_

_CHILD = Path(__file__).parent / "typst_child.py"


def compile_pdf(
    project: Mapping[str, bytes], *, time: int, seconds: float = 60, memory_mb: int = 1024
) -> bytes:
    """The PDF of a project, PDF/UA-1 and PDF/A-2a at once; equal input gives equal bytes.

    The compiler sees a fresh folder with the project's files, our fonts, and no packages.

    Args:
        project: files by POSIX path from the root; `main.typ` is compiled.
        time: seconds since 1970, UTC: what the PDF says of its making.
        seconds: wall time that the compiler may take.
        memory_mb: address space that it may take; a document of ten pages needs 256.

    Raises:
        LimitExceeded: when it takes more.
        ConvenantError: when it refuses the project. What it said is the error's cause and is not
            for readers: it may hold a text of the document or a path of the machine.
    """
    child: list[str | Path] = [
        sys.executable,
        "-I",
        "-S",
        _CHILD,
        compiler_site(),
        str(time),
        *find_fonts(),
    ]
    try:
        pdf = run_limited(child, files=project, seconds=seconds, memory_mb=memory_mb)
    except LimitExceeded as error:
        raise LimitExceeded("Typst", error.limit) from error
    except ToolFailed as error:
        raise ConvenantError(
            N_("The PDF could not be made."),
            N_(
                "This is a fault of the program, or an image that is damaged. "
                "Build another format to go on, and report it."
            ),
        ) from error
    return separate_stream_ends(pdf)


def compiler_site() -> Path:
    """The folder that the compiler is installed in, found without importing it."""
    spec = find_spec("typst")
    if spec is None or spec.origin is None:
        raise ConvenantError(
            N_("Typst is missing."), N_("Install it: pip install {package}"), package="typst"
        )
    return Path(spec.origin).resolve().parent.parent
