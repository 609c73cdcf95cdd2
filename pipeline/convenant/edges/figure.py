"""Figures from data, drawn: one limited Typst child draws all of a document."""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Mapping
from pathlib import Path

from convenant.edges.font import find_fonts
from convenant.edges.sandbox import LimitExceeded, ToolFailed, run_limited
from convenant.edges.typst import compiler_site
from convenant.errors import ConvenantError
from convenant.locale import N_
from convenant.model.drawing import Drawn

_CHILD = Path(__file__).parent / "figure_child.py"
DOTS = 144
"""Per inch of the picture that stands in for the drawing where no SVG is drawn."""


def draw_figures(
    project: Mapping[str, bytes],
    *,
    pictures: bool,
    seconds: float = 60,
    memory_mb: int = 1024,
) -> list[Drawn]:
    """Each page of a project as a figure, in order.

    Args:
        project: files by POSIX path from the root, with `main.typ`.
        pictures: whether to draw PNGs too, which takes longer than all else.

    Raises:
        LimitExceeded: when it takes more time or memory.
        ConvenantError: when the compiler refuses the project.
    """
    dots = str(DOTS if pictures else 0)
    child: list[str | Path] = [
        sys.executable,
        "-I",
        "-S",
        _CHILD,
        compiler_site(),
        dots,
        *find_fonts(),
    ]
    try:
        drawn = run_limited(child, files=project, seconds=seconds, memory_mb=memory_mb)
    except LimitExceeded as error:
        raise LimitExceeded("Typst", error.limit) from error
    except ToolFailed as error:
        raise ConvenantError(
            N_("The figures could not be drawn."),
            N_("This is a fault of the program. Build the PDF to go on, and report it."),
        ) from error
    return [Drawn(svg.encode(), base64.b64decode(png)) for svg, png in json.loads(drawn)]
