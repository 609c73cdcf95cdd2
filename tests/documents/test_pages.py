"""Key pages as pictures: in both styles of our own and on the screen, compared with kept ones.

To keep them after a change that was looked at:
UPDATE_PICTURES=1 pytest tests/documents/test_pages.py
`python tests/contact_sheet.py` shows all pages at once.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from office_rigs import tool  # noqa: E402
from test_html import visit  # noqa: E402

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "tests/golden/pages"
STYLES = ("linde", "kade")
EXAMPLE = "riverside-kitchen"
MOMENT = "1800000000"
"""A date stands on the cover: in January 2027."""

WORDS = {
    "clause": "Article 1",
    "table": "Table 1",
    "signing": "Signature",
}
"""A page is the first after the contents with these words on it, the signing page the last."""

WIDTH = 300
"""Pixels of a picture that is kept: enough to see what moved."""

TOLERANCE = 4.0
"""Of 255, over the whole picture: letters are drawn a little differently from one machine to the
next; a heading that moved by a line, or a rule that is gone, is more."""

_SEEN = 900
"""Pixels of a page on the screen that are compared."""


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Image.Image]:
    """By name each key page as it is now."""
    work = tmp_path_factory.mktemp("pages")
    shutil.copytree(ROOT / "covenants" / EXAMPLE, work / "covenants" / EXAMPLE)
    found: dict[str, Image.Image] = {}
    for style in STYLES:
        (work / "convenant.yaml").write_text(f"house_style:\n  style: {style}\n", encoding="utf-8")
        folder = work / style
        run(work, "--format", "pdf", "--format", "html", "--output", folder)
        run(work, "--format", "pdf", "--edition", "brief", "--output", folder)
        for name, number in numbers(folder / f"{EXAMPLE}.pdf").items():
            found[f"{style}-{name}"] = drawn(folder / f"{EXAMPLE}.pdf", number)
        found[f"{style}-brief"] = drawn(folder / f"{EXAMPLE}-brief.pdf", 1)
        visit(folder / f"{EXAMPLE}.html", "light,dark,phone", folder)
        for way in ("light", "dark", "phone"):
            with Image.open(folder / f"{way}.png") as shot:
                found[f"{style}-{way}"] = small(shot.crop((0, 0, shot.width, _SEEN)))
    return found


def run(work: Path, *words: str | Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "convenant", "build", "--quiet", *words],
        cwd=work,
        check=True,
        timeout=180,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "pipeline"), "SOURCE_DATE_EPOCH": MOMENT},
    )


def numbers(pdf: Path) -> dict[str, int]:
    """On which page each of the key pages is."""
    command = [tool("pdftotext", "poppler-utils"), str(pdf), "-"]
    done = subprocess.run(command, capture_output=True, timeout=60, check=True)
    pages = done.stdout.decode().split("\f")
    start = 1 + max(n for n, text in enumerate(pages) if "Contents" in text[:200])
    found = {"cover": 1}
    for name in ("clause", "table"):
        found[name] = 1 + next(n for n in range(start, len(pages)) if WORDS[name] in pages[n])
    found["signing"] = 1 + max(n for n, text in enumerate(pages) if WORDS["signing"] in text)
    return found


def drawn(pdf: Path, number: int) -> Image.Image:
    page = ["-f", str(number), "-l", str(number), "-singlefile", "-r", "72", "-png"]
    target = pdf.with_name(f"{pdf.stem}-{number}")
    command = [tool("pdftoppm", "poppler-utils"), *page, str(pdf), str(target)]
    subprocess.run(command, capture_output=True, timeout=60, check=True)
    with Image.open(target.with_suffix(".png")) as picture:
        return small(picture)


def small(picture: Image.Image) -> Image.Image:
    height = round(picture.height * WIDTH / picture.width)
    return picture.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS)


def apart(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are apart, of 255, the channel that differs most."""
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


NAMES = [
    f"{style}-{page}"
    for style in STYLES
    for page in ("cover", "clause", "table", "signing", "brief", "light", "dark", "phone")
]


@pytest.mark.parametrize("name", NAMES)
def test_a_key_page_looks_as_it_did(taken: dict[str, Image.Image], name: str) -> None:
    now, file = taken[name], PICTURES / f"{name}.png"
    if os.environ.get("UPDATE_PICTURES"):
        PICTURES.mkdir(exist_ok=True)
        now.quantize(32).save(file, optimize=True)
    with Image.open(file) as kept:
        assert kept.size == now.size
        assert apart(kept.convert("RGB"), now) <= TOLERANCE


def test_a_page_that_lost_a_block_is_seen_as_different() -> None:
    with Image.open(PICTURES / "linde-brief.png") as picture:
        kept = picture.convert("RGB")
    torn = kept.copy()
    torn.paste((255, 255, 255), (0, kept.height // 2, kept.width, kept.height))
    moved = ImageChops.offset(kept, 0, 6)
    assert apart(kept, torn) > TOLERANCE
    assert apart(kept, moved) > TOLERANCE


def test_the_pictures_are_small_enough_to_keep() -> None:
    assert sum(file.stat().st_size for file in PICTURES.glob("*.png")) < 400_000
    assert sorted(file.stem for file in PICTURES.glob("*.png")) == sorted(NAMES)
