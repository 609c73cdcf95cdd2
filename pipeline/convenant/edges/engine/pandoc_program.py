"""Where the pandoc is that was installed with the program."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path

from convenant.errors import ConvenantError
from convenant.locale import N_


@cache
def find_pandoc() -> Path:
    """The pandoc that is installed with the program.

    Raises:
        ConvenantError: when it is missing.
    """
    # Only its folder is asked for: importing pypandoc would cost more than reading a text.
    found = importlib.util.find_spec("pypandoc")
    if found and found.origin:
        name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
        file = Path(found.origin).parent / "files" / name
        if file.is_file():
            return file
    raise ConvenantError(
        N_("Pandoc is missing."), N_("Install convenant again, or run: pip install pypandoc-binary")
    )


def pandoc_command(heap_mb: int) -> list[str]:
    """The first words of every call: pandoc, with a bounded heap.

    Where the system bounds memory that limit comes first: a full heap is collected over and over
    before pandoc gives up.
    """
    return [str(find_pandoc()), "+RTS", f"-M{heap_mb}M", "-RTS"]
