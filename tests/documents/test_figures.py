"""Figures from data: drawn at any size, never a fault of the compiler, compared with pictures.

To keep them after a change that was looked at:
UPDATE_PICTURES=1 pytest tests/documents/test_figures.py
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
import zipfile
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import etree, html
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageStat

from convenant.edges.disk.resource import read_templates
from convenant.edges.engine.figure import draw_figures
from convenant.model.document import Document, Stamp
from convenant.model.drawing import Drawn
from convenant.model.own_style import KADE
from convenant.render.html.svg_figure import page_figure, slim_svg
from convenant.render.typst.figure import figures_project

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from sample_covenant import build  # noqa: E402
from sample_figures import VERY_LONG, data, sized  # noqa: E402

PICTURES = ROOT / "tests/golden/figures"
SIZES = {"small": (3, 5), "large": (15, 60)}
WIDTH = 420
"""Pixels of a picture that is kept: enough to see what moved."""

TOLERANCE = 3.0
"""Of 255, over the whole picture: letters are drawn a little differently from one machine to the
next, a bar that is gone is not."""

_DRAWN: dict[str, tuple[Document, list[Drawn]]] = {}


def drawn(size: str) -> tuple[Document, list[Drawn]]:
    if size not in _DRAWN:
        document = sized(*SIZES[size])
        _DRAWN[size] = document, draw(document)
    return _DRAWN[size]


def draw(document: Document) -> list[Drawn]:
    project = figures_project(document, read_templates("typst"), read_templates("figures"))
    return draw_figures(project, pictures=True)


def picture(png: bytes) -> Image.Image:
    """On paper, in the size that is kept."""
    seen = Image.open(io.BytesIO(png)).convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    paper.alpha_composite(seen)
    height = round(seen.height * WIDTH / seen.width)
    return paper.convert("L").resize((WIDTH, height), Image.Resampling.LANCZOS)


KINDS = {
    "small": 11,  # every kind once; the calculator draws a case and its payers
    "large": 13,  # a plan of sixty activities has three parts
}


@pytest.mark.parametrize("size", SIZES)
def test_every_kind_of_figure_is_drawn_at_this_size(size: str) -> None:
    document, figures = drawn(size)
    assert len(figures) == len(document.drawings) == KINDS[size]
    assert len({one.kind for one in document.drawings.values()}) == 10


@pytest.mark.parametrize("size", SIZES)
def test_every_figure_looks_as_it_did(size: str) -> None:
    document, figures = drawn(size)
    different = {}
    for name, one in zip(document.drawings, figures, strict=True):
        file, now = PICTURES / f"{size}-{name.removeprefix('drawing-')}.png", picture(one.png)
        if os.environ.get("UPDATE_PICTURES"):
            PICTURES.mkdir(exist_ok=True)
            now.quantize(16).save(file, optimize=True)
        kept = Image.open(file).convert("L")
        if abs(kept.height - now.height) > 2:
            different[name] = f"{kept.size} became {now.size}"
            continue
        apart = ImageStat.Stat(ImageChops.difference(kept, now.resize(kept.size))).mean[0]
        if apart > TOLERANCE:
            different[name] = f"{apart:.1f}"
    assert different == {}


def test_a_picture_with_a_part_missing_is_seen_as_different() -> None:
    kept = Image.open(PICTURES / "small-budget.png").convert("L")
    torn = kept.copy()
    torn.paste(255, (0, 0, kept.width, kept.height // 3))
    assert ImageStat.Stat(ImageChops.difference(kept, torn)).mean[0] > TOLERANCE


@pytest.mark.parametrize("size", SIZES)
def test_a_drawing_for_the_page_is_small_whole_and_knows_both_schemes(size: str) -> None:
    document, figures = drawn(size)
    known: set[str] = set()
    for one in figures:
        slim = slim_svg(one.svg)
        assert len(slim) < 0.6 * len(one.svg)
        etree.fromstring(slim)
        on_page = page_figure(slim, "Een figuur", document.style, known)
        tree = etree.fromstring(on_page.replace(" href=", " link=").encode())
        assert tree.get("aria-label") == "Een figuur"
        # Every colour is one of the style's, so that the dark has its own for it.
        assert re.findall(r'(?:fill|stroke)="#', on_page) == []
        links = {use.get("link", "")[1:] for use in tree.iter("{*}use")}
        assert links <= known


BAD: dict[str, dict[str, Any]] = {
    "a party without data": {"covenant.yaml": {"parties": [{"id": "p1"}]}},
    "nothing at all": {
        name: {} for name in ("1-ambition.yaml", "2-partnership.yaml", "4-programme.yaml")
    },
    "dates that are none": {
        "3-visualisation.yaml": {
            "roadmap": [
                {"text": "a", "date": "2027-13-99"},
                {"text": "b", "date": "0001-01-01"},
                {"text": "c", "date": "9999-12-31"},
                {"text": "d", "date": "morgen"},
            ]
        }
    },
    "an end before its start": {
        "4-programme.yaml": {
            "plan": {
                "phases": [{"id": "f", "start": "2028-01-01", "end": "2027-01-01"}],
                "activities": [
                    {"id": "a", "text": "x", "start": "2028-02-01", "end": "2027-01-01"}
                ],
            }
        }
    },
    "bodies in a circle": {
        "4-programme.yaml": {
            "governance": {
                "bodies": [
                    {"id": "a", "name": "A", "reports_to": "b"},
                    {"id": "b", "name": "B", "reports_to": "a"},
                    {"id": "c", "name": "C", "reports_to": "c"},
                ]
            }
        }
    },
    "amounts below zero and none": {
        "4-programme.yaml": {
            "budget": {
                "costs": [{"id": "k", "text": "x", "year": 2027, "amount": -5.0}],
                "funding": [{"id": "d", "text": "y", "year": 2027, "amount": 0.0}],
            }
        }
    },
    "one activity": {
        "4-programme.yaml": {
            "plan": {
                "activities": [{"id": "a", "text": "x", "start": "2027-01-04", "end": "2027-01-04"}]
            }
        }
    },
}


@pytest.mark.parametrize("case", BAD)
def test_data_that_are_not_sound_give_a_sound_figure_or_none(case: str) -> None:
    files = {**data(3, 5), **BAD[case]}
    document = build({name: json.dumps(tree) for name, tree in files.items()}, Stamp())
    assert len(draw(document)) == len(document.drawings)


NAMES = {
    "long": VERY_LONG,
    "right to left": "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd",
    "emoji": "\U0001f600 \U0001f468\u200d\U0001f469",
    "code": "#eval(1) $x$ ]",
    "blank": " ",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_any_name_is_drawn(name: str) -> None:
    document = sized(3, 5, names=[name, f"{name} twee", "Derde"])
    assert len(draw(document)) == len(document.drawings)


def test_a_figure_changes_with_the_style_and_its_data_do_not() -> None:
    document, figures = drawn("small")
    blue = draw(replace(document, style=KADE))
    assert all(one.svg != other.svg for one, other in zip(figures, blue, strict=True))
    assert KADE.light.accent.encode() in blue[0].svg


def test_the_alternative_text_says_what_the_figure_says_in_the_language_of_the_document() -> None:
    document, _ = drawn("small")
    said = {name: one.alternative for name, one in document.drawings.items()}
    assert "Stichting Wonen 2" in said["drawing-network"]
    assert "kosten \u20ac\u00a050.000" in said["drawing-budget"]
    assert all(len(text) > 40 for text in said.values())


def test_every_format_shows_as_many_figures(example: Path) -> None:
    page = html.fromstring(example.with_suffix(".html").read_bytes())
    shown = len(page.xpath("//figure//img | //figure//svg"))
    assert shown > 0
    with zipfile.ZipFile(example.with_suffix(".docx")) as package:
        word = etree.fromstring(package.read("word/document.xml"))
    with zipfile.ZipFile(example.with_suffix(".odt")) as package:
        text = etree.fromstring(package.read("content.xml"))
    assert len(list(word.iter("{*}inline"))) == shown
    assert len(list(text.iter("{*}frame"))) == shown
    with pikepdf.open(example.with_suffix(".pdf")) as pdf:
        tags = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        assert sum(str(one.get("/S", "")) == "/Figure" for one in tags) == shown
