"""The house style of a workspace: its settings, its theme and its logo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from convenant.edges.disk.workspace import read_beside, read_settings
from convenant.load.house_style import StyleSettings, load_house_style, load_style_settings
from convenant.load.yaml import load_yaml
from convenant.model.house_style import LINDE, HouseStyle
from convenant.model.tree import Map
from convenant.problem import Place, Problem

Read = Callable[[str], bytes | None]

SETTINGS = "convenant.yaml"


def read_house_style(root: Path) -> tuple[HouseStyle, tuple[Problem, ...]]:
    """The look of this workspace's documents, and what is wrong with what it asks for.

    What cannot be had is left out: the documents are made all the same.
    """
    data = read_settings(root).get(SETTINGS)
    return house_style_of(data, partial(read_beside, root))


def house_style_of(data: bytes | None, read: Read) -> tuple[HouseStyle, tuple[Problem, ...]]:
    """The same from the bytes of `convenant.yaml`; `read` gives the files that it names."""
    tree = load_yaml(SETTINGS, data)[0] if data else None
    section = tree.get("house_style") if tree is not None else None
    if not isinstance(section, Map):
        return LINDE, ()
    settings = load_style_settings(tree)
    files = {path: read(path) for path in _wanted(settings)}
    return load_house_style(settings, files, _places(section))


def style_files(data: bytes | None, read: Read) -> dict[str, bytes]:
    """Everything that the look depends on, by path from the root; nothing for our own look."""
    tree = load_yaml(SETTINGS, data)[0] if data else None
    if data is None or tree is None or not isinstance(tree.get("house_style"), Map):
        return {}
    found = {path: read(path) for path in _wanted(load_style_settings(tree))}
    return {SETTINGS: data, **{path: one for path, one in found.items() if one is not None}}


def _wanted(settings: StyleSettings) -> list[str]:
    return [path for path in (settings.theme, settings.logo) if path]


def _places(section: Map) -> dict[str, Place]:
    return {key: section.place_of(key) for key in section}
