"""Figures are drawn when what they show is new, and only then."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from convenant.cli.steps.drawing import Drawings
from convenant.edges.disk.cache import Cache
from convenant.model.document import Document, Stamp
from convenant.model.own_style import KADE
from sample_covenant import build
from sample_figures import data


class Watched(Cache):
    """A cache that tells how many figures were put into it."""

    fresh = 0

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value; each figure puts one, its SVG."""
        self.fresh += 1
        super().put(key, value)


def document(text: str = "Eerste stap") -> Document:
    files = data(3, 5)
    files["3-visualisation.yaml"]["roadmap"][0]["text"] = text
    return build({name: json.dumps(tree) for name, tree in files.items()}, Stamp())


@pytest.fixture
def cache(tmp_path: Path) -> Watched:
    return Watched(tmp_path)


def drawn(made: Document, cache: Watched) -> tuple[int, dict[str, bytes]]:
    """How many figures were drawn, and all of them."""
    cache.fresh = 0
    figures = Drawings(made, cache, pictures=False).get()
    return cache.fresh, {name: one.svg for name, one in figures.items()}


def test_what_has_not_changed_is_not_drawn_again(cache: Watched) -> None:
    made = document()
    first, svgs = drawn(made, cache)
    assert first == len(made.drawings) > 9
    assert drawn(document(), cache) == (0, svgs)


def test_one_new_milestone_has_one_figure_drawn(cache: Watched) -> None:
    _, before = drawn(document(), cache)
    count, after = drawn(document("Een andere stap"), cache)
    assert count == 1
    assert [name for name in before if before[name] != after[name]] == ["drawing-roadmap"]


def test_another_look_has_all_drawn(cache: Watched) -> None:
    made = document()
    drawn(made, cache)
    count, _ = drawn(replace(made, style=KADE), cache)
    assert count == len(made.drawings)
