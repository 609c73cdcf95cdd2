"""PNGs that stand for SVG drawings."""

from __future__ import annotations

import struct

import pytest

from convenant.edges.engine.raster import draw_rasters
from convenant.model.picture import ImageFile
from convenant.render.html.svg_font import with_our_fonts

PNG = b"\x89PNG\r\n\x1a\n"


def svg(width: int, height: int, inside: str = "") -> bytes:
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{inside}</svg>'.encode()


def images(**data: bytes) -> dict[str, ImageFile]:
    return {name: ImageFile(name, "image/svg+xml", content) for name, content in data.items()}


def test_each_drawing_becomes_a_picture_of_its_own_proportions():
    drawn = draw_rasters(images(wide=svg(400, 100), high=svg(100, 200)))
    sizes = {name: struct.unpack(">II", png[16:24]) for name, png in drawn.items()}
    assert all(png.startswith(PNG) for png in drawn.values())
    assert sizes["wide"][0] == sizes["high"][0] >= 1200
    assert round(sizes["wide"][0] / sizes["wide"][1], 1) == 4.0
    assert round(sizes["high"][0] / sizes["high"][1], 1) == 0.5


def test_other_images_need_no_stand_in():
    assert draw_rasters({"foto": ImageFile("foto", "image/png", PNG)}) == {}


def test_a_damaged_drawing_has_no_stand_in_and_stops_nothing():
    assert draw_rasters(images(broken=b"<svg")) == {}


@pytest.mark.parametrize(
    "look",
    [
        'font-family="sans-serif"',
        "font-family=\"'Source Sans 3', sans-serif\"",
        'font-family="Arial"',
        "font-family='Georgia, serif'",
        'style="font-family: Verdana, sans-serif; fill: red"',
        'style="font-family:Verdana"',
        'style="font-size:20px"',
        "",
    ],
)
def test_words_are_drawn_whatever_font_they_ask_for(look):
    text = f'<text x="10" y="50" font-size="40" {look}>Zaal</text>'
    drawings = images(a=svg(200, 80, text), b=svg(200, 80))
    words, none = draw_rasters(with_our_fonts(drawings)).values()
    assert words != none


def test_equal_drawings_give_equal_bytes():
    inside = '<text x="10" y="50" font-family="sans-serif">Zaal</text>'
    assert draw_rasters(images(a=svg(400, 100, inside))) == draw_rasters(
        images(a=svg(400, 100, inside))
    )


def test_a_drawing_that_asks_for_a_file_is_not_drawn(tmp_path):
    secret = tmp_path / "secret.png"
    secret.write_bytes(draw_rasters(images(a=svg(10, 10, '<rect width="10" height="10"/>')))["a"])
    inside = f'<image href="{secret.as_uri()}" width="10" height="10"/>'
    assert draw_rasters(images(a=svg(10, 10, inside))) == {}
