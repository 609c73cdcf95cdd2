"""Which program this is: what a remembered result depends on beside its input."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from convenant import __version__
from convenant.edges.disk.memory import files_state
from convenant.edges.disk.resource import resource_folder
from convenant.edges.engine.font import find_fonts
from convenant.edges.engine.pandoc import find_pandoc


@cache
def program_state() -> str:
    """Changes whenever the program, a tool or a font does.

    The files themselves are looked at: a version says nothing about a wheel that was built again,
    or about a checkout in which somebody edits a rule or a template.
    """
    parts = [__version__, _stamp("pandoc", find_pandoc())]
    parts += [
        _stamp(name, _module(name)) for name in ("typst", "babel", "lxml", "uharfbuzz", "PIL")
    ]
    parts += [_stamp(place.parent.name, place) for place in find_fonts()]
    own = Path(__file__).parents[2], resource_folder("templates"), resource_folder("schema")
    return "\n".join([*parts, files_state(*own)])


def _module(name: str) -> Path:
    """A file of a package, found without importing it: its version would take ten times longer."""
    spec = find_spec(name)
    return Path(spec.origin) if spec and spec.origin else Path(__file__)


def _stamp(name: str, file: Path) -> str:
    """What changes when another version is installed."""
    seen = file.stat()
    return f"{name} {seen.st_size} {seen.st_mtime_ns}"
