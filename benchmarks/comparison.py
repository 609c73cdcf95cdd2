"""What a comparison costs: a long text that repeats itself, and three changes among many."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from time import process_time

from benchmarks.corpus import WORK, many_covenants, one_covenant
from benchmarks.measure import Command, compare, table

TOOL = (sys.executable, "-m", "convenant")
CACHE, PLACE = WORK / "cache", WORK / "compared"
CHANGED = 3
PARAGRAPH = (
    "Every party gives what stands behind its name, in the period that was agreed, and tells the "
    "other parties in writing within two weeks when it sees that it will not be able to do so."
)
"""The same words again and again: the hardest text to compare."""


def repetition() -> str:
    """The time of the comparison itself, for texts of one paragraph that is repeated."""
    lines = ["### One paragraph repeated, every ninth with an edit", ""]
    lines += ["| words | processor s | per 1,000 words |", "|--:|--:|--:|"]
    for words in (3_000, 6_000, 12_500, 25_000):
        seconds = min(_compared(words // len(PARAGRAPH.split())) for _ in range(3))
        lines.append(f"| {words:,} | {seconds:.2f} | {1000 * seconds / words:.3f} |")
    return "\n".join([*lines, ""])


def since() -> str:
    """`diff --since` where three of 3, 300 and 1,000 covenants changed, nothing kept."""
    commands = [
        Command(
            f"three changed of {count:,}",
            ["/bin/sh", "-c", f"cd {_kept(count)} && exec {' '.join(TOOL)} diff --since v1"],
            {"CONVENANT_CACHE": str(CACHE)},
            lambda: shutil.rmtree(CACHE, ignore_errors=True),
        )
        for count in (CHANGED, 300, 1000)
    ]
    return table("diff --since", compare(*commands))


def _compared(count: int) -> float:
    from convenant.cli.steps.assembling import make_document
    from convenant.cli.steps.reading import read_covenants
    from convenant.diff.document import Sources, diff_documents
    from convenant.edges.disk.cache import Cache
    from convenant.edges.disk.resource import read_schemas
    from convenant.edges.disk.workspace import read_folder
    from convenant.model.document import Stamp

    root, schemas, documents = PLACE / "repetition", read_schemas(), []
    for edited in (False, True):
        shutil.rmtree(root, ignore_errors=True)
        folder = root / "covenants" / "one"
        shutil.copytree(one_covenant(drawn=False), folder)
        said = [
            PARAGRAPH.replace("two weeks", f"{n} days") if edited and not n % 9 else PARAGRAPH
            for n in range(count)
        ]
        text = "\n\n".join(["# Partnership {#partnership}", "## Giving {#giving}", *said])
        (folder / "2-partnership.md").write_text(f"{text}\n")
        (reading,) = read_covenants([read_folder(root, folder)], schemas, Cache(None))
        documents.append(make_document(reading, schemas, Stamp(), placed=True))
    begin = process_time()
    found = diff_documents(*documents, Sources("covenants/one", {}, {}))
    seconds = process_time() - begin
    assert len(found.drawn) >= count // 9
    return seconds


def _kept(count: int) -> Path:
    """A workspace of so many covenants in Git with a version v1, of which three have changed."""
    root = PLACE / f"since-{count}"
    if (root / "complete").exists():
        return root
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(many_covenants(count), root)
    for words in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "-m", "v1")):
        _git(root, *words)
    _git(root, "tag", "v1")
    for folder in sorted((root / "covenants").iterdir())[:: max(1, count // CHANGED)][:CHANGED]:
        file = folder / "2-partnership.md"
        file.write_text(file.read_text().replace(" the ", " each ", 4))
    (root / "complete").touch()
    return root


def _git(root: Path, *words: str) -> None:
    who = ("-c", "user.name=b", "-c", "user.email=b@example.org", "-c", "gc.auto=0")
    subprocess.run(["git", "-C", str(root), *who, *words], check=True)
