"""The child process that compiles one Typst project.

Run as a file in the folder of the project: `python -I -S typst_child.py SITE FORM TIME DOTS
FONTS…`. Nothing else of the program is imported, and only `SITE`, where the compiler is installed,
is searched. Of Python's own library hardly anything is: `json` alone takes longer than the start.
What it makes goes to standard output; an error of the compiler to standard error, with exit code 1.
"""

from __future__ import annotations

import sys
from binascii import b2a_base64

TYPE_CHECKING = False
if TYPE_CHECKING:
    import typst


def main(site: str, form: str, time: str, dots: str, *fonts: str) -> int:
    """Compile `main.typ` in the working folder with these fonts only and no packages.

    Args:
        form: `pdf`, `svg` or `png`.
        time: what a PDF says of its making, in seconds since 1970.
        dots: per inch of a PNG; 0 draws none.
    """
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
        if form == "pdf":
            made = _pdf(compiler, int(time))
        else:
            vectors = _pages(compiler.compile(format="svg")) if form == "svg" else []
            rasters = _pages(compiler.compile(format="png", ppi=float(dots))) if dots != "0" else []
            made = _lines(vectors, rasters)
    except typst.TypstError as error:
        sys.stderr.write(f"{error.message}\n{error.diagnostic}\n")
        return 1
    sys.stdout.buffer.write(made)
    return 0


def _pdf(compiler: typst.Compiler, time: int) -> bytes:
    (pdf,) = _pages(compiler.compile(format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=time))
    return pdf


def _pages(made: bytes | list[bytes] | None) -> list[bytes]:
    """The pages, also of a document that has one."""
    return made if isinstance(made, list) else [made or b""]


def _lines(vectors: list[bytes], rasters: list[bytes]) -> bytes:
    """A line for each page: its SVG and its PNG in base64, either of them empty."""
    count = max(len(vectors), len(rasters))
    vectors, rasters = vectors or [b""] * count, rasters or [b""] * count
    return b"".join(
        b2a_base64(vector, newline=False) + b" " + b2a_base64(raster)
        for vector, raster in zip(vectors, rasters, strict=True)
    )


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
