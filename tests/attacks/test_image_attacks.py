"""Attacks by image files: bombs, programs and references in what should be a picture."""

from __future__ import annotations

import json
import struct
import subprocess
import time
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from convenant.edges.engine.pandoc import convert, find_pandoc
from convenant.load.image import vet_image
from convenant.model.ast import attr, document, para
from convenant.problem import Place

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def vet(name: str, data: bytes) -> str:
    """The code of the problem, or nothing for an image that is let through."""
    image, problems = vet_image(f"figures/{name}", data, Place(f"covenants/a/figures/{name}"))
    assert (image is None) == bool(problems)
    return problems[0].code if problems else ""


def test_a_bomb_of_pixels_is_refused_by_its_header() -> None:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    data = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(b"\0" * 1_000_000))
        + chunk(b"IEND", b"")
    )
    assert len(data) < 2_000
    assert vet("a.png", data) == "figure-huge"


def test_a_program_in_the_clothes_of_an_image_is_refused() -> None:
    for data in (
        b"<html><script>x</script></html>",
        b"#!/bin/sh\nrm -rf /\n",
        b"PK\x03\x04",
        b"MZ",
    ):
        for name in ("a.png", "a.jpg", "a.svg"):
            assert vet(name, data) == "figure-type"


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<script xlink:href='https://evil.example/x.js'/>",
        "<image xlink:href='/etc/passwd'/>",
        "<image href='file:///etc/passwd'/>",
        "<image href='https://evil.example/pixel.png'/>",
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml' onload='x()'/></foreignObject>",
        "<rect onmouseover='alert(1)'/>",
        "<a xlink:href='javascript:alert(1)'><rect/></a>",
        "<style>@import url(https://evil.example/x.css);</style>",
        "<style>@font-face{font-family:x;src:url(//evil.example/x.woff)}</style>",
        "<rect style='background:url(https://evil.example/x)'/>",
        "<use xlink:href='https://evil.example/x.svg#y'/>",
        "<set attributeName='xlink:href' to='javascript:alert(1)'/>",
    ],
)
def test_a_drawing_that_acts_or_fetches_is_refused(inside: str) -> None:
    assert vet("a.svg", SVG.format(inside).encode()) == "figure-active"
    assert vet("a.svg", SVG.format("<rect width='1'/>").encode()) == ""


def test_an_entity_in_a_drawing_opens_no_file_and_no_bomb() -> None:
    secret = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + SVG.format(
        "<text>&x;</text>"
    )
    bomb = (
        "<!DOCTYPE svg ["
        + '<!ENTITY a0 "aaaaaaaaaa">'
        + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
        + "]>"
        + SVG.format("<text>&a11;</text>")
    )
    start = time.monotonic()
    assert vet("a.svg", secret.encode()) == "figure-active"
    assert vet("a.svg", bomb.encode()) == "figure-active"
    assert vet("a.svg", bomb.encode("utf-16")) == "figure-type"
    assert time.monotonic() - start < 2


def test_a_drawing_that_multiplies_itself_is_refused_at_once() -> None:
    parts = "".join(f"<g id='g{n}'>" + f"<use href='#g{n + 1}'/>" * 10 + "</g>" for n in range(12))
    start = time.monotonic()
    assert vet("a.svg", SVG.format(parts + "<g id='g12'/>").encode()) == "figure-active"
    assert time.monotonic() - start < 2


def test_a_writer_in_the_sandbox_opens_no_file_even_when_a_tree_names_one(tmp_path: Path) -> None:
    """The last line, should an image ever pass the allow-list."""
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"kroonjuwelen")
    image = {"t": "Image", "c": [attr(), [], [str(secret), ""]]}
    tree = json.dumps(document([para([image])])).encode()
    bare = [str(find_pandoc()), "--from=json", "--to=docx", "--output=-"]
    control = subprocess.run(bare, input=tree, capture_output=True, timeout=30, check=True).stdout
    for package, lands in ((control, True), (convert(tree, ["--to=docx"], time=0), False)):
        parts = zipfile.ZipFile(BytesIO(package))
        found = any(b"kroonjuwelen" in parts.read(name) for name in parts.namelist())
        assert found == lands
