"""Pictures of more dots than paper shows are made smaller, and others are left alone."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from convenant.cli.steps.scaling import scaled
from convenant.edges.disk.cache import Cache
from convenant.edges.engine.scaling import scale_images
from convenant.load.raster import size_of
from convenant.model.document import Document, Stamp
from convenant.model.picture import HIGHEST, WIDEST, ImageFile, fitting


def image(form: str, size: tuple[int, int], mode: str = "RGB") -> ImageFile:
    written = io.BytesIO()
    Image.new(mode, size, 3).save(written, form)
    return ImageFile(f"p.{form}", f"image/{form.lower()}", written.getvalue())


def document(**images: ImageFile) -> Document:
    return Document("x", "nl", "X", "", "", (), Stamp(), "0" * 64, (), images)


def test_a_picture_that_is_larger_than_paper_shows_is_made_smaller_in_its_own_format() -> None:
    given = document(
        wide=image("JPEG", (6000, 2000)),
        tall=image("PNG", (1000, 5000), "P"),
        small=image("PNG", (9, 9)),
    )
    made = scaled(given, Cache(None)).images
    assert size_of(made["wide"].data) == (WIDEST, 630)
    assert size_of(made["tall"].data) == (425, HIGHEST)
    assert made["small"] is given.images["small"]
    assert made["wide"].data.startswith(b"\xff\xd8")
    assert made["tall"].data.startswith(b"\x89PNG")


def test_a_document_without_large_pictures_is_the_document_itself() -> None:
    given = document(small=image("PNG", (1900, 1000)))
    assert scaled(given, Cache(None)) is given


def test_equal_pictures_give_equal_bytes() -> None:
    given = document(wide=image("JPEG", (4000, 2000)))
    one, other = (scaled(given, Cache(None)).images["wide"].data for _ in range(2))
    assert one == other


def test_a_picture_that_cannot_be_opened_stays_as_it_is() -> None:
    broken = ImageFile("p.png", "image/png", b"no picture")
    assert scale_images({"p": broken}, {"p": (10, 10)}) == {}


@pytest.mark.parametrize(("size", "made"), [((100, 100), None), ((1, 90_000), (1, HIGHEST))])
def test_a_size_has_at_least_a_dot_on_each_side(
    size: tuple[int, int], made: tuple[int, int] | None
) -> None:
    assert fitting(size) == made
