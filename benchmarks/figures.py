"""What it takes to draw the figures of a covenant."""

from __future__ import annotations

import statistics
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import typst

from benchmarks.corpus import ROOT
from convenant.cli.steps.reading import read_covenants
from convenant.edges.disk.cache import Cache
from convenant.edges.disk.resource import read_schemas, read_templates
from convenant.edges.disk.workspace import read_folder
from convenant.edges.engine.font import find_fonts
from convenant.model.document import Stamp
from convenant.render.assembly import Edition, assemble
from convenant.render.typst.figure import figures_project


def figures(runs: int = 7) -> str:
    """All figures of De Linde in a compiler that is warm: processor time of one drawing."""
    folder = read_folder(ROOT, ROOT / "covenants/de-linde")
    schemas = read_schemas()
    reading = next(iter(read_covenants([folder], schemas, Cache(None))))
    document = assemble(reading.covenant, Edition(Stamp(), "0" * 64, schemas))
    project = figures_project(document, read_templates("typst"), read_templates("figures"))
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(place) for place in find_fonts()],
    )
    taken = []
    with TemporaryDirectory() as root:
        for name, data in project.items():
            file = Path(root, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        for turn in range(runs):
            # Another width each time: nothing that was laid out before is of use.
            width = f"width + {1 + turn / 50}mm".encode()
            Path(root, "main.typ").write_bytes(project["main.typ"].replace(b"width + 1mm", width))
            start = process_time()
            compiler = typst.Compiler(input=f"{root}/main.typ", root=root, font_paths=fonts)
            compiler.compile(format="svg")
            taken.append(process_time() - start)
    cold, warm = taken[0], statistics.median(taken[1:])
    count = len(document.drawings)
    return (
        f"### Figures\n\n{count} figures: {warm * 1000:.0f} ms processor time, "
        f"the first time {cold * 1000:.0f} ms\n"
    )
