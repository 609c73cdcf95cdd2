"""Covenants to measure with, made from a worked example: many of them, or one of a known size."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "covenants" / "riverside-kitchen"
WORK = ROOT / "benchmarks" / "work"


def one_covenant() -> Path:
    """A copy of the example that may be changed, in a workspace of its own."""
    folder = WORK / "one" / "covenants" / EXAMPLE.name
    shutil.rmtree(folder.parents[1], ignore_errors=True)
    shutil.copytree(EXAMPLE, folder)
    return folder


def many_covenants(count: int) -> Path:
    """A workspace of so many covenants of ten section files each, all different."""
    workspace = WORK / f"many-{count}"
    if (workspace / "complete").exists():
        return workspace
    shutil.rmtree(workspace, ignore_errors=True)
    sections = [*sorted(EXAMPLE.glob("[1-5]-*.yaml")), *sorted(EXAMPLE.glob("[1-5]-*.md"))]
    cover = (EXAMPLE / "covenant.yaml").read_text()
    for n in range(count):
        folder = workspace / "covenants" / f"covenant-{n:05}"
        folder.mkdir(parents=True)
        (folder / "covenant.yaml").write_text(f"{cover}# {n}\n")
        for file in sections:
            text = file.read_text()
            mark = f"\nThis is covenant {n}.\n" if file.suffix == ".md" else f"# {n}\n"
            (folder / file.name).write_text(text + mark)
        shutil.copytree(EXAMPLE / "figures", folder / "figures")
        shutil.copytree(EXAMPLE / "annexes", folder / "annexes")
    (workspace / "convenant.yaml").write_text("language: en\n")
    (workspace / "complete").touch()
    return workspace
