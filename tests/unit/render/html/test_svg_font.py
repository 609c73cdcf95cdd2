from __future__ import annotations

from convenant.model.picture import ImageFile
from convenant.render.html.svg_font import name_fonts, with_our_fonts


def test_a_generic_family_becomes_the_one_of_ours():
    assert name_fonts(b'<a font-family="Times, serif"/>') == (
        b"<a font-family=\"'Source Serif 4'\"/>"
    )
    assert name_fonts(b"<a style='font-family: monospace;'/>") == (
        b"<a style='font-family: &apos;Source Code Pro&apos;;'/>"
    )


def test_photographs_are_left_alone() -> None:
    photo = ImageFile("foto.png", "image/png", b'font-family="Arial"')
    assert with_our_fonts({"foto.png": photo}) == {"foto.png": photo}
