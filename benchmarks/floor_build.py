"""The floor of a build: one bare pandoc reads, one writes each format, Typst sets the PDF."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main(pandoc: str, source: str) -> None:
    import typst

    folder = Path(source).parent

    def run(*words: str) -> None:
        subprocess.run([pandoc, *words], cwd=folder, check=True)

    run("-f", "commonmark_x", source, "-o", "floor.json", "-t", "json")
    for form in ("html", "docx", "odt", "typst"):
        run("-f", "json", "-s", "-t", form, "floor.json", "-o", f"floor.{form}")
    pdf = typst.compile(str(folder / "floor.typst"), ignore_system_fonts=True)
    (folder / "floor.pdf").write_bytes(pdf)


if __name__ == "__main__":
    main(*sys.argv[1:])
