"""Images: what they are by their content, and that they can do no harm."""

from __future__ import annotations

import base64
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convenant.load.image import IMAGE_LIMIT, vet_image
from convenant.load.raster import PIXEL_LIMIT, pixels
from convenant.problem import Place

HERE = Place("covenants/x/figures/a")
COVENANTS = Path(__file__).parents[3] / "covenants"


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    small = width * height <= PIXEL_LIMIT
    rows = zlib.compress(b"\0" * ((width + 15) // 8 * height if small else 1000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def jpeg(width: int, height: int, frame: int = 0xC0) -> bytes:
    app = b"\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0"
    frame_header = struct.pack(">HHBHHB", 0xFF00 | frame, 11, 8, height, width, 1) + b"\1\x11\0"
    return (
        b"\xff\xd8" + app + b"\xff" + frame_header + b"\xff\xda\x00\x02" + b"\0" * 20 + b"\xff\xd9"
    )


def svg(inside: str, attributes: str = "") -> bytes:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'<svg {names} viewBox="0 0 9 9" {attributes}>{inside}</svg>'.encode()


def embedded(bitmap: bytes) -> str:
    return f"<image href='data:image/png;base64,{base64.b64encode(bitmap).decode()}'/>"


def fault(path: str, data: bytes) -> str:
    image, problems = vet_image(path, data, HERE)
    assert (image is None) == bool(problems)
    return problems[0].code if problems else ""


def part(inside: str, attributes: str = "") -> str:
    _, problems = vet_image("figures/a.svg", svg(inside, attributes), HERE)
    return problems[0].values["part"] if problems else ""


def test_an_image_keeps_its_bytes_and_gets_its_type() -> None:
    for path, data, kind in (
        ("figures/plein.png", png(3, 2), "image/png"),
        ("figures/plein.jpg", jpeg(3, 2), "image/jpeg"),
        ("figures/plein.JPEG", jpeg(3, 2, 0xC2), "image/jpeg"),
        ("figures/plein.svg", svg("<path d='M0 0'/>"), "image/svg+xml"),
    ):
        image, problems = vet_image(path, data, HERE)
        assert problems == ()
        assert image is not None
        assert (image.media_type, image.data) == (kind, data)


def test_a_name_is_plain_and_every_path_has_its_own() -> None:
    paths = [
        *("figures/plein.png", "figures/plein-2.png", "figures/a b.png", "figures/a-b.png"),
        *("figures/a/b.png", "figures/é.png", "figures/Plein.png", "figures/plein.PNG"),
        *("figures/a--b.png", "figures/-.png", "figures/\u202e.png"),
    ]
    names = []
    for path in paths:
        image, _ = vet_image(path, png(1, 1), HERE)
        assert image is not None
        assert image.name.isascii()
        assert image.name.isprintable()
        assert not set(image.name) & set('/\\ :"<>|?*')
        names.append(image.name)
    assert names[:2] == ["plein.png", "plein-2.png"]
    assert len({name.lower() for name in names}) == len(paths) - 1  # Plein and plein are two files
    assert len(set(names)) == len(paths)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"GIF89a", "GIF"),
        (b"%PDF-1.7", "PDF"),
        (b"RIFF\0\0\0\0WEBP", "WebP"),
        (b"\x1f\x8b\x08", "SVGZ"),
        (b"", "something else"),
        (b"MZ\x90", "something else"),
        (b"<html><svg></svg></html", ""),
    ],
)
def test_what_is_no_png_jpeg_or_svg_is_refused_by_its_name(data: bytes, kind: str) -> None:
    _, problems = vet_image("figures/a.png", data, HERE)
    assert problems[0].place == HERE
    if kind:
        assert problems[0].code == "figure-type"
        assert problems[0].values == {"file": "figures/a.png", "kind": kind}


def test_a_suffix_that_lies_is_refused() -> None:
    assert fault("figures/a.png", jpeg(1, 1)) == "figure-mismatch"
    assert fault("figures/a.jpg", png(1, 1)) == "figure-mismatch"
    assert fault("figures/a.png", svg("")) == "figure-mismatch"
    assert fault("figures/a", png(1, 1)) == "figure-mismatch"


def test_a_file_above_the_limit_is_refused() -> None:
    assert fault("figures/a.png", png(1, 1) + b"\0" * IMAGE_LIMIT) == "file-too-large"


def test_pixels_are_counted_by_the_header_alone() -> None:
    assert pixels(png(5000, 8000)) == 40_000_000
    assert pixels(jpeg(300, 200)) == 60_000
    assert fault("figures/a.png", png(5000, 8000)) == ""
    assert fault("figures/a.png", png(5000, 8001)) == "figure-huge"
    assert fault("figures/a.jpg", jpeg(65_000, 65_000)) == "figure-huge"


@pytest.mark.parametrize(
    "data",
    [
        png(2, 2)[:-1],
        png(2, 2)[:30],
        png(2, 2).replace(b"IDAT", b"IDAZ"),
        png(0, 2),
        b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b""),
        jpeg(0, 1),
        jpeg(1, 1)[:12],
        b"\xff\xd8\xff\xff\xff\xff",
        b"\xff\xd8\xff\xe0\x00\x00" + b"\0" * 40,
    ],
)
def test_a_damaged_image_is_refused(data: bytes) -> None:
    suffix = "png" if data[1:4] == b"PNG" else "jpg"
    assert fault(f"figures/a.{suffix}", data) == "figure-damaged"


