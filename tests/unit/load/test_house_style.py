"""The house style: what is asked for, as far as it can be had, and why not further."""

from __future__ import annotations

from convenant.load.house_style import StyleSettings, load_house_style
from convenant.model.house_style import LINDE
from convenant.model.own_style import KADE
from convenant.problem import Place
from sample_covenant import PIXEL

AT = Place("convenant.yaml", 3, 3)
SPOT = {"colour": Place("convenant.yaml", 4, 11)}


def loaded(files: dict[str, bytes | None] | None = None, **given: str):  # type: ignore[no-untyped-def]
    return load_house_style(StyleSettings(AT, **given), files or {}, SPOT)


def test_nothing_asked_for_is_the_style_of_the_examples() -> None:
    assert loaded() == (LINDE, ())
    assert loaded(style="kade") == (KADE, ())


def test_a_pale_colour_is_darkened_until_it_can_be_read_and_that_is_told_at_its_place() -> None:
    style, (problem,) = loaded(colour="#F2B705")
    assert style.light.accent == problem.values["near"]
    assert (problem.code, problem.place) == ("style-contrast", SPOT["colour"])


def test_a_theme_gives_its_colour_its_words_and_its_fonts() -> None:
    css = (
        b":root { --utrecht-page-footer-background-color: #c00; --utrecht-link-color: #24578f;"
        b" --utrecht-heading-2-color: #ffee00;"
        b" --utrecht-document-font-family: 'Fira Sans', x;alert, sans-serif; }"
    )
    style, problems = loaded({"theme.css": css}, theme="theme.css")
    assert problems == ()
    assert style.light.accent == "#cc0000"
    # A colour that cannot be read on the page stays out of it.
    assert dict(style.page) == {"utrecht-link-color": "#24578f"}
    assert style.fonts.text == "Source Sans 3"


def test_what_is_no_theme_or_no_picture_is_told_and_left_out() -> None:
    files = {"theme.css": b"nothing", "logo.svg": b"GIF89a", "none.png": None}
    style, problems = loaded(files, theme="theme.css", logo="logo.svg")
    assert {one.code for one in problems} == {"style-theme", "style-logo"}
    assert (style.logo, style.light) == (None, LINDE.light)
    assert [one.code for one in loaded(files, logo="none.png")[1]] == ["style-file"]


def test_a_logo_is_vetted_like_every_picture() -> None:
    style, problems = loaded({"logo.png": PIXEL}, logo="logo.png")
    assert problems == ()
    assert style.logo is not None
    script = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    assert [one.code for one in loaded({"l.svg": script}, logo="l.svg")[1]] == ["style-logo"]


def test_a_colour_that_is_none_is_left_to_the_schema() -> None:
    assert loaded(colour="groen") == (LINDE, ())
