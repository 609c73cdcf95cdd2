"""The child process that draws figures from data.

Run as a file in the folder of the project: `python -I -S figure_child.py SITE DOTS FONTS…`. It
draws one page per figure from `main.typ`, and writes a JSON list of pairs: the SVG as text, and the
PNG in base64 at `DOTS` per inch, or nothing where that is 0.
"""

from __future__ import annotations

import base64
import json
import sys


def main(site: str, dots: str, *fonts: str) -> int:
    """Draw every page with these fonts only and no packages."""
    sys.path.append(site)
    import typst

    compiler = typst.Compiler(
        input="main.typ",
        root=".",
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts)
        ),
        package_path="no-packages",
        package_cache_path="no-packages",
    )
    try:
        vectors = _pages(compiler.compile(format="svg"))
        pictures = _pages(compiler.compile(format="png", ppi=float(dots))) if dots != "0" else []
    except typst.TypstError as error:
        sys.stderr.write(f"{error.message}\n{error.diagnostic}\n")
        return 1
    pictures = pictures or [b""] * len(vectors)
    drawn = [
        (vector.decode(), base64.b64encode(picture).decode())
        for vector, picture in zip(vectors, pictures, strict=True)
    ]
    sys.stdout.write(json.dumps(drawn))
    return 0


def _pages(made: bytes | list[bytes] | None) -> list[bytes]:
    """The pages, also of a document that has one."""
    return made if isinstance(made, list) else [made or b""]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
