"""Typst in a limited child: one for each project, whatever is to be made of it."""

from __future__ import annotations

import sys
from binascii import a2b_base64
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from convenant.edges.engine.font import find_fonts
from convenant.edges.engine.sandbox import LimitExceeded, run_limited
from convenant.errors import ConvenantError
from convenant.locale import N_

_CHILD = Path(__file__).parent / "typst_child.py"
SECONDS = 60.0
MEMORY_MB = 1024
"""Memory that a compiler may write to; a document of ten pages needs 256."""


def run_compiler(
    project: Mapping[str, bytes],
    form: Literal["pdf", "svg", "png"],
    *,
    time: int = 0,
    dots: int = 0,
    seconds: float = SECONDS,
    memory_mb: int = MEMORY_MB,
) -> bytes:
    """What the child writes of a project, in a fresh folder, with our fonts and no packages.

    Args:
        project: files by POSIX path from the root; `main.typ` is compiled.
        form: `pdf` gives the file; the others pages, see `drawn_pages`, `svg` with a PNG beside it.
        time: seconds since 1970, UTC: what a PDF says of its making.
        dots: per inch of a PNG.
        seconds: wall time that the compiler may take.

    Raises:
        LimitExceeded: when it takes more time or memory.
        ToolFailed: when it refuses the project.
    """
    order = (_site(), form, str(time), str(dots), *find_fonts())
    words = [sys.executable, "-I", "-S", _CHILD, *order]
    try:
        return run_limited(words, files=project, seconds=seconds, memory_mb=memory_mb)
    except LimitExceeded as error:
        raise LimitExceeded("Typst", error.limit) from error


def drawn_pages(made: bytes) -> list[tuple[bytes, bytes]]:
    """What the compiler wrote of pages: of each its SVG and its PNG, either of them empty."""
    return [
        (a2b_base64(vector), a2b_base64(raster))
        for vector, _, raster in (line.partition(b" ") for line in made.splitlines())
    ]


def _site() -> Path:
    """The folder that the compiler is installed in, found without importing it."""
    spec = find_spec("typst")
    if spec is None or spec.origin is None:
        raise ConvenantError(
            N_("Typst is missing."), N_("Install it: pip install {package}"), package="typst"
        )
    return Path(spec.origin).resolve().parent.parent
