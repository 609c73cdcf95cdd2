"""Figures from data, drawn: one limited Typst child draws all of a document."""

from __future__ import annotations

from collections.abc import Mapping

from convenant.edges.engine.compiler import drawn_pages, run_compiler
from convenant.edges.engine.failure import ToolFailed
from convenant.errors import ConvenantError
from convenant.locale import N_
from convenant.model.drawing import Drawn

DOTS = 144
"""Per inch of the picture that stands in for the drawing where no SVG is drawn."""


def draw_figures(
    project: Mapping[str, bytes],
    *,
    pictures: bool,
) -> list[Drawn]:
    """Each page of a project as a figure, in order.

    Args:
        project: files by POSIX path from the root, with `main.typ`.
        pictures: whether to draw PNGs too, which takes longer than all else.

    Raises:
        LimitExceeded: when it takes more time or memory.
        ConvenantError: when the compiler refuses the project.
    """
    try:
        drawn = run_compiler(project, "svg", dots=DOTS if pictures else 0)
    except ToolFailed as error:
        raise ConvenantError(
            N_("The figures could not be drawn."),
            N_("This is a fault of the program. Build the PDF to go on, and report it."),
        ) from error
    return [Drawn(svg, png) for svg, png in drawn_pages(drawn)]
