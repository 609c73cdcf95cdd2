"""How much an SVG amounts to: parts that use parts that use parts can grow without end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

URL = re.compile(r"url\(\s*[\"']?\s*(#?)([^\"')]*)", re.IGNORECASE)
"""What a style refers to: whether it is a part of the drawing, and its id or address."""

_DRAWN = 200_000
"""Elements that a drawing may amount to with every use of a part counted."""

_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_UNPAINTED = frozenset(
    ("stop", "linearGradient", "radialGradient", "style", "title", "desc", "metadata")
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"\.([\w-]+)[^\s.>+~]*$")


class _Sheet(Struct):
    """What the style sheets of a drawing fill its elements with.

    Attributes:
        classes: by class the ids that its elements use.
        every: ids that any element may use.
    """

    classes: dict[str, set[str]] = field(default_factory=dict)
    every: set[str] = field(default_factory=set)

    def read(self, css: str) -> None:
        """Add a style sheet; a rule that is not for a class counts for every element."""
        css = _COMMENT.sub(" ", css)
        for selectors, body in _RULE.findall(css):
            ids = {id for _, id in URL.findall(body)}
            for selector in selectors.split(",") if ids else ():
                match = _CLASS.search(selector.strip())
                target = self.classes.setdefault(match[1], set()) if match else self.every
                target |= ids
        read = {id for _, body in _RULE.findall(css) for _, id in URL.findall(body)}
        self.every |= {id for _, id in URL.findall(css)} - read

    def uses(self, element: Element) -> Iterator[str]:
        """Ids that the sheets make an element use."""
        if str(element.tag).rpartition("}")[2] not in _UNPAINTED:
            yield from self.every
            for name in str(element.get("class", "")).split() if self.classes else ():
                yield from self.classes.get(name, ())


def multiplies(root: Element) -> bool:
    """Whether parts that use parts that use parts grow without end."""
    sheet = _Sheet()
    for element in root.iter("*"):
        if str(element.tag).endswith("}style"):
            sheet.read("".join(map(str, element.itertext())))
    named = {str(element.get("id")): element for element in root.iter("*") if element.get("id")}
    weights: dict[Element, int] = {}
    path: set[Element] = set()

    def weight(element: Element) -> int:
        if element in weights:
            return weights[element]
        if element in path:
            return _DRAWN + 1
        path.add(element)
        parts = [child for child in element if isinstance(child.tag, str)]
        used = (*_uses(element), *sheet.uses(element))
        parts += [named[id.strip()] for id in used if id.strip() in named]
        total = 1
        for part in parts:
            total += weight(part)
            if total > _DRAWN:
                break
        path.discard(element)
        weights[element] = total
        return total

    try:
        return weight(root) > _DRAWN
    except RecursionError:
        return True


def _uses(element: Element) -> Iterator[str]:
    """Ids of what an element draws or fills with."""
    for key, value in element.attrib.items():
        if key in _HREFS and str(value).strip().startswith("#"):
            yield str(value).strip()[1:]
        elif "url(" in str(value).lower():
            yield from (id for _, id in URL.findall(str(value)))
