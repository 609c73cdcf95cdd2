"""Which program this is: what a remembered result depends on beside its input."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from convenant import __version__
from convenant.edges.pandoc import find_pandoc
from convenant.edges.resource import resource_folder


@cache
def program_state() -> str:
    """Changes whenever the program, pandoc or Typst do.

    In a checkout the files themselves are looked at, so that a developer who edits a rule or a
    template never sees a result from before.
    """
    pandoc = find_pandoc().stat()
    parts = [__version__, f"pandoc {pandoc.st_size} {pandoc.st_mtime_ns}"]
    parts += [f"{name} {version(name)}" for name in ("typst", "babel", "lxml")]
    package = Path(__file__).parent.parent
    if not resource_folder("templates").is_relative_to(package):
        folders = (package, resource_folder("templates"), resource_folder("schema"))
        newest = max(time for folder in folders for time in _times(str(folder)))
        parts.append(f"checkout {newest}")
    return "\n".join(parts)


def _times(folder: str) -> Iterator[int]:
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _times(entry.path)
        elif not entry.name.endswith((".pyc", ".mo")):
            yield entry.stat().st_mtime_ns
