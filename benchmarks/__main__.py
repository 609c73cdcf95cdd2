"""`python -m benchmarks [build] [peers] [start] …`: the tables of the README."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from benchmarks.comparison import repetition, since
from benchmarks.corpus import ROOT, WORK, many_covenants, one_covenant
from benchmarks.figures import figures
from benchmarks.gate import gate
from benchmarks.measure import Command, compare, peak_megabytes, table
from benchmarks.rounds import rounds
from convenant.edges.engine.pandoc import find_pandoc

PYTHON = sys.executable
TOOL = (PYTHON, "-m", "convenant")
CACHE = WORK / "cache"
OUTPUT = WORK / "output"
HERE = Path(__file__).parent
KEPT = {"CONVENANT_CACHE": str(CACHE)}

DEBIAN = "/usr/bin/pandoc"
DEBIAN_PACKAGES = "pandoc texlive-xetex texlive-fonts-recommended texlive-latex-recommended lmodern"


def build() -> str:
    """All formats of one covenant, with and without figures that are drawn from its data."""
    return f"{_build(drawn=False)}\n{_build(drawn=True)}"


def _build(*, drawn: bool) -> str:
    """Against bare pandoc and Typst on the same words."""
    folder = one_covenant(drawn=drawn)
    source = _as_plain_markdown(folder)
    section = folder / "3-visualisation.md"
    original = section.read_text()
    turn = iter(range(1_000_000))

    def change_one_section() -> None:
        section.write_text(f"{original}\nChanged {next(turn)} times.\n")

    words = [*TOOL, "build", str(folder), "-o", str(OUTPUT), "--quiet"]
    results = compare(
        Command(
            "floor: bare pandoc and Typst, one process a format",
            [PYTHON, str(HERE / "floor_build.py"), str(find_pandoc()), str(source)],
        ),
        Command("convenant build, nothing kept", [*words, "--no-cache"]),
        Command("convenant build, one section changed", words, KEPT, change_one_section),
        Command("convenant build, nothing changed", words, KEPT),
        runs=15,
    )
    size = len(re.findall(r"\S*\w\S*", source.read_text()))
    figures = "figures drawn" if drawn else "words alone"
    return table(f"Four formats of one covenant, {size} words in the document, {figures}", results)


def peers() -> str:
    """The PDF alone, against Debian's pandoc with xelatex where these are installed."""
    if not Path(DEBIAN).exists() or not shutil.which("xelatex"):
        return f"### PDF against xelatex\n\nSkipped: apt-get install {DEBIAN_PACKAGES}\n"
    folder = one_covenant(drawn=False)
    source = _as_plain_markdown(folder)
    # A picture would need a converter for LaTeX: the peer gets the words only.
    source.write_text(re.sub(r"!\[[^\]]*\]\([^)]*\)", "", source.read_text()))
    words = [*TOOL, "build", str(folder), "-o", str(OUTPUT), "--quiet", "--no-cache"]
    peer = [DEBIAN, "-f", "commonmark_x", str(source), "--toc", "-o", str(OUTPUT / "peer.pdf")]
    results = compare(
        Command("convenant build --format pdf", [*words, "--format", "pdf"]),
        Command("Debian's pandoc with xelatex", [*peer, "--pdf-engine=xelatex"]),
    )
    return table("PDF of the same words", results)


def start() -> str:
    """What starting costs above a bare Python."""
    folder = one_covenant()
    results = compare(
        Command("python -c pass", [PYTHON, "-c", "pass"]),
        Command("convenant --help", [*TOOL, "--help"]),
        Command("convenant check, one covenant", [*TOOL, "check", "--no-cache", str(folder)]),
        runs=21,
    )
    bare = results[0].seconds
    above = ", ".join(f"{r.name}: {r.seconds - bare:.3f} s above" for r in results[1:])
    return table("Starting", results) + f"\n{above}\n"


def check(count: int = 1000) -> str:
    """Many covenants: parse, validate and read Markdown, first and again."""
    workspace = many_covenants(count)
    words = [*TOOL, "check", str(workspace / "covenants"), "--quiet"]
    floor = [PYTHON, str(HERE / "floor_check.py"), str(find_pandoc()), str(workspace)]
    results = compare(
        Command("floor: libyaml, jsonschema, one pandoc", [*floor, str(ROOT / "schema")]),
        Command("convenant check, first run", words, KEPT, _forget),
        Command("convenant check, again", words, KEPT),
        runs=3,
        warm=False,
    )
    again = results[2].seconds / results[1].seconds
    return table(f"Check of {count} covenants", results) + f"\nAgain / first: {again:.3f}\n"


def memory() -> str:
    """What many covenants take at most, all processes together."""
    lines = ["### Memory of `check`", "", "| covenants | peak MB |", "|--:|--:|"]
    for count in (1000, 3000):
        words = [*TOOL, "check", str(many_covenants(count) / "covenants"), "--quiet"]
        peak = peak_megabytes(Command("check", words, KEPT, _forget))
        lines.append(f"| {count} | {peak:.0f} |")
    return "\n".join([*lines, ""])


