"""The child process that compiles one Typst project. It gets all it needs as arguments.

Run as a file in the folder of the project: `python -I -S typst_child.py SITE TIME FONTS…`. Nothing
else of the program is imported, and only `SITE`, where the compiler is installed, is searched.
The PDF goes to standard output; an error of the compiler to standard error, with exit code 1.
"""

from __future__ import annotations

import sys


def main(site: str, time: str, *fonts: str) -> int:
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
        pdf = compiler.compile(format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=int(time))
    except typst.TypstError as error:
        sys.stderr.write(f"{error.message}\n{error.diagnostic}\n")
        return 1
    assert isinstance(pdf, bytes)  # noqa: S101  (for the type checker: one file, not pages)
    sys.stdout.buffer.write(pdf)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