def packed(depth: int, colour: int, lacing: int, raw: bytes, *others: bytes) -> bytes:
    """A PNG of 5 by 3 pixels."""
    header = struct.pack(">IIBBBBB", 5, 3, depth, colour, 0, 0, lacing)
    end = chunk(b"IEND", b"")
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + b"".join(others)
        + chunk(b"IDAT", raw[:4])
        + chunk(b"IDAT", raw[4:])
        + end
    )


PALETTE = chunk(b"PLTE", b"\0\0\0")
# Five by three pixels at 8 bits in the passes of an interlaced file, with a filter for each row.
LACED = 2 + 2 + 0 + 2 + 4 + 2 * 3 + 6


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (packed(8, 0, 0, zlib.compress(b"\0" * 18)), ""),
        (packed(8, 0, 0, zlib.compress(b"\4" * 18)), ""),
        (packed(8, 0, 0, zlib.compress(b"\0" * 17)), "figure-damaged"),
        (packed(8, 0, 0, zlib.compress(b"\0" * 18)[:-8]), "figure-damaged"),
        (packed(8, 0, 0, b"geen deflate"), "figure-damaged"),
        (packed(8, 0, 0, zlib.compress(b"\0" * 6 + b"\5" + b"\0" * 11)), "figure-damaged"),
        (packed(8, 0, 0, zlib.compress(b"\0" * 7 + b"\5" + b"\0" * 10)), ""),
        (packed(16, 6, 0, zlib.compress(b"\0" * 123)), ""),
        (packed(16, 6, 0, zlib.compress(b"\0" * 122)), "figure-damaged"),
        (packed(16, 3, 0, zlib.compress(b"\0" * 123), PALETTE), "figure-damaged"),
        (packed(1, 3, 0, zlib.compress(b"\0" * 6), PALETTE), ""),
        (packed(1, 3, 0, zlib.compress(b"\0" * 6)), "figure-damaged"),
        (packed(8, 0, 1, zlib.compress(b"\0" * LACED)), ""),
        (packed(8, 0, 1, zlib.compress(b"\0" * (LACED - 1))), "figure-damaged"),
        (jpeg(3, 2)[:-2], "figure-damaged"),
        (jpeg(3, 2) + b"camera", ""),
        (jpeg(3, 2).replace(b"\xff\xda", b"\xff\xfe"), "figure-damaged"),
    ],
)
def test_a_picture_of_which_a_part_is_missing_is_refused(data: bytes, code: str) -> None:
    suffix = "png" if data[1:4] == b"PNG" else "jpg"
    assert fault(f"figures/a.{suffix}", data) == code
    if suffix == "png":
        assert part(embedded(data)) == (
            "an embedded picture that is damaged or too large" if code else ""
        )


@given(
    st.binary(max_size=60), st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"<svg", b""])
)
def test_any_bytes_can_be_vetted(data: bytes, start: bytes) -> None:
    vet_image("figures/a.png", start + data, HERE)


@pytest.mark.parametrize(
    "inside",
    [
        "<title>Plein</title><desc>Boom</desc><g fill='#fff' transform='rotate(3 4)'><rect/></g>",
        "<!-- noot --><text style='font-size:3px'>a<tspan>b</tspan></text>",
        "<defs><linearGradient id='g'><stop/></linearGradient></defs><rect fill='url(#g)'/>",
        "<style>.a { fill: url('#g') } @media print { .a { fill: red } }</style>",
        "<style>.a{fill:url(#g)}.b{fill:url(#p)}</style><linearGradient id='g'><stop class='a'/>"
        "</linearGradient><pattern id='p'><rect class='a'/></pattern><rect class='b'/>",
        "<style>rect{fill:url(#g)}</style><linearGradient id='g'><stop/></linearGradient><rect/>",
        "<style>.a{fill:rgb(1,2,3);transform:ROTATE(3deg)}</style><rect class='a'/>",
        "<symbol id='s'><circle/></symbol><use href='#s'/><use xlink:href=' #s'/>",
        "<x:view xmlns:x='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd' grid='a(b'/>",
        embedded(png(2, 2)),
    ],
)
def test_a_drawing_may_draw(inside: str) -> None:
    assert part(inside) == ""


