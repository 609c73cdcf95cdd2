"""The figures of a document, drawn once for all its formats and kept by what they show."""

from __future__ import annotations

import json
from collections.abc import Mapping
from threading import Lock

from msgspec import to_builtins
from msgspec.structs import replace

from convenant.edges.disk.cache import Cache, cache_key
from convenant.edges.disk.resource import read_templates
from convenant.edges.engine.program import program_state
from convenant.model.document import Document
from convenant.model.drawing import Drawing, Drawn
from convenant.model.picture import ImageFile


class Drawings:
    """What the formats of one document share: who first asks for the figures has them drawn."""

    def __init__(self, document: Document, cache: Cache, *, pictures: bool) -> None:
        """Prepare; `pictures` says whether a format needs PNGs too."""
        self._document = document
        self._cache = cache
        self._pictures = pictures
        self._lock = Lock()
        self._drawn: dict[str, Drawn] = {}

    def get(self) -> Mapping[str, Drawn]:
        """Each figure by name.

        Raises:
            ConvenantError: when they cannot be drawn.
        """
        with self._lock:
            if len(self._drawn) < len(self._document.drawings):
                self._drawn = _drawn(self._document, self._cache, pictures=self._pictures)
            return self._drawn

    def as_images(self) -> Document:
        """The document with its figures among its images, for formats that know no drawings."""
        drawn = self.get()
        images = {name: ImageFile(name, "image/svg+xml", one.svg) for name, one in drawn.items()}
        if logo := self._document.style.logo:
            images[logo.name] = logo
        return replace(self._document, images={**self._document.images, **images}, drawings={})


def _drawn(document: Document, cache: Cache, *, pictures: bool) -> dict[str, Drawn]:
    """What is kept, and what is not drawn in one go."""
    from convenant.edges.engine.figure import draw_figures
    from convenant.render.html.svg_figure import slim_svg
    from convenant.render.typst.figure import figures_project

    keys = {name: _key(one, document) for name, one in document.drawings.items()}
    kept = {name: _kept(key, cache, pictures=pictures) for name, key in keys.items()}
    known = {name: one for name, one in kept.items() if one}
    fresh = {name: one for name, one in document.drawings.items() if name not in known}
    if fresh:
        project = figures_project(
            replace(document, drawings=fresh),
            read_templates("typst"),
            read_templates("figures"),
        )
        drawn = draw_figures(project, pictures=pictures)
        for name, one in zip(fresh, drawn, strict=True):
            known[name] = Drawn(slim_svg(one.svg), one.png)
            cache.put(keys[name] + b"svg", known[name].svg)
            if one.png:
                cache.put(keys[name] + b"png", one.png)
    return {name: known[name] for name in keys}


def _key(drawing: Drawing, document: Document) -> bytes:
    colours = to_builtins(document.style.light)
    data = json.dumps([drawing.kind, drawing.data, colours], sort_keys=True)
    fonts = json.dumps(to_builtins(document.style.fonts))
    return cache_key("drawing", program_state(), document.language, data, fonts)


def _kept(key: bytes, cache: Cache, *, pictures: bool) -> Drawn | None:
    svg = cache.get(key + b"svg")
    png = cache.get(key + b"png") if pictures else b""
    return Drawn(svg, png) if svg and png is not None else None
