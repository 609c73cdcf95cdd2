"""The fonts that documents are set in: they come as Python packages, never from the machine."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from convenant.errors import ConvenantError
from convenant.locale import N_

FAMILIES = {
    "Source Sans 3": "fontpkg_source_sans_3",
    "Source Serif 4": "fontpkg_source_serif_4",
    "Source Code Pro": "fontpkg_source_code_pro",
    # For names in another script: Typst takes these where the others lack a letter.
    "Noto Sans Arabic": "fontpkg_noto_sans_arabic",
    "Assistant": "fontpkg_assistant",
}
"""By family the package that carries it, with its licence (OFL-1.1)."""


@cache
def find_fonts() -> tuple[Path, ...]:
    """The folders with the font files, in the order of `FAMILIES`.

    The packages are looked up and not imported.

    Raises:
        ConvenantError: when a font is not installed.
    """
    return tuple(_folder(family, package) for family, package in FAMILIES.items())


def _folder(family: str, package: str) -> Path:
    spec = find_spec(package)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        if (folder := Path(place, "files").resolve()).is_dir():
            return folder
    raise ConvenantError(
        N_("The font {family} is missing."),
        N_("Install it: pip install {package}"),
        family=family,
        package=package.replace("_", "-"),
    )
