"""Drawn figures made small, and fit for a page that has a light and a dark scheme.

What Typst draws has a symbol for each glyph, and for each place where it stands a dozen digits of
precision. The letters are shapes: no reader needs our fonts, and the words are in the alternative
text and in the tables.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from convenant.model.house_style import HouseStyle

_SYMBOL = re.compile(r'<symbol id="g([0-9A-F]+)" overflow="visible"><path d="([^"]*)"/></symbol>')
_USE = re.compile(
    r'<use xlink:href="#g([0-9A-F]+)" x="([^"]*)" y="([^"]*)" fill="([^"]*)" fill-rule="nonzero"/>'
)
_RUN = re.compile(rf"(<g [^>]*)>((?:{_USE.pattern})+)</g>")
_NUMBER = re.compile(r"-?\d+\.\d+")
_OPENING = re.compile(r'<svg viewBox="([^"]*)" width="([^"]*)pt" height="([^"]*)pt"[^>]*>')
_NEEDLESS = re.compile(
    r' (?:fill-rule="nonzero"|stroke-linecap="butt"|stroke-linejoin="miter"|stroke-miterlimit="4"'
    r'|xmlns:h5="[^"]*"|class="[^"]*")'
)
_PATH = re.compile(r' d="([^"]*)"')
_BLANK = re.compile(r" ?([A-Za-z]) ?")
_ZERO = re.compile(r"(?<![\d.])0\.")
_GLYPH = re.compile(r'<path id="(g[0-9A-F]+)" d="[^"]*"/>')
_COLOUR = re.compile(r'(fill|stroke)="(#[0-9a-f]{6})"')


def slim_svg(svg: bytes) -> bytes:
    """The same picture in a fifth of the bytes: short names, two decimals, no defaults."""
    text = svg.decode()
    text = _RUN.sub(_slim_run, text)
    text = _USE.sub(lambda use: _slim_use(use, with_fill=True), text)
    text = _SYMBOL.sub(lambda one: f'<path id="{_name(one[1])}" d="{one[2].strip()}"/>', text)
    text = _NUMBER.sub(_rounded, _NEEDLESS.sub("", text))
    return _PATH.sub(_slim_path, text).encode()


def page_figure(svg: bytes, alternative: str, style: HouseStyle, known: set[str]) -> str:
    """The figure as part of a page, in the colours of whichever scheme the page has.

    Args:
        svg: as `slim_svg` gives it.
        alternative: its text, escaped for an attribute.
        known: glyphs that stand in the page already, which grows: each is drawn once for all
            figures, since equal names are equal shapes.
    """
    text = _OPENING.sub(
        rf'<svg class="drawing" role="img" aria-label="{_literal(alternative)}" viewBox="\1">',
        svg.decode(),
        count=1,
    )
    roles = {colour: role for role, colour in style.light.named().items()}
    text = _COLOUR.sub(lambda one: _by_role(one, roles), text)
    fresh = _GLYPH.sub(lambda one: "" if one[1] in known else one[0], text)
    known.update(one[1] for one in _GLYPH.finditer(fresh))
    return fresh.replace(' xlink:href="', ' href="').replace("<defs></defs>", "")


def scheme_variables(colours: Mapping[str, str]) -> str:
    """Declarations of the colours that `page_figure` names."""
    return " ".join(f"--figure-{role}: {colour};" for role, colour in colours.items())


def _name(id: str) -> str:
    """A glyph's name: it comes from its shape, and a part of it tells a few hundred apart."""
    return f"g{id[:10]}"


def _slim_run(run: re.Match[str]) -> str:
    """A run of letters with its colour said once."""
    uses = list(_USE.finditer(run[2]))
    fills = {use[4] for use in uses}
    alone = len(fills) == 1
    inside = "".join(_slim_use(use, with_fill=not alone) for use in uses)
    fill = f' fill="{fills.pop()}"' if alone else ""
    return f"{run[1]}{fill}>{inside}</g>"


def _slim_use(use: re.Match[str], *, with_fill: bool) -> str:
    id, x, y, fill = use.groups()
    place = "".join(f' {axis}="{value}"' for axis, value in (("x", x), ("y", y)) if value != "0")
    colour = f' fill="{fill}"' if with_fill else ""
    return f'<use xlink:href="#{_name(id)}"{place}{colour}/>'


def _rounded(number: re.Match[str]) -> str:
    short = f"{float(number[0]):.2f}".rstrip("0").rstrip(".")
    return "0" if short in ("-0", "") else short


def _slim_path(path: re.Match[str]) -> str:
    """Without spaces and zeros that nothing needs: a sign or a letter parts two numbers too."""
    text = _BLANK.sub(r"\1", path[1].strip())
    return f' d="{_ZERO.sub(r".", text).replace(" -", "-")}"'


def _by_role(one: re.Match[str], roles: Mapping[str, str]) -> str:
    role = roles.get(one[2])
    return f'{one[1]}="var(--figure-{role})"' if role else one[0]


def _literal(text: str) -> str:
    return text.replace("\\", r"\\")
