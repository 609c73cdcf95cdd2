"""All that readers get, on a few pictures, so that a person can look at it at once.

`python tests/contact_sheet.py [FOLDER]` builds every worked example in both styles of our own, its
editions, and every figure at its smallest and its largest, and puts the sheets into the folder,
`build/contact` unless another is named. It needs pdftoppm (poppler-utils); with node and Chromium
the page is there too, in the light and in the dark. The pictures of the README are made by
`tests/readme_pictures.py`; key pages and figures are compared with kept pictures by
`tests/documents/test_pages.py` and `test_figures.py`, which say how to renew those.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "pipeline")]
GAP, SHADE = 12, (214, 219, 216)
_SEEN = 3_000
"""Pixels of a long page that are shown."""
EDITIONS = ("full", "brief", "party", "annexes")


def main(folder: Path) -> None:
    """Write the sheets."""
    folder.mkdir(parents=True, exist_ok=True)
    for style in ("linde", "kade"):
        with tempfile.TemporaryDirectory() as made:
            built = _build(Path(made), style)
            for slug in sorted(path.stem for path in (built / "full").glob("*.pdf")):
                pages = _pages(built / "full" / f"{slug}.pdf", dots=40)
                _put(folder / f"{slug}-{style}.png", pages, columns=9)
            short = [
                page
                for edition in EDITIONS[1:3]
                for file in sorted((built / edition).glob("*.pdf"))
                for page in _pages(file, dots=55)
            ]
            _put(folder / f"editions-{style}.png", short, columns=7)
            _put_pages(folder / f"page-{style}.png", built / "full/de-linde.html")
    for size, shape in {"small": (3, 5), "large": (15, 60)}.items():
        _put(folder / f"figures-{size}.png", _figures(*shape), columns=3)
    sys.stdout.write("".join(f"{file}\n" for file in sorted(folder.glob("*.png"))))


def _build(work: Path, style: str) -> Path:
    shutil.copytree(ROOT / "covenants", work / "covenants")
    text = f"language: nl\nhouse_style:\n  style: {style}\n"
    (work / "convenant.yaml").write_text(text, encoding="utf-8")
    for edition in EDITIONS:
        words = ["build", "--edition", edition, "--output", work / edition, "--quiet"]
        forms = ["--format", "pdf", *(["--format", "html"] if edition == "full" else [])]
        subprocess.run(
            [sys.executable, "-m", "convenant", *words, *forms],
            cwd=work,
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT / "pipeline")},
        )
    return work


def _pages(pdf: Path, *, dots: int) -> list[Image.Image]:
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", str(dots), "-png", pdf, f"{folder}/page"]
        subprocess.run(command, check=True, capture_output=True)
        return [Image.open(io.BytesIO(f.read_bytes())) for f in sorted(Path(folder).iterdir())]


def _figures(parties: int, activities: int) -> list[Image.Image]:
    from convenant.edges.disk.resource import read_templates
    from convenant.edges.engine.figure import draw_figures
    from convenant.render.typst.figure import figures_project
    from sample_figures import sized

    project = figures_project(
        sized(parties, activities), read_templates("typst"), read_templates("figures")
    )
    drawn = draw_figures(project, pictures=True)
    return [Image.open(io.BytesIO(one.png)) for one in drawn]


def _put_pages(file: Path, page: Path) -> None:
    """The page beside itself in the dark, where a browser is at hand."""
    if not shutil.which("node") or not (ROOT / "tests/browser/node_modules").is_dir():
        return
    with tempfile.TemporaryDirectory() as folder:
        visit = ROOT / "tests/browser/visit.mjs"
        command = ["node", visit, page, "light,dark,phone", folder]
        done = subprocess.run(command, capture_output=True, check=False)
        shots = sorted(Path(folder).glob("*.png"))
        if done.returncode == 0 and shots:
            Image.MAX_IMAGE_PIXELS = None  # a page of our own, as long as its text
            seen = [Image.open(io.BytesIO(f.read_bytes())) for f in shots]
            _put(file, [one.crop((0, 0, one.width, _SEEN)) for one in seen], columns=3)


def _put(file: Path, pictures: Sequence[Image.Image], *, columns: int) -> None:
    """The pictures in rows, each row as high as its highest."""
    if not pictures:
        return
    shown = [_on_paper(picture) for picture in pictures]
    width = max(picture.width for picture in shown)
    rows = [shown[n : n + columns] for n in range(0, len(shown), columns)]
    heights = [max(picture.height for picture in row) for row in rows]
    size = (GAP + columns * (width + GAP), GAP + sum(heights) + GAP * len(rows))
    sheet = Image.new("RGB", size, SHADE)
    y = GAP
    for row, height in zip(rows, heights, strict=True):
        for n, picture in enumerate(row):
            sheet.paste(picture, (GAP + n * (width + GAP), y))
        y += height + GAP
    sheet.save(file)


def _on_paper(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture.convert("RGB")
    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture)
    return paper.convert("RGB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build/contact")
