"""The house style of a workspace: its settings, its theme and its logo."""

from __future__ import annotations

from pathlib import Path

from convenant.edges.workspace import read_beside, read_settings
from convenant.load.house_style import StyleSettings, load_house_style, load_style_settings
from convenant.load.yaml import load_yaml
from convenant.model.house_style import LINDE, HouseStyle
from convenant.model.tree import Map
from convenant.problem import Place, Problem


def read_house_style(root: Path) -> tuple[HouseStyle, tuple[Problem, ...]]:
    """The look of this workspace's documents, and what is wrong with what it asks for.

    What cannot be had is left out: the documents are made all the same.
    """
    data = read_settings(root).get("convenant.yaml")
    tree = load_yaml("convenant.yaml", data)[0] if data else None
    section = tree.get("house_style") if tree is not None else None
    if not isinstance(section, Map):
        return LINDE, ()
    settings = load_style_settings(tree)
    return load_house_style(settings, _files(root, settings), _places(section))


def _files(root: Path, settings: StyleSettings) -> dict[str, bytes | None]:
    wanted = [path for path in (settings.theme, settings.logo) if path]
    return {path: read_beside(root, path) for path in wanted}


def _places(section: Map) -> dict[str, Place]:
    return {key: section.place_of(key) for key in section}
