"""The floor of a build: one bare pandoc reads, one writes each format, Typst sets the PDF."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main(pandoc: str, source: str, output: str) -> None:
    import typst

    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    tree = folder / "document.json"
    subprocess.run([pandoc, "-f", "commonmark_x", source, "-o", tree], check=True)
    for form in ("html", "docx", "odt", "typst"):
        target = folder / f"document.{form}"
        subprocess.run([pandoc, "-f", "json", "-s", "-t", form, tree, "-o", target], check=True)
    pdf = typst.compile(str(folder / "document.typst"), ignore_system_fonts=True)
    (folder / "document.pdf").write_bytes(pdf)


if __name__ == "__main__":
    main(*sys.argv[1:])
