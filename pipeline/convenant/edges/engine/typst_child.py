"""The child process that compiles one Typst project.

Run as a file in the folder of the project: `python -I -S typst_child.py SITE FONTS…`. Nothing else
of the program is imported, and only `SITE`, where the compiler is installed, is searched. What is
to be made stands as JSON on standard input.
What it makes goes to standard output; an error of the compiler to standard error, with exit code 1.
"""

from __future__ import annotations

import base64
import json
import sys
from typing import Any


def main(site: str, *fonts: str) -> int:
    """Compile `main.typ` in the working folder with these fonts only and no packages."""
    sys.path.append(site)
    import typst

    compiler = typst.Compiler(
        input="main.typ",
        root=".",
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts)
        ),
        # A folder that does not exist: no package is found on the machine.
        package_path="no-packages",
        package_cache_path="no-packages",
    )
    try:
        made = _make(compiler, json.load(sys.stdin))
    except typst.TypstError as error:
        sys.stderr.write(f"{error.message}\n{error.diagnostic}\n")
        return 1
    sys.stdout.buffer.write(made)
    return 0


def _make(compiler: Any, order: dict[str, Any]) -> bytes:
    """A PDF; or of each page a PNG in base64, after the SVG where that is asked for."""
    if order["form"] == "pdf":
        standards, time = ["ua-1", "a-2a"], order["time"]
        pdf: bytes = compiler.compile(format="pdf", pdf_standards=standards, timestamp=time)
        return pdf
    vectors = _pages(compiler.compile(format="svg")) if order["form"] == "svg" else []
    dots = order["dots"]
    rasters = _pages(compiler.compile(format="png", ppi=float(dots))) if dots else []
    pictures = [base64.b64encode(raster).decode() for raster in rasters]
    if vectors:
        texts = [vector.decode() for vector in vectors]
        made: Any = list(zip(texts, pictures or [""] * len(texts), strict=True))
    else:
        made = pictures
    return json.dumps(made).encode()


def _pages(made: bytes | list[bytes] | None) -> list[bytes]:
    """The pages, also of a document that has one."""
    return made if isinstance(made, list) else [made or b""]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
