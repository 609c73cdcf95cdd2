"""The pictures of the README and the handbook, made anew by the program itself.

`python tests/readme_pictures.py` builds De Linde in three looks and writes `docs/images`. It needs
pdftoppm and pdftotext (poppler-utils).
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "pipeline")]
IMAGES = ROOT / "docs/images"
MOMENT = "1795392000"
"""23 November 2026: the pictures change with the program and not with the day."""

LOOKS = {"linde": "style: linde", "kade": "style: kade", "own": 'colour: "#7a1f4b"'}
GAP, SHADE = 8, (236, 239, 237)
PAGES = ("Figuur 1", "Figuur 8", "Figuur 9", "Figuur 14")
"""Labels by which the pages of the first picture are found."""

LEFT = ("network", "commitments", "plan", "budget")
RIGHT = ("contributions", "roadmap", "governance", "payers")


def main() -> None:
    """Write the four pictures."""
    with tempfile.TemporaryDirectory() as made:
        work = Path(made)
        shutil.copytree(ROOT / "covenants/de-linde", work / "covenants/de-linde")
        for look, line in LOOKS.items():
            (work / "convenant.yaml").write_text(f"house_style:\n  {line}\n", encoding="utf-8")
            for edition in ("full", "brief", "party"):
                _build(work, edition, work / look)
        full = {look: work / look / "de-linde.pdf" for look in LOOKS}
        shown = [1, *(_page_of(full["linde"], words) for words in PAGES)]
        _put("de-linde.png", [_page(full["linde"], n) for n in shown], width=1800)
        plan = _page(full["own"], _page_of(full["own"], PAGES[1]))
        _put("styles.png", [*(_page(file, 1) for file in full.values()), plan], width=1500)
        party = work / "linde/de-linde-party-wolderzorg.pdf"
        sheets = [work / "linde/de-linde-brief.pdf", party, work / "own/de-linde-brief.pdf"]
        _put("editions.png", [_page(file, 1) for file in sheets], width=1400)
    _put_figures("figures.png", width=1500)


def _build(work: Path, edition: str, output: Path) -> None:
    words = ["build", "--edition", edition, "--format", "pdf", "--quiet", "--output", output]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "pipeline"), "SOURCE_DATE_EPOCH": MOMENT}
    command = [sys.executable, "-m", "convenant", *words]
    subprocess.run(command, cwd=work, check=True, capture_output=True, env=environment)


def _page_of(pdf: Path, words: str) -> int:
    done = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True)
    caption = re.compile(rf"^{words}\s", re.MULTILINE)
    pages = done.stdout.decode().split("\f")
    return 1 + next(n for n, page in enumerate(pages) if caption.search(page))


def _page(pdf: Path, number: int) -> Image.Image:
    command = ["pdftoppm", "-r", "110", "-f", str(number), "-l", str(number), "-png", pdf]
    return Image.open(io.BytesIO(subprocess.run(command, check=True, capture_output=True).stdout))


def _put(name: str, pages: Sequence[Image.Image], *, width: int) -> None:
    """Pages side by side."""
    each = (width - GAP * (len(pages) + 1)) // len(pages)
    small = [_resized(page, each) for page in pages]
    sheet = Image.new("RGB", (width, max(page.height for page in small) + 2 * GAP), SHADE)
    for n, page in enumerate(small):
        sheet.paste(page, (GAP + n * (each + GAP), GAP))
    _save(name, sheet)


def _put_figures(name: str, *, width: int) -> None:
    """Figures of De Linde in two columns."""
    from convenant.edges.disk.resource import read_templates
    from convenant.edges.engine.figure import draw_figures
    from convenant.model.document import Stamp
    from convenant.render.assembly import Edition, assemble
    from convenant.render.typst.figure import figures_project
    from sample_covenant import SCHEMAS, read_example

    reading = read_example("de-linde")
    document = assemble(reading.covenant, Edition(Stamp(), "0" * 64, SCHEMAS, {}))
    project = figures_project(document, read_templates("typst"), read_templates("figures"))
    drawn = draw_figures(project, pictures=True)
    named = {
        one: Image.open(io.BytesIO(d.png)) for one, d in zip(document.drawings, drawn, strict=True)
    }
    each, space = width // 2 - 4 * GAP, 6 * GAP
    columns = [
        [_resized(_on_paper(_named(named, kind)), each) for kind in kinds]
        for kinds in (LEFT, RIGHT)
    ]
    high = max(sum(one.height + space for one in column) for column in columns)
    sheet = Image.new("RGB", (width, high + GAP), "white")
    for n, column in enumerate(columns):
        y = 3 * GAP
        for one in column:
            sheet.paste(one, (2 * GAP + n * width // 2, y))
            y += one.height + space
    _save(name, sheet)


def _named(figures: dict[str, Image.Image], kind: str) -> Image.Image:
    return next(picture for name, picture in figures.items() if kind in name)


def _on_paper(picture: Image.Image) -> Image.Image:
    seen = picture.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    paper.alpha_composite(seen)
    return paper.convert("RGB")


def _resized(picture: Image.Image, width: int) -> Image.Image:
    height = round(picture.height * width / picture.width)
    return picture.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)


def _save(name: str, sheet: Image.Image) -> None:
    sheet.quantize(256, method=Image.Quantize.FASTOCTREE).save(IMAGES / name, optimize=True)


if __name__ == "__main__":
    main()