@pytest.mark.parametrize(
    "rule",
    [
        ".c{n} {{fill:url(#p{m})}}",
        "rect.x, g > .c{n}:hover {{fill:URL( '#p{m}')}}",
        '.c{n} {{content:"}}";fill:url(#p{m})}}',
        "/* {{ */ #p{n} rect {{fill:url(#p{m})}}",
    ],
)
def test_a_drawing_that_multiplies_by_its_style_sheet_is_refused(rule: str) -> None:
    style = "".join(rule.format(n=n, m=n + 1) for n in range(8))
    parts = "".join(
        f"<pattern id='p{n}'>" + f"<rect class='c{n}'/>" * 10 + "</pattern>" for n in range(9)
    )
    assert part(f"<style>{style}</style>{parts}<rect class='c0'/>") != ""


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<foreignObject/>", "<foreignObject>"),
        ("<a href='#x'/>", "<a>"),
        ("<set attributeName='href' to='x'/>", "<set>"),
        ("<animate/>", "<animate>"),
        ("<iframe xmlns='http://www.w3.org/1999/xhtml'/>", "<iframe>"),
        ("<h:script xmlns:h='http://www.w3.org/1999/xhtml'/>", "<script>"),
        ("<rect onclick='x()'/>", "onclick"),
        ("<rect ONLOAD='x()'/>", "ONLOAD"),
        ("<feImage href='#x'/>", "<feImage>"),
        ("<image href='https://evil.example/a.png'/>", "an address of something outside the file"),
        ("<image xlink:href='file:///etc/passwd'/>", "an address of something outside the file"),
        ("<use href='other.svg#x'/>", "an address of something outside the file"),
        ("<use href='data:image/svg+xml,x'/>", "an address of something outside the file"),
        (
            "<image href='data:image/svg+xml;base64,AA'/>",
            "an address of something outside the file",
        ),
        ("<g xml:base='https://evil.example/'/>", "an address of something outside the file"),
        (
            "<style>a{fill:-webkit-image-set('https://e.example' 1x)}</style>",
            "a style that loads or runs something",
        ),
        (
            "<rect style=\"fill:-webkit-cross-fade('https://e.example',red)\"/>",
            "a style that loads or runs something",
        ),
        ("<style>@import 'x.css';</style>", "a style that loads or runs something"),
        ("<style>a{fill:url(https://e.example)}</style>", "a style that loads or runs something"),
        ("<style>a{fill:u\\72l(x)}</style>", "a style that loads or runs something"),
        ("<rect style='fill:URL( \"x.svg#a\" )'/>", "a style that loads or runs something"),
        ("<rect fill='url(x.svg#a)'/>", "a style that loads or runs something"),
        ("<rect fill='u\\72l(x)'/>", "a style that loads or runs something"),
        (
            "<rect mask='image-set(\"https://e.example/a\" 1x)'/>",
            "a style that loads or runs something",
        ),
        ("<?xml-stylesheet href='x.css'?>", "an instruction to a program"),
        (
            "<image href='data:image/png;base64,AAAA'/>",
            "an embedded picture that is damaged or too large",
        ),
        (
            embedded(png(90_000, 90_000)),
            "an embedded picture that is damaged or too large",
        ),
        ("<rect>", "a fault: it is no well-formed XML in UTF-8"),
        ("&x;", "a fault: it is no well-formed XML in UTF-8"),
    ],
)
def test_a_drawing_may_do_nothing_else(inside: str, said: str) -> None:
    assert part(inside) == said


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg("&x;"),
        b"<?xml version='1.0'?><!doctype svg>" + svg(""),
        svg("").decode().encode("utf-16"),
        b'<?xml version="1.0" encoding="UTF-7"?>' + svg("+ADw-script+AD4-"),
        b"<?xml-stylesheet href='x'?>" + svg(""),
        b"<html xmlns='http://www.w3.org/1999/xhtml'><svg/></html>",
        b"<svg></svg>",
    ],
)
def test_a_drawing_with_more_around_it_is_refused(data: bytes) -> None:
    assert fault("figures/a.svg", data) in ("figure-active", "figure-type")


def nested(group: str, use: str) -> str:
    """Ten parts that each hold the next one ten times."""
    parts = [f"<{group} id='p{n}'>" + use.format(n + 1) * 10 + f"</{group}>" for n in range(9)]
    return "".join(parts) + f"<{group} id='p9'><rect/></{group}>"


def test_parts_that_use_each_other_may_not_multiply() -> None:
    endless = "parts that repeat each other without end"
    assert part(nested("g", "<use href='#p{}'/>")) == endless
    assert part(nested("pattern", "<rect fill='url(#p{})'/>")) == endless
    assert part("<g id='a'><use href='#a'/></g>") == endless
    assert part("<g id='a'><rect/></g>" + "<use href='#a'/>" * 500) == ""


def test_a_chain_of_uses_does_not_exhaust_the_stack() -> None:
    chain = "".join(f"<g id='g{n}'><use href='#g{n + 1}'/></g>" for n in range(5000))
    assert part(chain) in ("", "parts that repeat each other without end")


def test_a_photograph_costs_no_xml_parser() -> None:
    program = (
        "import sys; from convenant.load.image import vet_image; "
        "from convenant.problem import Place; "
        "vet_image('a.png', sys.stdin.buffer.read(), Place('x')); sys.exit('lxml' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], input=png(1, 1), check=True, timeout=30)


@pytest.mark.parametrize("file", sorted(COVENANTS.glob("*/figures/*")), ids=lambda f: f.name)
def test_the_figures_of_the_examples_are_let_through(file: Path) -> None:
    assert fault(f"figures/{file.name}", file.read_bytes()) == ""
