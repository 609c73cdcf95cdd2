"""`python -m benchmarks [build] [start] [check] [peers]`: tables as in benchmarks/README.md."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.corpus import ROOT, WORK, many_covenants, one_covenant
from benchmarks.measure import Command, compare, table
from convenant.edges.pandoc import find_pandoc

PYTHON = sys.executable
TOOL = (PYTHON, "-m", "convenant")
CACHE = WORK / "cache"
HERE = Path(__file__).parent


def build() -> str:
    """All formats of one covenant, against bare pandoc and Typst on the same words."""
    folder, output = one_covenant(), WORK / "output"
    source = _as_plain_markdown(folder, output)
    environment = {"CONVENANT_CACHE": str(CACHE)}
    section = folder / "3-visualisation.md"
    original = section.read_text()
    turn = iter(range(1_000_000))

    def change_one_section() -> None:
        section.write_text(f"{original}\nChanged {next(turn)} times.\n")

    words = [*TOOL, "build", str(folder), "-o", str(output), "--quiet"]
    results = compare(
        Command(
            "floor: bare pandoc and Typst, one process a format",
            [PYTHON, str(HERE / "floor_build.py"), str(find_pandoc()), source, str(output)],
        ),
        Command("convenant build, nothing kept", [*words, "--no-cache"]),
        Command("convenant build, one section changed", words, environment, change_one_section),
        runs=9,
    )
    size = len(re.findall(r"\w+", Path(source).read_text()))
    return table(f"Build, four formats, {size} words in the document", results)


def peers() -> str:
    """The PDF alone, against Debian's pandoc with xelatex where these are installed."""
    debian = next((p for p in ("/usr/bin/pandoc",) if Path(p).exists()), None)
    if not debian or not shutil.which("xelatex"):
        return "### PDF against xelatex\n\nSkipped: apt-get install pandoc texlive-xetex\n"
    folder, output = one_covenant(), WORK / "output"
    source = _as_plain_markdown(folder, output)
    pdf = str(output / "peer.pdf")
    words = [*TOOL, "build", str(folder), "-o", str(output), "--quiet", "--no-cache"]
    results = compare(
        Command("convenant build --format pdf", [*words, "--format", "pdf"]),
        Command("pandoc + xelatex", [debian, source, "--pdf-engine=xelatex", "-o", pdf]),
    )
    return table("PDF of the same text", results)


def start() -> str:
    """What starting costs above a bare Python."""
    folder = one_covenant()
    results = compare(
        Command("python -c pass", [PYTHON, "-c", "pass"]),
        Command("convenant --help", [*TOOL, "--help"]),
        Command("convenant check, one covenant", [*TOOL, "check", "--no-cache", str(folder)]),
        runs=9,
    )
    bare = results[0].seconds
    above = ", ".join(f"{r.name}: {r.seconds - bare:.3f} s above" for r in results[1:])
    return table("Starting", results) + f"\n{above}\n"


def check(count: int = 1000) -> str:
    """Many covenants: parse, validate and read Markdown, first and again."""
    workspace = many_covenants(count)
    environment = {"CONVENANT_CACHE": str(CACHE)}
    words = [*TOOL, "check", str(workspace / "covenants"), "--quiet"]

    def forget() -> None:
        shutil.rmtree(CACHE, ignore_errors=True)

    floor = [PYTHON, str(HERE / "floor_check.py"), str(find_pandoc()), str(workspace)]
    results = compare(
        Command("floor: libyaml, jsonschema, one pandoc", [*floor, str(ROOT / "schema")]),
        Command("convenant check, first run", words, environment, forget),
        Command("convenant check, again", words, environment),
        runs=1,
    )
    return table(f"Check of {count} covenants", results)


def _as_plain_markdown(folder: Path, output: Path) -> str:
    """The words of the built document, generated blocks and all, for tools that know no data."""
    subprocess.run(
        [*TOOL, "build", str(folder), "-o", str(output), "--format", "html", "--quiet"], check=True
    )
    page = output / f"{folder.name}.html"
    target = output / "floor.md"
    subprocess.run(
        [str(find_pandoc()), "-f", "html", "-t", "commonmark_x-raw_html", page, "-o", target],
        check=True,
    )
    # Images are left to each side: the floor has no allow-list that would let them through.
    target.write_text(re.sub(r"!\[[^\]]*\]\(data:[^)]*\)", "", target.read_text()))
    return str(target)


PARTS: dict[str, Callable[[], str]] = {
    "build": build,
    "start": start,
    "peers": peers,
    "check": check,
}


def main() -> None:
    WORK.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("CONVENANT_LANG", "en")
    for name in sys.argv[1:] or PARTS:
        print(PARTS[name](), flush=True)


if __name__ == "__main__":
    main()