def diff() -> str:
    """Two versions of one covenant as redlines, against a build of one and against a peer."""
    new = one_covenant()
    old = OUTPUT / "old" / "covenants" / new.name
    shutil.rmtree(OUTPUT / "old", ignore_errors=True)
    shutil.copytree(new, old)
    for file, before, after in (
        ("2-partnership.md", " the ", " each "),
        ("2-partnership.yaml", "amount: ", "amount: 1"),
    ):
        text = (new / file).read_text()
        (new / file).write_text(text.replace(before, after, 8))
    pair = []
    for name, folder in (("old", old), ("new", new)):
        target = OUTPUT / name
        build = [*TOOL, "build", str(folder), "-o", str(target), "--format", "docx", "--quiet"]
        subprocess.run([*build, "--anyway"], check=False, stdout=subprocess.DEVNULL)
        pair.append(str(target / f"{new.name}.docx"))
    forms = [w for form in ("docx", "pdf", "html") for w in ("--format", form)]
    words = [*TOOL, "diff", str(old), str(new), "-o", str(OUTPUT)]
    one = [*TOOL, "build", str(new), "-o", str(OUTPUT), "--quiet", "--anyway", "--no-cache"]
    commands = [
        Command("convenant diff: sentences on the screen", words, KEPT, _forget),
        Command("convenant diff: Word, PDF and page", [*words, *forms], KEPT, _forget),
    ]
    word = Command("convenant diff: Word alone", [*words, "--format", "docx"], KEPT, _forget)
    tables = []
    if find_spec("python_redlines"):
        peer = [PYTHON, str(HERE / "peer_redline.py"), *pair]
        theirs = Command("python-redlines on two Word files that are there", peer)
        tables.append(table("Word alone, beside a peer", compare(word, theirs, runs=9)))
    built = Command("convenant build of one version: Word, PDF and page", [*one, *forms])
    results = compare(built, *commands, word)
    return "\n".join([table("Redline of two versions", results), *tables])


def wording() -> str:
    """How often the rules on wording and commitments are right."""
    from benchmarks.wording import report

    return report()


def verify() -> str:
    """A published version made again and compared, against the making of the same documents."""
    folder = one_covenant()
    root = folder.parents[1]
    git = ("git", "-C", str(root), "-c", "user.name=b", "-c", "user.email=b@example.org")
    for step in (("init", "-q"), ("add", "."), ("commit", "-qm", "text")):
        subprocess.run([*git, *step], check=True)
    environment = {"GIT_AUTHOR_NAME": "b", "GIT_COMMITTER_NAME": "b"}
    environment |= {"GIT_AUTHOR_EMAIL": "b@example.org", "GIT_COMMITTER_EMAIL": "b@example.org"}
    target = OUTPUT / "published"

    def unpublished() -> None:
        shutil.rmtree(target, ignore_errors=True)
        _forget()
        subprocess.run([*git, "tag", "-d", f"{folder.name}/v0.1"], check=False, capture_output=True)

    words = [*TOOL, "release", str(folder), "--concept", "-o", str(target)]
    publish = Command("floor: convenant release, nothing kept", words, environment, unpublished)
    bundle = str(target / f"{folder.name}-v0.1.zip")
    (one, other) = (
        Command("convenant verify, a bundle", [*TOOL, "verify", bundle]),
        Command(
            "convenant verify, beside a clone",
            [*TOOL, "verify", bundle, "--repository", str(root)],
        ),
    )
    return table("A version verified", compare(publish, one, other, runs=7))


def digest() -> str:
    """The digests of many covenants, on top of reading them: processor time in one process."""
    from time import process_time

    from convenant.cli.steps.reading import read_covenants
    from convenant.edges.disk.cache import Cache
    from convenant.edges.disk.resource import read_schemas
    from convenant.edges.disk.workspace import find_covenants, read_folder
    from convenant.plan.digest import digest_covenant

    root, schemas = many_covenants(1000), read_schemas()
    reading = hashing = 0.0
    start = process_time()
    folders = (read_folder(root, path) for path in find_covenants(root))
    for one in read_covenants(folders, schemas, Cache(None)):
        now = process_time()
        reading, start = reading + now - start, now
        digest_covenant(one.covenant, schemas)
        now = process_time()
        hashing, start = hashing + now - start, now
    ratio = (reading + hashing) / reading
    return f"### Digests of 1,000 covenants\n\nRead and hashed against read: {ratio:.2f}\n"


def rules() -> str:
    """The rules of counsel on many covenants, against their YAML parsed and held to the schemas."""
    from benchmarks.rules import report

    return report()


def _forget() -> None:
    shutil.rmtree(CACHE, ignore_errors=True)


def _as_plain_markdown(folder: Path) -> Path:
    """The words of the built document, generated blocks and all, for tools that know no data."""
    words = [*TOOL, "build", str(folder), "-o", str(OUTPUT), "--format", "html", "--quiet"]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    target, page = OUTPUT / "floor.md", OUTPUT / f"{folder.name}.html"
    # Pandoc reads of a page only what is in `main`, where there is one: no title, no contents.
    whole = page.read_text().replace("<main", "<div").replace("</main>", "</div>")
    subprocess.run(
        [
            *(str(find_pandoc()), "-f", "html", "-t", "commonmark_x-raw_html", "-o", str(target)),
            *("--lua-filter", str(HERE / "floor_text.lua")),
        ],
        input=whole.encode(),
        check=True,
        stderr=subprocess.DEVNULL,
    )
    shutil.copy(next(folder.glob("figures/*.svg")), OUTPUT / "picture.svg")
    return target


PARTS: dict[str, Callable[[], str]] = {
    "build": build,
    "peers": peers,
    "start": start,
    "check": check,
    "memory": memory,
    "wording": wording,
    "rules": rules,
    "verify": verify,
    "digest": digest,
    "diff": diff,
    "repetition": repetition,
    "since": since,
    "figures": figures,
    "gate": gate,
    "rounds": rounds,
}


def main() -> None:
    WORK.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("CONVENANT_LANG", "en")
    for name in sys.argv[1:] or PARTS:
        print(PARTS[name](), flush=True)


if __name__ == "__main__":
    main()
