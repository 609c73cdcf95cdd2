"""The child process that draws SVG images as PNG.

Run as a file: `python -I -S raster_child.py SITE FONTS…`. It draws one page per image from
`main.typ` in the working folder, and writes the pictures as a JSON list in base64.
"""

from __future__ import annotations

import base64
import json
import sys

DOTS = 200
"""Per inch of the drawing's own size: sharp on paper where it fills the line."""


def main(site: str, *fonts: str) -> int:
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
    drawn = compiler.compile(format="png", ppi=DOTS)
    pages = drawn if isinstance(drawn, list) else [drawn]
    sys.stdout.write(json.dumps([base64.b64encode(page).decode() for page in pages if page]))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
