"""A covenant that has something in every register, read from `tests/golden/blocks`."""

from __future__ import annotations

import importlib.util
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from convenant.load.record import load_record
from convenant.load.yaml import load_yaml
from convenant.model.ambition import Ambition
from convenant.model.annexes import Annexes
from convenant.model.ast import Node, document, words
from convenant.model.covenant import Covenant
from convenant.model.partnership import Partnership
from convenant.model.party import Cover
from convenant.model.programme import Programme
from convenant.model.prose import Picture, Prose
from convenant.model.section import Section
from convenant.model.visualisation import Visualisation
from convenant.problem import Place
from convenant.render.walk import rewrite

FOLDER = Path(__file__).parents[3] / "golden/blocks"


def read(kind: type[Any], section: Section) -> Any:
    tree, problems = load_yaml(section.data_file, (FOLDER / section.data_file).read_bytes())
    assert not problems
    return load_record(kind, tree, section.data_file)


@pytest.fixture(scope="session")
def sample() -> Covenant:
    picture = Picture(Place("3.md"), "figures/hal.svg", "fig-hal", "", "De hal")
    return Covenant(
        slug="keuken",
        folder="covenants/keuken",
        cover=read(Cover, Section.COVER),
        ambition=read(Ambition, Section.AMBITION),
        partnership=read(Partnership, Section.PARTNERSHIP),
        visualisation=read(Visualisation, Section.VISUALISATION),
        programme=read(Programme, Section.PROGRAMME),
        annexes=read(Annexes, Section.ANNEXES),
        prose={Section.VISUALISATION: Prose("3.md", pictures=(picture,))},
        annex_prose={"annexes/huisregels.md": Prose("annexes/huisregels.md")},
    )


def shown_as_target(node: Node) -> list[Node] | None:
    """A link that the build still has to fill, as its target in brackets."""
    if node["t"] != "Link" or node["c"][1]:
        return None
    return words(f"[{node['c'][2][0]}]")


@pytest.fixture(scope="session")
def plain() -> Callable[[list[Node]], str]:
    """What a reader sees of some blocks, by pandoc; links that the build fills by their target."""
    package = importlib.util.find_spec("pypandoc")
    assert package is not None
    assert package.origin is not None
    pandoc = Path(package.origin).parent / "files/pandoc"

    def write(blocks: list[Node]) -> str:
        tree = json.dumps(document(rewrite(blocks, shown_as_target)))
        command = [str(pandoc), "-f", "json", "-t", "plain", "--columns=100"]
        return subprocess.run(
            command, input=tree, capture_output=True, text=True, check=True, timeout=60
        ).stdout

    return write
