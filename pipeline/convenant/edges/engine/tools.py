"""Which programs, libraries and fonts the bytes of a document depend on."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any

from convenant import __version__
from convenant.edges.engine.font import find_fonts
from convenant.edges.engine.pandoc import pandoc_version

PACKAGES = ("pypandoc-binary", "typst", "babel", "lxml", "uharfbuzz", "pikepdf")


@cache
def read_tools() -> dict[str, Any]:
    """By kind of tool its version, and a hash where it is the same on every machine.

    Binaries differ from one platform to another and still write the same bytes: of a package its
    Python files count.
    """
    return {
        "convenant": __version__,
        "pandoc": pandoc_version(),
        "packages": {name: _package(name) for name in PACKAGES},
        "fonts": {
            file.name: hashlib.sha256(file.read_bytes()).hexdigest()
            for folder in find_fonts()
            for file in sorted(folder.glob("*.[to]tf"))
        },
    }


def _package(name: str) -> dict[str, str]:
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return {"version": "", "sha256": ""}
    record = found.read_text("RECORD") or ""
    lines = sorted(line for line in record.splitlines() if ".py,sha256=" in line)
    return {
        "version": found.version,
        "sha256": hashlib.sha256("\n".join(lines).encode()).hexdigest(),
    }
